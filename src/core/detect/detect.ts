import { problem } from '../problem';
import type { Area } from '../sheet/address';
import type { SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';
import { acrossBlocks } from './across';
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
const tablesOf = (sheet: SheetSnapshot, workbook: WorkbookSnapshot): FoundTable[] => {
  const upright = blocksOf(sheet).flatMap((block) => detectBlock(block, workbook) ?? []);
  const across = acrossBlocks(sheet, workbook.date1904).flatMap((block) => detectBlock(block, workbook) ?? []);
  const apart = (one: FoundTable, other: FoundTable): boolean => !overlap(tableArea(one.table), tableArea(other.table));
  const turned = across.filter((one) => upright.every((other) => other.table.dateColumn === null || apart(one, other)));
  return [...upright.filter((one) => turned.every((other) => apart(one, other))), ...turned];
};

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
export const detect = (workbook: WorkbookSnapshot): Detection => {
  const sheets = workbook.sheets.filter((sheet) => sheet.used !== null && !isOwnSheet(sheet, workbook));
  if (sheets.length === 0) return { tables: [], problems: [problem('workbook-empty', {})] };
  const found = sheets.flatMap((sheet) => tablesOf(sheet, workbook));
  const { tables, problems } = markDuplicates(
    found.filter(({ placed }) => placed).map(({ table }) => table),
    (name) => sheets.find((sheet) => sheet.name === name),
  );
  const others = found.filter(({ placed }) => !placed).map(({ table }) => table);
  const ranked = [...tables, ...others].sort((a, b) => b.confidence - a.confidence);
  const duplicated = new Set(problems.map((raised) => raised.place?.sheet));
  const told = toldOf(found);
  return {
    tables: ranked,
    problems: [
      ...(told.length > 0 ? [] : [problem('no-dates', { sheets: sheets.length })]),
      ...problems,
      ...told.flatMap((one) => (duplicated.has(one.table.sheet) ? [] : one.problems())),
    ],
  };
};
