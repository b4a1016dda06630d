import type { Steps } from '../steps';
import type { Relation } from './coherence';
import { isKnown, type Series } from './series';

/** Parts that are added up to find a whole, at most: more would find sums by chance. */
const MOST_PARTS = 3;
/** Departure from the whole that rounding explains, as a share of it. */
const ROUNDING = 0.0005;

/** Choices of two to three of some places, in order. */
const choicesOf = (places: readonly number[]): readonly (readonly number[])[] => {
  let grown: readonly (readonly number[])[] = places.map((place) => [place]);
  const choices: (readonly number[])[] = [];
  for (let count = 2; count <= MOST_PARTS; count++) {
    grown = grown.flatMap((choice) => places.filter((place) => place > (choice.at(-1) ?? -1)).map((place) => [...choice, place]));
    choices.push(...grown);
  }
  return choices;
};

/** What parts make at a place; null where one of them is not known. */
const totalAt = (parts: readonly Series[], index: number): number | null => {
  let total = 0;
  for (const part of parts) {
    const value = part[index] ?? null;
    if (!isKnown(value)) return null;
    total += value;
  }
  return total;
};

/** Does it hold at every place where all is known, and are these at least `least`, one of them not 0? */
const alwaysHolds = (
  parts: readonly Series[],
  whole: Series,
  least: number,
  holds: (sum: number, whole: number) => boolean,
): boolean => {
  let [known, busy] = [0, 0];
  for (let index = 0; index < whole.length; index++) {
    const [sum, all] = [totalAt(parts, index), whole[index] ?? null];
    if (sum === null || !isKnown(all)) continue;
    if (!holds(sum, all)) return false;
    known++;
    if (sum !== 0) busy++;
  }
  return known >= least && busy > 0;
};

const isSame = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= ROUNDING * Math.abs(whole);
const isWithin = (sum: number, whole: number): boolean => sum <= whole * (1 + ROUNDING);

/** Are two figures the same, wherever both are known? */
export const areSame = (one: Series, other: Series, least: number): boolean => alwaysHolds([one], other, least, isSame);

/** From this correlation of their changes on, two counts move together. */
const TOGETHER = 0.5;

/** Do two figures rise and fall together, from one place where both are known to the next? */
const moveTogether = (one: Series, other: Series): boolean => {
  let [both, own, its] = [0, 0, 0];
  let before: readonly [number, number] | null = null;
  for (let index = 0; index < one.length; index++) {
    const [a, b] = [one[index] ?? null, other[index] ?? null];
    if (!isKnown(a) || !isKnown(b)) continue;
    if (before) {
      const [left, right] = [a - before[0], b - before[1]];
      both += left * right;
      own += left * left;
      its += right * right;
    }
    before = [a, b];
  }
  return own > 0 && its > 0 && both >= TOGETHER * Math.sqrt(own * its);
};

/** Was a figure never more than another one that it rises and falls with? Calls answered and calls offered. */
export const isPartOf = (part: Series, whole: Series, least: number): boolean =>
  alwaysHolds([part], whole, least, isWithin) && moveTogether(part, whole);

/** Choices looked at between two pauses. */
const CHOICES_A_SLICE = 64;

/**
 * What the past says of figures that belong together: two or three of them that always made another one, or the `whole` where
 * there is one (1 stands for it, as in the rates), and pairs that never were more than it. Only what held in every one of
 * `least` known periods or more is a rule. Series are aligned. In slices.
 *
 * @example
 * atOnce(relationsOfSteps([answered, abandoned, waited], 26, offered))
 * // [{ terms: [{ at: 0, factor: 1 }, { at: 1, factor: 1 }], total: 1, kind: 'equal' }]
 */
export function* relationsOfSteps(figures: readonly Series[], least: number, whole?: Series): Steps<Relation[]> {
  const relations: Relation[] = [];
  for (const [index, choice] of choicesOf(figures.map((_, at) => at)).entries()) {
    if (index % CHOICES_A_SLICE === 0) yield undefined;
    const terms = choice.map((at) => ({ at, factor: 1 }));
    const parts = choice.map((at) => figures[at] ?? []);
    if (whole && alwaysHolds(parts, whole, least, isSame)) relations.push({ terms, total: 1, kind: 'equal' });
    else if (whole && choice.length === 2 && alwaysHolds(parts, whole, least, isWithin))
      relations.push({ terms, total: 1, kind: 'most' });
    for (const [at, figure] of figures.entries())
      if (!choice.includes(at) && alwaysHolds(parts, figure, least, isSame))
        relations.push({ terms: [...terms, { at, factor: -1 }], total: 0, kind: 'equal' });
  }
  return relations;
}
