import { periodOf } from '../period/calendar';
import type { DetectedColumn, TableKind, TableReason } from './detected';

export type KindFound = { kind: TableKind; confidence: number; reason: TableReason };

/** Rows per date from which one row a date no longer holds (a duplicate or two are mistakes, not a rule). */
const ONE_ROW_A_DATE = 1.2;

/** The three kinds of rows, from the dates of a table (1900 serials) and the types of its columns. */
export const kindOf = (serials: readonly number[], columns: readonly DetectedColumn[]): KindFound => {
  const days = [...new Set(serials.map(Math.floor))].sort((a, b) => a - b);
  const perDate = serials.length / Math.max(1, days.length);
  if (perDate <= ONE_ROW_A_DATE && days.length >= 3) {
    const months = new Set(days.map((day) => periodOf(day, 'month').key)).size;
    const sameDay = new Set(days.map((day) => day - periodOf(day, 'month').start)).size;
    const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
    const shortest = Math.min(...gaps);
    if (shortest >= 28 && months === days.length)
      return { kind: 'periods', confidence: sameDay === 1 ? 0.95 : 0.75, reason: 'one-row-a-month' };
    if (shortest >= 7 && gaps.every((gap) => gap % 7 === 0))
      return { kind: 'periods', confidence: 0.8, reason: 'one-row-a-week' };
  }
  const hasHours = serials.some((serial) => serial % 1 !== 0);
  const identifier = columns.some((column) => column.type === 'identifier');
  const figures = columns.filter((column) => ['count', 'amount', 'rate', 'number'].includes(column.type)).length;
  const counts = columns.filter((column) => column.type === 'count').length;
  const described = columns.filter((column) => ['category', 'text', 'time', 'person'].includes(column.type)).length;
  const several = perDate > ONE_ROW_A_DATE;
  if (several && (columns[0]?.type === 'identifier' || (identifier && counts < 2)))
    return { kind: 'events', confidence: 0.95, reason: 'identifier-and-several-rows-a-date' };
  if (several && (hasHours || described > figures) && counts < 3)
    return { kind: 'events', confidence: 0.8, reason: 'several-rows-a-date-mostly-words' };
  if (!several && identifier && counts < 2 && described > figures)
    return { kind: 'events', confidence: 0.6, reason: 'identifier-and-words' };
  if (several) return { kind: 'daily', confidence: 0.8, reason: 'several-rows-a-date-with-counts' };
  return { kind: 'daily', confidence: 0.95, reason: 'one-row-a-date' };
};

/** Length of the steps of a `periods` table: what it can be consolidated to begins there. */
export const stepOf = (serials: readonly number[]): 'week' | 'month' | 'year' => {
  const days = [...new Set(serials.map(Math.floor))].sort((a, b) => a - b);
  const shortest = Math.min(...days.slice(1).map((day, index) => day - (days[index] ?? day)));
  return shortest >= 360 ? 'year' : shortest >= 28 ? 'month' : 'week';
};
