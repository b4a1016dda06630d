import type { CellValue, Grid } from '../core/sheet/snapshot';

/** Days between the two systems' zero: 1 January 1904 is serial 0 in one and 1462 in the other. */
const SHIFT = 1462;

/** Year of a serial of the 1900 system. Serials before March 1900 are off by Excel's phantom 29 February; no year changes. */
const yearOf = (serial: number): number => new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).getUTCFullYear();

/** True for a number format that shows a year, colours, literals and locale codes left out. */
const showsYear = (format: string): boolean => /y/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''));

/** Every year a text can mean: `04/03/2024` gives 2024, `4-Mar-24` gives 24, 4 and 3. */
const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

const says = (text: string, year: number): boolean => {
  const numbers = numbersIn(text);
  return numbers.includes(year) || (!numbers.some((number) => number >= 1900) && numbers.includes(year % 100));
};

/**
 * Whether the workbook counts its dates from 1904, told from how Excel itself prints them; null when no printed year
 * tells. The API has no property for it, and a formula to probe with would have to be written into the user's sheet.
 * Example: a cell with value 43831 and format `dd/mm/yyyy` that prints `02/01/2024` is in the 1904 system.
 */
export const countsFrom1904 = (values: Grid<CellValue>, formats: Grid<string>, texts: Grid<string>): boolean | null => {
  for (const [row, line] of texts.entries())
    for (const [column, text] of line.entries()) {
      const value = values[row]?.[column];
      if (typeof value !== 'number' || value < 1 || !showsYear(formats[row]?.[column] ?? '')) continue;
      const plain = says(text, yearOf(value));
      const shifted = says(text, yearOf(value + SHIFT));
      if (plain !== shifted) return shifted;
    }
  return null;
};
