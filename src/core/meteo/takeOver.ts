import { isOwnSheet } from '../detect/own';
import type { SheetDraft } from '../sheet/draft';
import type { SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';
import type { HistoryRow } from './history';

/**
 * The page made again on another day takes over the sheet of the first, whose name has the day of issue: one météo has one
 * sheet. A sheet that its user renamed since is a variant to keep, and stays.
 */
export const takeOver = (
  pages: readonly SheetDraft[],
  row: HistoryRow,
  history: readonly HistoryRow[],
  workbook: WorkbookSnapshot,
): readonly SheetDraft[] => {
  const named = (name: string | undefined): SheetSnapshot | undefined =>
    workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name?.toLowerCase());
  const before = named(history.find(({ number }) => number === row.number)?.sheet);
  if (!before || !isOwnSheet(before, workbook)) return pages;
  return pages.map((page) => (named(page.name) ? page : { ...page, existing: before.name }));
};
