import type { Area } from '../core/sheet/address';
import type { RemovedRowsDraft, TableDraft } from '../core/sheet/draft';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../core/sheet/snapshot';
import { findTable } from '../core/sheet/snapshot';
import { rangeOf } from './range';

/** What becomes of a table: it is made, or the one that is there lives on with other bounds. */
export type TablePlan = {
  draft: TableDraft;
  kept: TableSnapshot | null;
  /** One of that name that cannot live on. */ replaced: boolean;
};

/** Whether the headers that a draft writes begin with those that are there; '' leaves one as it is. */
const startsWith = (columns: readonly string[], first: readonly string[]): boolean =>
  first.every((name, index) => columns[index] === name || columns[index] === '');

/**
 * A table lives on when it begins where the draft does and its columns are the draft's first ones: references to it and to
 * its columns then mean what they meant. Otherwise it is made anew and what pointed at it keeps plain addresses.
 */
export const planTable = (
  draft: TableDraft,
  headers: readonly string[],
  snapshot: WorkbookSnapshot,
  sheet: SheetSnapshot | undefined,
  canResize: boolean,
): TablePlan => {
  const found = findTable(snapshot, draft.name);
  if (!found) return { draft, kept: null, replaced: false };
  const { table } = found;
  const inPlace =
    found.sheet === sheet &&
    table.area.row === draft.area.row &&
    table.area.column === draft.area.column &&
    table.hasHeaders &&
    !table.hasTotals &&
    startsWith(headers, table.columns);
  const sameSize = table.area.rows === draft.area.rows && table.area.columns === draft.area.columns;
  const kept = inPlace && (sameSize || canResize) ? table : null;
  return { draft, kept, replaced: kept === null };
};

const sameArea = (one: Area, other: Area): boolean => one.rows === other.rows && one.columns === other.columns;

/** Makes the table, or gives the kept one its new bounds. Its header cells are written already. */
export const writeTable = (sheet: Excel.Worksheet, { draft, kept }: TablePlan): void => {
  const range = rangeOf(sheet, draft.area);
  if (kept) {
    const table = sheet.tables.getItem(kept.name);
    // ExcelApi 1.13: the plan keeps a table of another size only where it is there.
    if (!sameArea(kept.area, draft.area)) table.resize(range);
    return;
  }
  const table = sheet.tables.add(range, true);
  table.name = draft.name;
  if (draft.style !== undefined) table.style = draft.style;
  table.showFilterButton = draft.showFilters === true;
};

/** Takes rows out of a table, from the last up: each removal leaves the places of those above as they are. */
export const removeRows = (sheet: Excel.Worksheet, { table, rows }: RemovedRowsDraft): void => {
  const found = sheet.tables.getItem(table);
  for (const row of [...rows].sort((one, other) => other - one)) found.rows.getItemAt(row).delete();
};
