import { generatedWorkbooks } from '../../bench/detect/generated';
import type { LabelledWorkbook, TableLabel } from '../../bench/detect/label';
import { sampleWorkbook, sharedWorkbooks } from '../../bench/detect/real';
import { ASPECTS, scoreDetection, type Score } from '../../bench/detect/score';

/** The least share of each aspect that detection has to get right. */
const LEAST = 0.95;

const held = (score: Score): void => {
  for (const aspect of ASPECTS) {
    const share = score.right[aspect] / score.of[aspect];
    expect({ aspect, enough: share >= LEAST, ...(share < LEAST && { failures: score.failures }) }).toEqual({
      aspect,
      enough: true,
    });
  }
  expect(score.silent).toEqual([]);
};

describe('detection is right on the labelled sheets', () => {
  test('those that are generated', () => {
    const set = generatedWorkbooks();
    expect(set.length).toBeGreaterThanOrEqual(60);
    held(scoreDetection(set));
  });

  test('those drawn again, with other headers, figures and places', () => {
    held(scoreDetection(generatedWorkbooks(1)));
  });

  test('our own sample', async () => {
    const score = scoreDetection(await sampleWorkbook());
    expect(score.failures).toEqual([]);
    expect(score.silent).toEqual([]);
  }, 60_000);
});

test('with the reports that people made for themselves, where they are at hand', async () => {
  const shared = await sharedWorkbooks();
  const { right, of } = scoreDetection(shared);
  for (const aspect of ['kind', 'header row', 'date column'] as const)
    expect({ aspect, enough: right[aspect] >= LEAST * of[aspect] }).toEqual({ aspect, enough: true });
  held(scoreDetection([...generatedWorkbooks(), ...(await sampleWorkbook()), ...shared]));
}, 240_000);

describe('the set itself', () => {
  test('is the same each time it is made, and another when it is drawn again', () => {
    const text = (set: readonly LabelledWorkbook[]): string => JSON.stringify(set.map(({ workbook }) => workbook));
    expect(text(generatedWorkbooks())).toBe(text(generatedWorkbooks()));
    expect(text(generatedWorkbooks(1))).not.toBe(text(generatedWorkbooks()));
  });

  test('holds every kind of table', () => {
    const kinds = new Set(generatedWorkbooks().flatMap(({ tables }) => tables.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['across', 'daily', 'events', 'periods', 'snapshot']);
  });
});

describe('the score', () => {
  const [first] = generatedWorkbooks();
  const changed = (change: Partial<TableLabel>): Score =>
    scoreDetection(first ? [{ ...first, tables: first.tables.map((label) => ({ ...label, ...change })) }] : []);
  const label = first?.tables[0];

  test.each<[string, Partial<TableLabel>, string]>([
    ['another kind', { kind: 'events' }, 'kind'],
    ['another header row', { headerRow: (label?.headerRow ?? 0) + 1 }, 'header row'],
    ['another date column', { dateColumn: null }, 'date column'],
    ['another type', { columns: new Map([[label?.dateColumn ?? 0, ['count']]]) }, 'tables with all types'],
    ['a column that is not there', { columns: new Map([[90, ['count']]]) }, 'tables with all types'],
  ])('misses %s', (_, change, aspect) => {
    const score = changed(change);
    expect(score.right[aspect as 'kind']).toBe(0);
    expect(score.failures).toHaveLength(1);
    expect(changed({}).failures).toEqual([]);
  });

  test('counts a date read wrong while nothing is raised', () => {
    const days = new Map([...(label?.days ?? [])].map(([row, day]): [number, number] => [row, day + 1]));
    expect(changed({ days }).silent).toHaveLength(1);
  });
});
