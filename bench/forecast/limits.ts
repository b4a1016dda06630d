import type { Figures } from './measures';

type Verdict = { right: boolean; text: string };
type Times = { median: number; worst: number; fourHundred: number; slice: number };

const MOST_MEAN_OWA = 0.815;
/** OWA that a group may not pass by more than the tolerance. */
const MOST_OWA: Readonly<Record<string, number>> = {
  'M4-Weekly': 0.698,
  'M4-Daily': 1.009,
  'M3-Monthly': 0.816,
  'Tour-Monthly': 0.728,
  'S-Daily': 0.734,
  'S-Weekly': 0.958,
  'S-Monthly': 0.864,
};
const TOLERANCE = 0.005;
const COVERAGE_95 = [0.93, 0.975] as const;
const COVERAGE_80 = [0.77, 0.85] as const;
/** Days of finance, where nothing known beats the last value: their coverage is told, not held to a limit. */
const WITHOUT_COVERAGE = 'M4-Daily';
const MOST_MSIS = { group: 'M4-Weekly', limit: 17.5 };
const MOST_MEDIAN = 8;
const MOST_FOUR_HUNDRED = 40;
const MOST_SLICE = 50;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const coverage = (share: number | null, [least, most]: readonly [number, number], name: string): Verdict => ({
  right: share !== null && share >= least && share <= most,
  text: `${name}: ${percent(share ?? 0)}, between ${percent(least)} and ${percent(most)}`,
});

const atMost = (value: number, limit: number, name: string, digits: number): Verdict => ({
  right: value <= limit,
  text: `${name}: ${value.toFixed(digits)}, at most ${limit.toFixed(digits)}`,
});

const groupVerdicts = (group: string, figures: Figures, naive: Figures | undefined): Verdict[] => [
  atMost(figures.OWA, (MOST_OWA[group] ?? Infinity) + TOLERANCE, `${group}, OWA`, 4),
  ...(group === WITHOUT_COVERAGE
    ? []
    : [
        coverage(figures.coverage95, COVERAGE_95, `${group}, inside 95 %`),
        coverage(figures.coverage80, COVERAGE_80, `${group}, inside 80 %`),
      ]),
  atMost(figures.MSIS95 ?? Infinity, naive?.MSIS95 ?? 0, `${group}, MSIS beside Naive's`, 2),
  ...(group === MOST_MSIS.group ? [atMost(figures.MSIS95 ?? Infinity, MOST_MSIS.limit, `${group}, MSIS`, 2)] : []),
];

/** Whether the engine holds what is asked of it. Times are processor milliseconds. */
export const verdictsOf = (
  { groups, meanOWA }: { groups: ReadonlyMap<string, Figures>; meanOWA: number },
  naive: ReadonlyMap<string, Figures>,
  times: Times,
): Verdict[] => [
  atMost(meanOWA, MOST_MEAN_OWA, "mean of the groups' OWA", 4),
  ...[...groups].flatMap(([group, figures]) => groupVerdicts(group, figures, naive.get(group))),
  atMost(times.median, MOST_MEDIAN, 'median ms a series', 1),
  { right: true, text: `worst series: ${times.worst.toFixed(1)} ms` },
  atMost(times.fourHundred, MOST_FOUR_HUNDRED, 'ms for 400 points', 1),
  atMost(times.slice, MOST_SLICE, 'ms without a pause', 1),
];
