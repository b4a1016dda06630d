import type { Consolidated } from './consolidated';
import type { Reading } from './lastPeriod';
import type { MeteoDue } from './meteoDue';

/** Pages where what is due is done. */
type DuePage = 'source' | 'kpis' | 'consolidation' | 'meteo' | 'watch' | 'flash' | 'client';

/** One thing to do, and the page to do it on. `due`: serial of the moment by which, null where there is none. */
export type DueItem = { page: DuePage; due: number | null } & (
  | { kind: 'questions'; count: number }
  | { kind: 'consolidation'; lacking: readonly string[]; until: number | null }
  | { kind: 'flash'; minutes: number }
  | { kind: 'meteo'; number: number; ready: boolean; lateBy: number }
  | { kind: 'alerts'; alerts: number; drifts: number; worst: Reading | null; drifting: string | null }
  | { kind: 'feedback'; count: number; text: string; date: number | null }
  | { kind: 'thresholds'; count: number }
);

/** A météo is a thing to do from so many days before it is due. */
const LEAD_DAYS = 3;

/** What `dueItems` goes by. */
export type DueFacts = {
  /** Serial of the moment, the time of day as its fraction. */
  now: number;
  questions: number;
  /** Has the dictionary been kept, so that there is something to follow? */
  kept: boolean;
  consolidated: Consolidated;
  /** Last day with figures. */
  lastDay: number | null;
  meteo: MeteoDue;
  alerts: readonly Reading[];
  drifts: readonly string[];
  feedback: readonly { text: string; date: number | null }[];
  /** Moment of the next flash point, where one is planned for today. */
  flash: number | null;
  /** KPIs whose thresholds nobody has confirmed. */
  unconfirmed: number;
};

const MINUTES_PER_DAY = 1440;

const meteoItem = ({ meteo, now }: DueFacts): DueItem[] => {
  const { number, ready, due, lateBy } = meteo;
  if (!ready && due !== null && due - Math.floor(now) > LEAD_DAYS) return [];
  return [{ kind: 'meteo', page: 'meteo', due, number, ready, lateBy }];
};

const consolidationItem = ({ consolidated, kept, lastDay }: DueFacts): DueItem[] => {
  const { kinds, until, lacking } = consolidated;
  const isBehind = kinds.length > 0 && until !== null && lastDay !== null && until < lastDay;
  if (!kept || (kinds.length > 0 && !isBehind && lacking.length === 0)) return [];
  return [{ kind: 'consolidation', page: 'consolidation', due: null, until: isBehind ? until : null, lacking }];
};

/**
 * What there is to do, in the order in which it is due: questions that hold up every figure, then what has a time or a day
 * (a météo from three days before), then what has none: figures to look at, feedback, sheets to bring up to date,
 * thresholds to confirm.
 */
export const dueItems = (facts: DueFacts): readonly DueItem[] => {
  const { now, questions, alerts, drifts, feedback, flash, unconfirmed, kept } = facts;
  const [oldest] = feedback;
  const asked: DueItem[] = questions > 0 ? [{ kind: 'questions', page: 'source', due: null, count: questions }] : [];
  const dated: DueItem[] = [
    ...(flash === null
      ? []
      : [{ kind: 'flash', page: 'flash', due: flash, minutes: Math.round((flash - now) * MINUTES_PER_DAY) } as const]),
    ...meteoItem(facts),
  ];
  const undated: DueItem[] = [
    ...(alerts.length + drifts.length > 0
      ? [
          {
            kind: 'alerts',
            page: 'watch',
            due: null,
            alerts: alerts.length,
            drifts: drifts.length,
            worst: alerts[0] ?? null,
            drifting: drifts[0] ?? null,
          } as const,
        ]
      : []),
    ...(oldest ? [{ kind: 'feedback', page: 'client', due: null, count: feedback.length, ...oldest } as const] : []),
    ...consolidationItem(facts),
    ...(kept && unconfirmed > 0 ? [{ kind: 'thresholds', page: 'kpis', due: null, count: unconfirmed } as const] : []),
  ];
  // A first météo has no day by which: what has one goes before it.
  dated.sort((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity));
  return [...asked, ...dated, ...undated];
};
