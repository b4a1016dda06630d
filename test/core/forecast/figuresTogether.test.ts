import type { ConsolidatedColumn } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import { forecastTable } from '../../../src/core/forecast/forecastTable';
import type { StepForecast } from '../../../src/core/forecast/figure-step';
import type { FigureForecast } from '../../../src/core/forecast/figures';
import { done } from '../../../src/core/problem';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, valueOf, workbookOf } from '../grid';
import { normal } from './simulate';

/** Monday 5 January 2026. */
const MONDAY = 46_027;

type Row = { offered: number; answered: number; abandoned: number };

/** Rows of calls that are answered or abandoned, `every` days apart; the last `shocked` ones have three in ten answered. */
const rowsOf = (count: number, every: number, shocked: number): CellValue[][] => {
  const draw = normal(11);
  return Array.from({ length: count }, (_, index): CellValue[] => {
    const isShocked = index >= count - shocked;
    const offered = Math.round((every === 7 ? 3000 : index % 7 === 0 ? 600 : 450) * (isShocked ? 1.4 : 1) * (1 + 0.06 * draw()));
    const answered = Math.min(offered, Math.round(offered * (isShocked ? 0.3 : 0.94 + 0.012 * draw())));
    return [MONDAY + index * every, offered, answered, offered - answered];
  });
};

const HEADERS = ['Date', 'Appels reçus', 'Décrochés', 'Abandons'];

/** What is projected of a table of calls, under the names of what is counted. */
const projected = (rows: CellValue[][], columns?: readonly ConsolidatedColumn[]): Readonly<Record<string, FigureForecast>> => {
  const workbook = workbookOf(sheetOf('Suivi', [HEADERS, ...rows], { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  const figures = valueOf(forecastTable(workbook, table, { language: 'fr', ...(columns && { columns: () => done(columns) }) }));
  return Object.fromEntries(figures.map((figure) => [figure.column.id, figure]));
};

const stepOf = (figure: FigureForecast | undefined, by: StepForecast['by']): StepForecast => {
  const step = figure?.steps.find((one) => one.by === by);
  if (!step) throw new Error(`no ${by}`);
  return step;
};

/** The projected points of calls by a kind of step. */
const callsBy = (figures: Readonly<Record<string, FigureForecast>>, by: StepForecast['by']): readonly Row[] => {
  const of = (id: string) => stepOf(figures[id], by);
  expect(of('in_offered').periods.length).toBeGreaterThan(1);
  return of('in_offered').point.map((offered, index) => ({
    offered,
    answered: of('in_answered').point[index] ?? Number.NaN,
    abandoned: of('in_abandoned').point[index] ?? Number.NaN,
  }));
};

const TABLES = [
  ['days of a quiet service', 200, 1, 0, ['day', 'week', 'month']],
  ['days whose last week was a shock', 200, 1, 6, ['day', 'week', 'month']],
  ['weeks of a quiet service', 60, 7, 0, ['week']],
  ['weeks of which the last was a shock', 60, 7, 1, ['week']],
] as const;

describe.each(TABLES)('%s', (_, count, every, shocked, kinds) => {
  const figures = projected(rowsOf(count, every, shocked));

  test.each(kinds)('what is answered and what is abandoned is what is offered, by %s', (by) => {
    for (const { offered, answered, abandoned } of callsBy(figures, by)) {
      expect(answered + abandoned).toBeCloseTo(offered, 4);
      expect(Math.min(answered, abandoned)).toBeGreaterThanOrEqual(0);
    }
  });

  test.each(kinds)('each rate is the quotient of the two counts, by %s', (by) => {
    const [rates, lost] = ['in_qs', 'in_abandon_rate'].map((id) => stepOf(figures[id], by).point);
    for (const [index, { offered, answered, abandoned }] of callsBy(figures, by).entries()) {
      expect(rates?.[index]).toBeCloseTo(answered / offered, 8);
      expect(lost?.[index]).toBeCloseTo(abandoned / offered, 8);
    }
  });

  test('each interval holds its point, the wider one the other', () => {
    for (const { point, lo80, hi80, lo95, hi95 } of Object.values(figures).flatMap(({ steps }) => steps))
      for (const [index, value] of point.entries()) {
        expect(lo95[index]).toBeLessThanOrEqual(lo80[index] ?? Number.NaN);
        expect(lo80[index]).toBeLessThanOrEqual(value);
        expect(hi80[index]).toBeGreaterThanOrEqual(value);
        expect(hi95[index]).toBeGreaterThanOrEqual(hi80[index] ?? Number.NaN);
      }
  });
});

test('weeks are still the sums of their days', () => {
  const figures = projected(rowsOf(203, 1, 6));
  for (const id of ['in_offered', 'in_answered', 'in_abandoned']) {
    const [days, weeks] = [stepOf(figures[id], 'day'), stepOf(figures[id], 'week')];
    const first = days.point.slice(0, 7).reduce((total, value) => total + value, 0);
    expect(weeks.point[0]).toBeCloseTo(first, 6);
  }
});

test('counts that are named one by one: a part is no more than what it is of', () => {
  const count = (id: string, column: number): ConsolidatedColumn => ({
    id,
    label: id,
    rule: { kind: 'sum', column },
    numberFormat: '#,##0',
  });
  // Nearly all that can be answered is, and in the last week fewer calls come than were usually answered.
  const rows = rowsOf(120, 1, 0).map(([date = '', offered = 0], index): CellValue[] => {
    const came = index < 113 ? Number(offered) : Math.round(Number(offered) * 0.5);
    return [date, came, Math.min(came, 430 + (index % 3)), 0];
  });
  const figures = projected(rows, [count('offered', 1), count('answered', 2)]);
  const [offered, answered] = ['offered', 'answered'].map((id) => stepOf(figures[id], 'day').point);
  for (const [index, value] of (offered ?? []).entries()) expect(answered?.[index]).toBeLessThanOrEqual(value + 1e-6);
});

test('figures that have nothing to do with each other stay as they are alone', () => {
  const draw = normal(5);
  const rows = Array.from({ length: 150 }, (_, index): CellValue[] => [
    MONDAY + index,
    Math.round(500 + 60 * draw()),
    Math.round(480 + 60 * draw()),
    Math.round(470 + 60 * draw()),
  ]);
  const named = [1, 2, 3].map((column): ConsolidatedColumn => ({
    id: String(column),
    label: String(column),
    rule: { kind: 'sum', column },
    numberFormat: '#,##0',
  }));
  const together = projected(rows, named);
  for (const column of named) expect(together[column.id]?.steps).toEqual(projected(rows, [column])[column.id]?.steps);
});
