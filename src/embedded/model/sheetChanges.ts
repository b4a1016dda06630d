import { blankSheet } from '../book/blank';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { removeSheetFrom, renameSheetIn } from './formulaText';
import { everyFormula } from './formulaPlaces';
import { requireOpenStructure } from './protectionRules';
import type { Session } from './session';
import { newTableId, uniqueTableName } from './tableNames';

const MAX_NAME = 31;
const RESERVED = ['history', 'historique'];

/** Excel's rules: 1 to 31 characters, none of `\ / ? * : [ ]`, no apostrophe first or last, not "History", unique. */
const requireSheetName = (session: Session, name: string, own: Sheet | null): void => {
  const broken =
    name === '' ||
    name.length > MAX_NAME ||
    /[\\/?*:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    RESERVED.includes(name.toLowerCase());
  if (broken) throw new ApiError('InvalidArgument');
  const other = session.book.sheet(name);
  if (other && other !== own) throw new ApiError('ItemAlreadyExists');
};

const changed = (session: Session): void => {
  session.book.touched = true;
  session.structureChanged();
};

/** Keeps the index of the active sheet on the sheet it meant. */
const keepingActive = (session: Session, change: () => void): void => {
  const active = session.activeSheet;
  change();
  const index = session.book.sheets.indexOf(active);
  if (index >= 0) session.book.activeSheet = index;
};

export const addSheet = (session: Session, given: string | undefined): Sheet => {
  requireOpenStructure(session);
  const name = given ?? freeName(session, session.word('Sheet', 'Feuil'), session.book.sheets.length + 1);
  requireSheetName(session, name, null);
  const sheet = blankSheet(name);
  session.book.sheets.push(sheet);
  changed(session);
  session.raise('added', sheet, {});
  return sheet;
};

const freeName = (session: Session, word: string, first: number): string => {
  let number = first;
  while (session.book.sheet(`${word}${number}`)) number++;
  return `${word}${number}`;
};

/** Every formula that names the sheet follows. */
export const renameSheet = (session: Session, sheet: Sheet, name: string): void => {
  if (sheet.name === name) return;
  requireOpenStructure(session);
  requireSheetName(session, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  everyFormula(session.book, (formula) => renameSheetIn(formula, before, name));
  changed(session);
};

export const moveSheet = (session: Session, sheet: Sheet, index: number): void => {
  requireOpenStructure(session);
  keepingActive(session, () => {
    const { sheets } = session.book;
    sheets.splice(sheets.indexOf(sheet), 1);
    sheets.splice(index, 0, sheet);
  });
  changed(session);
};

/** The last visible sheet cannot go; references to the sheet become `#REF!`, its own names disappear. */
export const deleteSheet = (session: Session, sheet: Sheet): void => {
  requireOpenStructure(session);
  const { book } = session;
  const visible = book.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (visible.length === 0 || sheet.visibility === 'VeryHidden') throw new ApiError('InvalidOperation');
  const position = book.sheets.indexOf(sheet);
  const wasActive = session.activeSheet === sheet;
  const heir = visible.find((other) => book.sheets.indexOf(other) > position) ?? visible.at(-1);
  if (wasActive && heir) session.activate(heir);
  keepingActive(session, () => book.sheets.splice(position, 1));
  book.names = book.names.filter((name) => name.sheet !== sheet);
  everyFormula(book, (formula) => removeSheetFrom(formula, sheet.name));
  changed(session);
  session.raise('deleted', sheet, {});
};

/** `Suivi` is copied as `Suivi (2)`. Tables get new names; shapes and charts keep theirs, as in Excel. */
export const copySheet = (session: Session, sheet: Sheet, index: number): Sheet => {
  requireOpenStructure(session);
  if (sheet.kind !== 'worksheet') throw new ApiError('UnsupportedSheet');
  // Drawings and rules of a file that are known only by their XML cannot be taken to another part.
  if (sheet.shapes.some((shape) => shape.source !== undefined)) throw new ApiError('UnsupportedFeature');
  const base = sheet.name.replace(/ \(\d+\)$/, '');
  let number = 2;
  const nameOf = (): string => `${base.slice(0, MAX_NAME - ` (${number})`.length)} (${number})`;
  while (session.book.sheet(nameOf())) number++;
  const copy = blankSheet(nameOf());
  const pointed = (formula: string): string => renameSheetIn(formula, sheet.name, copy.name);
  for (const [key, cell] of sheet.cells)
    copy.cells.set(key, { ...cell, ...(cell.formula === undefined ? {} : { formula: pointed(cell.formula) }) });
  for (const [column, format] of sheet.columns) copy.columns.set(column, { ...format });
  for (const [row, format] of sheet.rows) copy.rows.set(row, { ...format });
  const { tabColor, showGridlines, showHeadings, defaultRowHeight, defaultColumnWidth } = sheet;
  Object.assign(copy, { tabColor, showGridlines, showHeadings, defaultRowHeight, defaultColumnWidth });
  Object.assign(copy, { protected: sheet.protected, protectionOptions: sheet.protectionOptions, visibility: sheet.visibility });
  copy.frozen = sheet.frozen && { ...sheet.frozen };
  copy.merges = sheet.merges.map((merge) => ({ ...merge }));
  copy.conditionalFormats = structuredClone(sheet.conditionalFormats).map((format) => ({ ...format, id: crypto.randomUUID() }));
  copy.validations = structuredClone(sheet.validations);
  copy.hyperlinks = structuredClone(sheet.hyperlinks);
  copy.notes = structuredClone(sheet.notes);
  copy.page = structuredClone(sheet.page);
  copy.shapes = structuredClone(sheet.shapes);
  session.book.sheets.splice(index, 0, copy);
  for (const table of sheet.tables) {
    const { part, ...own } = structuredClone(table);
    void part;
    copy.tables.push({ ...own, id: newTableId(session.book), name: uniqueTableName(session.book, table.name), touched: true });
  }
  for (const name of session.book.names.filter((candidate) => candidate.sheet === sheet))
    session.book.names.push({ ...name, sheet: copy, formula: pointed(name.formula) });
  everyCopyFacet(copy);
  changed(session);
  session.raise('added', copy, {});
  return copy;
};

const everyCopyFacet = (sheet: Sheet): void => {
  sheet.touch('cells');
  sheet.touch('drawing');
  sheet.touch('tables');
};
