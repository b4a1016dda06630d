import { causeOf, type Cause } from '../../../src/core/watch/cause';
import { ratioKpi, sumKpi, type Day } from '../meteo/syntheticInput';
import type { Kpi } from '../../../src/core/kpi/kpi';

const day = (serial: number, offered: number, answered: number, abandoned = offered - answered): Day => ({
  serial,
  offered,
  answered,
  abandoned,
  handling: answered * 400,
});
const span = (serial: number) => ({ start: serial, end: serial + 1 });

const KINDS = {
  answered: [['answered', 'offered'], { direction: 'higher' }],
  abandoned: [['abandoned', 'offered'], { direction: 'lower' }],
} as const;

/** The cause of day 2 beside day 1, which had 100 calls of which 90 were answered. */
const cause = (kind: keyof typeof KINDS, offered: number, answered: number, more: Partial<Kpi> = {}): Cause | null => {
  const days = [day(1, 100, 90), day(2, offered, answered)];
  const [columns, direction] = KINDS[kind];
  return causeOf(ratioKpi(days, 'kpi', 'KPI', columns, { ...direction, ...more }), span(2), [span(1)]);
};

test.each<[string, keyof typeof KINDS, number, number, number]>([
  ['more calls for as many answers: volume alone', 'answered', 120, 90, 1],
  ['as many calls and fewer answers: performance alone', 'answered', 100, 70, 0],
  ['more calls, some more answers: they softened it', 'answered', 120, 96, 1],
  ['fewer calls and far fewer answers', 'answered', 90, 60, 0],
  // ln 1.2 = 0.1823 and ln (90 ÷ 81) = 0.1054: 63.4 % and 36.6 %.
  ['both', 'answered', 120, 81, 0.6338],
  ['the same day told by its abandons', 'abandoned', 120, 81, 0.6338],
  ['abandons that grow with the calls', 'abandoned', 150, 90, 1],
])('%s', (_, kind, offered, answered, volume) => {
  const found = cause(kind, offered, answered);
  expect(found?.volume.share).toBeCloseTo(volume, 4);
  expect((found?.volume.share ?? 0) + (found?.performance.share ?? 0)).toBe(1);
});

test('changes are told beside the usual counts, and the usual share is Σ over Σ', () => {
  const days = [day(1, 100, 90), day(8, 300, 240), day(15, 260, 150)];
  const series = ratioKpi(days, 'kpi', 'KPI', ['answered', 'offered'], { direction: 'higher' });
  const found = causeOf(series, span(15), [span(8), span(1)]);
  // (90 + 240) ÷ (100 + 300), not the mean of 90 % and 80 %.
  expect(found?.usual).toBeCloseTo(0.825, 12);
  expect(found?.volume.change).toBeCloseTo(260 / 200 - 1, 12);
  expect(found?.performance.change).toBeCloseTo(150 / 165 - 1, 12);
});

test('the usual share of abandons is theirs, not of what is left', () => {
  expect(cause('abandoned', 120, 81)?.usual).toBeCloseTo(0.1, 12);
});

test.each<[string, Cause | null]>([
  ['a share no worse than usual', cause('answered', 200, 181)],
  ['a duration', cause('answered', 120, 81, { unit: 'seconds' })],
  ['a share to keep within limits', cause('answered', 120, 81, { direction: 'range' })],
  ['more than the whole', cause('answered', 100, 120)],
  ['nothing answered at all', cause('answered', 100, 0)],
  [
    'nothing to compare with',
    causeOf(ratioKpi([day(2, 9, 3)], 'a', 'A', ['answered', 'offered'], { direction: 'higher' }), span(2), []),
  ],
  [
    'what adds up',
    causeOf(sumKpi([day(1, 9, 3), day(2, 3, 3)], 'a', 'A', 'offered', { direction: 'higher' }), span(2), [span(1)]),
  ],
])('no cause for %s', (_, found) => {
  expect(found).toBeNull();
});
