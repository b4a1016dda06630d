import { periodOf } from '../period/calendar';
import type { DetectedColumn, TableKind, TableReason } from './detected';

export type KindFound = { kind: TableKind; confidence: number; reason: TableReason };

/** Rows per date from which one row a date no longer holds (a duplicate or two are mistakes, not a rule). */
const ONE_ROW_A_DATE = 1.2;
const WEEK = 7;

/** What a table says of its dates besides their values. */
type DateHints = {
  /** The header or the number format says that a date stands for its month. */
  monthly: boolean;
  /** Other columns hold dates too: a row is something that begins and ends. */
  otherDates: number;
};

const periodsOf = (days: readonly number[]): KindFound | null => {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const shortest = Math.min(...gaps);
  if (shortest < WEEK) return null;
  const months = new Set(days.map((day) => periodOf(day, 'month').key)).size;
  const sameDay = new Set(days.map((day) => day - periodOf(day, 'month').start)).size === 1;
  const confidence = sameDay ? 0.95 : 0.75;
  if (shortest >= 360) return { kind: 'periods', confidence, reason: 'one-row-a-year' };
  if (shortest >= 89 && sameDay && gaps.every((gap) => gap < 190))
    return { kind: 'periods', confidence, reason: 'one-row-a-quarter' };
  if (shortest >= 28 && months === days.length) return { kind: 'periods', confidence, reason: 'one-row-a-month' };
  if (gaps.every((gap) => gap % WEEK === 0)) return { kind: 'periods', confidence: 0.8, reason: 'one-row-a-week' };
  return null;
};

/** The kinds of rows of a table with dates, from the dates (1900 serials), the types of its columns and what else is known. */
export const kindOf = (
  serials: readonly number[],
  columns: readonly DetectedColumn[],
  { monthly, otherDates }: DateHints = { monthly: false, otherDates: 0 },
): KindFound => {
  const days = [...new Set(serials.map(Math.floor))].sort((a, b) => a - b);
  const perDate = serials.length / Math.max(1, days.length);
  const several = perDate > ONE_ROW_A_DATE;
  if (days.length >= 3 && (!several || monthly)) {
    const periods = periodsOf(days);
    if (periods) return several ? { ...periods, confidence: 0.7 } : periods;
  }
  const hasHours = serials.some((serial) => serial % 1 !== 0);
  const identifier = columns.some((column) => column.type === 'identifier');
  const figures = columns.filter((column) => ['count', 'amount', 'rate', 'number'].includes(column.type)).length;
  const counts = columns.filter((column) => column.type === 'count').length;
  const described = columns.filter((column) => ['category', 'text', 'time', 'person'].includes(column.type)).length;
  if (several && ((columns[0]?.type === 'identifier' && counts < 3) || (identifier && counts < 2)))
    return { kind: 'events', confidence: 0.95, reason: 'identifier-and-several-rows-a-date' };
  if (several && (hasHours || described > figures) && counts < 3)
    return { kind: 'events', confidence: 0.8, reason: 'several-rows-a-date-mostly-words' };
  if (!several && identifier && counts < 2 && described > figures)
    return { kind: 'events', confidence: 0.6, reason: 'identifier-and-words' };
  if (otherDates > 0 && (described > 0 || identifier || hasHours))
    return { kind: 'events', confidence: 0.7, reason: 'several-dates-a-row' };
  if (several) return { kind: 'daily', confidence: 0.8, reason: 'several-rows-a-date-with-counts' };
  return { kind: 'daily', confidence: 0.95, reason: 'one-row-a-date' };
};

/** Length of the steps of a `periods` table: what it can be consolidated to begins there. */
export const stepOf = (serials: readonly number[]): 'week' | 'month' | 'year' => {
  const days = [...new Set(serials.map(Math.floor))].sort((a, b) => a - b);
  const shortest = Math.min(...days.slice(1).map((day, index) => day - (days[index] ?? day)));
  return shortest >= 360 ? 'year' : shortest >= 28 ? 'month' : 'week';
};
