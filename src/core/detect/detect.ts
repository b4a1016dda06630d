import { problem, type Problem } from '../problem';
import type { Area } from '../sheet/address';
import type { SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, eachInSteps, type Steps } from '../steps';
import { acrossBlocks } from './across';
import type { Block } from './block';
import { blocksOf } from './blocks';
import { isFigure } from './cell-problems';
import { detectBlock, type FoundTable } from './detect-block';
import type { DetectedTable, Detection } from './detected';
import { markDuplicates } from './duplicates';
import { isOwnSheet } from './own';
import { tableArea } from './places';

/** A table without dates that somebody may want to follow has that many rows. */
const SNAPSHOT_ROWS = 2;

const overlap = (one: Area, other: Area): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

/**
 * The tables of a sheet. Where cells read both ways, dates in a column are believed before dates across, and dates across
 * before none.
 */
function* tablesOf(sheet: SheetSnapshot, workbook: WorkbookSnapshot): Steps<FoundTable[]> {
  const found = function* (blocks: readonly Block[]): Steps<FoundTable[]> {
    const tables = yield* eachInSteps(blocks, (block) => detectBlock(block, workbook));
    return tables.filter((table) => table !== null);
  };
  const upright = yield* found(yield* blocksOf(sheet));
  const across = yield* found(yield* acrossBlocks(sheet, workbook.date1904));
  const apart = (one: FoundTable, other: FoundTable): boolean => !overlap(tableArea(one.table), tableArea(other.table));
  const turned = across.filter((one) => upright.every((other) => other.table.dateColumn === null || apart(one, other)));
  return [...upright.filter((one) => turned.every((other) => apart(one, other))), ...turned];
}

const isFollowed = (table: DetectedTable): boolean =>
  table.lastRow - table.firstRow + 1 >= SNAPSHOT_ROWS && table.columns.some(isFigure);

/** Tables whose problems are told: those with dates, and on a visible sheet without any its likeliest state. */
const toldOf = (found: readonly FoundTable[]): FoundTable[] => {
  const dated = found.filter(({ table }) => table.dateColumn !== null);
  const sheets = new Set(dated.map(({ table }) => table.sheet));
  const states = new Map<string, FoundTable>();
  for (const one of found) {
    const { table } = one;
    if (sheets.has(table.sheet) || table.visibility !== 'visible' || !isFollowed(table)) continue;
    if (table.confidence > (states.get(table.sheet)?.table.confidence ?? 0)) states.set(table.sheet, one);
  }
  return [...dated, ...states.values()];
};

/**
 * What is in a workbook: every table-like block, the one to consolidate first, with what is odd about those that have
 * dates, and about the states of sheets without. Visible sheets come before hidden ones; the add-in's own sheets are left
 * out.
 */
export const detect = (workbook: WorkbookSnapshot): Detection => atOnce(detectSteps(workbook));

/** The same in steps: sheets, blocks, columns and some hundreds of rows at a time. */
export function* detectSteps(workbook: WorkbookSnapshot): Steps<Detection> {
  const sheets = workbook.sheets.filter((sheet) => sheet.used !== null && !isOwnSheet(sheet, workbook));
  if (sheets.length === 0) return { tables: [], problems: [problem('workbook-empty', {})] };
  const found = (yield* eachInSteps(sheets, (sheet) => tablesOf(sheet, workbook))).flat();
  const { tables, problems } = markDuplicates(
    found.filter(({ placed }) => placed).map(({ table }) => table),
    (name) => sheets.find((sheet) => sheet.name === name),
  );
  const others = found.filter(({ placed }) => !placed).map(({ table }) => table);
  const ranked = [...tables, ...others].sort((a, b) => b.confidence - a.confidence);
  const duplicated = new Set(problems.map((raised) => raised.place?.sheet));
  const told = toldOf(found);
  const odd: Problem[] = told.length > 0 ? [...problems] : [problem('no-dates', { sheets: sheets.length }), ...problems];
  for (const one of told) if (!duplicated.has(one.table.sheet)) odd.push(...(yield* one.problems()));
  return { tables: ranked, problems: odd };
}
