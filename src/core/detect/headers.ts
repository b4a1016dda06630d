import type { CellValue } from '../sheet/snapshot';
import { isPlausibleSerial, readTextDate } from './dates';
import { isPlaceholder } from './numbers';
import { plainText } from './words';

/** Cell of a sheet by its row and column. */
export type CellReader = (row: number, column: number) => CellValue;

const LONGEST_HEADER = 120;
/** Rows of headers above the lowest one that name groups of columns. */
const GROUP_ROWS = 2;
/** Share of the columns of figures that the lowest row of a header names, and the least of any header. */
const NAMED = 0.6;
const LEAST_NAMED = 0.34;

const NUMBER_TEXT = /^[+−-]?\d[\d\s\u00a0\u202f]*([.,]\d+)?\s?%?$/;
const UNIT =
  /^\(?(?:%|€|k€|\$|£|s|sec|secondes?|seconds?|min|mn|minutes?|h|heures?|hours?|j|jours?|days?|nb|nbre|nombre|number|unités?|units?|ht|ttc|uo|mm:ss|hh:mm:ss|h:mm|jj\/mm\/aaaa|dd\/mm\/yyyy)\)?\.?$/i;

/** A number, a date as text or a number as text: what rows hold and headers do not. */
export const isDatum = (value: CellValue): boolean =>
  typeof value !== 'string' ||
  NUMBER_TEXT.test(value.trim()) ||
  (/\d/.test(value) &&
    (['iso', 'dmy', 'mdy', 'iso-week', 'quarter', 'year-month'] as const).some(
      (writing) => readTextDate(value, writing) !== null,
    ));

/** A text that can head a column. */
export const isHeading = (value: CellValue): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_HEADER && !isDatum(value);

/** True when every text of a header row is a unit: `(s)`, `%`, `nb`. */
const isUnitRow = (values: readonly CellValue[]): boolean =>
  values.every((value) => typeof value === 'string' && UNIT.test(value.trim())) && values.length > 0;

/** Names of columns followed by dates only: the header of tasks beside a calendar of bars. */
const namesThenDates = (values: readonly CellValue[]): boolean => {
  const held = values.filter((value) => value !== '');
  const names = held.findIndex((value) => !isHeading(value));
  return (
    names >= 3 && held.slice(names).every((value) => (typeof value === 'number' ? isPlausibleSerial(value) : isDatum(value)))
  );
};

/**
 * The row of a header some rows below a first one, where only its label columns are named, the rows between having none:
 * families over codes over `AGENCE`, `SECTEUR`.
 */
export const headerBelow = (columns: readonly number[], headerRow: number, end: number, cell: CellReader): number => {
  const nameless = columns.filter((column) => cell(headerRow, column) === '');
  for (let row = headerRow + 1; row < end && row <= headerRow + GROUP_ROWS + 1; row++) {
    const named = nameless.filter((column) => isHeading(cell(row, column)));
    if (named.length >= 2 && row > headerRow + 1 && named[0] === columns[0]) return row;
    if (nameless.slice(0, 2).some((column) => cell(row, column) !== '')) return headerRow;
  }
  return headerRow;
};

/**
 * The lowest row of the header above a first row of figures: of the rows of text right above it, the lowest that names most
 * columns of figures. Rows of text below that one are data whose figures are not filled in yet.
 */
export const headerAbove = (
  columns: readonly number[],
  firstFigures: number,
  top: number,
  cell: CellReader,
  figureColumns: readonly number[],
): number | null => {
  const texts = (row: number): number[] => columns.filter((column) => isHeading(cell(row, column)));
  const filled = (row: number): number[] => columns.filter((column) => cell(row, column) !== '');
  let row = firstFigures - 1;
  if (row >= top && filled(row).length === 0) row--;
  let best: { row: number; share: number } | null = null;
  // A last line that says more of some columns of figures belongs to the header above it, however few its texts.
  let lower: number | null = null;
  for (let looked = 0; row >= top && looked < 40; row--, looked++) {
    const held = filled(row).length;
    if (held === 0) break;
    const headings = texts(row);
    const says = headings.every((column) => figureColumns.includes(column) && !isPlaceholder(String(cell(row, column))));
    if (headings.length < 0.7 * held && !namesThenDates(columns.map((column) => cell(row, column)))) break;
    if (headings.length < Math.min(2, columns.length)) {
      if (best) break;
      if (says && headings.length > 0) lower ??= row;
      continue;
    }
    const named = figureColumns.filter((column) => {
      const value = cell(row, column);
      return isHeading(value) && (value === '%' || !isPlaceholder(String(value)));
    }).length;
    const share = figureColumns.length === 0 ? 1 : named / figureColumns.length;
    if (share >= NAMED) return lower ?? row;
    if (says) lower ??= row;
    if (share >= LEAST_NAMED && share > (best?.share ?? 0)) best = { row, share };
  }
  return best && (lower ?? best.row);
};

/**
 * Header of each column. Where the rows above hold group headings (fewer texts, spread over merged cells), a column
 * without a text of its own takes its group's, and one that repeats a sibling's text gets the group before it.
 */
export const headersOf = (columns: readonly number[], headerRow: number, top: number, cell: CellReader): string[] => {
  const line = (row: number): string[] => columns.map((column) => String(cell(row, column)).trim());
  let lowest = headerRow;
  let units: string[] | null = null;
  if (lowest > top && isUnitRow(columns.map((column) => cell(lowest, column)).filter((value) => value !== ''))) {
    units = line(lowest);
    lowest--;
  }
  let names = line(lowest);
  for (let row = lowest - 1; row >= top && row >= lowest - GROUP_ROWS; row--) {
    const above = line(row);
    const held = above.filter(Boolean).length;
    // A single text is a title, or a heading over the whole table.
    if (held < 2 || columns.some((column) => cell(row, column) !== '' && !isHeading(cell(row, column)))) break;
    names = withGroups(names, above);
  }
  return names.map((name, index) => {
    const unit = units?.[index] ?? '';
    return unit === '' ? name : `${name} ${unit.startsWith('(') ? unit : `(${unit})`}`.trim();
  });
};

const withGroups = (own: readonly string[], above: readonly string[]): string[] => {
  const grouped = above.some((text, index) => text !== '' && own[index] !== '');
  let group = '';
  return own.map((text, index) => {
    group = above[index] || group;
    if (text === '') return above[index] ?? '';
    const repeated = own.filter((other) => other === text).length > 1;
    return grouped && repeated && group !== '' ? `${group} ${text}` : text;
  });
};

/** Headers told apart: the second `REAL` is `REAL (2)`. Empty ones stay empty. */
export const distinctHeaders = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const key = header.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return header === '' || count === 1 ? header : `${header} (${String(count)})`;
  });
};

/** Headers that stand over several columns, each with how many. */
export const repeatedHeaders = (headers: readonly string[]): { header: string; count: number }[] => {
  const counts = new Map<string, { header: string; count: number }>();
  for (const header of headers) {
    const known = counts.get(plainText(header) || header);
    if (header === '') continue;
    if (known) known.count++;
    else counts.set(plainText(header) || header, { header, count: 1 });
  }
  return [...counts.values()].filter(({ count }) => count > 1);
};
