import { readDate } from '../detect/dates';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';

const FLASH_TABLE = 'tblFlash';
/** Headers of the moment that each flash point announces for the next one. */
const NEXT = ['prochain point', 'next point'];

/**
 * The flash point that is to be made today: the moment that the latest row of `tblFlash` announces, when it is one of
 * today's, past or to come, and no row was typed since. null without such a table or where nobody announced one.
 */
export const nextFlash = (workbook: WorkbookSnapshot, now: number): number | null => {
  const found = findTable(workbook, FLASH_TABLE);
  if (!found) return null;
  const { sheet, table } = found;
  const next = table.columns.findIndex((header) => NEXT.includes(header.trim().toLowerCase()));
  if (next < 0) return null;
  let latest: { moment: number; next: number | null } | null = null;
  for (let row = 1; row < table.area.rows; row++) {
    const at = (column: number): number | null =>
      readDate(valueAt(sheet, table.area.row + row, table.area.column + column), 'real', workbook.date1904);
    const moment = at(0);
    if (moment !== null && (latest === null || moment > latest.moment)) latest = { moment, next: at(next) };
  }
  const announced = latest?.next ?? null;
  return announced !== null && Math.floor(announced) === Math.floor(now) ? announced : null;
};
