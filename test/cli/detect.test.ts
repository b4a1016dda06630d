import { writeFileSync } from 'node:fs';
import { createEmbeddedExcel } from '../../src/embedded';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

type Cell = string | number;

const workbook = async (name: string, values: Cell[][], dates?: string): Promise<string> => {
  const excel = await createEmbeddedExcel();
  const context = new excel.Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItem('Feuil1');
  const width = Math.max(...values.map((row) => row.length));
  const full = values.map((row) => Array.from({ length: width }, (_, column): Cell => row[column] ?? ''));
  sheet.getRangeByIndexes(0, 0, values.length, width).values = full;
  if (dates !== undefined) sheet.getRange(dates).numberFormat = [['dd/mm/yyyy']];
  await context.sync();
  writeFileSync(folder.path(name), excel.save());
  excel.close();
  return folder.path(name);
};

/** Weeks from Monday 5 January 2026 across the columns, two sites under them. */
const acrossFile = (): Promise<string> =>
  workbook(
    'semaines.xlsx',
    [
      ['Site', 'Indicateur', ...Array.from({ length: 8 }, (_, week) => 46_027 + 7 * week)],
      ['Lyon', 'Appels reçus', ...Array.from({ length: 8 }, (_, week) => 100 + week)],
      ['Lyon', 'Appels traités', ...Array.from({ length: 8 }, (_, week) => 90 + week)],
      ['Paris', 'Appels reçus', ...Array.from({ length: 8 }, (_, week) => 60 + week)],
    ],
    'C1:J1',
  );

describe('detect on dates that run across', () => {
  test('tells the rows of the sheet', async () => {
    const said = await meteo('detect', await acrossFile(), '--json');
    const { tables } = JSON.parse(said.out) as { tables: Record<string, unknown>[] };
    expect(said.status).toBe(0);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      kind: 'across',
      area: 'B1:J4',
      headerRow: 1,
      firstRow: 2,
      lastRow: 4,
      dateColumn: null,
      dateRow: 1,
    });
    expect(tables[0]?.['columns']).toMatchObject([
      { row: 1, type: 'date' },
      { row: 2, header: 'Lyon / Appels reçus', type: 'count' },
      { row: 3, header: 'Lyon / Appels traités', type: 'count' },
      { row: 4, header: 'Paris / Appels reçus', type: 'count' },
    ]);
  });
  test('in lines to read', async () => {
    const said = await meteo('detect', await acrossFile(), '--lang', 'fr');
    expect(said.out).toMatch(/^Feuil1!B1:J4 {2}across .*les dates se suivent dans les colonnes/);
    expect(said.out).toMatch(/^ {2}4 {3}Paris \/ Appels reçus {2}count/m);
  });
});

test('months whose year stands in the title are consolidated in that year', async () => {
  const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin'];
  const file = await workbook('mois.xlsx', [
    ['Activité 2026'],
    [],
    ['Mois', 'Appels reçus', 'Appels traités'],
    ...months.map((month, index): Cell[] => [month, 1000 + index, 900 + index]),
  ]);
  const said = await meteo(
    'consolidate',
    file,
    folder.path('mois-lu.xlsx'),
    '--json',
    '--by',
    'month,year',
    '--measure',
    'recus=sum:B',
  );
  expect(said).toMatchObject({ status: 0 });
  const read = JSON.parse(said.out) as Record<'month' | 'year', Record<string, Record<string, number>>>;
  expect(read.month['2026-02']?.['recus']).toBe(1001);
  expect(read.year['2026']?.['recus']).toBe(6015);
});

test('a table without dates is found, and what it cannot give is said', async () => {
  const file = await workbook('taches.xlsx', [
    ['Projet', 'Tâche', 'Budget', 'Consommé'],
    ['A', 'Étude', 10, 4],
    ['A', 'Recette', 6, 1.5],
    ['B', 'Étude', 8, 2],
  ]);
  const said = await meteo('detect', file, '--lang', 'fr');
  expect(said.status).toBe(0);
  expect(said.out).toContain('snapshot');
  expect(said.err).toContain('Tableau sans date.');
});
