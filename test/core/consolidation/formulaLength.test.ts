import { consolidate } from '../../../src/core/consolidation/consolidate';
import { consolidateGroups } from '../../../src/core/consolidation/groups';
import type { ConsolidatedColumn, Rule } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import type { Result } from '../../../src/core/problem';
import type { WorkbookDraft } from '../../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';
import { column } from './typedBook';

/** A workbook of as many measures, their headers as long as names of formulas hold; the last rows first where `down`. */
const typed = (measures: number, down = false): { workbook: WorkbookSnapshot; table: DetectedTable } => {
  const headers = Array.from(
    { length: measures },
    (_, index) => `Charge ${String(index)} des équipes du plateau de la région Nord-Est`,
  );
  const days = Array.from({ length: 40 }, (_, day) => [46_027 + day, ...headers.map(() => 100 + day)]);
  const grid = [['Date', ...headers], ...(down ? days.reverse() : days)];
  const workbook = workbookOf(sheetOf('Suivi du projet Nord-Est 2026', grid, { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return { workbook, table };
};

const consolidated = (measures: number, down: boolean, columns: readonly ConsolidatedColumn[]): Result<WorkbookDraft> =>
  consolidate({ ...typed(measures, down), columns, kinds: ['month'], language: 'fr' });

/** The first half of the measures over the second, on the last date that has them all. */
const state = (measures: number): ConsolidatedColumn => {
  const places = Array.from({ length: measures }, (_, index) => index + 1);
  const sum = (some: number[]): Rule => ({
    kind: 'combination',
    terms: some.map((place) => ({ factor: 1, rule: { kind: 'sum', column: place } })),
  });
  const half = measures / 2;
  const rule: Rule = { kind: 'ratio', numerator: sum(places.slice(0, half)), denominator: sum(places.slice(half)) };
  return column('Avancement', { kind: 'atLast', columns: places, rule });
};

const first = column('Première', { kind: 'sum', column: 1 });

describe.each([
  ['in order', false],
  ['out of order', true],
])('over rows %s', (_, down) => {
  test('a figure that Excel has no room for is left out and told, the others are written', () => {
    const made = consolidated(10, down, [first, state(10)]);
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    expect(made.problems).toEqual([expect.objectContaining({ code: 'formula-too-long', params: { kpi: 'Avancement' } })]);
    const month = made.value.sheets.find(({ name }) => name === 'Mois');
    const lengths = month?.fills?.map(({ formulaR1C1 }) => formulaR1C1.length) ?? [];
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8_192);
    expect(month?.blocks?.flatMap(({ cells }) => cells.flat())).not.toContainEqual({ text: 'Avancement' });
  });

  test('alone it is refused', () => {
    expect(consolidated(10, down, [state(10)])).toMatchObject({ ok: false, problem: { code: 'formula-too-long' } });
  });

  test('over two columns there is room', () => {
    const made = consolidated(2, down, [state(2)]);
    expect(made).toMatchObject({ ok: true, problems: [] });
  });
});

test('a summary leaves such a figure out too', () => {
  const summary = (columns: readonly ConsolidatedColumn[]) =>
    consolidateGroups({ ...typed(10), group: 'B', columns, language: 'fr' });
  const made = summary([first, state(10)]);
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  expect(made.problems.map(({ code }) => code)).toEqual(['formula-too-long']);
  const formulas = made.value.sheets.flatMap(({ blocks }) =>
    (blocks ?? []).flatMap(({ cells }) =>
      cells.flat().flatMap((cell) => (cell && 'formula' in cell ? [cell.formula.length] : [])),
    ),
  );
  expect(Math.max(...formulas)).toBeLessThanOrEqual(8_192);
  expect(summary([state(10)])).toMatchObject({ ok: false, problem: { code: 'formula-too-long' } });
});
