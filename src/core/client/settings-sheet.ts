import type { Language } from '../meteo/content';
import type { CellDraft, SheetDraft, StyleDraft, ValidationDraft, ValidationRule } from '../sheet/draft';
import { vocabulary } from '../words/vocabulary';
import { daysText, eventsText, openHolidaysText } from './planned-text';
import { LONGEST_CADENCE, SHORTEST_CADENCE } from './cadence';
import { SETTINGS_TABLE, type Settings } from './settings';
import { SETTING_KEYS, SETTING_WORDS, type SettingKey } from './settings-words';

/** Version of the settings' rows: 2 has the service's calendar. */
export const SCHEMA = 2;

/** What a value accepts, where it is not free text: a choice, or a number within bounds. */
const ruleOf = (key: SettingKey, language: Language): ValidationRule => {
  const { yes, no } = vocabulary(language);
  switch (key) {
    case 'language':
      return { list: 'fr,en' };
    case 'orientation':
      return { list: 'portrait,landscape' };
    case 'printMinutes':
      return { list: `${yes},${no}` };
    case 'holidayRegion':
      return { list: Object.values(SETTING_WORDS[language].regions).join(',') };
    case 'cadence':
      return { whole: { minimum: SHORTEST_CADENCE, maximum: LONGEST_CADENCE } };
    default:
      return { any: true };
  }
};

/** Help and choices of the values of some rows, from a place on. */
export const validationsOf = (
  keys: readonly SettingKey[],
  language: Language,
  row: number,
  column: number,
): ValidationDraft[] => {
  const { keys: words, refused } = SETTING_WORDS[language];
  return keys.map((key, index): ValidationDraft => {
    const rule = ruleOf(key, language);
    const { name, meaning } = words[key];
    return {
      area: { row: row + index, column, rows: 1, columns: 1 },
      rule,
      prompt: { title: name, message: `${meaning}.` },
      ...(!('any' in rule) && { alert: { style: 'stop', title: name, message: refused } }),
    };
  });
};

/** Looks of the values and meanings of some rows. */
export const stylesOf = (row: number, column: number, rows: number): StyleDraft[] => [
  { area: { row, column: column + 1, rows, columns: 1 }, style: { horizontal: 'left', fill: '#FFF9E5' } },
  { area: { row, column: column + 2, rows, columns: 1 }, style: { font: { color: '#4B5563' } } },
];

const valuesOf = (settings: Settings): Readonly<Record<SettingKey, CellDraft>> => {
  const { language } = settings;
  const { yes, no } = vocabulary(language);
  return {
    client: { text: settings.client },
    provider: { text: settings.provider },
    contract: { text: settings.contract },
    language: { text: language },
    cadence: { number: settings.cadence },
    orientation: { text: settings.orientation },
    keyFigure: { text: settings.keyFigure },
    closedDays: { text: daysText(settings.closedDays) },
    plannedEvents: { text: eventsText(settings.plannedEvents, language) },
    openHolidays: { text: openHolidaysText(settings.openHolidays, language) },
    holidayRegion: { text: SETTING_WORDS[language].regions[settings.holidayRegion] },
    printMinutes: { text: settings.printMinutes ? yes : no },
    schema: { number: SCHEMA },
  };
};

/** Name, value and meaning of some settings, a row each. */
export const linesOf = (settings: Settings, wanted: readonly SettingKey[]): CellDraft[][] => {
  const { keys } = SETTING_WORDS[settings.language];
  const values = valuesOf(settings);
  return wanted.map((key): CellDraft[] => [{ text: keys[key].name }, values[key], { text: keys[key].meaning }]);
};

/** The settings' sheet, for a workbook that has none; `name` where another sheet has its usual one. */
export const settingsSheet = (settings: Settings, name = vocabulary(settings.language).sheets.settings): SheetDraft => {
  const { header } = SETTING_WORDS[settings.language];
  const rows = linesOf(settings, SETTING_KEYS);
  return {
    name,
    owner: 'own',
    blocks: [{ row: 0, column: 0, cells: [header.map((text): CellDraft => ({ text })), ...rows] }],
    tables: [
      {
        name: SETTINGS_TABLE,
        area: { row: 0, column: 0, rows: rows.length + 1, columns: header.length },
        style: 'TableStyleLight1',
      },
    ],
    columns: [
      { column: 0, width: 96 },
      { column: 1, width: 216 },
      { column: 2, width: 420 },
    ],
    rows: [{ row: 0, height: 32 }],
    tabColor: '#6B7280',
    styles: [
      {
        area: { row: 0, column: 0, rows: 1, columns: header.length },
        style: { vertical: 'center', font: { bold: true, color: '#FFFFFF' }, fill: '#1F4E79' },
      },
      ...stylesOf(1, 0, rows.length),
    ],
    validations: validationsOf(SETTING_KEYS, settings.language, 1, 1),
    freeze: { rows: 1, columns: 0 },
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      fit: { pagesWide: 1 },
    },
  };
};
