import { detect } from '../../../src/core/detect/detect';
import type { Problem } from '../../../src/core/problem';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

type Grid = readonly (readonly CellValue[])[];

const raised = (grid: Grid, code: Problem['code']): readonly Problem[] =>
  detect(workbookOf(sheetOf('Suivi', grid))).problems.filter((one) => one.code === code);

/** Durations of stay and discharges of three sites over eight weeks. */
const weeks = Array.from({ length: 8 }, (_, week) => week);
const across = (discharges: (site: number, week: number) => CellValue): Grid => [
  ['Site', 'Indicateur', ...weeks.map((week) => `2026-01-${String(5 + week).padStart(2, '0')}`)],
  ...[0, 1, 2].map((site) => [`Site ${String(site)}`, 'Durée (jours)', ...weeks.map((week) => 4.5 + site + week / 10)]),
  ...[0, 1, 2].map((site) => [`Site ${String(site)}`, 'Sorties', ...weeks.map((week) => discharges(site, week))]),
];
const usual = (site: number, week: number): CellValue => 300 + 40 * site + 7 * week;

test('figures pasted into the wrong rows for one period are raised at their cells', () => {
  const grid = across((site, week) => (week === 2 ? 4.5 + site + 0.2 : usual(site, week)));
  expect(raised(grid, 'figures-copied')).toMatchObject([{ params: { count: 3 }, place: { sheet: 'Suivi', cell: 'E5:E7' } }]);
});

test.each<[string, Grid]>([
  ['figures of their own', across(usual)],
  ['two KPIs that are always the same', across((site, week) => 4.5 + site + week / 10)],
  ['zeros', across((site, week) => (week === 2 ? 0 : usual(site, week)))],
])('nothing is said of %s', (_, grid) => {
  expect(raised(grid, 'figures-copied')).toEqual([]);
});

const tasks = (left: readonly CellValue[]): Grid => [
  ['Tâche', 'État', 'Estimation', 'Consommé', 'RAF'],
  ['Cadrage', 'Terminé', 3, 3, left[0] ?? ''],
  ['Recette', 'en cours', 4, 1, left[1] ?? ''],
  ['Reprise', 'Terminée', 2, 0, left[2] ?? ''],
];

test('tasks done with work left are raised at the first of them', () => {
  expect(raised(tasks([0, 3, 2]), 'done-with-remaining')).toMatchObject([
    { params: { count: 1, status: 'Terminée', column: 'RAF' }, place: { cell: 'E4' } },
  ]);
});

test('tasks done with nothing left, or under way, are as they should be', () => {
  expect(raised(tasks([0, 3, 0]), 'done-with-remaining')).toEqual([]);
});
