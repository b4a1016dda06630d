import type { DetectedTable } from '../detect/detected';
import { tableArea } from '../detect/places';
import { readRows } from '../consolidation/rows';
import { readTextDate } from '../detect/dates';
import type { Language, Orientation } from '../meteo/content';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { tableRows } from '../sheet/tableRows';
import { fromHostSerial } from '../period/serial';
import { formatDate } from '../words/dates';
import { vocabulary } from '../words/vocabulary';

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

type Key =
  | 'client'
  | 'provider'
  | 'contract'
  | 'language'
  | 'cadence'
  | 'orientation'
  | 'keyFigure'
  | 'closedDays'
  | 'printMinutes'
  | 'schema';
const KEYS: readonly Key[] = [
  'client',
  'provider',
  'contract',
  'language',
  'cadence',
  'orientation',
  'keyFigure',
  'closedDays',
  'printMinutes',
  'schema',
];

type Words = { header: readonly [string, string, string]; keys: Readonly<Record<Key, { name: string; meaning: string }>> };

const words: Readonly<Record<Language, Words>> = {
  fr: {
    header: ['Clé', 'Valeur', 'Signification'],
    keys: {
      client: { name: 'client', meaning: 'Nom du client, en tête de la météo' },
      provider: { name: 'prestataire', meaning: 'Qui rend le service, en pied de page' },
      contract: { name: 'contrat', meaning: 'Prestation ou contrat, sous le nom du client' },
      language: { name: 'langue', meaning: 'fr ou en' },
      cadence: { name: 'cadence', meaning: 'Jours entre deux météos, 15 au plus' },
      orientation: { name: 'orientation', meaning: 'portrait ou landscape' },
      keyFigure: {
        name: 'indicateur en tête',
        meaning: 'Identifiant du dictionnaire ; vide : le premier indicateur clé qui a un objectif',
      },
      closedDays: { name: 'jours fermés', meaning: 'jj/mm/aaaa, séparés par des virgules, outre les jours toujours fermés' },
      printMinutes: { name: 'durée imprimée', meaning: 'oui ou non : minutes de préparation en pied de page' },
      schema: { name: 'version', meaning: 'Version de ces feuilles, tenue par le complément' },
    },
  },
  en: {
    header: ['Key', 'Value', 'Meaning'],
    keys: {
      client: { name: 'client', meaning: 'Name of the client, at the top of the météo' },
      provider: { name: 'provider', meaning: 'Who renders the service, in the footer' },
      contract: { name: 'contract', meaning: 'Service or contract, under the client’s name' },
      language: { name: 'language', meaning: 'fr or en' },
      cadence: { name: 'cadence', meaning: 'Days between two météos, 15 at most' },
      orientation: { name: 'orientation', meaning: 'portrait or landscape' },
      keyFigure: {
        name: 'key figure',
        meaning: 'Id of the dictionary; empty: the first key KPI that has an objective',
      },
      closedDays: {
        name: 'closed days',
        meaning: 'dd/mm/yyyy, separated by commas, besides the weekdays that are always closed',
      },
      printMinutes: { name: 'print minutes', meaning: 'yes or no: minutes of preparation in the footer' },
      schema: { name: 'version', meaning: 'Version of these sheets, kept by the add-in' },
    },
  },
};

const namesOf = (key: Key): string[] => [words.fr, words.en].map(({ keys }) => keys[key].name.toLowerCase());

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
  const value = (key: Key): CellValue | undefined =>
    found.rows.find(([name]) => namesOf(key).includes(String(name).trim().toLowerCase()))?.[1];
  const text = (key: Key): string => String(value(key) ?? '').trim();
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

/** The settings' sheet, for a workbook that has none; `name` where another sheet has its usual one. */
export const settingsSheet = (settings: Settings, name = vocabulary(settings.language).sheets.settings): SheetDraft => {
  const { header, keys } = words[settings.language];
  const { yes, no } = vocabulary(settings.language);
  const values: Readonly<Record<Key, CellDraft>> = {
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
  const rows = KEYS.map((key): CellDraft[] => [{ text: keys[key].name }, values[key], { text: keys[key].meaning }]);
  return {
    name,
    owner: 'own',
    blocks: [{ row: 0, column: 0, cells: [header.map((text): CellDraft => ({ text })), ...rows] }],
    tables: [{ name: SETTINGS_TABLE, area: { row: 0, column: 0, rows: rows.length + 1, columns: header.length } }],
    columns: [
      { column: 0, width: 96 },
      { column: 1, width: 216 },
      { column: 2, width: 360 },
    ],
    styles: [{ area: { row: 1, column: 1, rows: rows.length, columns: 1 }, style: { horizontal: 'left' } }],
    freeze: { rows: 1, columns: 0 },
  };
};
