import { readFile } from 'node:fs/promises';
import type { Book } from '../../src/embedded/book/book';
import { CellError, type Cell } from '../../src/embedded/book/cell';
import type { Sheet } from '../../src/embedded/book/sheet';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import type { OpenedFile } from '../../src/embedded/xlsx/source';
import type { LibreOffice } from './libreOffice';

/** Largest relative difference between two calculations of one formula. */
const TOLERANCE = 1e-9;

/** A workbook file, opened. */
export const open = async (path: string): Promise<OpenedFile> => {
  const opened = openWorkbook(new Uint8Array(await readFile(path)), path);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
};

/** The same workbook with every formula calculated anew by LibreOffice. */
export const recalculated = async (office: LibreOffice, path: string): Promise<Book> =>
  (await open(await office.convert(path, 'xlsx:Calc MS Excel 2007 XML'))).book;

const same = (ours: Cell['value'], theirs: Cell['value']): boolean => {
  // A formula that gives an empty text is stored as one here and as an empty cell there.
  const [one, other] = [ours ?? '', theirs ?? ''];
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));
  return (one instanceof CellError ? one.code : one) === (other instanceof CellError ? other.code : other);
};

/** A sheet that has to be there. */
export const sheetOf = (book: Book, name: string): Sheet => {
  const sheet = book.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Formula cells whose values differ, by address; and how many there are in all. */
export const compare = (ours: Sheet, theirs: Sheet): { compared: number; different: string[] } => {
  const different: string[] = [];
  let compared = 0;
  for (const [key, cell] of ours.cells) {
    if (cell.formula === undefined) continue;
    compared++;
    const other = theirs.cells.get(key);
    if (!same(cell.value, other?.value ?? null))
      different.push(`${String(key)}: ${String(cell.value)} / ${String(other?.value)} ${cell.formula}`);
  }
  return { compared, different };
};
