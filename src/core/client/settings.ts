import type { Language, Orientation } from '../meteo/content';
import type { HolidayRegion } from '../period/holidays';
import type { CalendarRules } from '../period/planned';
import { problem, type Problem } from '../problem';
import { cellName } from '../sheet/address';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { readDays, readEvents, readOpenHolidays, type FaultyPart } from './planned-days';
import { cadenceIn, USUAL_CADENCE } from './cadence';
import { SETTING_WORDS, type SettingKey } from './settings-words';

/** What the workbook says about its client and its météos (`tblParam`), and of the service's calendar. */
export type Settings = CalendarRules & {
  client: string;
  provider: string;
  contract: string;
  language: Language;
  /** Days between two météos, 7 to 15. */
  cadence: number;
  orientation: Orientation;
  /** Dictionary id of the figure printed largest; empty: the first key KPI that has an objective. */
  keyFigure: string;
  /** Print how long the page took to prepare? */
  printMinutes: boolean;
};

export const SETTINGS_TABLE = 'tblParam';

/** A setting as it stands: what it is called there, what its cell holds, and where that is. */
type SettingCell = { name: string; value: CellValue; sheet: string; row: number; cell: string };

/** Cells of the settings that a workbook has, whichever language they are written in; null when it has no such table. */
export const settingCells = (workbook: WorkbookSnapshot): ((key: SettingKey) => SettingCell | undefined) | null => {
  const found = findTable(workbook, SETTINGS_TABLE);
  if (!found) return null;
  const { sheet, table } = found;
  const { row: top, column, rows } = table.area;
  const cells = Array.from({ length: rows }, (_, offset): SettingCell => {
    const row = top + offset;
    const name = String(valueAt(sheet, row, column)).trim();
    return { name, value: valueAt(sheet, row, column + 1), sheet: sheet.name, row, cell: cellName(row, column + 1) };
  });
  return (key) => {
    const names = [SETTING_WORDS.fr, SETTING_WORDS.en].map(({ keys }) => keys[key].name.toLowerCase());
    return cells.find(({ name }) => names.includes(name.toLowerCase()));
  };
};

/** Words that a setting understands, and what each says. */
type Words<T> = readonly (readonly [word: string, value: T])[];

const YES_OR_NO: Words<boolean> = [
  ...['oui', 'yes', 'vrai', 'true'].map((word) => [word, true] as const),
  ...['non', 'no', 'faux', 'false'].map((word) => [word, false] as const),
];
const LANGUAGES: Words<Language> = [
  ['fr', 'fr'],
  ['en', 'en'],
];
const ORIENTATIONS: Words<Orientation> = [
  ['portrait', 'portrait'],
  ['landscape', 'landscape'],
];
const REGIONS: Words<HolidayRegion> = [SETTING_WORDS.fr, SETTING_WORDS.en].flatMap(({ regions }) =>
  (Object.keys(regions) as HolidayRegion[]).map((region) => [regions[region], region] as const),
);

/** Settings with what is wrong with them: a value that is not understood is as if its cell were empty. */
const parseSettings = (
  workbook: WorkbookSnapshot,
  language: Language,
): { settings: Settings; problems: readonly Problem[] } | null => {
  const cellOf = settingCells(workbook);
  if (!cellOf) return null;
  const { date1904 } = workbook;
  const problems: Problem[] = [];
  const value = (key: SettingKey): CellValue => cellOf(key)?.value ?? '';
  const text = (key: SettingKey): string => String(value(key)).trim();
  const blame = (key: SettingKey, faults: readonly FaultyPart[]): void => {
    const found = cellOf(key);
    if (!found) return;
    const { name, sheet, cell } = found;
    problems.push(...faults.map((part) => problem('setting-fault', { setting: name, ...part }, { sheet, cell })));
  };
  const read = <T>(key: SettingKey, understood: (typed: string) => T | undefined, otherwise: T): T => {
    const typed = text(key);
    const said = typed === '' ? otherwise : understood(typed);
    if (said === undefined) blame(key, [{ text: typed, fault: 'choice' }]);
    return said ?? otherwise;
  };
  const oneOf =
    <T>(words: Words<T>) =>
    (typed: string): T | undefined =>
      words.find(([word]) => word.toLowerCase() === typed.toLowerCase())?.[1];
  const closed = readDays(value('closedDays'), date1904);
  const planned = readEvents(value('plannedEvents'), date1904);
  const holidayRegion = read('holidayRegion', oneOf(REGIONS), 'france');
  const open = readOpenHolidays(value('openHolidays'), date1904, holidayRegion);
  const settings: Settings = {
    client: text('client'),
    provider: text('provider'),
    contract: text('contract'),
    language: read('language', oneOf(LANGUAGES), language),
    cadence: read('cadence', cadenceIn, USUAL_CADENCE),
    orientation: read('orientation', oneOf(ORIENTATIONS), 'portrait'),
    keyFigure: text('keyFigure'),
    closedDays: closed.days,
    plannedEvents: planned.events,
    openHolidays: open.open,
    holidayRegion,
    printMinutes: read('printMinutes', oneOf(YES_OR_NO), false),
  };
  blame('closedDays', closed.faults);
  blame('plannedEvents', planned.faults);
  blame('openHolidays', open.faults);
  return { settings, problems };
};

/**
 * Settings of a workbook that has them, whichever language they are written in; null when it has none. Rows that a workbook
 * made before does not have are as if they were empty.
 */
export const readSettings = (workbook: WorkbookSnapshot, language: Language): Settings | null =>
  parseSettings(workbook, language)?.settings ?? null;

/** What cannot be read in the settings, each with its cell; none for a workbook without settings. */
export const settingsProblems = (workbook: WorkbookSnapshot): readonly Problem[] => parseSettings(workbook, 'fr')?.problems ?? [];

/** The language that a workbook is written in, as its settings say; `otherwise` where it has none. */
export const workbookLanguage = (workbook: WorkbookSnapshot, otherwise: Language): Language =>
  readSettings(workbook, otherwise)?.language ?? otherwise;
