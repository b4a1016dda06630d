import Papa from 'papaparse';
import { done, problem, refused, type Result } from '../../core/problem';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/sheet/address';

export type Delimiter = ';' | ',' | '\t';

/** Fields of a delimited text, row by row; `rows[0][1]` is what stands in B1. */
export type DelimitedRows = { rows: readonly (readonly string[])[]; delimiter: Delimiter };

/** Rows by which the delimiter is chosen. */
const LOOKED_AT = 100;
const DELIMITERS: readonly Delimiter[] = [';', '\t', ','];
/** A first line that tells Excel the delimiter. */
const TOLD = /^sep=(.)\r?\n/i;

const split = (text: string, delimiter: Delimiter, rows = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, preview: rows });

/** Share of the rows that a delimiter cuts into the same number of fields, two at least. */
const agreement = (text: string, delimiter: Delimiter): number => {
  const widths = split(text, delimiter, LOOKED_AT)
    .data.filter((row) => row.some((field) => field !== ''))
    .map((row) => row.length);
  const rowsByWidth = new Map<number, number>();
  for (const width of widths) if (width > 1) rowsByWidth.set(width, (rowsByWidth.get(width) ?? 0) + 1);
  return Math.max(0, ...rowsByWidth.values()) / Math.max(1, widths.length);
};

/** The delimiter that cuts most rows alike; of two as good, the semicolon, since decimal commas are found beside it. */
const delimiterOf = (text: string): Delimiter => {
  let best: { delimiter: Delimiter; share: number } = { delimiter: ',', share: 0 };
  for (const delimiter of DELIMITERS) {
    const share = agreement(text, delimiter);
    if (share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
};

const told = (text: string): Delimiter | undefined => DELIMITERS.find((delimiter) => TOLD.exec(text)?.[1] === delimiter);

/** Fields up to the last one that holds anything. */
const widthOf = (row: readonly string[]): number => {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? '').trim() === '') width--;
  return width;
};

/**
 * The first row that is wider than its table, which two rows alike have settled: a delimiter inside an unquoted text has
 * moved its figures to the right. Titles above a table and cells left out at the end of a row are no fault.
 */
const raggedRow = (rows: readonly (readonly string[])[]): { row: number; fields: number; expected: number } | null => {
  let widest = 0;
  let settled = false;
  for (const [index, row] of rows.entries()) {
    const width = widthOf(row);
    if (width === 0) {
      widest = 0;
      settled = false;
    } else if (width > widest) {
      if (settled) return { row: index + 1, fields: width, expected: widest };
      widest = width;
    } else if (width === widest && width > 1) settled = true;
  }
  return null;
};

/**
 * Cuts a delimited text into rows, as Excel would: quoted fields may hold the delimiter, line breaks and doubled quotes.
 *
 * Refuses by value: `csv-quote` for a quoted field that is never closed, `csv-ragged` for a row wider than its table,
 * `csv-too-large` beyond Excel's rows and columns, `workbook-empty` where nothing is written.
 */
export const readRows = (text: string, file: string): Result<DelimitedRows> => {
  const delimiter = told(text) ?? delimiterOf(text);
  const { data, errors } = split(text.replace(TOLD, ''), delimiter);
  const unclosed = errors.find(({ type }) => type === 'Quotes');
  if (unclosed) return refused(problem('csv-quote', { file, row: (unclosed.row ?? 0) + 1 }));
  let last = data.length;
  while (last > 0 && widthOf(data[last - 1] ?? []) === 0) last--;
  const rows = data.slice(0, last);
  if (rows.length === 0) return refused(problem('workbook-empty', {}));
  const columns = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  if (rows.length > MAX_ROWS || columns > MAX_COLUMNS)
    return refused(problem('csv-too-large', { file, rows: rows.length, columns }));
  const ragged = raggedRow(rows);
  return ragged ? refused(problem('csv-ragged', { file, ...ragged })) : done({ rows, delimiter });
};
