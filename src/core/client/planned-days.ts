import { readTextDate } from '../detect/dates';
import { holidayNamed } from '../period/holiday-named';
import { isHoliday, type HolidayRegion } from '../period/holidays';
import type { OpenHolidays, PlannedEvent } from '../period/planned';
import { civilOf, fromHostSerial, isCivil, serialOf } from '../period/serial';
import type { CellValue } from '../sheet/snapshot';

/**
 * Days, events and holidays as people type them into one cell: several parts between semicolons, each a day or a stretch of
 * days. A part that cannot be read is a fault that says why, never dropped in silence.
 */

/** What is wrong with a part of what was typed. */
export type SettingFault =
  /** No day, no stretch of days. */
  | 'day'
  /** A stretch whose last day is before its first. */
  | 'backwards'
  /** A stretch of more than a year: a mistyped year. */
  | 'long'
  /** No effect after the equals sign, or one that is no percentage. */
  | 'effect'
  /** A percentage without + or −. */
  | 'sign'
  /** Not a public holiday. */
  | 'holiday'
  /** No number of days from 7 to 15. */
  | 'cadence'
  /** Not one of the words understood. */
  | 'choice';

/** A part as it was typed, and what is wrong with it. */
export type FaultyPart = { text: string; fault: SettingFault };

type Stretch = { first: number; last: number };

const LONGEST_STRETCH = 366;
/** A volume that is multiplied by more than this is a mistype. */
const MOST_PERCENT = 1000;
const WRITINGS = ['dmy', 'iso', 'month-name'] as const;
/** What stands between the first and the last day: a dash, an arrow, or a word. */
const BETWEEN = /\s*(?:[\u2012-\u2015→-]|\.{2,}|…)\s*|\s+(?:au|à|jusqu['’]au|to|until|till)\s+/gi;
const INTRODUCED = /^(?:du|le|from|on)\s+/i;
/** `24/12`, `24`: the rest is the other day's. */
const UNFINISHED = /^(\d{1,2})(?:[/.](\d{1,2}))?$/;
const DAY_BEGINS = String.raw`(?=\s*(?:du\s+|le\s+|from\s+)?\d{1,4}[/.-]\d)`;
const CLOSED = /^(?:ferm[ée]e?s?|fermeture|closed|closure)$/i;
const YES = /^(?:oui|yes|tous|all|vrai|true)$/i;
const NO = /^(?:non|no|aucun|none|faux|false)$/i;

/** A month without its day is no day, though it is a date for a column of months. */
const hasDay = (text: string): boolean => (text.match(/\d+/g) ?? []).length >= 2;

const dayIn = (text: string): number | null => {
  for (const writing of WRITINGS) {
    const day = hasDay(text) ? readTextDate(text, writing) : null;
    if (day !== null) return Math.floor(day);
  }
  return null;
};

/** A day that leaves its year, or month and year, to the day it goes before: `24/12` before 02/01/2027 is in 2026. */
const dayBefore = (text: string, last: number): number | null => {
  const match = UNFINISHED.exec(text);
  if (!match) return null;
  const { year, month } = civilOf(last);
  const dates = [year, year - 1].map((one) => ({ year: one, month: Number(match[2] ?? month), day: Number(match[1]) }));
  const [same, before] = dates.map((date) => (isCivil(date) ? serialOf(date) : null));
  if (same !== null && same !== undefined && same <= last) return same;
  return match[2] === undefined ? (same ?? null) : (before ?? null);
};

/** A day or a stretch of days: `24/12/2026`, `24/12/2026–02/01/2027`, `du 24/12 au 02/01/2027`. */
const stretchIn = (typed: string): Stretch | SettingFault => {
  const text = typed.replace(INTRODUCED, '');
  const alone = dayIn(text);
  if (alone !== null) return { first: alone, last: alone };
  for (const between of text.matchAll(BETWEEN)) {
    const before = text.slice(0, between.index);
    const last = dayIn(text.slice(between.index + between[0].length));
    const first = last === null ? null : (dayIn(before) ?? dayBefore(before, last));
    if (first === null || last === null) continue;
    if (last < first) return 'backwards';
    return last - first >= LONGEST_STRETCH ? 'long' : { first, last };
  }
  return 'day';
};

const partsOf = (value: CellValue | undefined, separator: RegExp): string[] =>
  String(value ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Days of a cell, in order, each once; a cell with one date of Excel's is a number. */
export const readDays = (value: CellValue | undefined, date1904: boolean): { days: number[]; faults: FaultyPart[] } => {
  if (typeof value === 'number') return { days: [Math.floor(fromHostSerial(value, date1904))], faults: [] };
  const days = new Set<number>();
  const faults: FaultyPart[] = [];
  for (const text of partsOf(value, /[;,\n]/)) {
    const stretch = stretchIn(text);
    if (typeof stretch === 'string') faults.push({ text, fault: stretch });
    else for (let day = stretch.first; day <= stretch.last; day++) days.add(day);
  }
  return { days: [...days].sort((one, other) => one - other), faults };
};

/** What a volume is multiplied by, and the event's name in brackets: `+12,5 % (relance)`, `−50%`, `fermé (inventaire)`. */
const effectIn = (typed: string): { factor: number; label: string } | SettingFault => {
  const bracket = /\(([^()]*)\)\s*$/.exec(typed);
  const label = (bracket?.[1] ?? '').trim();
  const text = typed.slice(0, bracket?.index ?? typed.length).trim();
  if (CLOSED.test(text)) return { factor: 0, label };
  const match = /^([+\u2212\u2013-])?\s*(\d+(?:[.,]\d+)?)\s*%?$/.exec(text);
  if (!match) return 'effect';
  const [, sign, digits = ''] = match;
  if (sign === undefined) return 'sign';
  const percent = Number(digits.replace(',', '.')) * (sign === '+' ? 1 : -1);
  return percent < -100 || percent > MOST_PERCENT ? 'effect' : { factor: (100 + percent) / 100, label };
};

/** Events of a cell: `15/01/2027–20/01/2027 = +30 % ; 11/02/2027 = fermé (inventaire)`. */
export const readEvents = (value: CellValue | undefined, date1904: boolean): { events: PlannedEvent[]; faults: FaultyPart[] } => {
  const events: PlannedEvent[] = [];
  const faults: FaultyPart[] = [];
  // A date alone, of which Excel makes a number, is an event without effect.
  if (typeof value === 'number') {
    const { year, month, day } = civilOf(fromHostSerial(value, date1904));
    return {
      events,
      faults: [{ text: [day, month, year].map((part) => String(part).padStart(2, '0')).join('/'), fault: 'effect' }],
    };
  }
  for (const text of partsOf(value, new RegExp(`[;\\n]|,${DAY_BEGINS}`, 'i'))) {
    const [days = '', ...after] = text.split(/[=:]/);
    const stretch = stretchIn(days.trim());
    const effect = effectIn(after.join(':').trim());
    if (typeof stretch === 'string') faults.push({ text, fault: stretch });
    else if (typeof effect === 'string') faults.push({ text, fault: effect });
    else events.push({ ...stretch, ...effect });
  }
  return { events, faults };
};

/** Holidays on which the service is open: nothing for what the figures show, yes, no, or a list of dates and names. */
export const readOpenHolidays = (
  value: CellValue | undefined,
  date1904: boolean,
  region: HolidayRegion,
): { open: OpenHolidays; faults: FaultyPart[] } => {
  const typed = String(value ?? '').trim();
  if (typed === '') return { open: 'learnt', faults: [] };
  if (value === true || YES.test(typed)) return { open: 'all', faults: [] };
  if (value === false || NO.test(typed)) return { open: 'none', faults: [] };
  const alone = typeof value === 'number' ? Math.floor(fromHostSerial(value, date1904)) : null;
  const read = (alone === null ? partsOf(value, /[;,\n]/) : [typed]).map((text) => ({
    text,
    id: holidayNamed(text),
    day: alone ?? dayIn(text),
  }));
  const isRead = ({ id, day }: { id: unknown; day: number | null }): boolean =>
    id !== null || (day !== null && isHoliday(day, region));
  const known = read.filter(isRead);
  return {
    // A list of which nothing can be read says nothing.
    open:
      known.length === 0
        ? 'learnt'
        : { days: known.flatMap(({ id, day }) => (id === null ? (day ?? []) : [])), ids: known.flatMap(({ id }) => id ?? []) },
    faults: read.filter((part) => !isRead(part)).map(({ text }) => ({ text, fault: 'holiday' })),
  };
};
