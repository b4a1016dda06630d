import { sheetNameFor } from '../consolidation/consolidate';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { fromHostSerial } from '../period/serial';
import { done, problem, refused, type Problem, type Result } from '../problem';
import { cellName, parseArea } from '../sheet/address';
import type { CellDraft, SheetDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { numericDate } from '../words/dates';
import { vocabulary } from '../words/vocabulary';
import { cadenceIn } from './cadence';
import type { FaultyPart } from './planned-days';
import { readSettings, settingCells, settingsProblems, SETTINGS_TABLE, type Settings } from './settings';
import { completedSettings } from './settings-completed';
import { proposeSettings, proposedClient, usualSettings } from './settings-propose';
import { FORM_KEYS, settingFault, type FormKey, type SettingChange, type SettingsForm } from './settings-form';
import { linesOf, settingsSheet } from './settings-sheet';
import { SETTING_WORDS } from './settings-words';

/** Where a setting now stands, and what to write for it to. */
export type SavedSetting = { draft: WorkbookDraft; sheet: string; cell: string };

/** The settings that stand, or those that a form shows to be confirmed: with the client that the sheet's name may tell of. */
const asked = (workbook: WorkbookSnapshot, table: DetectedTable | null, language: Language): Settings => {
  const settings = readSettings(workbook, language);
  if (settings || !table) return settings ?? usualSettings(language);
  const { client, contract } = proposedClient(workbook, table);
  return { ...proposeSettings(workbook, table, language), client, contract };
};

const textIn = (value: CellValue, date1904: boolean, isDays: boolean): string =>
  isDays && typeof value === 'number' ? numericDate(fromHostSerial(value, date1904)) : String(value).trim();

/** Settings of a workbook as a form, or those that would be proposed from its data where it has none. */
export const settingsForm = (workbook: WorkbookSnapshot, table: DetectedTable | null, language: Language): SettingsForm => {
  const settings = asked(workbook, table, language);
  const cellOf = settingCells(workbook);
  const lines = linesOf(settings, FORM_KEYS);
  const textOf = (key: FormKey, index: number): string => {
    if (key === 'printMinutes') return settings.printMinutes ? 'yes' : 'no';
    if (key === 'language' || key === 'orientation') return settings[key];
    const cell = cellOf?.(key);
    if (cell && cell.value !== '') return textIn(cell.value, workbook.date1904, key === 'closedDays');
    const draft = lines[index]?.[1];
    if (!draft || cell) return key === 'cadence' ? String(settings.cadence) : '';
    return 'text' in draft ? draft.text : 'number' in draft ? String(draft.number) : '';
  };
  const faults: Partial<Record<FormKey, FaultyPart>> = {};
  for (const fault of settingsProblems(workbook)) {
    const key = FORM_KEYS.find((name) => cellOf?.(name)?.cell === fault.place?.cell);
    if (key && fault.code === 'setting-fault') faults[key] ??= { text: fault.params.text, fault: fault.params.fault };
  }
  return {
    sheet: findTable(workbook, SETTINGS_TABLE)?.sheet.name ?? null,
    texts: Object.fromEntries(FORM_KEYS.map((key, index) => [key, textOf(key, index)])) as Record<FormKey, string>,
    toConfirm: !cellOf && table && proposedClient(workbook, table).fromSheet ? ['client'] : [],
    faults,
  };
};

/**
 * Whether a setting is still what its form was read with, `before`; the problem that says it is not. Without a sheet of settings
 * there is nothing that somebody could have changed.
 */
export const changedSetting = (
  workbook: WorkbookSnapshot,
  { key, before }: { key: FormKey; before: string },
  language: Language,
): Problem | null => {
  const { sheet, texts } = settingsForm(workbook, null, language);
  if (sheet === null || texts[key].trim() === before.trim()) return null;
  const cell = settingCells(workbook)?.(key);
  const place = cell ? { sheet: cell.sheet, cell: cell.cell } : { sheet };
  return problem('changed-since-read', { name: cell?.name ?? SETTING_WORDS[language].keys[key].name }, place);
};

/** A change as its cell holds it. */
const cellOfChange = ({ key, typed }: SettingChange, language: Language): CellDraft => {
  const text = typed.trim();
  const cadence = key === 'cadence' ? cadenceIn(text) : undefined;
  if (cadence !== undefined) return { number: cadence };
  if (text === '') return { empty: true };
  const { yes, no } = vocabulary(language);
  return { text: key === 'printMinutes' ? (text === 'yes' ? yes : no) : text };
};

const nameOf = (cell: CellDraft | undefined): string => (cell && 'text' in cell ? cell.text.toLowerCase() : '');

/** A sheet that is going to be written, with another value in the row of a setting; null where it has no such row. */
const withValue = (sheet: SheetDraft, key: FormKey, value: CellDraft): { sheet: SheetDraft; cell: string } | null => {
  const names = [SETTING_WORDS.fr, SETTING_WORDS.en].map(({ keys }) => keys[key].name.toLowerCase());
  let cell: string | null = null;
  const blocks = sheet.blocks?.map((block) => ({
    ...block,
    cells: block.cells.map((line, index) => {
      if (!names.includes(nameOf(line[0]))) return line;
      cell = cellName(block.row + index, block.column + 1);
      return line.map((own, place) => (place === 1 ? value : own));
    }),
  }));
  return cell !== null && blocks ? { sheet: { ...sheet, blocks }, cell } : null;
};

/**
 * What to write so that a setting says what was typed: its cell alone, or the whole sheet of settings where the workbook has
 * none. Refused with `setting-fault` for what cannot be read, with `setting-row-missing` where somebody took its row out.
 * `{ key: 'cadence', typed: '10' }` is a number in `Paramètres!B6`.
 */
export const settingDraft = (
  workbook: WorkbookSnapshot,
  change: SettingChange,
  table: DetectedTable | null,
  language: Language,
): Result<SavedSetting> => {
  const { key } = change;
  const settings = asked(workbook, table, language);
  const cellOf = settingCells(workbook);
  const { name } = SETTING_WORDS[settings.language].keys[key];
  const fault = settingFault(change);
  const found = cellOf?.(key);
  const place = found && { sheet: found.sheet, cell: found.cell };
  if (fault) return refused(problem('setting-fault', { setting: found?.name ?? name, ...fault }, place));
  const value = cellOfChange(change, settings.language);
  if (found) {
    const { row, column } = parseArea(found.cell) ?? { row: found.row, column: 0 };
    const sheet: SheetDraft = { name: found.sheet, owner: 'user', blocks: [{ row, column, cells: [[value]] }] };
    return done({ draft: { sheets: [sheet], names: [] }, sheet: found.sheet, cell: found.cell });
  }
  const title = vocabulary(settings.language).sheets.settings;
  if (!cellOf && workbook.structureProtected) return refused(problem('workbook-protected', { sheets: title }));
  const made = cellOf
    ? completedSettings(workbook, language)
    : settingsSheet(settings, sheetNameFor(workbook, SETTINGS_TABLE, title, new Set()));
  const changed = made && withValue(made, key, value);
  if (!changed) return refused(problem('setting-row-missing', { setting: name }));
  return done({ draft: { sheets: [changed.sheet], names: [] }, sheet: changed.sheet.name, cell: changed.cell });
};
