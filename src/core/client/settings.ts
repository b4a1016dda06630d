import { dataArea, type DetectedTable } from '../detect/detected';
import type { Language, Orientation } from '../meteo/content';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { tableRows } from '../sheet/tableRows';
import { vocabulary } from '../words/vocabulary';

/** What the workbook says about its client and its météos (`tblParam`). */
export type Settings = {
  client: string;
  provider: string;
  contract: string;
  language: Language;
  /** Days between two météos, 1 to 15. */
  cadence: number;
  orientation: Orientation;
  /** Dictionary ids of the KPIs that make the weather; empty: those that the dictionary marks. */
  keyKpis: readonly string[];
};

export const SETTINGS_TABLE = 'tblParam';
const SCHEMA = 1;
const DEFAULT_CADENCE = 14;
const LONGEST_CADENCE = 15;

type Key = 'client' | 'provider' | 'contract' | 'language' | 'cadence' | 'orientation' | 'keyKpis' | 'schema';
const KEYS: readonly Key[] = ['client', 'provider', 'contract', 'language', 'cadence', 'orientation', 'keyKpis', 'schema'];

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
      keyKpis: {
        name: 'indicateurs clés',
        meaning: 'Identifiants du dictionnaire, séparés par des virgules ; vide : ceux que le dictionnaire marque',
      },
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
      keyKpis: {
        name: 'key KPIs',
        meaning: 'Ids of the dictionary, separated by commas; empty: those that the dictionary marks',
      },
      schema: { name: 'version', meaning: 'Version of these sheets, kept by the add-in' },
    },
  },
};

const namesOf = (key: Key): string[] => [words.fr, words.en].map(({ keys }) => keys[key].name.toLowerCase());

const cadenceOf = (value: CellValue | undefined): number => {
  const days = Math.round(Number(value));
  return days >= 1 && days <= LONGEST_CADENCE ? days : DEFAULT_CADENCE;
};

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
    keyKpis: text('keyKpis')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  };
};

/** Texts above a table's header, from the top: a workbook's titles. */
const titlesAbove = (workbook: WorkbookSnapshot, table: DetectedTable): string[] => {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return [];
  const { column, columns } = dataArea(table);
  const titles: string[] = [];
  for (let row = 0; row < table.headerRow; row++)
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
    keyKpis: [],
  };
};

/** The settings' sheet, for a workbook that has none. */
export const settingsSheet = (settings: Settings): SheetDraft => {
  const { header, keys } = words[settings.language];
  const values: Readonly<Record<Key, CellDraft>> = {
    client: { text: settings.client },
    provider: { text: settings.provider },
    contract: { text: settings.contract },
    language: { text: settings.language },
    cadence: { number: settings.cadence },
    orientation: { text: settings.orientation },
    keyKpis: { text: settings.keyKpis.join(', ') },
    schema: { number: SCHEMA },
  };
  const rows = KEYS.map((key): CellDraft[] => [{ text: keys[key].name }, values[key], { text: keys[key].meaning }]);
  return {
    name: vocabulary(settings.language).sheets.settings,
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
