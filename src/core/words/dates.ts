import type { Language } from '../meteo/content';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../period/label';
import type { Period } from '../period/period';
import { civilOf } from '../period/serial';
import { APOSTROPHE, EN_DASH, NO_BREAK_SPACE } from './typography';

const two = (value: number): string => String(value).padStart(2, '0');

/** `23/11/2026`, as dates are typed in settings and read again, whatever the language. */
export const numericDate = (serial: number): string => {
  const { year, month, day } = civilOf(serial);
  return `${two(day)}/${two(month)}/${year}`;
};

/** `23/11`; in English `23 Nov`, for half of its readers would take 05/11 for the 11th of May. */
export const formatDayMonth = (serial: number, language: Language): string => {
  if (language === 'fr') return numericDate(serial).slice(0, 5);
  const { month, day } = civilOf(serial);
  return `${String(day)}${NO_BREAK_SPACE}${SHORT_MONTHS.en[month - 1] ?? ''}`;
};

/** `23/11/2026`; `23 Nov 2026`. */
export const formatDate = (serial: number, language: Language): string =>
  language === 'fr' ? numericDate(serial) : `${formatDayMonth(serial, language)}${NO_BREAK_SPACE}${String(civilOf(serial).year)}`;

/** `23/11`, or `18/01/2027` when the year is not the one the reader is in. */
export const formatDateNear = (serial: number, year: number, language: Language): string =>
  civilOf(serial).year === year ? formatDayMonth(serial, language) : formatDate(serial, language);

/** The same for a narrow column: `18/01/2027`, and `18 Jan ’27`, for `18 Jan 2027` is wider. */
export const formatDateNarrow = (serial: number, year: number, language: Language): string => {
  const near = formatDateNear(serial, year, language);
  return language === 'fr' ? near : near.replace(/(?<=\s)\d\d(?=\d\d$)/, APOSTROPHE);
};

/** `2026-11-23`, for names of sheets and files. */
export const isoDate = (serial: number): string => {
  const { year, month, day } = civilOf(serial);
  return `${year}-${two(month)}-${two(day)}`;
};

const WEEK = /^(\d{4})-S(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;

/** Label of a week without its year: `S47`, `W47` in English; of a month its name. Other keys come back as they are. */
export const weekLabel = (key: string, language: Language): string => {
  const match = WEEK.exec(key);
  if (match) return `${language === 'fr' ? 'S' : 'W'}${match[2]}`;
  const month = MONTH.exec(key);
  return month ? (MONTHS[language][Number(month[2]) - 1] ?? key) : key;
};

/** ISO year of a week's key, year of a month's; none of a year's own, which says it. */
const weekYear = (key: string): string => (WEEK.exec(key) ?? MONTH.exec(key))?.[1] ?? '';

/** A text with its month written short, for where the name is too wide: `décembre` is `déc.`, `December` is `Dec`. */
export const shortMonths = (text: string, language: Language): string =>
  text.replace(/\p{L}+/gu, (word) => SHORT_MONTHS[language][MONTHS[language].indexOf(word)] ?? word);

/** Two lines under a chart: a week and its Monday (`S47`, `16/11`), a month and its year (`nov.`, `2026`), a year alone. */
export const chartLabelOf = ({ kind, key, start }: Period, language: Language): readonly [string, string] => {
  const { year, month } = civilOf(start);
  if (kind === 'month') return [SHORT_MONTHS[language][month - 1] ?? '', String(year)];
  return kind === 'year' ? [key, ''] : [weekLabel(key, language), formatDayMonth(start, language)];
};

/**
 * Label of consecutive weeks or months: `S47`, `S46–S47`, and over a change of ISO year `S53–S01`; in English `W46–47`, for a W is
 * wide and the page's columns are not.
 */
export const weeksLabel = (weeks: readonly Period[], language: Language): string => {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return '';
  const from = weekLabel(first.key, language);
  const to = weekLabel(last.key, language);
  return first.key === last.key ? from : `${from}${EN_DASH}${language === 'en' && WEEK.test(last.key) ? to.slice(1) : to}`;
};

/** The same with the ISO year, or both years when they differ: `S46–S47 2026`, `S53 2026–S01 2027`. */
export const weeksLabelWithYear = (weeks: readonly Period[], language: Language): string => {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return '';
  if (weekYear(first.key) === weekYear(last.key)) return `${weeksLabel(weeks, language)} ${weekYear(last.key)}`.trim();
  return `${weekLabel(first.key, language)} ${weekYear(first.key)}${EN_DASH}${weekLabel(last.key, language)} ${weekYear(last.key)}`;
};

/** Two days of a stretch, the first without its month where English needs none: `9 to 22 Nov`. */
const stretched = (from: string, to: string, language: Language, sameMonth: boolean): string =>
  language === 'fr'
    ? `du${NO_BREAK_SPACE}${from} au${NO_BREAK_SPACE}${to}`
    : `${sameMonth ? (from.split(NO_BREAK_SPACE)[0] ?? from) : from}${NO_BREAK_SPACE}to${NO_BREAK_SPACE}${to}`;

const inSameMonth = (one: number, other: number): boolean => {
  const [first, second] = [civilOf(one), civilOf(other)];
  return first.month === second.month && first.year === second.year;
};

/**
 * First and last day of a stretch: `du 09/11 au 22/11/2026`, the first with its year when it is another one. In English
 * `9 to 22 Nov 2026`, `28 Sep to 11 Oct 2026`.
 */
export const formatRange = (start: number, lastDay: number, language: Language): string =>
  stretched(
    formatDateNear(start, civilOf(lastDay).year, language),
    formatDate(lastDay, language),
    language,
    inSameMonth(start, lastDay),
  );

/** Days in a row from which a stretch is shorter to read than a list. */
const LEAST_RUN = 3;

/**
 * Some of the days of a list, those in a row as a stretch: `du 03/11 au 06/11`, `12/11`; `3 to 6 Nov`, `12 Nov`.
 * `all` says which days follow each other: between a Friday and a Monday no open day is left out.
 */
export const dayRuns = (days: readonly number[], all: readonly number[], year: number, language: Language): string[] => {
  const place = new Map([...all].sort((one, other) => one - other).map((day, index) => [day, index]));
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = place.get(run?.at(-1) ?? NaN);
    if (run && before !== undefined && place.get(day) === before + 1) run.push(day);
    else runs.push([day]);
  }
  const named = (day: number): string => formatDateNear(day, year, language);
  return runs.flatMap((run) => {
    const [first = 0, last = 0] = [run[0], run.at(-1)];
    return run.length < LEAST_RUN ? run.map(named) : [stretched(named(first), named(last), language, inSameMonth(first, last))];
  });
};

/** Name of a month counted from 1: `août`, `August`. */
export const monthName = (month: number, language: Language): string => MONTHS[language][month - 1] ?? '';

/** Name of an ISO weekday, 1 is Monday: `lundi`, `Monday`. */
export const weekdayName = (weekday: number, language: Language): string => WEEKDAYS[language][weekday - 1] ?? '';
