import { basename, extname } from 'node:path';
import { done, problem, refused, type Result } from '../../core/problem';
import { MAX_SHEET_NAME } from '../../core/sheet/address';
import { blankBook } from '../../embedded/book/blank';
import type { Book } from '../../embedded/book/book';
import { newFile } from '../../embedded/xlsx/save';
import type { OpenedFile } from '../../embedded/xlsx/source';
import { cellReader } from './cells';
import { readRows, type DelimitedRows } from './rows';
import { decodeText } from './text';

const EXTENSIONS: readonly string[] = ['.csv', '.tsv', '.txt'];

/** Whether a file is one of delimited text, by its name. */
export const isDelimitedText = (path: string): boolean => EXTENSIONS.includes(extname(path).toLowerCase());

/** Excel takes none of these in a sheet's name, nor an apostrophe at its ends. */
const FORBIDDEN = /[\\/?*[\]:]|^'+|'+$/g;

/** The sheet that Excel gives to a file: `Appels 2026.csv` opens as `Appels 2026`. */
const sheetNameOf = (stem: string): string => {
  const name = stem.slice(0, MAX_SHEET_NAME).replace(FORBIDDEN, '_').trim();
  return name === '' || /^hist(ory|orique)$/i.test(name) ? `${name}_` : name;
};

/** Characters of the widest field, within what is pleasant to read. */
const MOST_CHARACTERS = 50;
const LEAST_CHARACTERS = 9;
/** Excel's own cell padding, in characters. */
const PADDING = 1.7;

const fillSheet = (book: Book, table: DelimitedRows): void => {
  const [sheet] = book.sheets;
  if (!sheet) return;
  const read = cellReader(table);
  const widths: number[] = [];
  table.rows.forEach((fields, row) =>
    fields.forEach((field, column) => {
      const { value, numberFormat } = read(field);
      if (value === null) return;
      const style = numberFormat === undefined ? 0 : book.styles.derive(0, { numberFormat });
      sheet.setCell(row, column, { value, style });
      widths[column] = Math.max(widths[column] ?? LEAST_CHARACTERS, field.length, numberFormat?.length ?? 0);
    }),
  );
  widths.forEach((characters, column) =>
    sheet.columns.set(column, { width: Math.min(MOST_CHARACTERS, characters) + PADDING, hidden: false, style: 0, outline: 0 }),
  );
  sheet.touch('columns');
};

/**
 * Opens a file of delimited text (`.csv`, `.tsv`, `.txt`) as a workbook with one sheet named after the file, as Excel would
 * in the file's own locale (see `cellReader`).
 *
 * Refuses by value: `csv-not-text` for bytes that are no text, and what `readRows` refuses.
 */
export const openDelimitedText = (bytes: Uint8Array, path: string): Result<OpenedFile> => {
  const file = basename(path);
  const text = decodeText(bytes);
  if (text === null) return refused(problem('csv-not-text', { file }));
  const table = readRows(text, file);
  if (!table.ok) return table;
  const stem = basename(path, extname(path));
  const book = blankBook({ sheetName: sheetNameOf(stem), fileName: `${stem}.xlsx` });
  fillSheet(book, table.value);
  return done(newFile(book));
};
