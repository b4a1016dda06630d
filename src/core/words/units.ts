import type { Kpi, Unit } from '../kpi/kpi';
import { statusOf } from '../kpi/status';
import type { Figure, Language } from '../meteo/content';
import {
  difference,
  durationChange,
  plainChange,
  pointsChange,
  relativeChange,
  secondsChange,
  signedFormat,
  suffix,
  zeros,
  type LivePair,
} from './changes';
import { formatDuration, formatNumber, formatSigned, round, unitSpace } from './numbers';
import { amountFormat, amountMarks, type Currency } from './currency';
import { inMillions } from './largeNumbers';
import { EN_DASH, MINUS, NARROW_SPACE, NO_BREAK_SPACE } from './typography';

/** How the values of one KPI are printed: the same decimals for its value, change, projection and interval. */
export type ValueStyle = {
  decimals: number;
  /** Number format of a live cell (en-US code). */
  numberFormat: string;
  /** What a live cell divides the value by: a duration in seconds becomes a fraction of a day. */
  divisor: number;
  /** `91,8 %`, `12 480`, `6:42`, `+31`. */
  text: (value: number) => string;
  /** The same without unit, for the first end of an interval: `4,5` in `4,5 à 5,9 %`. */
  bare: (value: number) => string;
  /** Change from the previous period, as §8 of the layout prints it: relative for counts, in points for rates. */
  change: (value: number, previous: number, live?: LivePair) => Figure;
};

/** What a style depends on, besides the value: the KPI's unit and objective, and whether it is the page's key figure. */
export type Styled = Pick<Kpi, 'unit' | 'direction' | 'objective' | 'thresholds'> & {
  currency?: Currency | undefined;
};

const DAY_IN_SECONDS = 86_400;

/** Number format of a rate: `0.0"␣"%` in French (the unquoted % scales the fraction), `0.0%` in English. */
export const percentFormat = (decimals: number, language: Language): string =>
  language === 'fr' ? `${zeros(decimals)}"${NARROW_SPACE}"%` : `${zeros(decimals)}%`;

/** Objective a KPI is held to: its own, else its green threshold. */
export const objectiveOf = (kpi: Styled): number | null => kpi.objective ?? kpi.thresholds?.green ?? null;

/** What a unit's values are multiplied by where they are printed: a rate by 100. */
export const scaleOf = (unit: Unit): number => (unit === 'percent' ? 100 : 1);

/** Decimals that a bound needs, two at most: 0 for 90 %, 1 for 99,5 %, 2 for 0,95. */
const decimalsNeeded = (bound: number): number =>
  round(bound, 0) === round(bound, 2) ? 0 : round(bound, 1) === round(bound, 2) ? 1 : 2;

/** The bounds that the page prints beside the value. */
const printedBounds = (kpi: Styled): readonly number[] =>
  kpi.direction === 'range' && kpi.thresholds
    ? [kpi.thresholds.green, kpi.thresholds.greenHigh ?? kpi.thresholds.green]
    : [objectiveOf(kpi)].filter((bound) => bound !== null);

/** Highest bound or value of an index that is a quotient around 1 (SPI, CPI) and no score around 0 from −100 to +100. */
const HIGHEST_QUOTIENT = 2;

/** Is an index a quotient of two figures? It has no sign then, and decimals: `0,99` where a score prints `+31`. */
const isQuotient = (kpi: Styled, value: number): boolean => {
  const size = objectiveOf(kpi) ?? value;
  return kpi.unit === 'index' && size > 0 && size <= HIGHEST_QUOTIENT;
};

/** Is the value worse than a bound although both would print alike? Then more decimals are due. */
const hidesMiss = (kpi: Styled, value: number, decimals: number): boolean => {
  const [low = null, high = null] = printedBounds(kpi);
  if (low === null || kpi.direction === 'neutral') return false;
  const missed = {
    higher: value < low ? low : null,
    lower: value > low ? low : null,
    range: value < low ? low : high !== null && value > high ? high : null,
  }[kpi.direction];
  const scale = scaleOf(kpi.unit);
  return missed !== null && round(value * scale, decimals) === round(missed * scale, decimals);
};

/** Would the value as printed have another level? 3,775 printed 3,8 is not what an alert under 3,8 is. */
const hidesLevel = (kpi: Styled, value: number, decimals: number): boolean => {
  const scale = scaleOf(kpi.unit);
  return statusOf(round(value * scale, decimals) / scale, kpi) !== statusOf(value, kpi);
};

/** Most decimals added so that a missed bound shows. */
export const MOST_ADDED = 2;

/** Decimals that the bounds ask of a value: theirs; cents go by two; counts and seconds have none. */
const decimalsOfBounds = (kpi: Styled): number => {
  if (kpi.unit === 'count' || kpi.unit === 'seconds') return 0;
  const needed = Math.max(0, ...printedBounds(kpi).map((bound) => decimalsNeeded(bound * scaleOf(kpi.unit))));
  return kpi.unit === 'currency' && needed > 0 ? 2 : needed;
};

/**
 * Decimals of a KPI's figures. Rates: one for the key figure, under 10 % or with an objective under 10 %, none otherwise;
 * as many as the bound beside it needs (99,4 % for 99,5 %), and always enough to tell a missed one (79,6 % for 80 %), be it that of an alert: a figure never prints alike
 * under two levels.
 */
export const decimalsOf = (kpi: Styled, value: number, isKeyFigure: boolean): number => {
  const size = Math.abs(value);
  const objective = objectiveOf(kpi);
  const base: Record<Unit, number> = {
    count: 0,
    percent: isKeyFigure || size < 0.1 || (objective !== null && objective < 0.1) ? 1 : 0,
    seconds: 0,
    minutes: size < 10 ? 1 : 0,
    hours: size < 10 ? 1 : 0,
    days: size < 10 ? 1 : 0,
    currency: size < 100 && size > 0 ? 2 : 0,
    score: 1,
    index: isQuotient(kpi, value) ? 2 : 0,
    number: size < 100 ? 1 : 0,
  };
  const least = Math.max(base[kpi.unit], decimalsOfBounds(kpi));
  const hides = (decimals: number): boolean => hidesMiss(kpi, value, decimals) || hidesLevel(kpi, value, decimals);
  let decimals = least;
  while (decimals < least + MOST_ADDED && hides(decimals)) decimals++;
  return hides(decimals) ? least : decimals;
};

const withUnit = (unit: string, decimals: number, language: Language): ValueStyle => ({
  decimals,
  numberFormat: `#,##${zeros(decimals)}${suffix(unit, language)}`,
  divisor: 1,
  text: (value) => `${formatNumber(value, language, decimals)}${unitSpace(language, unit)}${unit}`,
  bare: (value) => formatNumber(value, language, decimals),
  change: (value, previous, live) => relativeChange(value, previous, language, live),
});

const plain = (decimals: number, language: Language): ValueStyle => ({
  decimals,
  numberFormat: `#,##${zeros(decimals)}`,
  divisor: 1,
  text: (value) => formatNumber(value, language, decimals),
  bare: (value) => formatNumber(value, language, decimals),
  change: (value, previous, live) => relativeChange(value, previous, language, live),
});

const minutesSeconds: ValueStyle = {
  decimals: 0,
  numberFormat: '[m]:ss',
  divisor: DAY_IN_SECONDS,
  text: formatDuration,
  bare: formatDuration,
  change: (value, previous) => durationChange(value - previous),
};

/** An amount in the currency that the workbook says; without a sign where it says none. */
const amount = (decimals: number, currency: Currency | undefined, language: Language): ValueStyle => {
  const digits = plain(decimals, language);
  const marks = amountMarks(currency, language);
  if (!marks) return digits;
  const signed = (value: number, after: string): string =>
    `${value < 0 ? MINUS : ''}${marks.before}${formatNumber(Math.abs(value), language, decimals)}${after}`;
  return {
    ...digits,
    numberFormat: amountFormat(digits.numberFormat, marks),
    text: (value) => signed(value, marks.after),
    bare: (value) => signed(value, marks.before === '' ? '' : marks.after),
  };
};

/** What a KPI's amounts are in; undefined for what is no amount, or is in nobody knows what. */
export const currencyOf = ({ unit, currency }: Pick<Kpi, 'unit' | 'currency'>): Currency | undefined =>
  unit === 'currency' ? currency : undefined;

/** Ten times the size of a table's figure has room in the green frame's head. */
const ROOM_OF_KEY_FIGURE = 10;

/** How a figure prints that is too long for its column; null for one that is not, and for units that stay small. */
const largeStyle = (
  kpi: Styled,
  value: number,
  language: Language,
  isKeyFigure: boolean,
): Omit<ValueStyle, 'decimals'> | null => {
  if (!['count', 'number', 'currency'].includes(kpi.unit)) return null;
  const scaled = inMillions(value, language, { currency: currencyOf(kpi), room: isKeyFigure ? ROOM_OF_KEY_FIGURE : 1 });
  return scaled && { ...scaled, divisor: 1, change: (now, before, live) => relativeChange(now, before, language, live) };
};

/** How values of a KPI print with so many decimals. */
export const styleWith = (decimals: number, kpi: Styled, value: number, language: Language, isKeyFigure: boolean): ValueStyle => {
  const large = largeStyle(kpi, value, language, isKeyFigure);
  if (large) return { ...large, decimals };
  switch (kpi.unit) {
    case 'count':
      return plain(decimals, language);
    case 'number':
      return plain(decimals, language);
    case 'percent':
      return {
        decimals,
        numberFormat: percentFormat(decimals, language),
        divisor: 1,
        text: (rate) => `${formatNumber(rate * 100, language, decimals)}${unitSpace(language, '%')}%`,
        bare: (rate) => formatNumber(rate * 100, language, decimals),
        change: (rate, previous, live) => pointsChange((rate - previous) * 100, decimals, language, difference(live, 100)),
      };
    case 'seconds':
      // Held to seconds it is told in seconds, however long: « 65 s » beside « ≤ 30 s », never « 1:05 ».
      return (objectiveOf(kpi) ?? Math.abs(value)) >= 60
        ? minutesSeconds
        : {
            ...withUnit('s', decimals, language),
            change: (now, before, live) => secondsChange(now - before, decimals, language, difference(live)),
          };
    case 'minutes':
      return withUnit('min', decimals, language);
    case 'hours':
      return withUnit('h', decimals, language);
    case 'days':
      return withUnit(language === 'fr' ? 'j' : 'd', decimals, language);
    case 'currency':
      return amount(decimals, kpi.currency, language);
    case 'score':
      return {
        ...plain(decimals, language),
        change: (now, before, live) => plainChange(now - before, decimals, language, difference(live)),
      };
    case 'index':
      if (isQuotient(kpi, value))
        return {
          ...plain(decimals, language),
          change: (now, before, live) => plainChange(now - before, decimals, language, difference(live)),
        };
      return {
        decimals,
        numberFormat: signedFormat(zeros(decimals), '0'),
        divisor: 1,
        text: (index) => formatSigned(index, language, decimals),
        bare: (index) => formatSigned(index, language, decimals),
        change: (now, before, live) => pointsChange(now - before, decimals, language, difference(live)),
      };
  }
};

/** How a KPI's values print around a value; `isKeyFigure` for the figure in the green frame's head. */
export const valueStyle = (kpi: Styled, value: number, language: Language, isKeyFigure = false): ValueStyle =>
  styleWith(decimalsOf(kpi, value, isKeyFigure), kpi, value, language, isKeyFigure);

/** A value as a figure of the page; an unknown one prints as an en dash. */
export const figureOf = (value: number | null, style: ValueStyle, formula?: string): Figure =>
  value === null
    ? { text: EN_DASH, value: null, numberFormat: style.numberFormat }
    : { text: style.text(value), value: value / style.divisor, numberFormat: style.numberFormat, ...(formula && { formula }) };

/** `4,5 à 5,9 %`, `12 150 à 13 650`; `4.5 to 5.9%`. Two ends that print the same are one figure. */
export const intervalText = (low: number, high: number, style: ValueStyle, language: Language): string =>
  style.text(low) === style.text(high)
    ? style.text(high)
    : [style.bare(low), language === 'fr' ? 'à' : 'to', style.text(high)].join(NO_BREAK_SPACE);

/** A threshold with the decimals it needs and no more: `90 %`, `4,5 %`, `6:45`; beside the key figure, as long as that may be. */
export const thresholdText = (kpi: Styled, value: number, language: Language, isKeyFigure = false): string => {
  const style = valueStyle(kpi, value, language, isKeyFigure);
  if (kpi.unit !== 'percent' && kpi.unit !== 'score' && kpi.unit !== 'number') return style.text(value);
  const shown = value * scaleOf(kpi.unit);
  const text = formatNumber(shown, language, decimalsNeeded(shown));
  return kpi.unit === 'percent' ? `${text}${unitSpace(language, '%')}%` : text;
};

/** Objective as the table prints it: `≥ 85 %`, `≤ 6:45`, `95 à 105 %`, `–` when there is none. */
export const objectiveText = (kpi: Styled, language: Language): string => {
  const objective = objectiveOf(kpi);
  const high = kpi.thresholds?.greenHigh;
  if (kpi.direction === 'range' && kpi.thresholds && high !== undefined)
    return intervalText(kpi.thresholds.green, high, valueStyle(kpi, high, language), language);
  if (objective === null || kpi.direction === 'neutral') return EN_DASH;
  const sign = kpi.direction === 'lower' ? '≤' : '≥';
  return `${sign}${NARROW_SPACE}${thresholdText(kpi, objective, language)}`;
};
