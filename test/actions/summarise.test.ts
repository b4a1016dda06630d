import { summariseWorkbook } from '../../src/actions/summarise';
import { readGroups, type GroupedValues } from '../../src/core/consolidation/read';
import type { ConsolidatedColumn, Rule } from '../../src/core/consolidation/rule';
import { done, type Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const cell = (written: CellValue): CellDraft =>
  typeof written === 'number' ? { number: written } : written === '' ? { empty: true } : { text: String(written) };

/** Tasks of a project: no dates, one task without a project, one budget without a number. */
const TASKS: readonly (readonly CellValue[])[] = [
  ['Projet', 'Tâche', 'Budget', 'Consommé', 'Note'],
  ['Portail', 'Cadrage', 100, 40, 4],
  ['Portail', 'Recette', 300, 360, 2],
  ['PORTAIL', 'Reprise', 50, '', 5],
  ['Paie * 2', 'Cadrage', 80, 20, 3],
  ['Paie 92', 'Cadrage', 7, 7, 1],
  ['', 'Divers', 10, 1, 5],
  ['2026', 'Maintenance', 'à définir', 9, ''],
];

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const type = async (sheet: string, grid: readonly (readonly CellValue[])[], row = 0): Promise<void> => {
  const cells = grid.map((line) => line.map(cell));
  value(await book.port.write({ sheets: [{ name: sheet, owner: 'user', blocks: [{ row, column: 0, cells }] }], names: [] }));
};

const sum = (column: number): Rule => ({ kind: 'sum', column });

const RULES: Record<string, Rule> = {
  tâches: { kind: 'count' },
  budget: sum(2),
  conso: { kind: 'ratio', numerator: sum(3), denominator: sum(2) },
  note: { kind: 'mean', column: 4 },
  pondérée: { kind: 'weightedMean', value: 4, weight: 2 },
  plus: { kind: 'max', column: 3 },
  moins: { kind: 'min', column: 3 },
  cadrages: { kind: 'countWhere', column: 1, text: 'Cadrage' },
  sortes: { kind: 'distinct', column: 1 },
  reste: {
    kind: 'combination',
    terms: [
      { factor: 1, rule: sum(2) },
      { factor: -1, rule: sum(3) },
    ],
  },
};

const columns = (rules: Record<string, Rule>): readonly ConsolidatedColumn[] =>
  Object.entries(rules).map(([id, rule]) => ({ id, label: id, rule, numberFormat: '0.00' }));

const summarised = async (group: string, rules: Record<string, Rule> = RULES): Promise<GroupedValues> => {
  const request = { language: 'fr', today: 46_347, group, columns: () => done(columns(rules)) } as const;
  value(await summariseWorkbook(book.port, request));
  const groups = readGroups(value(await book.port.read()));
  if (!groups) throw new Error('no groups');
  return groups;
};

test('each project has its figures, whatever the case of its name, and the whole has them all', async () => {
  await type('Tâches', TASKS);
  const { group, total } = await summarised('Projet');
  expect(group['Portail']).toEqual({
    tâches: 3,
    budget: 450,
    conso: 400 / 450,
    note: 11 / 3,
    pondérée: (4 * 100 + 2 * 300 + 5 * 50) / 450,
    plus: 360,
    moins: 40,
    cadrages: 1,
    sortes: 3,
    reste: 50,
  });
  expect(total).toMatchObject({ tâches: 7, budget: 547, reste: 547 - 437, sortes: 5, cadrages: 3, plus: 360, moins: 1 });
});

test.each([
  ['a name with a wildcard is itself and no pattern', 'Paie * 2', { tâches: 1, budget: 80 }],
  ['rows without a name are a group of their own', '(vide)', { tâches: 1, budget: 10 }],
  ['a name that is a number', '2026', { tâches: 1, budget: null, note: null, conso: null }],
])('%s', async (_, name, expected) => {
  await type('Tâches', TASKS);
  expect((await summarised('A')).group[name]).toMatchObject(expected);
});

test('a row typed below is in its group at once, and a new project shows as a gap', async () => {
  await type(
    'Tâches',
    TASKS.filter(([name]) => name !== ''),
  );
  await summarised('Projet', { budget: sum(2) });
  await type('Tâches', [['Portail', 'Suite', 1_000, 0, 4]], TASKS.length - 1);
  const read = async (): Promise<GroupedValues | null> => readGroups(value(await book.port.read()));
  expect((await read())?.group['Portail']).toEqual({ budget: 1_450 });
  expect((await read())?.total).toEqual({ budget: 1_537 });
  await type('Tâches', [['Nouveau', 'Début', 5, 0, 4]], TASKS.length);
  const snapshot = value(await book.port.read());
  const sheet = snapshot.sheets.find(({ name }) => name === 'Synthèse');
  expect(sheet?.values.find(([label]) => label === 'Écart')?.[1]).toBe(-5);
});

test('with dates, the last value of a group is that of its own latest date', async () => {
  await type('Suivi', [
    ['Date', 'Équipe', 'Stock'],
    [46_054, 'Nord', 12],
    [46_054, 'Sud', 30],
    [46_055, 'Nord', 9],
    [46_055, 'Nord', 2],
    [46_053, 'Sud', 99],
  ]);
  value(
    await book.port.write({
      sheets: [
        {
          name: 'Suivi',
          owner: 'user',
          styles: [{ area: { row: 1, column: 0, rows: 5, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    }),
  );
  const { group, total } = await summarised('Équipe', { stock: { kind: 'last', column: 2 } });
  expect(group).toEqual({ Nord: { stock: 11 }, Sud: { stock: 30 } });
  expect(total).toEqual({ stock: 11 });
});

test('nobody who groups is asked for dates', async () => {
  await type('Tâches', TASKS);
  const request = { language: 'fr', today: 46_347, group: 'Projet' } as const;
  const made = await summariseWorkbook(book.port, { ...request, columns: () => done(columns({ budget: sum(2) })) });
  expect(made.ok && made.value.problems.map(({ code }) => code)).not.toContain('snapshot-without-dates');
});

test('run twice, the workbook is the same', async () => {
  await type('Tâches', TASKS);
  await summarised('Projet');
  const once = value(await book.port.read({ formulas: true }));
  await summarised('Projet');
  expect(value(await book.port.read({ formulas: true }))).toEqual(once);
});

test('a column that is not there is refused and nothing is written', async () => {
  await type('Tâches', TASKS);
  const refused = await summariseWorkbook(book.port, { language: 'fr', today: 46_347, group: 'Client' });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'column-not-found', params: { name: 'Client' } } });
  expect(value(await book.port.read()).sheets.map(({ name }) => name)).not.toContain('Synthèse');
});

test('a column of a thousand values and more is a list and no grouping', async () => {
  await type('Tâches', [['Ticket', 'Durée'], ...Array.from({ length: 1_001 }, (_, row) => [`T${String(row)}`, row])]);
  const refused = await summariseWorkbook(book.port, { language: 'fr', today: 46_347, group: 'Ticket' });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'too-many-groups', params: { count: 1_001, most: 1_000 } } });
});
