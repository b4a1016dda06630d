import { done, refused, type Result } from '../core/problem';
import type { Area } from '../core/sheet/address';
import type { CellValue, Grid, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../core/sheet/snapshot';
import type { ReadRequest } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import type { Conversation } from './conversation';
import { countsFrom1904 } from './dateSystem';
import { answerTooLarge, attempt, problemOf, refusedWhole, wasCancelled } from './errors';
import { readOutline, type Outline, type SheetOutline } from './readOutline';
import { FormulaWeights, firstRowsFirst } from './formulaTrips';
import { CELLS_PER_TRIP, FORMAT_ROWS, beyondArea, trips, wholeArea, type Piece } from './readPlan';
import { placePivots } from './readPivots';
import { sheetDetail, sheetTables, type SheetDetail } from './readSheet';

/** Cells below which an answer that is too large is not asked for in smaller parts any more. */
const SMALLEST_TRIP = 2_000;

type Loaded = { piece: Piece; range: Excel.Range };

/** What one reading found of the sheets that the outline tells. */
type CellsRead = {
  fillings: Map<string, Filling>;
  details: Map<string, SheetDetail>;
  tables: (sheet: string) => TableSnapshot[];
  pivots: ReturnType<typeof placePivots>;
};

/** Values (and formulas) of one sheet, filled in as the parts arrive. */
type Filling = { area: Area; values: CellValue[][]; formulas: CellValue[][] | null };

/** Cells that are blanked or taken over between two pauses: some milliseconds of work. */
const CELLS_PER_STEP = 50_000;

const rowsPerStep = ({ columns }: Area): number => Math.max(1, Math.floor(CELLS_PER_STEP / Math.max(1, columns)));

function* blank(area: Area): Steps<CellValue[][]> {
  const lines: CellValue[][] = [];
  for (let row = 0; row < area.rows; row++) {
    lines.push(new Array<CellValue>(area.columns).fill(''));
    if (row % rowsPerStep(area) === 0) yield undefined;
  }
  return lines;
}

function* paste(target: CellValue[][], targetArea: Area, source: Grid<CellValue>, area: Area): Steps<void> {
  for (const [row, line] of source.entries()) {
    const into = target[area.row - targetArea.row + row];
    if (into) for (const [column, value] of line.entries()) into[area.column - targetArea.column + column] = value;
    if (row % rowsPerStep(area) === 0) yield undefined;
  }
}

const sameArea = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;

/**
 * Columns beyond the first 256 that have something in their first rows, as pieces over the sheet's whole height: next to
 * each other they are one piece.
 */
const headedColumns = (sheet: SheetOutline & { used: Area }, first: Grid<CellValue>, beyond: Area): Piece[] => {
  const pieces: Piece[] = [];
  for (let column = 0; column < beyond.columns; column++) {
    if (!first.some((line) => line[column] !== undefined && line[column] !== '')) continue;
    const last = pieces.at(-1);
    if (last && last.area.column + last.area.columns === beyond.column + column) last.area.columns++;
    else
      pieces.push({
        sheet: sheet.name,
        area: { row: sheet.used.row, column: beyond.column + column, rows: sheet.used.rows, columns: 1 },
      });
  }
  return pieces;
};

/** Reads the workbook's cells in as many trips as their number asks for, the details of the sheets in the first of them. */
const readCells = async (
  conversation: Conversation,
  outline: Outline,
  formulas: boolean,
  cellsPerTrip: number,
): Promise<CellsRead> => {
  const context = conversation.context();
  const sheets = context.workbook.worksheets;
  const total = outline.sheets.length;
  const used = outline.sheets.filter((sheet): sheet is SheetOutline & { used: Area } => sheet.used !== null);
  const details = new Map<string, SheetDetail>();
  for (const sheet of outline.sheets) {
    details.set(sheet.name, sheetDetail(sheets.getItem(sheet.name), sheet, FORMAT_ROWS));
    await conversation.pause();
  }
  const tables = await conversation.during(sheetTables(context, outline));
  const present = new Set(outline.sheets.map(({ name }) => name));
  const pivots = placePivots(
    context,
    (outline.pivots ?? []).filter(({ sheet }) => present.has(sheet)),
  );
  const heads = used.flatMap((sheet) => {
    const beyond = beyondArea(sheet.used);
    return beyond ? [{ sheet, beyond, range: load(sheets, { sheet: sheet.name, area: beyond }, false) }] : [];
  });

  const loaded: Loaded[] = [];
  const weights = new FormulaWeights();
  const cellsOf = (sheet: string): number =>
    formulas ? weights.cellsPerTrip(sheet, cellsPerTrip / CELLS_PER_TRIP) : cellsPerTrip;
  const fetch = async (pieces: readonly Piece[]): Promise<void> => {
    for (const group of trips(formulas ? firstRowsFirst(pieces) : pieces, cellsOf)) {
      const begun = new Set(loaded.map(({ piece }) => piece.sheet)).size;
      const asked = group.map((piece): Loaded => ({ piece, range: load(sheets, piece, formulas) }));
      await conversation.sync(context, 'reading', Math.min(begun, total), total);
      if (formulas) for (const { piece, range } of asked) weights.learn(piece.sheet, range.formulas);
      loaded.push(...asked);
    }
  };
  await fetch(used.map((sheet) => ({ sheet: sheet.name, area: wholeArea(sheet.used) })));
  if (loaded.length === 0) await conversation.sync(context, 'reading', 0, total);
  await fetch(heads.flatMap(({ sheet, beyond, range }) => headedColumns(sheet, range.values, beyond)));

  conversation.progress('reading', total, total);

  const fillings = await conversation.during(filled(used, loaded, formulas));
  return { fillings, details, tables, pivots };
};

/** The cells of each sheet, put together of the parts that were read of it. */
function* filled(
  sheets: readonly (SheetOutline & { used: Area })[],
  loaded: readonly Loaded[],
  formulas: boolean,
): Steps<Map<string, Filling>> {
  const fillings = new Map<string, Filling>();
  for (const { name, used } of sheets) {
    yield undefined;
    const mine = loaded.filter(({ piece }) => piece.sheet === name);
    const columns = Math.max(...mine.map(({ piece }) => piece.area.column + piece.area.columns)) - used.column;
    const area = { ...used, columns };
    const only = mine[0];
    if (mine.length === 1 && only && sameArea(only.piece.area, area)) {
      fillings.set(name, { area, values: only.range.values, formulas: formulas ? only.range.formulas : null });
      continue;
    }
    const filling: Filling = { area, values: yield* blank(area), formulas: formulas ? yield* blank(area) : null };
    for (const { piece, range } of mine) {
      yield* paste(filling.values, area, range.values, piece.area);
      if (filling.formulas) yield* paste(filling.formulas, area, range.formulas, piece.area);
    }
    fillings.set(name, filling);
  }
  return fillings;
}

const load = (sheets: Excel.WorksheetCollection, { sheet, area }: Piece, formulas: boolean): Excel.Range =>
  sheets
    .getItem(sheet)
    .getRangeByIndexes(area.row, area.column, area.rows, area.columns)
    .load(formulas ? 'values,formulas' : 'values');

/**
 * Reads the workbook in two round trips: one for its sheets, tables and names and how large they are, one for the
 * cells. Above about 4 MB of cells one more for each further 4 MB, since Excel on the web answers no more than 5 MB; one
 * more for the columns that hold something in sheets wider than 256, and one for a workbook of more than 40 sheets.
 */
export const readWorkbook = async (conversation: Conversation, request: ReadRequest = {}): Promise<Result<WorkbookSnapshot>> => {
  const ask = (withPivots: boolean) => attempt(() => readOutline(conversation, request.sheets, withPivots));
  let outlined = await ask(request.pivots === true);
  // Excel does not tell the figures of some PivotTables over data models: then the rest is read without any.
  if ('error' in outlined && request.pivots === true && !refusedWhole(outlined.error) && !wasCancelled(outlined.error))
    outlined = await ask(false);
  if ('error' in outlined) return refused(problemOf(outlined.error));
  let outline = outlined.value;
  let cells = CELLS_PER_TRIP;
  for (;;) {
    const read = await attempt(() => readCells(conversation, outline, request.formulas === true, cells));
    if (!('error' in read)) return done(await conversation.during(snapshot(outline, read.value)));
    if (answerTooLarge(read.error) && cells > SMALLEST_TRIP) cells = Math.floor(cells / 4);
    else if (outline.pivots && !refusedWhole(read.error) && !wasCancelled(read.error)) outline = { ...outline, pivots: null };
    else return refused(problemOf(read.error));
  }
};

function* snapshot(outline: Outline, read: CellsRead): Steps<WorkbookSnapshot> {
  let date1904: boolean | null = null;
  const sheets: SheetSnapshot[] = [];
  for (const sheet of outline.sheets) {
    yield undefined;
    const filling = read.fillings.get(sheet.name);
    const detail = read.details.get(sheet.name);
    const numberFormats = detail?.formats?.numberFormat ?? [];
    if (filling && detail?.formats) date1904 ??= countsFrom1904(filling.values, numberFormats, detail.formats.text);
    sheets.push({
      name: sheet.name,
      position: sheet.position,
      visibility: sheet.visibility,
      protected: sheet.protected,
      used: filling?.area ?? null,
      values: filling?.values ?? [],
      numberFormats,
      ...(filling?.formulas && { formulas: filling.formulas }),
      tables: read.tables(sheet.name),
      ...(outline.pivots && { pivots: read.pivots(sheet.name) }),
      charts: detail?.charts.items.map((chart) => chart.name) ?? [],
      shapes: detail?.shapes.items.map((shape) => shape.name) ?? [],
    });
  }
  return {
    sheets,
    names: outline.names,
    date1904: date1904 ?? false,
    structureProtected: outline.structureProtected,
    readOnly: outline.readOnly,
  };
}
