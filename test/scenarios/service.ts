import { weekdayOf } from '../../src/core/period/serial';
import type { CellDraft } from '../../src/core/sheet/draft';
import { normal } from '../core/forecast/simulate';

/** A user's daily sheet, made up: its headers, and one row a day. The first column is the date. */
export type DailySheet = { headers: readonly string[]; rows: readonly (readonly CellDraft[])[] };

/** Monday 23/11/2026: a page made then speaks of S46–S47. */
export const ISSUED = 46_349;

/** What the calls of a service were like; `week` counts back from the day of issue, 1 for the last one. */
export type Calls = {
  language?: 'fr' | 'en';
  /** Weeks of history before the day of issue. */
  weeks?: number;
  /** First day without data; the day of issue unless told. */
  end?: number;
  /** ISO weekdays that are open. */
  open?: readonly number[];
  /** Calls of a usual day. */
  volume?: number;
  /** Share of the calls that are answered, and that are abandoned. */
  answered?: (week: number) => number;
  abandoned?: (week: number) => number;
  /** Seconds that a call takes. */
  handling?: (week: number) => number;
  /** By how much a week has more calls than usual, or less. */
  busy?: (week: number) => number;
  /** Weeks of rows that count nothing. */
  silent?: (week: number) => boolean;
  /** Days whose row is not there. */
  missing?: (serial: number) => boolean;
};

const HEADERS = {
  fr: ['Date', 'Appels reçus', 'Décrochés', 'Abandons', 'Durée de traitement (s)', 'Enquêtes', 'Clients satisfaits'],
  en: ['Date', 'Calls offered', 'Calls answered', 'Calls abandoned', 'Handling time (s)', 'Surveys', 'Satisfied customers'],
} as const;

const SHAPE = [1.3, 1.1, 1, 0.95, 0.9, 0.5, 0.4] as const;

const number = (value: number): CellDraft => ({ number: value });

/** Days of calls: busy Mondays, some noise, the same on every run. */
export const calls = (options: Calls = {}): DailySheet => {
  const { language = 'fr', weeks = 60, end = ISSUED, open = [1, 2, 3, 4, 5, 6], volume = 1000, missing = () => false } = options;
  const { answered = () => 0.92, abandoned = () => 0.04, handling = () => 395 } = options;
  const { busy = () => 1, silent = () => false } = options;
  const draw = normal(2026);
  const rows: CellDraft[][] = [];
  for (let serial = end - 7 * weeks; serial < end; serial++) {
    const [noise, more] = [draw(), draw()];
    const weekday = weekdayOf(serial);
    if (!open.includes(weekday) || missing(serial)) continue;
    const week = Math.ceil((end - serial) / 7);
    const offered = Math.max(
      0,
      Math.round((silent(week) ? 0 : volume * busy(week)) * (SHAPE[weekday - 1] ?? 1) * (1 + 0.05 * noise)),
    );
    const share = answered(week);
    const vary = share > 0 && share < 1 ? 0.006 * more : 0;
    const taken = Math.round(offered * Math.min(1, Math.max(0, share + vary)));
    const lost = Math.min(offered - taken, Math.round(offered * abandoned(week)));
    const surveys = Math.round(taken * 0.1);
    rows.push(
      [
        serial,
        offered,
        taken,
        lost,
        Math.round(taken * handling(week) * (1 + 0.01 * noise)),
        surveys,
        Math.round(surveys * 0.87),
      ].map(number),
    );
  }
  return { headers: HEADERS[language], rows };
};

/** Columns of one's own over weekdays of 60 weeks, or as many as told: `value(day, draw)` gives a cell of each. */
export const columns = (
  made: Readonly<Record<string, (day: number, draw: () => number) => number>>,
  weeks = 60,
  end = ISSUED,
): DailySheet => {
  const draw = normal(7);
  const days = Array.from({ length: 7 * weeks }, (_, i) => end - 7 * weeks + i).filter((serial) => weekdayOf(serial) < 6);
  return {
    headers: ['Date', ...Object.keys(made)],
    rows: days.map((serial, day) => [serial, ...Object.values(made).map((value) => value(day, draw))].map(number)),
  };
};
