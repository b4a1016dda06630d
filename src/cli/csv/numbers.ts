import type { Delimiter } from './rows';

/** How the numbers of a file are written; `decimal` is null where nothing tells, and then only whole numbers are numbers. */
export type NumberWriting = { decimal: '.' | ',' | null; groups: string };

const SPACES = '\u0020\u00a0\u202f';

/** Numbers that read one way only: the comma of `94,01`, `0,125` or `1.234,5` is a decimal mark, that of `1,234` may not be. */
const DECIMAL_COMMA = new RegExp(
  String.raw`^-?(?:[\d${SPACES}]+,(?:\d{1,2}|\d{4,})|0,\d+|\d{1,3}(?:\.\d{3})+,\d+)[ \u00a0\u202f]?%?$`,
);
const DECIMAL_POINT = new RegExp(
  String.raw`^-?(?:[\d${SPACES}]+\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+)[ \u00a0\u202f]?%?$`,
);
/** An amount with its currency, in front (`$12.50`) or behind (`12,50 €`). */
const PRICED = /^(-?)([€$£])[ \u00a0\u202f]?(\d.*)$|^(-?\d.*?)[ \u00a0\u202f]?([€$£])$/;

/** The number in an amount, and the format that shows it with its currency; null for a text without one. */
const priced = (text: string): { amount: string; numberFormat: string } | null => {
  const match = PRICED.exec(text);
  if (!match) return null;
  const [, sign = '', before, ahead = '', behind = '', after = ''] = match;
  return before === undefined
    ? { amount: behind, numberFormat: `#,##0.00\\ "${after}"` }
    : { amount: `${sign}${ahead}`, numberFormat: `"${before}"#,##0.00` };
};

const GROUPED_BY_POINTS = /^-?\d{1,3}(\.\d{3})+,\d+/;

/**
 * The decimal mark of a file, as its own values tell it: `94,01` says comma, `91.9` says point whatever the delimiter. Where
 * both are found, the more frequent one; where none is, a file with commas between its fields has points in its numbers.
 */
export const numberWritingOf = (rows: readonly (readonly string[])[], delimiter: Delimiter): NumberWriting => {
  let commas = 0;
  let points = 0;
  let grouped = false;
  for (const row of rows)
    for (const field of row) {
      const trimmed = field.trim();
      const text = priced(trimmed)?.amount ?? trimmed;
      if (DECIMAL_COMMA.test(text)) commas++;
      else if (DECIMAL_POINT.test(text)) points++;
      grouped ||= GROUPED_BY_POINTS.test(text);
    }
  if (commas === 0 && points === 0)
    return delimiter === ',' ? { decimal: '.', groups: `${SPACES},` } : { decimal: null, groups: SPACES };
  return commas > points ? { decimal: ',', groups: grouped ? `${SPACES}.` : SPACES } : { decimal: '.', groups: `${SPACES},` };
};

/** Excel holds 15 figures; a longer number is an identifier, which it would change. */
const MOST_FIGURES = 15;

const escaped = (text: string): string => text.replace('.', String.raw`\.`);

type NumberCell = { value: number; numberFormat?: string };

/**
 * Reads numbers of a file: `1 092,5` is 1092.5, `94,01 %` is 0.9401 with a percent format, `12,50 €` is 12.5 with that of its
 * currency, `-1,2E-05` is a number; `0612`, `+33 6 12` and 20 figures in a row are labels, and stay texts.
 */
export const numberReader = ({ decimal, groups }: NumberWriting): ((text: string) => NumberCell | null) => {
  const mark = decimal === null ? '' : escaped(decimal);
  const fraction = decimal === null ? '' : `(?:${mark}(\\d+))?`;
  const plain = new RegExp(String.raw`^(-?)(\d+|\d{1,3}(?:[${groups}]\d{3})+)${fraction}(?:[ \u00a0\u202f]?(%))?$`);
  const scientific = new RegExp(String.raw`^-?\d+(?:${mark === '' ? '[.,]' : mark}\d+)?E[+-]\d+$`, 'i');
  const read = (text: string): NumberCell | null => {
    if (scientific.test(text)) return { value: Number(text.replace(',', '.')) };
    const match = plain.exec(text);
    if (!match) return null;
    const [, sign = '', integer = ''] = match;
    const decimals = decimal === null ? '' : (match[3] ?? '');
    const percent = match[decimal === null ? 3 : 4] === '%';
    const figures = integer.replace(/\D/g, '');
    if (/^0\d/.test(figures) || figures.length + decimals.length > 2 * MOST_FIGURES || figures.length > MOST_FIGURES) return null;
    const value = Number(`${sign}${figures}.${decimals === '' ? '0' : decimals}e${percent ? '-2' : '0'}`);
    return percent ? { value, numberFormat: decimals === '' ? '0%' : '0.00%' } : { value };
  };
  return (text) => {
    const amount = priced(text);
    if (!amount) return read(text);
    const found = read(amount.amount);
    return found && found.numberFormat === undefined ? { ...found, numberFormat: amount.numberFormat } : null;
  };
};
