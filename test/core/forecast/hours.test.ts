import { projectHours, type HoursProjection, type SlottedDay } from '../../../src/core/forecast/hours';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

const MONDAY = serialOf({ year: 2026, month: 9, day: 7 });
const SLOTS = 10;
const PROFILE = [0.06, 0.1, 0.14, 0.13, 0.09, 0.07, 0.1, 0.13, 0.11, 0.07];
const LEVELS = [420, 330, 300, 300, 270];

/** Poisson counts by multiplication of uniforms (Knuth), cut into parts so that nothing underflows. */
const poisson = (mean: number, uniform: () => number): number => {
  let count = 0;
  for (let left = mean; left > 0; left -= 20) {
    const limit = Math.exp(-Math.min(20, left));
    for (let product = uniform(); product > limit; product *= uniform()) count++;
  }
  return count;
};

const uniformOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
};

/** Days whose level moves around their weekday's by 15 %, with Poisson counts in each slot; Mondays peak in the morning. */
const simulate = (weeks: number, seed: number): SlottedDay[] => {
  const [draw, uniform] = [normal(seed), uniformOf(seed * 7 + 1)];
  const days: SlottedDay[] = [];
  for (let serial = MONDAY; serial < MONDAY + 7 * weeks; serial++) {
    const level = LEVELS[weekdayOf(serial) - 1];
    const busy = 1 + 0.15 * draw();
    if (level === undefined) continue;
    const tilt = (slot: number): number => (weekdayOf(serial) === 1 ? 1 + 0.3 * (slot < 4 ? 1 : -0.55) : 1);
    const counts = PROFILE.map((share, slot) => poisson(Math.max(0.3, busy) * level * share * tilt(slot), uniform));
    days.push({ serial, counts });
  }
  return days;
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const projectedAt = (days: readonly SlottedDay[], index: number, known: number): HoursProjection => {
  const day = days[index];
  const made =
    day && projectHours({ history: days.slice(0, index), today: { serial: day.serial, counts: day.counts.slice(0, known) } });
  if (!made) throw new Error('nothing projected');
  return made;
};

describe('over many simulated days', () => {
  const outcomes = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
    const days = simulate(14, seed);
    return days.slice(40).flatMap((day, place) =>
      [0, 2, 4, 6, 8].map((known) => {
        const made = projectedAt(days, 40 + place, known);
        const plain = projectedAt(days, 40 + place, 0);
        const rest = total(day.counts.slice(known));
        const usual = plain.slots.slice(known).reduce((sum, slot) => sum + (slot?.value ?? 0), 0);
        return { known, made, rest, usual, counts: day.counts };
      }),
    );
  });
  const share = (inside: readonly boolean[]): number => inside.filter(Boolean).length / inside.length;

  test('knowing the first hours makes the rest clearly better than the usual profile alone', () => {
    for (const [known, least] of [
      [2, 0.88],
      [4, 0.8],
      [6, 0.85],
    ] as const) {
      const at = outcomes.filter((outcome) => outcome.known === known);
      const updated = at.reduce((sum, { made, rest }) => sum + Math.abs(made.rest.value - rest), 0);
      const usual = at.reduce((sum, { usual: expected, rest }) => sum + Math.abs(expected - rest), 0);
      expect(updated / usual).toBeLessThan(least);
    }
  });

  test('the 80 % interval of the rest of the day holds 77 to 85 % of the time, the 95 % one 93 to 98 %', () => {
    const held = share(outcomes.map(({ made: { rest: said }, rest }) => rest >= said.low && rest <= said.high));
    const surely = share(outcomes.map(({ made: { rest: said }, rest }) => rest >= said.low95 && rest <= said.high95));
    expect(held).toBeGreaterThan(0.77);
    expect(held).toBeLessThan(0.85);
    expect(surely).toBeGreaterThan(0.93);
    expect(surely).toBeLessThan(0.98);
  });

  test('so does that of each slot', () => {
    const held = share(
      outcomes.flatMap(({ made, counts }) =>
        made.slots.flatMap((slot, index) =>
          slot ? [(counts[index] ?? 0) >= slot.low && (counts[index] ?? 0) <= slot.high] : [],
        ),
      ),
    );
    expect(held).toBeGreaterThan(0.77);
    expect(held).toBeLessThan(0.85);
  });

  test('intervals narrow as the day advances', () => {
    const widths = [0, 2, 4, 6, 8].map((known) => {
      const at = outcomes.filter((outcome) => outcome.known === known);
      return at.reduce((sum, { made }) => sum + made.total.high - made.total.low, 0) / at.length;
    });
    expect([...widths].sort((one, other) => other - one)).toEqual(widths);
    expect((widths[4] ?? 0) / (widths[0] ?? 1)).toBeLessThan(0.45);
  });
});

describe('a day', () => {
  const days = simulate(10, 9);
  const serial = MONDAY + 70;

  test('has the shape of its weekday: a Monday’s morning is busier', () => {
    const monday = projectHours({ history: days, today: { serial, counts: [] } });
    const friday = projectHours({ history: days, today: { serial: serial + 4, counts: [] } });
    const morning = (made: HoursProjection | null): number =>
      (made?.slots.slice(0, 4).reduce((sum, slot) => sum + (slot?.value ?? 0), 0) ?? 0) / (made?.total.value ?? 1);
    expect(morning(monday)).toBeGreaterThan(morning(friday) + 0.05);
    expect(monday?.total.value ?? 0).toBeGreaterThan(1.3 * (friday?.total.value ?? 0));
    expect(monday?.pace).toBeNull();
  });

  test('that begins 30 % above the usual is expected above it, but by less while little is known', () => {
    const usual = projectHours({ history: days, today: { serial, counts: [] } });
    const more = usual?.slots.slice(0, 3).map((slot) => Math.round(1.3 * (slot?.value ?? 0))) ?? [];
    const made = projectHours({ history: days, today: { serial, counts: more } });
    const rest = usual?.slots.slice(3).reduce((sum, slot) => sum + (slot?.value ?? 0), 0) ?? 1;
    expect(made?.pace).toBeCloseTo(1.3, 1);
    expect((made?.rest.value ?? 0) / rest).toBeGreaterThan(1.1);
    expect((made?.rest.value ?? 0) / rest).toBeLessThan(1.3);
  });

  test('that is over is known', () => {
    const counts = new Array<number>(SLOTS).fill(30);
    const made = projectHours({ history: days, today: { serial, counts } });
    expect(made?.slots.every((slot) => slot === null)).toBe(true);
    expect(made?.rest).toEqual({ value: 0, low: 0, high: 0, low95: 0, high95: 0 });
    expect(made?.total).toMatchObject({ value: 300, low: 300, high: 300 });
  });

  test('with a slot that is not known yet in its middle projects that slot too', () => {
    const made = projectHours({ history: days, today: { serial, counts: [20, null, 50] } });
    expect(made?.slots.map((slot) => slot === null).slice(0, 4)).toEqual([true, false, true, false]);
    expect(made?.total.value).toBeCloseTo(70 + (made?.rest.value ?? 0), 9);
  });

  test('the slots to come add up to the rest', () => {
    const made = projectHours({ history: days, today: { serial, counts: [20, 45] } });
    const slots = made?.slots.reduce((sum, slot) => sum + (slot?.value ?? 0), 0);
    expect(slots).toBeCloseTo(made?.rest.value ?? 0, 9);
  });
});

test.each<[string, SlottedDay[], (number | null)[]]>([
  ['one day of history', [{ serial: MONDAY, counts: [3, 4, 5] }], [2]],
  ['a history of few counts', Array.from({ length: 9 }, (_, day) => ({ serial: MONDAY + day, counts: [0, 1, 0] })), [0]],
  ['huge counts', Array.from({ length: 9 }, (_, day) => ({ serial: MONDAY + day, counts: [1e12, 2e12, 1e12] })), [1e12]],
  ['a day far above all others', Array.from({ length: 9 }, (_, day) => ({ serial: MONDAY + day, counts: [5, 5, 5] })), [900]],
  ['a day without anything yet', Array.from({ length: 9 }, (_, day) => ({ serial: MONDAY + day, counts: [5, 5, 5] })), [0, 0]],
  ['days exactly alike', Array.from({ length: 30 }, (_, day) => ({ serial: MONDAY + day, counts: [10, 20, 30] })), [10]],
])('%s gives a sane answer', (_, history, counts) => {
  const made = projectHours({ history, today: { serial: MONDAY + 40, counts } });
  expect(made).not.toBeNull();
  for (const said of [made?.rest, made?.total, ...(made?.slots ?? [])]) {
    if (!said) continue;
    expect(Object.values(said).every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
    const { low95, low, value, high, high95 } = said;
    expect([low95, low, value, high, high95]).toEqual([low95, low, value, high, high95].sort((one, other) => one - other));
  }
});

test.each<[string, SlottedDay[]]>([
  ['no history', []],
  ['a history of closed days', [{ serial: MONDAY, counts: [0, 0, 0] }]],
  ['days to come only', [{ serial: MONDAY + 50, counts: [1, 2, 3] }]],
])('%s gives nothing', (_, history) => {
  expect(projectHours({ history, today: { serial: MONDAY + 40, counts: [1] } })).toBeNull();
});
