import type { DetectedTable } from '../detect/detected';
import { tableArea } from '../detect/places';
import { readRows } from '../consolidation/rows';
import { readTextDate } from '../detect/dates';
import type { Language, Orientation } from '../meteo/content';
import type { CellDraft, SheetDraft, ValidationDraft, ValidationRule } from '../sheet/draft';
import { valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { tableRows } from '../sheet/tableRows';
import { fromHostSerial } from '../period/serial';
import { formatDate } from '../words/dates';
import { vocabulary } from '../words/vocabulary';
import { SETTING_KEYS, SETTING_WORDS, type SettingKey } from './settings-words';

/** What the workbook says about its client and its météos (`tblParam`). */
export type Settings = {
  client: string;
  provider: string;
  contract: string;
  language: Language;
  /** Days between two météos, 7 to 15. */
  cadence: number;
  orientation: Orientation;
  /** Dictionary id of the figure printed largest; empty: the first key KPI that has an objective. */
  keyFigure: string;
  /** Serials of days on which the service was closed, besides the weekdays on which it always is. */
  closedDays: readonly number[];
  /** Print how long the page took to prepare? */
  printMinutes: boolean;
};

export const SETTINGS_TABLE = 'tblParam';
const SCHEMA = 1;
const YES: readonly string[] = ['oui', 'yes', 'vrai', 'true'];
const DEFAULT_CADENCE = 14;
const SHORTEST_CADENCE = 7;
const LONGEST_CADENCE = 15;

const namesOf = (key: SettingKey): string[] =>
  [SETTING_WORDS.fr, SETTING_WORDS.en].map(({ keys }) => keys[key].name.toLowerCase());

const cadenceOf = (value: CellValue | undefined): number => {
  const days = Math.round(Number(value));
  return days >= SHORTEST_CADENCE && days <= LONGEST_CADENCE ? days : DEFAULT_CADENCE;
};

/** Days typed one after the other: `25/12/2026, 01/01/2027`. Excel makes a date of one that is typed alone. */
const daysIn = (value: CellValue | undefined, date1904: boolean): number[] =>
  typeof value === 'number'
    ? [Math.floor(fromHostSerial(value, date1904))]
    : String(value ?? '')
        .split(/[,;]/)
        .flatMap((day) => readTextDate(day.trim(), 'dmy') ?? []);

/** Settings of a workbook that has them, whichever language they are written in; null when it has none. */
export const readSettings = (workbook: WorkbookSnapshot, language: Language): Settings | null => {
  const found = tableRows(workbook, SETTINGS_TABLE);
  if (!found) return null;
  const value = (key: SettingKey): CellValue | undefined =>
    found.rows.find(([name]) => namesOf(key).includes(String(name).trim().toLowerCase()))?.[1];
  const text = (key: SettingKey): string => String(value(key) ?? '').trim();
  return {
    client: text('client'),
    provider: text('provider'),
    contract: text('contract'),
    language: text('language') === 'fr' || text('language') === 'en' ? (text('language') as Language) : language,
    cadence: cadenceOf(value('cadence')),
    orientation: text('orientation') === 'landscape' ? 'landscape' : 'portrait',
    keyFigure: text('keyFigure'),
    closedDays: daysIn(value('closedDays'), workbook.date1904),
    printMinutes: YES.includes(text('printMinutes').toLowerCase()),
  };
};

const CLOSED = /férié|fermé|ferie|ferme\b|closed|holiday/i;

/** Days of the table that have no figure and a text that says closed. */
const closedDaysOf = (workbook: WorkbookSnapshot, table: DetectedTable): number[] => {
  const rows = readRows(workbook, table);
  const figures = table.columns.filter(({ type }) => ['count', 'amount', 'duration', 'number'].includes(type));
  const texts = table.columns.filter(({ type }) => ['text', 'category'].includes(type));
  return (rows?.dates ?? []).flatMap((date, row) => {
    const closed = figures.every(({ column }) => rows?.number(row, column) === null);
    const said = texts.some(({ column }) => CLOSED.test(String(rows?.value(row, column) ?? '')));
    return date !== null && closed && said ? [Math.floor(date)] : [];
  });
};

/** Texts above a table's header, from the top: a workbook's titles. */
const titlesAbove = (workbook: WorkbookSnapshot, table: DetectedTable): string[] => {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return [];
  const { row: top, column, columns } = tableArea(table);
  const titles: string[] = [];
  for (let row = 0; row < top; row++)
    for (let offset = 0; offset < columns; offset++) {
      const value = valueAt(sheet, row, column + offset);
      if (typeof value === 'string' && value.trim() !== '') titles.push(value.trim());
    }
  return titles;
};

/**
 * Settings to begin with, from the titles above the table: `Mutuelle du Littoral – Service adhérents` names the client and
 * the contract, `(prestataire : Atlantique Relation Client)` the provider. A proposal for the user to correct in the sheet;
 * the sheet's own name stands for a client that no title names.
 */
export const proposeSettings = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Settings => {
  const titles = titlesAbove(workbook, table);
  const [client = '', ...contract] = (titles[0] ?? table.sheet).split(/\s+[–—-]\s+/);
  const provider =
    titles.map((title) => /(?:prestataire|provider)\s*:\s*([^,;)]+)/i.exec(title)?.[1]?.trim()).find(Boolean) ?? '';
  return {
    client,
    provider,
    contract: contract.join(' – '),
    language,
    cadence: DEFAULT_CADENCE,
    orientation: 'portrait',
    keyFigure: '',
    closedDays: closedDaysOf(workbook, table),
    printMinutes: true,
  };
};

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
    case 'cadence':
      return { whole: { minimum: SHORTEST_CADENCE, maximum: LONGEST_CADENCE } };
    default:
      return { any: true };
  }
};

const validationsOf = (language: Language): ValidationDraft[] => {
  const { keys, refused } = SETTING_WORDS[language];
  return SETTING_KEYS.map((key, index): ValidationDraft => {
    const rule = ruleOf(key, language);
    return {
      area: { row: 1 + index, column: 1, rows: 1, columns: 1 },
      rule,
      prompt: { title: keys[key].name, message: `${keys[key].meaning}.` },
      ...(!('any' in rule) && { alert: { style: 'stop', title: keys[key].name, message: refused } }),
    };
  });
};

/** The settings' sheet, for a workbook that has none; `name` where another sheet has its usual one. */
export const settingsSheet = (settings: Settings, name = vocabulary(settings.language).sheets.settings): SheetDraft => {
  const { header, keys } = SETTING_WORDS[settings.language];
  const { yes, no } = vocabulary(settings.language);
  const values: Readonly<Record<SettingKey, CellDraft>> = {
    client: { text: settings.client },
    provider: { text: settings.provider },
    contract: { text: settings.contract },
    language: { text: settings.language },
    cadence: { number: settings.cadence },
    orientation: { text: settings.orientation },
    keyFigure: { text: settings.keyFigure },
    closedDays: { text: settings.closedDays.map(formatDate).join(', ') },
    printMinutes: { text: settings.printMinutes ? yes : no },
    schema: { number: SCHEMA },
  };
  const rows = SETTING_KEYS.map((key): CellDraft[] => [{ text: keys[key].name }, values[key], { text: keys[key].meaning }]);
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
      { area: { row: 1, column: 1, rows: rows.length, columns: 1 }, style: { horizontal: 'left', fill: '#FFF9E5' } },
      { area: { row: 1, column: 2, rows: rows.length, columns: 1 }, style: { font: { color: '#4B5563' } } },
    ],
    validations: validationsOf(settings.language),
    freeze: { rows: 1, columns: 0 },
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      fit: { pagesWide: 1 },
    },
  };
};
