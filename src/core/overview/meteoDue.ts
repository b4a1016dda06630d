import type { Weather } from '../meteo/content';
import type { HistoryRow } from '../meteo/history';
import { pagePeriods, spanOf, type ServiceDays } from '../meteo/pagePeriods';

/** Where the contract's météos stand on a day; dates are serials. */
export type MeteoDue = {
  /** Number of the météo that is to be sent next. */
  number: number;
  /** The latest that was made; null before the first one. */
  last: Pick<HistoryRow, 'number' | 'weather' | 'rule' | 'reason' | 'minutes' | 'issued' | 'sent' | 'sheet'> | null;
  /** Weather of the one before `last`. */
  before: Weather | null;
  /** The latest one is that of the present weeks and nobody has marked it as sent: it waits for that. */
  ready: boolean;
  /** Day before which `number` is due: a cadence after the one before it was sent; null for the first one. */
  due: number | null;
  /** Days by which it is late, 0 when it is not. */
  lateBy: number;
};

/**
 * The météo that is due next, from the history and the cadence of the settings. A page that nobody marked as sent counts as
 * sent on the day it was made, once its weeks are no longer the last complete ones. Sent on 12/11 every 14 days: n° 14 is due
 * before 26/11. `service` tells when the last weeks, or months of coarser data, are over.
 */
export const meteoDue = (
  history: readonly HistoryRow[],
  cadence: number,
  today: number,
  service: ServiceDays | null = null,
): MeteoDue => {
  const day = Math.floor(today);
  const last = history.at(-1) ?? null;
  const ready = last !== null && last.sent === null && last.start >= spanOf(pagePeriods(day, cadence, service).current).start;
  const reference = ready ? (history.at(-2) ?? null) : last;
  const due = reference === null ? null : Math.floor(reference.sent ?? reference.issued) + cadence;
  return {
    number: ready ? last.number : Math.max(0, ...history.map(({ number }) => number)) + 1,
    last,
    before: history.at(-2)?.weather ?? null,
    ready,
    due,
    lateBy: due === null ? 0 : Math.max(0, day - due),
  };
};
