import { describeRule } from '../../../src/core/consolidation/describe';
import { proposeColumns } from '../../../src/core/consolidation/propose';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { CATALOGUE } from '../../../src/core/kpi/catalogue';
import { proposeKpis } from '../../../src/core/kpi/propose';
import { sheetOf, workbookOf } from '../grid';

const table = (header: string[], row: (index: number) => CellValue[], formats: Record<number, string> = {}): DetectedTable => {
  const rows = Array.from({ length: 40 }, (_, index) => row(index));
  const [found] = detect(workbookOf(sheetOf('Suivi', [header, ...rows], { formats: { 0: 'dd/mm/yyyy', ...formats } }))).tables;
  if (!found) throw new Error('no table');
  return found;
};

const inWords = (of: DetectedTable): Record<string, string> => {
  const header = (column: number): string => of.columns.find((candidate) => candidate.column === column)?.header ?? '';
  return Object.fromEntries(proposeKpis(of, 'fr').map((kpi) => [kpi.id, describeRule(kpi.rule, header, 'fr')]));
};

const inbound = (): DetectedTable =>
  table(
    ['Date', 'Appels reçus', 'Décrochés', 'Décrochés < 20 s', 'Abandons', 'Durée de traitement', 'DMT'],
    (index) => {
      const answered = 90 - (index % 7);
      const handling = (answered * (300 + (index % 11))) / 86_400;
      return [46_027 + index, 100 + index, answered, 70 - (index % 5), 4 + (index % 3), handling, handling / answered];
    },
    { 5: '[h]:mm:ss', 6: '[m]:ss' },
  );

test('a daily table of calls gives the KPIs whose measures it holds', () => {
  expect(inWords(inbound())).toEqual({
    in_offered: 'somme de Appels reçus',
    in_answered: 'somme de Décrochés',
    in_abandoned: 'somme de Abandons',
    in_qs: 'somme de Décrochés ÷ somme de Appels reçus',
    in_sl: 'somme de Décrochés < 20 s ÷ somme de Appels reçus',
    in_abandon_rate: 'somme de Abandons ÷ somme de Appels reçus',
    in_aht: '86400 × somme de Durée de traitement ÷ somme de Décrochés',
  });
});

test.each<[string, CellValue, string[]]>([
  ['a figure among the others', 3000, ['in_answered', 'in_aht', 'in_talk', 'in_acw']],
  ['typed as text, which no formula adds', '0:50:00', ['in_answered', 'in_talk', 'in_acw']],
])('hours on hold are %s: a handling time is whole or is none', (_, hold, kpis) => {
  const calls = table(
    ['Date', 'Appels traités', 'Durée de conversation (s)', 'Attente en ligne (s)', 'Post-appel (s)'],
    (index) => [46_027 + index, 100, 18_000, hold, 3000],
  );
  expect(Object.keys(inWords(calls))).toEqual(kpis);
});

test('its keys are held to thresholds that the user has to confirm', () => {
  const keys = proposeKpis(inbound(), 'fr').filter((kpi) => kpi.key);
  expect(keys.map(({ id }) => id)).toEqual(['in_qs', 'in_sl']);
  expect(keys.map(({ thresholds }) => thresholds)).toEqual([
    { green: 0.9, amber: 0.8 },
    { green: 0.8, amber: 0.7 },
  ]);
  expect(keys.every((kpi) => kpi.thresholdsProposed)).toBe(true);
});

test('labels are in the language asked for', () => {
  expect(proposeKpis(inbound(), 'en').find(({ id }) => id === 'in_qs')?.label).toBe('Answer rate');
});

test('an event log counts its rows and its outcomes', () => {
  const calls = table(['Date', 'Call Id', 'Answered', 'Talk time (min)', 'Satisfaction rating'], (index) => [
    46_027 + Math.floor(index / 8),
    `ID${String(index)}`,
    index % 4 ? 'Y' : 'N',
    index % 4 ? 3.5 + (index % 3) : '',
    index % 4 ? 1 + (index % 5) : '',
  ]);
  expect(inWords(calls)).toMatchObject({
    in_offered: 'nombre de lignes',
    in_qs: 'lignes où Answered = Y ÷ nombre de lignes',
    in_abandoned: 'nombre de lignes − lignes où Answered = Y',
    in_talk: '60 × somme de Talk time (min) ÷ lignes où Answered = Y',
    in_csat_mean: 'moyenne des lignes de Satisfaction rating',
  });
});

test('calls beside contacts and sales are calls made', () => {
  const sales = table(['Date', 'Total Calls', 'Calls Reached', 'Deals Closed', 'Deal Value ($)'], (index) => [
    46_027 + index,
    80 + index,
    30 + (index % 9),
    5 + (index % 4),
    1000.5 + index,
  ]);
  expect(inWords(sales)).toMatchObject({ out_dials: 'somme de Total Calls', out_sales: 'somme de Deals Closed' });
});

test('a table without known measures gives none', () => {
  expect(
    proposeKpis(
      table(['Date', 'Palettes', 'Camions'], (index) => [46_027 + index, 5, 2]),
      'fr',
    ),
  ).toEqual([]);
});

describe('columns without rules', () => {
  const labels = (of: DetectedTable) => proposeColumns(of, 'fr');

  test('a rate and a mean come from their parts', () => {
    const found = labels(inbound()).columns.find(({ label }) => label === 'DMT');
    expect(found?.rule).toEqual({
      kind: 'ratio',
      numerator: { kind: 'sum', column: 5 },
      denominator: { kind: 'sum', column: 2 },
    });
    expect(found?.numberFormat).toBe('[h]:mm:ss');
  });

  test('a rate without its parts is a problem, a running total its last value', () => {
    const made = labels(
      table(
        ['Date', 'Appels', 'Cumul appels', 'Taux'],
        (index) => [46_027 + index, 5 + (index % 7), 6 * index, 0.5 + index / 100],
        { 3: '0%' },
      ),
    );
    expect(made.columns.map(({ label, rule }) => [label, rule.kind])).toEqual([
      ['Appels', 'sum'],
      ['Cumul appels', 'last'],
    ]);
    expect(made.problems).toEqual([{ code: 'rate-without-parts', params: { rate: 'Taux' }, place: { sheet: 'Suivi' } }]);
  });
});

describe('the catalogue', () => {
  test('holds each KPI once, named in both languages', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
    expect(CATALOGUE.filter(({ label }) => !label.fr || !label.en)).toEqual([]);
  });
  test('has thresholds in the order of their direction', () => {
    const wrong = CATALOGUE.filter(({ thresholds, direction }) => {
      if (!thresholds) return false;
      const { green, amber, greenHigh = green, amberHigh = amber } = thresholds;
      if (direction === 'range') return !(amber <= green && green <= greenHigh && greenHigh <= amberHigh);
      return direction === 'higher' ? green < amber : direction === 'lower' ? green > amber : true;
    });
    expect(wrong).toEqual([]);
  });
});
