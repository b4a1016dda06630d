import type { Random } from '../../assets/sample/random';
import type { TableKind } from '../../src/core/detect/detected';
import type { Language } from '../../src/core/meteo/content';
import { periodOf, shiftPeriod } from '../../src/core/period/calendar';
import type { PeriodKind } from '../../src/core/period/period';
import { serialOf, weekdayOf } from '../../src/core/period/serial';
import { pick, type Facts, type Field } from './facts';
import type { Cell, Line, Sketch, SketchColumn } from './sketch';
import type { Writing } from './writings';

/** What a table is made of. */
export type Recipe = {
  kind: TableKind;
  language: Language;
  random: Random;
  fields: readonly Field[];
  /** Days of the rows; for a table without dates, as many as it has rows. */
  days: readonly number[];
  /** How its dates are written and under which header; null for a table without dates. */
  date: { writing: Writing; headers: Readonly<Record<Language, readonly string[]>>; at?: number } | null;
};

/** Monday 5 January 2026. */
export const FIRST_DAY = serialOf({ year: 2026, month: 1, day: 5 });

/** Days from one on; `open` says on which weekdays, 1 is Monday. */
export const daysFrom = (first: number, count: number, open: (weekday: number) => boolean = () => true): number[] => {
  const days: number[] = [];
  for (let day = first; days.length < count; day++) if (open(weekdayOf(day))) days.push(day);
  return days;
};

/** First days of so many periods. */
export const periodsFrom = (first: number, count: number, kind: Exclude<PeriodKind, 'day'>): number[] =>
  Array.from({ length: count }, (_, index) => shiftPeriod(periodOf(first, kind), index).start);

/** First days of so many quarters. */
export const quartersFrom = (year: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => serialOf({ year, month: 1 + 3 * index, day: 1 }));

/** Moments of a log: a few a day, each between 8:00 and 19:59, in order. */
export const momentsFrom = (first: number, count: number, random: Random): number[] => {
  const moments: number[] = [];
  for (let day = first; moments.length < count; day++) {
    const today = Array.from({ length: 2 + Math.floor(random.next() * 5) }, () => 480 + Math.floor(random.next() * 720));
    moments.push(...today.sort((a, b) => a - b).map((minute) => day + minute / 1440));
  }
  return moments.slice(0, count);
};

const factsOf = (random: Random, day: number, index: number, weight: number): Facts => {
  const offered = Math.round(weight * (180 + 60 * Math.sin(day / 9) + 25 * random.normal()));
  const answered = Math.round(offered * (0.86 + 0.12 * random.next()));
  const sales = Math.round(answered * (0.08 + 0.06 * random.next()));
  const revenue = Math.round(sales * (90 + 40 * random.next()) * 100) / 100;
  return { day, index, random, offered, answered, seconds: Math.round(answered * (240 + 90 * random.next())), sales, revenue };
};

const WEIGHTS: Readonly<Record<TableKind, number>> = { daily: 1, events: 1, periods: 21, across: 6, snapshot: 10 };

const inserted = <T>(list: readonly T[], at: number, item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)];

/** The table of a recipe: headers and cells drawn by lot, in the order of the fields. */
export const sketchOf = ({ kind, language, random, fields, days, date }: Recipe): Sketch => {
  const at = date?.at ?? 0;
  const columns = fields.map((field): SketchColumn => {
    const group = field.group?.[language];
    return { header: pick(random, field[language]), types: field.types, ...(group !== undefined && { group }) };
  });
  const lines = days.map((day, index): Line => {
    const facts = factsOf(random, day, index, WEIGHTS[kind]);
    const cells = fields.map((field): Cell => field.cell(facts, language));
    return date ? { cells: inserted(cells, at, date.writing(day, language)), day: Math.floor(day) } : { cells };
  });
  const dated: SketchColumn | null = date && { header: pick(random, date.headers[language]), types: ['date'] };
  return { kind, date: date ? at : null, columns: dated ? inserted(columns, at, dated) : columns, lines };
};
