import type { Problem } from '../problem';
import type { Currency } from '../words/currency';

/**
 * What a table is about: one row a day, one row an event (a call, a ticket), one row a longer period, dates across the
 * columns, or a state without any date (tasks of a project, a month's figures by product).
 */
export type TableKind = 'daily' | 'events' | 'periods' | 'across' | 'snapshot';

/**
 * How the dates of a column are written. `serial` is a number that is a date only by its format or by its values,
 * `compact` a number or text such as 20260105, `year-month` a month (`2026-01`, `01/2026`), `quarter` `2026Q1` or `T1 2026`,
 * `year` a year alone; periods are read as their first day.
 */
export type DateWriting =
  'real' | 'serial' | 'iso' | 'dmy' | 'mdy' | 'compact' | 'iso-week' | 'month-name' | 'year-month' | 'quarter' | 'year';

/** How real dates are to be taken once the user has answered: as they are, or with day and month exchanged. */
export type DateAnswer = 'as-is' | 'swapped';

export type ColumnType =
  'date' | 'time' | 'count' | 'amount' | 'duration' | 'rate' | 'number' | 'category' | 'identifier' | 'person' | 'text' | 'empty';

/** Why a column is taken for what it is. */
export type ColumnReason =
  | 'date-format'
  | 'plausible-serials'
  | 'text-dates'
  | 'time-format'
  | 'percent-format'
  | 'part-of-date'
  | 'header'
  | 'parts'
  | 'score'
  | 'unique'
  | 'whole-numbers'
  | 'numbers'
  | 'few-values'
  | 'text'
  | 'empty'
  /** The user said so. */
  | 'confirmed'
  /** The user left it out: it is no figure and no measure, whatever it looks like. */
  | 'left-out';

/** Why a table is of its kind, or less likely than another. */
export type TableReason =
  | 'one-row-a-date'
  | 'one-row-a-week'
  | 'one-row-a-month'
  | 'one-row-a-quarter'
  | 'one-row-a-year'
  | 'several-rows-a-date-with-counts'
  | 'several-rows-a-date-mostly-words'
  | 'identifier-and-several-rows-a-date'
  | 'identifier-and-words'
  | 'several-dates-a-row'
  | 'dates-across'
  | 'no-date'
  | 'duplicate';

export type DetectedColumn = {
  /** 0-based sheet column. */
  column: number;
  header: string;
  type: ColumnType;
  /** Measure of the catalogue it looks like, with a confidence from 0 to 1 and the reason in words. */
  measure?: string;
  confidence: number;
  reason: ColumnReason;
  sample: string;
  /** Numbers typed as text, with this decimal mark: a formula has to convert them. */
  textNumbers?: '.' | ',';
  /** Hours typed as text, `0:03:25`: figures for a person, of which formulas read none. */
  unread?: boolean;
  /** Unit of a duration's numbers: whole or decimal minutes, seconds, hours, or fractions of a day. */
  duration?: 'seconds' | 'minutes' | 'hours' | 'day-fraction';
  /** How a rate is written: 0.94, 94 (points), or the text `94 %`. */
  scale?: 'fraction' | 'points' | 'text';
  /** Running total since some start: its last value counts, its sum means nothing. */
  cumulative?: boolean;
  /** Mean of its row's own calls or tickets: never summed, averaged only with their number as the weight. */
  average?: boolean;
  /** A score or a level, whatever the reason for its type: never added up. */
  score?: boolean;
  /** The highest mark found in a column of scores: what they are given out of is at least that. */
  highest?: number;
  /** Two outcomes (`Y` and `N`): the one that says yes. */
  affirmative?: string;
  /** What its amounts are in, as its header or its cells say; several where they contradict each other. */
  currencies?: readonly Currency[];
  /** How a rate comes out of two other columns, found in the rows themselves. */
  parts?: { numerator: number; denominator: number };
};

/**
 * A table found. Rows and columns are 0-based places on its sheet; those of an `across` table are places on the sheet
 * turned over (`turned` in ../sheet/turned): its `columns` are rows of the sheet, its `headerRow`, `firstRow` and `lastRow`
 * columns of the sheet, and `dateColumn` the row that holds the dates.
 */
export type DetectedTable = {
  sheet: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Native table it is, when it is one. */
  table?: string;
  kind: TableKind;
  /** 0-based sheet rows; `lastRow` is the last row with data, totals left out. */
  headerRow: number;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
  /** 0-based sheet column of the dates, and how they are written; null for a table without dates. */
  dateColumn: number | null;
  dateWriting: DateWriting | null;
  /** Year of dates that leave it out (`janvier`, `5 janv.`), where a title or the sheet's name says it. */
  year?: number;
  /** What the user answered where real dates may have day and month exchanged; absent: nobody was asked, read as they are. */
  dateAnswer?: DateAnswer;
  columns: readonly DetectedColumn[];
  /** How likely this is the table to consolidate, 0 to 1, and why. */
  confidence: number;
  reason: TableReason;
};

export type Detection = { tables: readonly DetectedTable[]; problems: readonly Problem[] };
