import { flashPoint, outlookOf, type FlashCause, type FlashContext, type Outlook } from '../../../src/core/flash/point';
import type { FlashKpi } from '../../../src/core/flash/subject';
import { context, share } from './flashContext';

const lower = (each: FlashKpi): FlashKpi => ({ ...each, kpi: { ...each.kpi, direction: 'lower' } });
const number = (each: FlashKpi): FlashKpi => ({ ...each, kpi: { ...each.kpi, unit: 'number' } });
const ANSWERED = share('a', 'A', 0.9, 0.8, 1);
const needed = (rate: number, rest: number): Outlook => ({ kind: 'needed', rate, rest });

test.each<[string, FlashKpi, { top: number; bottom: number; rest: number; target: number }, Outlook]>([
  // 0.9 × 1240 − 714 = 402 of 428.
  ['a rate still possible', ANSWERED, { top: 714, bottom: 812, rest: 428, target: 0.9 }, needed(402 / 428, 428)],
  ['out of reach', ANSWERED, { top: 559, bottom: 812, rest: 428, target: 0.8 }, { kind: 'lost', best: 987 / 1240 }],
  [
    'reached with all that is to come, to the last one',
    ANSWERED,
    { top: 90, bottom: 100, rest: 100, target: 0.95 },
    needed(1, 100),
  ],
  ['certain, whatever comes', ANSWERED, { top: 99, bottom: 100, rest: 5, target: 0.9 }, { kind: 'met' }],
  ['before anything came', ANSWERED, { top: 0, bottom: 0, rest: 100, target: 0.9 }, needed(0.9, 100)],
  ['over, and missed', ANSWERED, { top: 80, bottom: 100, rest: 0, target: 0.9 }, { kind: 'lost', best: 0.8 }],
  ['over, and held', ANSWERED, { top: 90, bottom: 100, rest: 0.2, target: 0.9 }, { kind: 'met' }],
  ['abandons: at most so many', lower(ANSWERED), { top: 8, bottom: 100, rest: 100, target: 0.05 }, needed(0.02, 100)],
  [
    'abandons out of reach: none more at best',
    lower(ANSWERED),
    { top: 30, bottom: 100, rest: 100, target: 0.05 },
    { kind: 'lost', best: 0.15 },
  ],
  ['abandons that can no longer be too many', lower(ANSWERED), { top: 1, bottom: 100, rest: 4, target: 0.05 }, { kind: 'met' }],
  ['sales an hour have no highest rate', number(ANSWERED), { top: 1, bottom: 10, rest: 2, target: 0.9 }, needed(4.9, 2)],
])('outlook: %s', (_, kpi, day, expected) => {
  const outlook = outlookOf(kpi, day);
  expect(outlook?.kind).toBe(expected.kind);
  if (outlook?.kind === 'needed' && expected.kind === 'needed') {
    expect(outlook.rate).toBeCloseTo(expected.rate, 12);
    expect(outlook.rest).toBe(expected.rest);
  }
  if (outlook?.kind === 'lost' && expected.kind === 'lost') expect(outlook.best).toBeCloseTo(expected.best, 12);
});

test.each(['range', 'neutral'] as const)('nothing is needed of a figure with direction %s', (direction) => {
  const each = { ...ANSWERED, kpi: { ...ANSWERED.kpi, direction } };
  expect(outlookOf(each, { top: 1, bottom: 2, rest: 3, target: 0.9 })).toBeNull();
});

test('what the needed rate comes to is the target, for any day', () => {
  for (let seed = 1; seed < 200; seed++) {
    const bottom = (seed * 37) % 900;
    const day = {
      top: Math.floor(bottom * ((seed % 7) / 7)),
      bottom,
      rest: 1 + ((seed * 53) % 700),
      target: 0.5 + (seed % 5) / 10,
    };
    const outlook = outlookOf(ANSWERED, day);
    if (outlook?.kind === 'needed') {
      expect((day.top + outlook.rate * day.rest) / (day.bottom + day.rest)).toBeCloseTo(day.target, 10);
      expect(outlook.rate).toBeLessThanOrEqual(1 + 1e-9);
      expect(outlook.rate).toBeGreaterThan(-1e-9);
    }
    if (outlook?.kind === 'lost') expect(outlook.best).toBeLessThan(day.target);
  }
});

test('rates are Σ over Σ since the opening; the last slot is what came since the point before', () => {
  const counts = context().counts.map((count, index) => ({ ...count, before: [400, 380, 330][index] ?? null }));
  const { results } = flashPoint(context({ counts }), [812, 714, 559]);
  expect(results.map(({ value }) => value)).toEqual([714 / 812, 559 / 812]);
  expect(results.map(({ slot }) => slot)).toEqual([334 / 412, 229 / 412]);
  expect(results.map(({ status }) => status)).toEqual(['amber', 'red']);
});

test('a count that went back gives no slot rather than a wrong one', () => {
  const counts = context().counts.map((count) => ({ ...count, before: 900 }));
  expect(flashPoint(context({ counts }), [812, 714, 559]).results.map(({ slot }) => slot)).toEqual([null, null]);
});

test.each<[string, number, Partial<FlashContext>, FlashCause | null]>([
  ['112 % of the forecast', 812, {}, 'volume'],
  ['110 %: not above it', 797.5, {}, null],
  ['just above', 798, {}, 'volume'],
  ['as forecast', 725, {}, 'other'],
  ['between: it may be either', 760, {}, null],
  ['a forecast by the clock is a guess', 812, { basis: 'clock' }, null],
])('cause of a missed target: %s', (_, volume, more, cause) => {
  expect(flashPoint(context(more), [volume, volume * 0.7, volume * 0.6]).cause).toBe(cause);
});

test('no cause is told of targets that are held', () => {
  expect(flashPoint(context(), [812, 800, 790]).cause).toBeNull();
});

test('what is not typed yet is not computed, and the rest is', () => {
  const point = flashPoint(context(), [812, 714, null]);
  expect(point.results.map(({ value }) => value)).toEqual([714 / 812, null]);
  expect(point.results[1]).toMatchObject({ status: 'none', missed: false, outlook: null });
  expect(point.pace).toBeCloseTo(1.12, 3);
});
