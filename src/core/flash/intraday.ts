import { rowsValue } from '../consolidation/evaluate';
import type { SourceRows } from '../consolidation/rows';
import type { Rule } from '../consolidation/rule';
import type { Steps } from '../steps';
import { projectHours, type HoursProjection, type SlottedDay } from '../forecast/hours';

/** Slots of a day are hours. */
const SLOTS = 24;
/** Past days that tell a day's course. */
const RECENT_DAYS = 120;
/** Rows whose time says something: fewer than this share of them at midnight. */
const MOST_AT_MIDNIGHT = 0.5;
/** A time of day that comes out of a division a hair before its hour belongs to it. */
const HAIR = 1e-6;
/** Rows read between two pauses. */
const ROWS_A_STEP = 2000;

/**
 * A table whose rows say at what time of day they are: a log of events, or one row a slot. Counts are the measures' own rules
 * over the rows, so that rates made of them are Σ over Σ.
 */
export class Intraday {
  private readonly days = new Map<number, { row: number; time: number }[]>();

  private constructor(private readonly rows: SourceRows) {}

  /** Reads the rows, in slices; null where they say no time. */
  static *readSteps(rows: SourceRows): Steps<Intraday | null> {
    const found = new Intraday(rows);
    const clock = rows.table.columns.find(({ type }) => type === 'time')?.column;
    let [dated, midnight] = [0, 0];
    for (const [row, date] of rows.dates.entries()) {
      if (row % ROWS_A_STEP === 0) yield undefined;
      if (date === null) continue;
      const day = Math.floor(date + HAIR);
      const beside = clock === undefined ? null : rows.number(row, clock);
      const time = date - day > HAIR || beside === null ? Math.max(0, date - day) : beside - Math.floor(beside);
      dated++;
      if (time < HAIR) midnight++;
      const known = found.days.get(day);
      if (known) known.push({ row, time });
      else found.days.set(day, [{ row, time }]);
    }
    return dated === 0 || midnight > MOST_AT_MIDNIGHT * dated ? null : found;
  }

  /** What a measure counts on a day before a time of it, and from another one on; null without any row that day. */
  until(rule: Rule, day: number, time: number, from = 0): number | null {
    const rows = this.days.get(day);
    if (!rows) return null;
    const inside = rows.filter((one) => one.time >= from - HAIR && one.time < time - HAIR).map(({ row }) => row);
    return rowsValue(rule, this.rows, inside) ?? 0;
  }

  private hours(rule: Rule, day: number): number[] {
    return Array.from({ length: SLOTS }, (_, hour) => this.until(rule, day, (hour + 1) / SLOTS, hour / SLOTS) ?? 0);
  }

  private pastOf(rule: Rule, day: number): SlottedDay[] {
    const past = [...this.days.keys()].filter((serial) => serial < day && serial >= day - RECENT_DAYS);
    return past.map((serial) => ({ serial, counts: this.hours(rule, serial) }));
  }

  /** Hour of the first rows of the past days, as a fraction of a day; null without any. */
  opening(day: number): number | null {
    const times = [...this.days.entries()].filter(([serial]) => serial < day).flatMap(([, rows]) => rows.map(({ time }) => time));
    const first = times.reduce((least, time) => Math.min(least, time), Infinity);
    return Number.isFinite(first) ? Math.floor(first * SLOTS + HAIR) / SLOTS : null;
  }

  /**
   * What a day was to bring until a time, by what days of its weekday bring, and what is still to come after what has come;
   * null without past days. The hour that is not over counts by the part of it that is.
   */
  expected(rule: Rule, day: number, time: number): { total: number; now: number; rest: number } | null {
    const history = this.pastOf(rule, day);
    const planned = projectHours({ history, today: { serial: day, counts: [] } });
    if (!planned) return null;
    const over = Math.floor(time * SLOTS + HAIR);
    const begun = time * SLOTS - over;
    const before = sumOf(planned, (slot) => (slot < over ? 1 : slot === over ? begun : 0));
    const counts = this.days.has(day) ? this.hours(rule, day).slice(0, over) : [];
    const known = counts.length > 0 ? projectHours({ history, today: { serial: day, counts } }) : null;
    const rest = sumOf(known ?? planned, (slot) => (slot < over ? 0 : slot === over ? 1 - begun : 1));
    return { total: planned.total.value, now: before, rest };
  }
}

const sumOf = ({ slots }: HoursProjection, shareOf: (slot: number) => number): number =>
  slots.reduce((sum, slot, index) => sum + (slot?.value ?? 0) * shareOf(index), 0);
