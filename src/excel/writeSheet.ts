import { isOwnSheet } from '../core/detect/own';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../core/sheet/address';
import type { SheetDraft } from '../core/sheet/draft';
import type { SheetSnapshot, WorkbookSnapshot } from '../core/sheet/snapshot';
import { rangeOf } from './range';
import type { TablePlan } from './writeTables';

/**
 * The columns of a sheet that are the add-in's: as far as its tables reached or the draft reaches; what stands right of them
 * was typed by somebody. The whole sheet where no table of before tells.
 */
const ownColumns = ({ blocks = [], fills = [] }: SheetDraft, { tables }: SheetSnapshot): Area => {
  const edges = [
    ...tables.map(({ area }) => area.column + area.columns),
    ...blocks.map(({ column, cells }) => column + Math.max(0, ...cells.map((line) => line.length))),
    ...fills.map(({ area }) => area.column + area.columns),
  ];
  return { row: 0, column: 0, rows: MAX_ROWS, columns: tables.length > 0 ? Math.max(...edges) : MAX_COLUMNS };
};

/** What is left of an area around a hole in it: at most four rectangles. */
const around = (area: Area, hole: Area): Area[] => {
  const top = Math.max(area.row, hole.row);
  const bottom = Math.min(area.row + area.rows, hole.row + hole.rows);
  const left = Math.max(area.column, hole.column);
  const right = Math.min(area.column + area.columns, hole.column + hole.columns);
  if (top >= bottom || left >= right) return [area];
  const parts: Area[] = [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: top, column: area.column, rows: bottom - top, columns: left - area.column },
    { row: top, column: right, rows: bottom - top, columns: area.column + area.columns - right },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
};

/** An area but for the tables that live on. */
const outside = (whole: Area, tables: readonly Area[]): Area[] =>
  tables.reduce<Area[]>((areas, table) => areas.flatMap((area) => around(area, table)), [whole]);

/**
 * Empties a sheet of the add-in's before it is rewritten. Tables that live on keep their place and their header, so that
 * what refers to them goes on meaning the same; notes right of them stay.
 */
export const emptySheet = (
  sheet: Excel.Worksheet,
  draft: SheetDraft,
  before: SheetSnapshot,
  plans: readonly TablePlan[],
): void => {
  const kept = plans.flatMap((plan) => (plan.kept ? [plan.kept.area] : []));
  const own = ownColumns(draft, before);
  const whole = rangeOf(sheet, own);
  whole.unmerge();
  whole.conditionalFormats.clearAll();
  whole.dataValidation.clear();
  for (const area of outside(own, kept)) rangeOf(sheet, area).clear();
  for (const area of kept) {
    rangeOf(sheet, area).clear('Formats');
    rangeOf(sheet, area).clear('Hyperlinks');
    if (area.rows > 1) rangeOf(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }).clear('Contents');
  }
};

/** Prefix of the names that the add-in gives to what it draws. */
const OWN_PREFIX = 'meteo.';

/** Removes the charts and shapes that the draft draws again, and on a sheet of the add-in's those it drew before. */
export const removeDrawings = (sheet: Excel.Worksheet, draft: SheetDraft, before: SheetSnapshot): void => {
  const redrawn = new Set([...(draft.charts ?? []), ...(draft.shapes ?? [])].map(({ name }) => name));
  const goes = (name: string): boolean => redrawn.has(name) || (draft.owner === 'own' && name.startsWith(OWN_PREFIX));
  for (const name of before.charts?.filter(goes) ?? []) sheet.charts.getItem(name).delete();
  for (const name of before.shapes?.filter(goes) ?? []) sheet.shapes.getItem(name).delete();
};

/** Whether a sheet of a draft's name is the add-in's to empty: it holds nothing, or it was made by it. Any other is somebody's work. */
export const isOurs = (sheet: SheetSnapshot, workbook: WorkbookSnapshot): boolean =>
  sheet.used === null || isOwnSheet(sheet, workbook);
