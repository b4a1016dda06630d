import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { meteo } from './terminal';

const REPORTS = join(__dirname, '../../../shared/data/workbooks/reports');
const present = existsSync(REPORTS);
if (!present) console.warn(`Real workbooks are not at ${REPORTS}: their formulas are not checked.`);
const whenShared = present ? test : test.skip;
jest.setTimeout(60_000);

type Found = {
  kind: string;
  sheet: string;
  cell: string;
  count: number;
  value: unknown;
  expected: number | null;
  proposal: string | null;
};

const findings = async (file: string): Promise<Found[]> => {
  const said = await meteo('lint', join(REPORTS, file), '--json');
  expect(said).toMatchObject({ status: 0 });
  return (JSON.parse(said.out) as { findings: Found[] }).findings;
};

const place = ({ kind, sheet, cell }: Found): string => `${kind} ${sheet}!${cell}`;

whenShared('R13: the mean progress of tasks of unequal weight, and estimates typed as text', async () => {
  const found = await findings('R13_Gestion de projet.xlsx');
  expect(found.map(place)).toEqual(['average-of-rates avancement de pilotage!I4', 'text-numbers recensement des tâches!C4']);
  // 7.75 days spent of 11.25 spent or left: the 0.6889 that the workbook's own figures give.
  expect(found[0]).toMatchObject({ value: 0.75, proposal: '=SUM(E4:E17)/(SUM(E4:E17)+SUM(F4:F17))' });
  expect(found[0]?.expected).toBeCloseTo(7.75 / 11.25, 12);
});

whenShared('R09: PivotTables on hidden sheets that add up a rate and a mean', async () => {
  const found = await findings('R09_Call Center Dashboard.xlsx');
  expect(found.map(place)).toEqual([
    'pivot-average-of-rates Calculation Table!E16',
    'pivot-average-of-rates Calculation Table!H16',
  ]);
});

whenShared('R17: percentages typed as text, a number of days typed into 153 formulas, TODAY on six sheets', async () => {
  const found = await findings('R17_suivi.xlsx');
  const of = (kind: string): Found[] => found.filter((one) => one.kind === kind);
  expect(of('text-numbers').map(place)).toEqual(
    expect.arrayContaining(['text-numbers AGADIR!O91', 'text-numbers VMM CUMUL!G19', 'text-numbers SOM CUMUL!Q19']),
  );
  for (const { value, expected } of of('text-numbers')) {
    expect(value).toMatch(/^-?\d{1,2}\u00a0\d{3}%$/);
    expect(expected).toBeCloseTo(Number(String(value).replace(/[\u00a0%]/g, '')) / 100, 10);
  }
  expect(of('hard-coded-number').map(({ cell, count }) => [cell, count])).toEqual([['H2', 153]]);
  expect(of('volatile-function')).toHaveLength(6);
  expect(found).toHaveLength(of('text-numbers').length + 7);
});

whenShared('R19: 540,000 cells, six columns of figures typed as text', async () => {
  const found = await findings('R19_Historique.xlsx');
  expect(found.map(({ kind, cell, count }) => [kind, cell, count])).toEqual(
    ['G2', 'H2', 'I2', 'P2', 'T2', 'U2'].map((cell) => ['text-numbers', cell, 1]),
  );
});

whenShared.each([
  'R06_Call Center Data.xlsx',
  'R10_Dataset.xlsx',
  'R12_Project Management Dashboard.xlsx',
  'R15_Indicateurs.xlsx',
  'R16_KPI Dashboard.xlsx',
  'R22_KPI.xlsx',
])('%s has nothing to say', async (file) => {
  expect((await findings(file)).map(place)).toEqual([]);
});
