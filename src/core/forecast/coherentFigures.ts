import type { Steps } from '../steps';
import { reconciled, type Relation } from './coherence';
import { areSame, isPartOf, relationsOfSteps } from './families';
import type { Series } from './series';
import { square } from './statistics';

/** A day by its serial, or a period by its name. */
export type StepKey = number | string;

/** What is projected of a step, and how far the 80 % interval reaches on its wider side. */
type Expected = { value: number; half: number };

/** What adds up: its known steps and those to come. A `count` may be part of another one. */
type SumFigure = {
  kind: 'sum';
  count: boolean;
  known: ReadonlyMap<StepKey, number>;
  ahead: ReadonlyMap<StepKey, Expected>;
};

/** A share of something, by its parts: what it is projected to be, of how much. */
type ShareFigure = {
  kind: 'share';
  numerator: ReadonlyMap<StepKey, number>;
  denominator: ReadonlyMap<StepKey, number>;
  ahead: ReadonlyMap<StepKey, Expected>;
  volumes: ReadonlyMap<StepKey, number>;
};

export type CoherentFigure = SumFigure | ShareFigure;

/** What a figure's steps to come are with the others: a sum's values, a share's two parts. */
export type CoherentSteps = { values: ReadonlyMap<StepKey, number>; volumes: ReadonlyMap<StepKey, number> | null };

/** One thing that figures count, under as many of them as say it: its known steps and those to come, aligned with the others'. */
type Line = { known: Series; ahead: (Expected | null)[]; role: 'whole' | 'part' | 'sum'; count: boolean };

/** Known steps that show what always holds: four weeks of days, as many periods as a quarter has weeks less a few. */
const LEAST = { days: 28, periods: 8 } as const;

/** Beyond as many lines sums of two and three of them are not looked for: there would be some by chance. */
const MOST_LINES = 40;

const keysOf = (maps: readonly ReadonlyMap<StepKey, unknown>[]): StepKey[] =>
  [...new Set(maps.flatMap((map) => [...map.keys()]))].sort((one, other) => (one < other ? -1 : 1));

type Family = { lines: Line[]; steps: readonly StepKey[]; wholeOf: (number | null)[]; lineOf: number[] };

/** The lines that figures are about: what shares are of, what adds up, and what shares count, which follows the share. */
const familyOf = (figures: readonly CoherentFigure[], least: number): Family => {
  const past = keysOf(figures.flatMap((one) => (one.kind === 'sum' ? [one.known] : [one.numerator, one.denominator])));
  const steps = keysOf(figures.map(({ ahead }) => ahead));
  const lines: Line[] = [];
  const seriesOf = (known: ReadonlyMap<StepKey, number>): Series => past.map((key) => known.get(key) ?? null);
  const placeOf = (known: Series, role: Line['role']): number => {
    const place = lines.findIndex((line) => areSame(line.known, known, least));
    if (place >= 0) return place;
    return lines.push({ known, ahead: steps.map(() => null), role, count: role !== 'sum' }) - 1;
  };
  const expect = (place: number, ahead: readonly (Expected | null)[]): void => {
    const line = lines[place];
    if (line) line.ahead = line.ahead.map((before, step) => ahead[step] ?? before);
  };
  const wholeOf = figures.map((one): number | null => {
    if (one.kind === 'sum') return null;
    const place = placeOf(seriesOf(one.denominator), 'whole');
    const volumes = steps.map((key): Expected | null => {
      const value = one.volumes.get(key);
      return value === undefined ? null : { value, half: 0 };
    });
    expect(place, volumes);
    return place;
  });
  const sums = figures.map((one): number => {
    if (one.kind === 'share') return -1;
    const place = placeOf(seriesOf(one.known), 'sum');
    const line = lines[place];
    if (line) line.count ||= one.count;
    expect(
      place,
      steps.map((key) => one.ahead.get(key) ?? null),
    );
    return place;
  });
  const told = new Set<number>();
  const lineOf = figures.map((one, index): number => {
    if (one.kind === 'sum') return sums[index] ?? -1;
    const whole = lines[wholeOf[index] ?? -1];
    const place = placeOf(seriesOf(one.numerator), 'part');
    const line = lines[place];
    if (!whole || !line || line.role === 'whole' || told.has(place)) return place;
    told.add(place);
    line.role = 'part';
    line.count = true;
    const ahead = steps.map((key, step): Expected | null => {
      const [rate, volume] = [one.ahead.get(key), whole.ahead[step]];
      return rate && volume ? { value: rate.value * volume.value, half: rate.half * volume.value } : null;
    });
    expect(place, ahead);
    return place;
  });
  return { lines, steps, wholeOf, lineOf };
};

/** What always held between lines: sums of two or three that make another, parts that were never more than what they are of. */
function* relationsSteps({ lines, wholeOf, lineOf }: Family, least: number): Steps<readonly Relation[]> {
  const known = lines.map((line) => line.known);
  const relations: Relation[] = lines.length <= MOST_LINES ? yield* relationsOfSteps(known, least) : [];
  const atMost = (parts: readonly number[], whole: number): Relation => ({
    terms: [...parts.map((at) => ({ at, factor: 1 })), { at: whole, factor: -1 }],
    total: 0,
    kind: 'most',
  });
  for (const whole of new Set(wholeOf.flatMap((place) => place ?? []))) {
    const parts = [...new Set(lineOf.filter((place, index) => wholeOf[index] === whole && place !== whole))];
    const series = parts.map((place) => known[place] ?? []);
    const together = yield* relationsOfSteps(series, least, known[whole] ?? []);
    for (const { kind, terms } of together)
      if (kind === 'most')
        relations.push(
          atMost(
            terms.flatMap(({ at }) => parts[at] ?? []),
            whole,
          ),
        );
  }
  for (const [part, line] of lines.entries()) {
    yield undefined;
    for (const [whole, other] of lines.entries())
      if (part !== whole && line.count && other.count && isPartOf(line.known, other.known, least))
        relations.push(atMost([part], whole));
  }
  return relations;
}

/** The values of every line at a step, made to keep to the relations whose lines all have one. What shares are of stays. */
const valuesAt = ({ lines }: Family, relations: readonly Relation[], step: number): readonly (number | null)[] => {
  const expected = lines.map(({ ahead }) => ahead[step] ?? null);
  const held = relations.filter(({ terms }) => terms.every(({ at }) => expected[at]));
  if (held.length === 0) return expected.map((one) => one?.value ?? null);
  const free = expected.map((one, at) => one !== null && lines[at]?.role !== 'whole');
  const isBlind = expected.every((one, at) => !free[at] || !one?.half);
  const variances = expected.map((one, at) => (free[at] ? (isBlind ? 1 : square(one?.half ?? 0)) : 0));
  const bounds = lines.map(({ known }) => ({ low: known.every((value) => (value ?? 0) >= 0) ? 0 : -Infinity, high: Infinity }));
  const values = reconciled(
    expected.map((one) => one?.value ?? 0),
    variances,
    held,
    bounds,
  );
  return values.map((value, at) => (expected[at] ? value : null));
};

/**
 * Figures that were projected one by one, made to agree at every step to come, as far as they belong together by what has
 * always held between them: what a share counts is the share of its whole, parts never pass it, sums add up. What shares are of
 * leads; the others give way by the square of their intervals (`reconciled`). Aligned with `figures`. In slices.
 *
 * @example
 * // answered, offered, answer rate: 3,181 answered of 2,968 offered at 96 % become 2,849
 * const [answered, offered, rate] = yield* coherentFiguresSteps([answeredCalls, offeredCalls, answerRate], 'periods');
 */
export function* coherentFiguresSteps(
  figures: readonly CoherentFigure[],
  stretch: keyof typeof LEAST,
): Steps<readonly CoherentSteps[]> {
  const least = LEAST[stretch];
  const family = familyOf(figures, least);
  yield undefined;
  const relations = yield* relationsSteps(family, least);
  const values: (readonly (number | null)[])[] = [];
  for (const step of family.steps.keys()) {
    values.push(valuesAt(family, relations, step));
    yield undefined;
  }
  const told = (place: number | null): Map<StepKey, number> =>
    new Map(
      family.steps.flatMap((key, step): [StepKey, number][] => {
        const value = place === null ? null : values[step]?.[place];
        return value === null || value === undefined ? [] : [[key, value]];
      }),
    );
  return figures.map((_, index) => {
    const whole = family.wholeOf[index] ?? null;
    return { values: told(family.lineOf[index] ?? null), volumes: whole === null ? null : told(whole) };
  });
}
