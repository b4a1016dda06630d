import type { Language } from '../meteo/content';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { findTable, valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { readSettings, SETTINGS_TABLE, settingCells } from './settings';
import { linesOf, SCHEMA, stylesOf, validationsOf } from './settings-sheet';
import type { SettingKey } from './settings-words';

/** Rows that settings of version 1 do not have. */
const ADDED: readonly SettingKey[] = ['plannedEvents', 'openHolidays', 'holidayRegion'];
/** Name, value, meaning. */
const COLUMNS = 3;

const textOf = (cell: CellDraft | undefined): string => (cell && 'text' in cell ? cell.text : '');

/**
 * The rows that settings written by an earlier version lack, under their last, with their version brought to this one: once,
 * so that a row that somebody takes out stays out. Nothing else of the sheet is touched. null where nothing lacks, where the
 * sheet is protected, and where something stands under the table.
 */
export const completedSettings = (workbook: WorkbookSnapshot, language: Language): SheetDraft | null => {
  const found = findTable(workbook, SETTINGS_TABLE);
  const settings = readSettings(workbook, language);
  const cellOf = settingCells(workbook);
  const version = cellOf?.('schema');
  if (!found || !settings || !cellOf || !version || Number(version.value) >= SCHEMA) return null;
  const { sheet, table } = found;
  const { area } = table;
  const keys = ADDED.filter((key) => !cellOf(key));
  const lines = linesOf(settings, keys);
  const first = area.row + area.rows;
  // What a writing that was stopped on its way left there is ours.
  const isFree = lines.every((line, down) =>
    line.every((cell, right) => ['', textOf(cell)].includes(String(valueAt(sheet, first + down, area.column + right)))),
  );
  if (sheet.protected || table.hasTotals || area.columns !== COLUMNS || !isFree) return null;
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [
      { row: area.row, column: area.column, cells: [table.columns.map((header): CellDraft => ({ text: header }))] },
      { row: version.row, column: area.column + 1, cells: [[{ number: SCHEMA }]] },
      ...(lines.length > 0 ? [{ row: first, column: area.column, cells: lines }] : []),
    ],
    tables: [{ name: table.name, area: { ...area, rows: area.rows + lines.length }, style: 'TableStyleLight1' }],
    styles: lines.length > 0 ? stylesOf(first, area.column, lines.length) : [],
    validations: validationsOf(keys, settings.language, first, area.column + 1),
  };
};
