import { areaName, type Area } from '../core/sheet/address';
import { done, problem, refused, type Problem, type Result } from '../core/problem';
import type { SheetDraft } from '../core/sheet/draft';
import type { CellValue, Grid } from '../core/sheet/snapshot';
import {
  changedSince,
  differences,
  listed,
  placeName,
  type AddedSheet,
  type ChangedCells,
  type RewrittenSheet,
  type UndoReceipt,
} from '../core/sheet/undo';
import { eachInSteps, type Steps } from '../core/steps';
import { MOST_BYTES } from './capture';
import { restoreLook } from './captureLook';
import { blockArea } from './captureSheet';
import type { Conversation } from './conversation';
import { attempt, problemOf } from './errors';
import { rangeOf } from './range';
import { bands } from './readPlan';
import { inSteps, safeText, type Written } from './writeCells';
import { stepsOf } from './writePlan';

/** A cell as it is to be written so that it is again what it was: text that looks like something else keeps its apostrophe. */
const asBefore = (formula: CellValue, value: CellValue): Written =>
  typeof formula === 'string' && formula === value && !formula.startsWith('#') ? safeText(formula) : formula;

/** Cells that one statement carries at most: office.js looks through all of them when it is made. */
const CELLS_PER_STATEMENT = 5_000;

function* restoreCells(sheet: Excel.Worksheet, { area, written, formulas, values, numberFormats }: ChangedCells): Steps<void> {
  for (const band of bands({ ...area, row: 0 }, CELLS_PER_STATEMENT)) {
    const where = <T>(pick: (row: number, column: number) => T): (T | null)[][] =>
      written
        .slice(band.row, band.row + band.rows)
        .map((line, row) => line.map((isWritten, column) => (isWritten ? pick(band.row + row, column) : null)));
    const range = rangeOf(sheet, { ...band, row: area.row + band.row });
    range.formulas = where((row, column) => asBefore(formulas[row]?.[column] ?? '', values[row]?.[column] ?? ''));
    range.numberFormat = where((row, column) => numberFormats[row]?.[column] ?? 'General');
    yield undefined;
  }
}

/** Writes a sheet of the add-in's as it was before it was rewritten. */
function* rewriteAsBefore(workbook: Excel.Workbook, { before, read, tables }: RewrittenSheet): Steps<void> {
  const sheet = workbook.worksheets.getItem(before.name);
  for (const table of tables) sheet.tables.getItemOrNullObject(table).delete();
  const plan = {
    draft: before,
    before: read,
    tables: (before.tables ?? []).map((draft) => ({ draft, kept: null, replaced: false })),
  };
  for (const step of yield* stepsOf({ sheets: [before], names: [] }, [plan], { names: [] })) {
    const statements = step.run(workbook);
    if (statements) yield* statements;
    yield undefined;
  }
}

/**
 * Puts back what a write changed and removes what it added: first what was there, so that nothing that stays refers to what
 * goes. A blank sheet that an added one took the place of comes back under its name.
 */
export function* restore(workbook: Excel.Workbook, receipt: UndoReceipt): Steps<void> {
  const { worksheets, names } = workbook;
  for (const { sheet, area, ids } of receipt.conditionalFormats) {
    const { conditionalFormats } = rangeOf(worksheets.getItem(sheet), area);
    if (ids) for (const id of ids) conditionalFormats.getItem(id).delete();
    else conditionalFormats.clearAll();
    yield undefined;
  }
  for (const { sheet, area, before } of receipt.validations) {
    const { dataValidation } = rangeOf(worksheets.getItem(sheet), area);
    dataValidation.clear();
    if (before) dataValidation.set(before);
    yield undefined;
  }
  for (const { sheet, cell } of receipt.notes) {
    worksheets.getItem(sheet).notes.getItemOrNullObject(cell).delete();
    yield undefined;
  }
  for (const { sheet, name, area } of receipt.tables) {
    const worksheet = worksheets.getItem(sheet);
    worksheet.tables.getItem(name).resize(rangeOf(worksheet, area));
  }
  for (const cells of receipt.cells) yield* restoreCells(worksheets.getItem(cells.sheet), cells);
  for (const look of receipt.looks) {
    restoreLook(worksheets.getItem(look.sheet), look);
    yield undefined;
  }
  for (const { name, formula } of receipt.names) {
    if (formula === null) names.getItemOrNullObject(name).delete();
    else names.getItem(name).formula = formula;
    yield undefined;
  }
  for (const one of receipt.rewritten) yield* rewriteAsBefore(workbook, one);
  if (receipt.shown !== null) worksheets.getItemOrNullObject(receipt.shown).activate();
  const replacement = receipt.blank === null ? null : worksheets.add();
  for (const { id } of receipt.added) worksheets.getItemOrNullObject(id).delete();
  if (replacement && receipt.blank !== null) replacement.name = receipt.blank;
}

/** What is asked of an added sheet. */
type Now = { sheet: Excel.Worksheet; used: Excel.Range; charts: Excel.ChartCollection; shapes: Excel.ShapeCollection };

const areaOf = ({ isNullObject, rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area | null =>
  isNullObject ? null : { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };

/** Bytes of the formulas of the sheets that were added, as they come over the wire. */
function* weight({ added }: UndoReceipt): Steps<number> {
  let bytes = 0;
  for (const { formulas } of added)
    yield* inSteps(formulas, (line) => {
      for (const cell of line) bytes += String(cell).length + 3;
    });
  return bytes;
}

/** The formulas of a sheet in as many trips as their weight asks for. */
const inTrips = async (conversation: Conversation, name: string, area: Area, bytesPerCell: number): Promise<CellValue[][]> => {
  const lines: CellValue[][] = [];
  for (const band of bands(area, MOST_BYTES / Math.max(1, bytesPerCell))) {
    const context = conversation.context();
    const range = rangeOf(context.workbook.worksheets.getItem(name), band).load('formulasR1C1');
    await conversation.sync(context, 'reading', 0, 0);
    lines.push(...(range.formulasR1C1 as CellValue[][]));
  }
  return lines;
};

/** The cells of a draft as they are asked for: its texts, and formulas that hold no address. */
const draftedCells = ({ blocks = [] }: SheetDraft): { area: Area; formulas: Grid<CellValue> } => {
  const areas = blocks.map(blockArea);
  const rows = Math.max(0, ...areas.map((area) => area.row + area.rows));
  const columns = Math.max(0, ...areas.map((area) => area.column + area.columns));
  const formulas = Array.from({ length: rows }, () => new Array<CellValue>(columns).fill(''));
  for (const { row, column, cells } of blocks)
    for (const [down, line] of cells.entries())
      for (const [across, cell] of line.entries()) {
        const target = formulas[row + down];
        if (target && cell) target[column + across] = 'formula' in cell ? cell.formula : 'text' in cell ? cell.text : '';
      }
  return { area: { row: 0, column: 0, rows, columns }, formulas };
};

/**
 * What an added sheet is now, beside what it was when the write ended; none where it is gone. `before`: what a rewritten one was;
 * a cell that is so again, or empty, is that of an undo that was stopped on its way.
 */
function* changesOn(
  { name, used, formulas, drawings }: AddedSheet,
  now: Now & { area: Area | null; formulas: Grid<CellValue> },
  before: SheetDraft | null,
): Steps<string[]> {
  if (now.sheet.isNullObject) return before ? [name] : [];
  if (now.sheet.name !== name) return [now.sheet.name];
  let cells = yield* differences({ area: used, formulas }, now);
  if (before && cells.length > 0) {
    const others = yield* differences(draftedCells(before), now);
    const filled = yield* differences({ area: null, formulas: [] }, now);
    cells = cells.filter((cell) => others.includes(cell) && filled.includes(cell));
    return cells.map((cell) => placeName(name, cell));
  }
  const drawn = [...now.charts.items, ...now.shapes.items].map((item) => item.name).sort();
  if (cells.length === 0 && drawn.join('\n') !== drawings.join('\n')) return [name];
  return cells.map((cell) => placeName(name, cell));
}

/** What has become of what a receipt is about. */
type Since = {
  /** Places that were changed otherwise; none where nobody has changed anything. */
  places: string[];
  /** Id of the sheet that is shown. */
  shown: string;
  /** Conditional formats of the write that are still there: whoever took one away has done the rest. */
  conditionalFormats: UndoReceipt['conditionalFormats'];
};

const changesSince = async (conversation: Conversation, receipt: UndoReceipt): Promise<Since> => {
  const context = conversation.context();
  const { worksheets } = context.workbook;
  const shown = worksheets.getActiveWorksheet().load('id');
  const bytes = await conversation.during(weight(receipt));
  const isLarge = bytes > MOST_BYTES;
  const written = [
    ...receipt.added.map((one) => ({ one, before: null })),
    ...receipt.rewritten.flatMap(({ before, after }) => (after ? [{ one: after, before }] : [])),
  ];
  const added = written.map(({ one, before }) => {
    const sheet = worksheets.getItemOrNullObject(one.id).load('name');
    const bounds = 'rowIndex,columnIndex,rowCount,columnCount';
    const used = sheet.getUsedRangeOrNullObject(true).load(isLarge ? bounds : `${bounds},formulasR1C1`);
    return { one, before, sheet, used, charts: sheet.charts.load('items/name'), shapes: sheet.shapes.load('items/name') };
  });
  const cells = receipt.cells.map((one) => {
    const sheet = worksheets.getItemOrNullObject(one.sheet).load('name');
    return { one, sheet, range: rangeOf(sheet, one.area).load('formulas') };
  });
  const formats = receipt.conditionalFormats.map((one) => {
    const sheet = worksheets.getItemOrNullObject(one.sheet);
    return { one, now: one.ids ? rangeOf(sheet, one.area).conditionalFormats.load('items/id') : null };
  });
  await conversation.sync(context, 'reading', 0, receipt.added.length + receipt.cells.length);
  const perCell = bytes / receipt.added.reduce((sum, { used }) => sum + (used ? used.rows * used.columns : 0), 1);
  const onAdded: string[] = [];
  for (const { one, before, ...now } of added) {
    const area = now.sheet.isNullObject ? null : areaOf(now.used);
    const formulas = !area
      ? []
      : isLarge
        ? await inTrips(conversation, now.sheet.name, area, perCell)
        : (now.used.formulasR1C1 as CellValue[][]);
    onAdded.push(...(await conversation.during(changesOn(one, { ...now, area, formulas }, before))));
  }
  const inCells = await conversation.during(
    eachInSteps(cells, function* ({ one, sheet, range }): Steps<string[]> {
      if (sheet.isNullObject) return [placeName(one.sheet, areaName(one.area))];
      const changed = yield* changedSince(one, range.formulas as CellValue[][]);
      return changed.map((cell) => placeName(one.sheet, cell));
    }),
  );
  const places = [...onAdded, ...inCells.flat()];
  // One that spans two areas is told of both, and goes once.
  const told = new Set<string>();
  const conditionalFormats = formats.map(({ one, now }) => {
    if (!now || !one.ids) return one;
    const present = new Set(now.isNullObject ? [] : now.items.map(({ id }) => id));
    const ids = one.ids.filter((id) => present.has(id) && !told.has(id));
    for (const id of ids) told.add(id);
    return { ...one, ids };
  });
  return { places, shown: shown.id, conditionalFormats };
};

const stopped = (cause: string): Problem => problem('undo-stopped', { cause });

/**
 * Undoes a write in two round trips, and one more for each further 2.5 MB: one that looks whether somebody has changed what it
 * wrote, one that puts everything back.
 * Refused by the first nothing is undone; stopped on its way in the second, it can be asked for again.
 */
export const undoWrite = async (conversation: Conversation, receipt: UndoReceipt): Promise<Result<null>> => {
  const looked = await attempt(() => changesSince(conversation, receipt));
  if ('error' in looked) return refused(problemOf(looked.error));
  const { places, shown, conditionalFormats } = looked.value;
  if (places.length > 0) return refused(problem('undo-too-late', { cells: listed(places) }));
  // Whoever looks at another sheet by now stays there.
  const goes = receipt.added.some(({ id }) => id === shown);
  const undone = await attempt(async () => {
    const context = conversation.context();
    context.trace('undo');
    await conversation.during(restore(context.workbook, { ...receipt, conditionalFormats, shown: goes ? receipt.shown : null }));
    await conversation.sync(context, 'writing', 0, receipt.added.length + receipt.cells.length);
  });
  if (!('error' in undone)) return done(null);
  const { error } = undone;
  return refused(error.reached.length > 0 ? stopped(error.message || error.code) : problemOf(error));
};
