import { readSettings, settingsProblems, type Settings } from '../../../src/core/client/settings';
import { clientProblems, proposedClient, proposeSettings } from '../../../src/core/client/settings-propose';
import { settingsForm } from '../../../src/core/client/settings-save';
import { settingsSheet } from '../../../src/core/client/settings-sheet';
import type { DetectedTable } from '../../../src/core/detect/detected';
import type { CellDraft } from '../../../src/core/sheet/draft';
import type { CellValue, Grid, TableSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';

const workbook = (name: string, values: Grid<CellValue>, tables: readonly TableSnapshot[] = []): WorkbookSnapshot => ({
  sheets: [
    {
      name,
      position: 0,
      visibility: 'visible',
      protected: false,
      used: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
      values,
      numberFormats: [],
      tables,
    },
  ],
  names: [],
  date1904: false,
  structureProtected: false,
  readOnly: false,
});

const HOLIDAY = 46_337; // 11/11/2026

const settings: Settings = {
  client: 'Mutuelle',
  provider: 'Atlantique',
  contract: 'Adhérents',
  language: 'en',
  cadence: 7,
  orientation: 'landscape',
  keyFigure: 'in_qs',
  closedDays: [HOLIDAY, 46_381],
  plannedEvents: [
    { first: 46_402, last: 46_407, factor: 1.125, label: 'relance' },
    { first: 46_429, last: 46_429, factor: 0, label: '' },
  ],
  openHolidays: { days: [HOLIDAY], ids: ['whit-monday'] },
  holidayRegion: 'alsace-moselle',
  printMinutes: false,
};

const valueOf = (cell: CellDraft): CellValue => {
  if (cell && 'text' in cell) return cell.text;
  return cell && 'number' in cell ? cell.number : '';
};

/** The sheet of some settings, as it is read back. */
const written = (from: Settings): WorkbookSnapshot => {
  const draft = settingsSheet(from);
  const values = draft.blocks?.[0]?.cells.map((line) => line.map(valueOf)) ?? [];
  const table: TableSnapshot = {
    name: 'tblParam',
    area: { row: 0, column: 0, rows: values.length, columns: 3 },
    hasHeaders: true,
    hasTotals: false,
    columns: (values[0] ?? []).map(String),
  };
  return workbook(draft.name, values, [table]);
};

test.each(['fr', 'en'] as const)('what was written in %s is read back, whatever the language asked for', (language) => {
  expect(readSettings(written({ ...settings, language }), 'fr')).toEqual({ ...settings, language });
});

test.each<[string, CellValue, readonly number[]]>([
  ['one day, of which Excel makes a date', HOLIDAY, [HOLIDAY]],
  ['two, between semicolons', '11/11/2026 ; 25/12/2026', [HOLIDAY, 46_381]],
  ['none', '', []],
])('closed days: %s', (_, typed, days) => {
  const filled = written(settings);
  const values = filled.sheets[0]?.values.map((line) => (line[0] === 'closed days' ? [line[0], typed, ''] : line)) ?? [];
  const sheets = filled.sheets.map((sheet) => ({ ...sheet, values }));
  expect(readSettings({ ...filled, sheets }, 'fr')?.closedDays).toEqual(days);
});

/** The settings' sheet with what somebody typed in place of some values; null takes the row out. */
const typedInto = (typed: Readonly<Record<string, CellValue | null>>, from = settings): WorkbookSnapshot => {
  const filled = written(from);
  const lines = filled.sheets[0]?.values ?? [];
  const values = lines
    .filter(([name]) => typed[String(name)] !== null)
    .map((line) => [line[0] ?? '', typed[String(line[0])] ?? line[1] ?? '', line[2] ?? '']);
  const tables = filled.sheets[0]?.tables ?? [];
  return workbook(
    'Paramètres',
    values,
    tables.map((table) => ({ ...table, area: { ...table.area, rows: values.length } })),
  );
};

const french: Settings = { ...settings, language: 'fr' };

test('settings of a workbook made before: rows that are not there are as if empty', () => {
  const old = typedInto({ 'événements prévus': null, 'jours fériés travaillés': null, 'jours fériés': null }, french);
  expect(readSettings(old, 'fr')).toEqual({ ...french, plannedEvents: [], openHolidays: 'learnt', holidayRegion: 'france' });
  expect(settingsProblems(old)).toEqual([]);
});

test('what was written has no fault', () => {
  expect(settingsProblems(written(settings))).toEqual([]);
  expect(settingsProblems(written(french))).toEqual([]);
  expect(settingsProblems(workbook('Suivi', [['Date']]))).toEqual([]);
});

test.each<[setting: string, typed: CellValue, cell: string, text: string, fault: string]>([
  ['jours fermés', '11/11/2026 ; 32/12/2026', 'B9', '32/12/2026', 'day'],
  ['événements prévus', '15/01/2027 = 30 %', 'B10', '15/01/2027 = 30 %', 'sign'],
  ['jours fériés travaillés', 'Noël ; Halloween', 'B11', 'Halloween', 'holiday'],
  ['jours fériés', 'Bretagne', 'B12', 'Bretagne', 'choice'],
  ['cadence', 30, 'B6', '30', 'choice'],
  ['langue', 'français', 'B5', 'français', 'choice'],
  ['orientation', 'paysage', 'B7', 'paysage', 'choice'],
  ['durée imprimée', 'peut-être', 'B13', 'peut-être', 'choice'],
])('%s: %s is a problem at its cell', (setting, typed, cell, text, fault) => {
  expect(settingsProblems(typedInto({ [setting]: typed }, french))).toEqual([
    { code: 'setting-fault', params: { setting, text, fault }, place: { sheet: 'Paramètres', cell } },
  ]);
});

test('what can be read beside a fault is read', () => {
  const typed = { 'jours fermés': '11/11/2026 ; 32/12/2026', 'événements prévus': '15/01/2027 = 30 % ; 16/01/2027 = +30 %' };
  expect(readSettings(typedInto(typed, french), 'fr')).toMatchObject({
    closedDays: [HOLIDAY],
    plannedEvents: [{ first: 46_403, last: 46_403, factor: 1.3, label: '' }],
  });
});

test('a workbook without settings has none', () => {
  expect(readSettings(workbook('Suivi', [['Date']]), 'fr')).toBeNull();
});

test.each([
  ['too often', 3],
  ['beyond the fifteen days of the method', 30],
])('a cadence that is %s is a fortnight', (_, cadence) => {
  expect(readSettings(written({ ...settings, cadence }), 'fr')?.cadence).toBe(14);
});

const column = (index: number, header: string, type: 'date' | 'count' | 'text') => ({
  column: index,
  header,
  type,
  confidence: 1,
  reason: 'header' as const,
  sample: '',
});

/** Titles in A1 and A2, headers in row 3. */
const table: DetectedTable = {
  sheet: 'Suivi',
  visibility: 'visible',
  kind: 'daily',
  headerRow: 2,
  firstRow: 3,
  lastRow: 5,
  firstColumn: 0,
  lastColumn: 2,
  dateColumn: 0,
  dateWriting: 'real',
  columns: [column(0, 'Date', 'date'), column(1, 'Appels', 'count'), column(2, 'Commentaire', 'text')],
  confidence: 1,
  reason: 'one-row-a-date',
};

test('a proposal takes the client, the contract and the provider from the titles, and the closed days from the rows', () => {
  const typed = workbook('Suivi', [
    ['Mutuelle du Littoral – Service adhérents', '', ''],
    ['Suivi quotidien (prestataire : Atlantique)', '', ''],
    ['Date', 'Appels', 'Commentaire'],
    [HOLIDAY - 1, 120, ''],
    [HOLIDAY, '', 'Férié (Armistice)'],
    [HOLIDAY + 1, '', 'export non reçu'],
  ]);
  expect(proposeSettings(typed, table, 'fr')).toMatchObject({
    client: 'Mutuelle du Littoral',
    contract: 'Service adhérents',
    provider: 'Atlantique',
    closedDays: [HOLIDAY],
  });
});

describe('the client that a workbook only seems to name', () => {
  const onlyData = (sheet: string, title = '') => ({
    book: workbook(
      sheet,
      title === ''
        ? [['', '', '']]
        : [
            [title, '', ''],
            ['Date', 'Appels', 'Commentaire'],
          ],
    ),
    rows: { ...table, sheet, headerRow: title === '' ? 0 : 1, firstRow: 2, lastRow: 1 },
  });
  const proposed = (sheet: string, title?: string): string => {
    const { book, rows } = onlyData(sheet, title);
    return proposedClient(book, rows).client;
  };

  test.each([
    ['a sheet named after somebody, without its spaces', 'Hexalis ', '', 'Hexalis'],
    ['a title that names somebody', 'Feuil1', 'Hexalis – Contrat 12', 'Hexalis'],
    ['a title that could be anybody’s: the sheet', 'Hexalis', 'Suivi quotidien des appels', 'Hexalis'],
    ['neither', 'Raw Data ', 'Call Centre Data', ''],
  ])('%s', (_, sheet, title, client) => expect(proposed(sheet, title)).toBe(client));

  test.each([
    'Sheet1',
    'Feuil1',
    'Data',
    'Raw Data ',
    'Calls',
    'Suivi',
    'Données brutes',
    'Janvier 2026',
    'S12',
    'Mensuelle',
    'KPI',
  ])('nobody is called %s', (sheet) => expect(proposed(sheet)).toBe(''));

  test.each([
    ['a title', 'Feuil1', 'Hexalis – Contrat 12', { client: 'Hexalis', contract: 'Contrat 12' }],
    ['only the sheet, as that of a CSV is named after its file', 'usd', '', { client: '', contract: '' }],
    ['only the sheet, in two parts', 'Hexalis – Contrat 12', '', { client: '', contract: '' }],
  ])('is what a page prints where %s says it', (_, sheet, title, printed) => {
    const { book, rows } = onlyData(sheet, title);
    expect(proposeSettings(book, rows, 'fr')).toMatchObject(printed);
  });

  test('a name from a sheet is said to be one, a missing name is said too, a confirmed one is not', () => {
    const said = (sheet: string, title?: string) => {
      const { book, rows } = onlyData(sheet, title);
      return clientProblems(book, rows);
    };
    expect(said('Hexalis ')).toEqual([{ code: 'client-proposed', params: { client: 'Hexalis' }, place: { sheet: 'Hexalis ' } }]);
    expect(said('Feuil1').map(({ code }) => code)).toEqual(['client-missing']);
    expect(said('Feuil1', 'Hexalis – Contrat 12')).toEqual([]);
  });

  test('the form marks it as to be confirmed, until the settings stand in a sheet', () => {
    const { book, rows } = onlyData('Hexalis');
    expect(settingsForm(book, rows, 'fr')).toMatchObject({ texts: { client: 'Hexalis' }, toConfirm: ['client'] });
    const titled = onlyData('Feuil1', 'Hexalis – Contrat 12');
    expect(settingsForm(titled.book, titled.rows, 'fr').toConfirm).toEqual([]);
  });
});

test('each value has its help, and choices where only some words are understood', () => {
  const { validations = [] } = settingsSheet({ ...settings, language: 'fr' });
  expect(validations.map(({ area }) => [area.row, area.column])).toEqual(Array.from({ length: 13 }, (_, row) => [row + 1, 1]));
  expect(validations.every(({ prompt }) => (prompt?.title.length ?? 99) <= 32 && (prompt?.message.length ?? 999) <= 255)).toBe(
    true,
  );
  expect(validations.flatMap(({ rule }) => ('any' in rule ? [] : [rule]))).toEqual([
    { list: 'fr,en' },
    { whole: { minimum: 7, maximum: 15 } },
    { list: 'portrait,landscape' },
    { list: 'France,Alsace-Moselle,aucun' },
    { list: 'oui,non' },
  ]);
});
