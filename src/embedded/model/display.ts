import { format, getFormatDateInfo, isDateFormat, isPercentFormat } from 'numfmt';
import { CellError, type Value } from '../book/cell';

const TRUTHS = { en: ['TRUE', 'FALSE'], fr: ['VRAI', 'FAUX'] } as const;

/**
 * Text that a cell shows, by its number format, never cut to the column's width. An empty cell shows ''.
 * @param locale whose separators and names of days and months are used; the API's own `text` is in en-US.
 */
export const displayText = (value: Value, numberFormat: string, date1904: boolean, locale = 'en-US'): string => {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return TRUTHS[locale.startsWith('fr') ? 'fr' : 'en'][value ? 0 : 1];
  if (typeof value === 'string' && (numberFormat === 'General' || numberFormat === '@')) return value;
  const shifted = date1904 && typeof value === 'number' && isDateFormat(numberFormat) ? value + 1462 : value;
  try {
    return format(numberFormat, shifted, { throws: true, locale });
  } catch {
    // A negative time or a format that only Excel reads: Excel shows hash signs for the first, the plain value is kept here.
    return String(value);
  }
};

/** `numberFormatCategories` of Office.js. */
export const formatCategory = (code: string): string => {
  if (code === 'General') return 'General';
  if (code === '@') return 'Text';
  if (isPercentFormat(code)) return 'Percentage';
  if (isDateFormat(code)) {
    const parts = getFormatDateInfo(code);
    return parts.year || parts.month || parts.day ? 'Date' : 'Time';
  }
  if (/E[+-]0/i.test(code)) return 'Scientific';
  if (/[#?0]\s*\/\s*[#?0\d]/.test(code)) return 'Fraction';
  if (/[$€£¥]/.test(code)) return code.includes('_(') || code.includes('* ') ? 'Accounting' : 'Currency';
  return /^[#,0.]+$/.test(code) ? 'Number' : 'Custom';
};
