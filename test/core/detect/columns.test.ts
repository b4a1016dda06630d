import { detect } from '../../../src/core/detect/detect';
import type { DetectedColumn, DetectedTable } from '../../../src/core/detect/detected';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

type Row = (CellValue | null)[];

/** A column of 40 days, its cells given by row. */
const column = (header: string, cell: (row: number) => CellValue, format?: string): DetectedColumn | undefined => {
  const rows = Array.from({ length: 40 }, (_, row): Row => [46_027 + row, 100 + row, cell(row)]);
  const sheet = sheetOf('Suivi', [['Date', 'Appels reçus', header], ...rows], {
    formats: format === undefined ? { 0: 'dd/mm/yyyy' } : { 0: 'dd/mm/yyyy', 2: format },
  });
  return detect(workbookOf(sheet)).tables[0]?.columns[2];
};
const spread = (least: number, step: number) => (row: number) => least + ((row * 7) % 13) * step;

describe('durations', () => {
  test.each<[string, number, number, string | undefined, DetectedColumn['duration']]>([
    ['DMT (s)', 300, 5, undefined, 'seconds'],
    ['Temps de communication (min)', 50, 1.5, undefined, 'minutes'],
    ['Setup  Time (min)', 16.5, 0.5, undefined, 'minutes'],
    ['Heures payées', 7, 0.25, undefined, 'hours'],
    ['Talk time', 0.002, 0.0001, '[h]:mm:ss', 'day-fraction'],
    ['Handling time', 0.002, 0.0001, 'mm:ss', 'day-fraction'],
    ['Avg Waiting Time', 0.002, 0.0001, 'h:mm:ss', 'day-fraction'],
    ['Heures de résolution', 12, 3, undefined, 'hours'],
  ])('%s', (header, least, step, format, unit) => {
    expect(column(header, spread(least, step), format)).toMatchObject({ type: 'duration', duration: unit });
  });
  test.each<[string, string | undefined]>([
    ['Heure', 'hh:mm'],
    ['Call time', 'hh:mm'],
  ])('%s is a time of the day', (header, format) => {
    expect(column(header, spread(0.35, 0.02), format)?.type).toBe('time');
  });
  test.each(['Décrochés < 20 s', 'Calls answered in 20 sec', "Nombre d'appels de plus de 3 minutes", 'Ventes par heure'])(
    '%s lasts nothing',
    (header) => {
      expect(column(header, spread(40, 1))?.type).toBe('count');
    },
  );
});

test.each<[string, number, DetectedColumn['score']]>([
  ['Évaluation client', 0.1, true],
  ['Avis clients (1-5)', 0.1, true],
  ['Avis clients', 1, undefined],
])('%s in steps of %f: marks are never added up, opinions are', (header, step, score) => {
  expect(column(header, spread(2, step))?.score).toBe(score);
});

describe('what a header alone would mistake', () => {
  test.each<[string, (row: number) => CellValue, DetectedColumn['type'], string | undefined]>([
    ['Wire Left', (row) => 970_000_000 + (row % 3), 'number', undefined],
    ['N° commande', (row) => 34_120 + row, 'identifier', undefined],
    ['Order number', (row) => 34_120 + row, 'identifier', undefined],
    ['Number of complaints', spread(100, 9), 'count', undefined],
    ['Code postal', (row) => 69_001 + (row % 8), 'category', undefined],
    ['Week number', (row) => 2 + Math.floor(row / 7), 'category', undefined],
    ['Year ICI', (row) => row, 'count', undefined],
    ['Chef de projet', (row) => ['C. Martin', 'L. Petit'][row % 2] ?? '', 'person', undefined],
    ['Nom de la ligne', (row) => ['RER C', 'RER D'][row % 2] ?? '', 'category', undefined],
    ['Customer ID', (row) => `C${String(row % 15)}`, 'identifier', undefined],
    ['ED Visits', spread(900, 3), 'count', '[$-10409]m/d/yyyy;@'],
    ['Pris en charge', spread(900, 3), 'count', undefined],
    ['Intérêts', spread(22.5, 0.7), 'amount', undefined],
    ['Recettes', spread(22.5, 0.7), 'amount', '#,##0.00 [$€-40C]'],
    ['Service Level', (row) => 1 + (row % 5), 'number', undefined],
    ['Service Level (20 Seconds)', spread(70.5, 2), 'rate', undefined],
    ['QS', spread(0.81, 0.01), 'rate', '0.0%'],
    ['TTS (%)', spread(81, 1.5), 'rate', undefined],
  ])('%s', (header, cell, type, format) => {
    const found = column(header, cell, format?.startsWith('[$-') ? 'General' : format);
    expect(found?.type).toBe(type);
  });
  test('a language in a number format is no currency', () => {
    expect(column('Visites', spread(900, 3), '[$-10409]#,##0')?.type).toBe('count');
    expect(column('Visites', spread(900, 3), '[$$-409]#,##0')?.type).toBe('amount');
  });
});

test('a header of one measure and nothing else types its column', () => {
  expect(column("Livraisons à l'heure", spread(4, 1))).toMatchObject({ type: 'count', measure: 'livraisons_heure' });
  expect(column('Jours de la période', () => 30)).toMatchObject({ type: 'number', measure: 'jours_periode' });
  expect(column('Avancement physique', spread(0.1, 0.05), '0%')).toMatchObject({ type: 'rate', measure: 'avancement_physique' });
  expect(column('Référence client', (row) => `R-${String(100 + row)}`)).toMatchObject({ type: 'identifier', measure: 'ref_id' });
});

describe('where a table begins', () => {
  const rows = (count: number): Row[] =>
    Array.from({ length: count }, (_, row): Row => [46_027 + row, 100 + row, 90 + row, `note ${String(row)}`]);
  const first = (grid: Row[]): DetectedTable | undefined =>
    detect(workbookOf(sheetOf('Suivi', grid, { formats: { 0: 'dd/mm/yyyy' } }))).tables[0];

  test('first rows with a date and no figure yet', () => {
    const table = first([['Date', 'Appels reçus', 'Traités', 'Note'], [46_025], [46_026], ...rows(20)]);
    expect(table).toMatchObject({ headerRow: 0, firstRow: 1, dateColumn: 0 });
  });
  test('first rows of words only, on a table without dates', () => {
    const table = first([
      ['Tâche', 'Responsable', 'Charge', 'Reste'],
      ['Cadrage', 'Léa', '', ''],
      ['Étude', 'Marc', 3, 1],
      ['Recette', 'Léa', 2, 2],
    ]);
    expect(table).toMatchObject({ kind: 'snapshot', headerRow: 0, firstRow: 1, lastRow: 3 });
  });
  test('below a block of settings right above it', () => {
    const table = first([['Client', 'Mutuelle'], ['Édité le', 46_040], ['Date', 'Appels reçus', 'Traités', 'Note'], ...rows(20)]);
    expect(table).toMatchObject({ kind: 'daily', headerRow: 2, firstRow: 3 });
  });
  test('under units, which go with the headers', () => {
    const table = first([['Date', 'Appels reçus', 'DMT', 'Note'], ['', '(nb)', '(s)', ''], ...rows(20)]);
    expect(table?.columns.map(({ header }) => header)).toEqual(['Date', 'Appels reçus (nb)', 'DMT (s)', 'Note']);
    expect(table).toMatchObject({ headerRow: 1, firstRow: 2 });
  });
  test('one empty row below its header', () => {
    expect(first([['Date', 'Appels reçus', 'Traités', 'Note'], [], ...rows(20)])).toMatchObject({ headerRow: 0, firstRow: 2 });
  });
  test('two tables one below the other are two', () => {
    const found = detect(
      workbookOf(
        sheetOf(
          'Suivi',
          [
            ['Date', 'Appels', 'Traités', 'Note'],
            ...rows(12),
            [],
            ['Site', 'Charge', 'Reste', 'Équipe'],
            ['Lyon', 12, 3, 'A'],
            ['Paris', 9, 2, 'B'],
          ],
          { formats: { 0: 'dd/mm/yyyy' } },
        ),
      ),
    ).tables;
    expect(found.map(({ kind, headerRow, lastRow }) => [kind, headerRow, lastRow])).toEqual([
      ['daily', 0, 12],
      ['snapshot', 14, 16],
    ]);
  });
});
