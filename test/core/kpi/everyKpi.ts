import fc from 'fast-check';
import catalogue from '../../../src/core/kpi/catalogue.json';
import { measureHeader, natureOf } from '../../../src/core/detect/synonyms';
import type { Language } from '../../../src/core/meteo/content';
import type { CellValue } from '../../../src/core/sheet/snapshot';

/**
 * Every KPI of the catalogue computed a second time, from the rows and from the catalogue's own expressions, by nothing of
 * what the consolidation is made of: what its figures are compared with.
 */

export type Definition = (typeof catalogue)[number];

export const DOMAINS = ['inbound', 'outbound', 'it', 'pso', 'references'] as const;
export type TestedDomain = (typeof DOMAINS)[number];

export const definitionsOf = (domain: TestedDomain): Definition[] => catalogue.filter((entry) => entry.domain === domain);

const measuresIn = (text: string | null): string[] => text?.match(/[a-z]\w*/g) ?? [];

/** Raw measures that a domain's KPIs are made of. */
export const measuresOfDomain = (domain: TestedDomain): string[] => [
  ...new Set(
    definitionsOf(domain).flatMap(({ numerator, denominator }) => [...measuresIn(numerator), ...measuresIn(denominator)]),
  ),
];

/** A row as somebody typed it: a day, and a number, a name or nothing for each measure. */
export type DayRow = { serial: number; activity: string; values: Readonly<Record<string, CellValue>> };

type Number_ = number | null;

const numbers = (rows: readonly DayRow[], measure: string): number[] =>
  rows.flatMap(({ values }) => {
    const value = values[measure];
    return typeof value === 'number' ? value : [];
  });

const total = (values: readonly number[]): Number_ =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);

/** Reads `(a-b/c)*100`: what is missing adds nothing to a sum, and leaves nothing of a product or a quotient. */
const valueOfExpression = (text: string, measure: (name: string) => Number_): Number_ => {
  const tokens = text.match(/[a-z]\w*|\d+|[-+*/()]/g) ?? [];
  let place = 0;
  const atom = (): Number_ => {
    const token = tokens[place++] ?? '';
    if (token !== '(') return /^\d/.test(token) ? Number(token) : measure(token);
    const inside = sum();
    place++;
    return inside;
  };
  const product = (): Number_ => {
    let value = atom();
    while (tokens[place] === '*' || tokens[place] === '/') {
      const sign = tokens[place++];
      const next = atom();
      if (value === null || next === null) value = null;
      else value = sign === '*' ? value * next : next === 0 ? Number.NaN : value / next;
    }
    return value;
  };
  const sum = (): Number_ => {
    let value = product();
    while (tokens[place] === '+' || tokens[place] === '-') {
      const sign = tokens[place++] === '+' ? 1 : -1;
      const next = product();
      if (next !== null) value = (value ?? 0) + sign * next;
    }
    return value;
  };
  // A quotient by 0 leaves nothing of what it is in.
  const value = sum();
  return Number.isNaN(value) ? null : value;
};

const over = (top: Number_, bottom: Number_): Number_ => (top === null || bottom === null || bottom === 0 ? null : top / bottom);

/** Rows of the last date that has one with a number for every measure. */
const rowsAtLast = (rows: readonly DayRow[], measures: readonly string[]): readonly DayRow[] => {
  const whole = rows.filter(({ values }) => measures.every((measure) => typeof values[measure] === 'number'));
  const last = Math.max(...whole.map(({ serial }) => serial));
  return rows.filter(({ serial }) => serial === last);
};

const products = (rows: readonly DayRow[], one: string, other: string): Number_ =>
  total(
    rows.flatMap(({ values }) => {
      const [a, b] = [values[one], values[other]];
      return typeof a === 'number' && typeof b === 'number' ? a * b : [];
    }),
  );

/**
 * The two KPIs whose expression multiplies or divides measures within a row: several rows of a date (lots, clients) count
 * by what they weigh, since neither shares of progress nor periods add up.
 */
const WEIGHED: Readonly<Record<string, (rows: readonly DayRow[]) => Number_>> = {
  ps_gap: (rows) => {
    const [done, spent] = [products(rows, 'avancement_physique', 'budget'), total(numbers(rows, 'consomme_cumule'))];
    return done === null && spent === null ? null : over(100 * ((done ?? 0) - (spent ?? 0)), total(numbers(rows, 'budget')));
  },
  ps_dso: (rows) => over(products(rows, 'creances_eur', 'jours_periode'), total(numbers(rows, 'ca_periode_eur'))),
};

/** A KPI over the rows of a period; null where it shows nothing. */
export const expectedValue = (kpi: Definition, rows: readonly DayRow[]): Number_ => {
  const { numerator, denominator } = kpi;
  const expression = (text: string, of: readonly DayRow[]): Number_ =>
    valueOfExpression(text, (measure) => total(numbers(of, measure)));
  const fraction = (of: readonly DayRow[]): Number_ =>
    denominator === null ? expression(numerator, of) : over(expression(numerator, of), expression(denominator, of));
  switch (kpi.kind) {
    case 'sum':
    case 'ratio':
      return fraction(rows);
    case 'min':
      return rows.length && numbers(rows, numerator).length ? Math.min(...numbers(rows, numerator)) : null;
    case 'max':
      return rows.length && numbers(rows, numerator).length ? Math.max(...numbers(rows, numerator)) : null;
    case 'count': {
      const name = /\((\w+)\)/.exec(numerator)?.[1] ?? '';
      if (rows.length === 0) return null;
      return new Set(rows.flatMap(({ values }) => (values[name] === '' ? [] : String(values[name]).toLowerCase()))).size;
    }
    case 'weighted_mean': {
      const rated = rows.filter(({ values }) => typeof values[numerator] === 'number');
      return over(products(rated, numerator, denominator ?? ''), total(numbers(rated, denominator ?? '')));
    }
    default: {
      const last = rowsAtLast(rows, [...measuresIn(numerator), ...measuresIn(denominator)]);
      if (last.length === 0) return null;
      const weighed = WEIGHED[kpi.id];
      if (!weighed) return fraction(last);
      const value = weighed(last);
      // Of one row the expression as the catalogue writes it has to say the same.
      if (last.length === 1) {
        const plain = fraction(last);
        if (!isSame(plain, value)) throw new Error(`${kpi.id}: ${String(plain)} is not ${String(value)}`);
      }
      return value;
    }
  }
};

/** Says what failed and from which seed, without the rows of a hundred days. */
export const briefly = (seed: number, numRuns: number) => ({
  seed,
  numRuns,
  endOnFailure: true,
  reporter: (out: { failed: boolean; seed: number; counterexamplePath: string | null; errorInstance: unknown }): void => {
    if (out.failed)
      throw new Error(`seed ${String(out.seed)}, path ${String(out.counterexamplePath)}: ${String(out.errorInstance)}`);
  },
});

/** Equal to a relative 1e-9; nothing is only nothing. */
export const isSame = (one: Number_ | undefined, other: Number_ | undefined): boolean => {
  if (typeof one !== 'number' || typeof other !== 'number') return (one ?? null) === (other ?? null);
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
};

/** A grid as a sheet holds it: header, then a row a day and activity. */
export const gridOf = (
  rows: readonly DayRow[],
  measures: readonly string[],
  language: Language,
  several: boolean,
): CellValue[][] => [
  [
    'Date',
    ...(several ? [language === 'fr' ? 'Activité' : 'Activity'] : []),
    ...measures.map((one) => measureHeader(one, language)),
  ],
  ...rows.map(({ serial, activity, values }) => [
    serial,
    ...(several ? [activity] : []),
    ...measures.map((measure) => values[measure] ?? ''),
  ]),
];

const ACTIVITIES = ['Accueil', 'Commandes', 'Technique'];

/** Values of a measure as people type them: whole numbers, amounts with cents, notes, shares, names; often 0, at times nothing. */
const valueArbitrary = (measure: string): fc.Arbitrary<CellValue> => {
  const nature = natureOf(measure);
  if (nature === 'identifier')
    return fc.oneof(
      {
        weight: 9,
        arbitrary: fc.integer({ min: 1, max: 12 }).map((id) => `${measure === 'ref_id' ? 'REF' : 'C'}-${String(id)}`),
      },
      { weight: 1, arbitrary: fc.constant('') },
    );
  const number =
    nature === 'amount'
      ? fc.integer({ min: 0, max: 900_000 }).map((cents) => cents / 100)
      : nature === 'score'
        ? fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10)
        : nature === 'rate'
          ? fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
          : fc.integer({ min: 0, max: 400 });
  return fc.oneof(
    { weight: 16, arbitrary: number },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constant<CellValue>('') },
  );
};

/**
 * Days with gaps, out of any order of weeks, from 2015 to 2035 and often over a new year; with `several`, up to three
 * activities a day.
 */
export const daysArbitrary = (measures: readonly string[], several: boolean, days: number): fc.Arbitrary<DayRow[]> => {
  const NEW_YEAR = fc.integer({ min: 0, max: 20 }).map((year) => 42_005 + Math.floor(365.25 * year) - 12); // around 01/01/2015 + year
  const start = fc.oneof(NEW_YEAR, fc.integer({ min: 42_005, max: 49_000 }));
  const row = fc.record(Object.fromEntries(measures.map((measure) => [measure, valueArbitrary(measure)])));
  const day = fc.record({
    gap: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.integer({ min: 2, max: 9 }) }),
    rows: fc.array(row, { minLength: 1, maxLength: several ? 3 : 1 }),
  });
  return fc.tuple(start, fc.array(day, { minLength: days, maxLength: days + 15 })).map(([first, made]) => {
    let serial = first;
    return made.flatMap(({ gap, rows }) => {
      serial += gap;
      return rows.map((values, index) => ({ serial, activity: ACTIVITIES[index] ?? '', values }));
    });
  });
};

/** KPIs that rows of several activities a day cannot give: a share of a list, as a rate of each activity, does not add up. */
export const NOT_IN_SEVERAL_ROWS: readonly string[] = ['out_burn'];
