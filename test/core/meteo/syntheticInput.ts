import type { Rule } from '../../../src/core/consolidation/rule';
import type { Kpi } from '../../../src/core/kpi/kpi';
import type { KpiSeries, MeteoInput, Span } from '../../../src/core/meteo/input';
import { coverageOf, type Coverage } from '../../../src/core/period/coverage';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from '../forecast/simulate';

/** One day of an inbound service, made up: what a row of the source holds. */
export type Day = { serial: number; offered: number; answered: number; abandoned: number; handling: number };

/** Monday 23/11/2026: the page speaks of S46–S47. */
export const ISSUED = serialOf({ year: 2026, month: 11, day: 23 });
const FIRST = serialOf({ year: 2024, month: 11, day: 4 });

const WEEKDAYS = [1.35, 1.1, 1, 0.95, 0.9, 0.5] as const;

/** Days from a first one up to the day before issue, closed on Sundays: busy Mondays, a quiet August, some noise. */
export const inboundDays = (first = FIRST, issued = ISSUED, seed = 2026): Day[] => {
  const draw = normal(seed);
  const days: Day[] = [];
  for (let serial = first; serial < issued; serial++) {
    const shape = WEEKDAYS[weekdayOf(serial) - 1];
    const [volume, answering, time] = [draw(), draw(), draw()];
    if (shape === undefined) continue;
    const season = civilOf(serial).month === 8 ? 0.7 : 1;
    const offered = Math.round(1000 * shape * season * (1 + 0.05 * volume));
    const answered = Math.round(offered * Math.min(0.99, 0.92 + 0.01 * answering));
    const abandoned = Math.round((offered - answered) * 0.6);
    days.push({ serial, offered, answered, abandoned, handling: Math.round(answered * (400 + 8 * time)) });
  }
  return days;
};

type Column = Exclude<keyof Day, 'serial'>;
const columns: readonly Column[] = ['offered', 'answered', 'abandoned', 'handling'];
const rule = (column: Column): Rule => ({ kind: 'sum', column: columns.indexOf(column) + 1 });

const total = (days: readonly Day[], column: Column, { start, end }: Span): number | null => {
  const inside = days.filter((day) => day.serial >= start && day.serial < end);
  return inside.length === 0 ? null : inside.reduce((sum, day) => sum + day[column], 0);
};

const base: Omit<Kpi, 'id' | 'label' | 'rule'> = {
  unit: 'count',
  direction: 'neutral',
  objective: null,
  thresholds: null,
  thresholdsProposed: false,
  key: false,
  internal: false,
};

/** A KPI that adds up a column. */
export const sumKpi = (days: readonly Day[], id: string, label: string, column: Column, more: Partial<Kpi> = {}): KpiSeries => ({
  kpi: { ...base, id, label, rule: rule(column), ...more },
  valueOf: (span) => total(days, column, span),
});

/** A KPI that is Σ of one column over Σ of another. */
export const ratioKpi = (
  days: readonly Day[],
  id: string,
  label: string,
  [numerator, denominator]: readonly [Column, Column],
  more: Partial<Kpi> = {},
): KpiSeries => {
  const partsOf = (span: Span) => ({ numerator: total(days, numerator, span), denominator: total(days, denominator, span) });
  return {
    kpi: {
      ...base,
      id,
      label,
      unit: 'percent',
      rule: { kind: 'ratio', numerator: rule(numerator), denominator: rule(denominator) },
      ...more,
    },
    valueOf: (span) => {
      const parts = partsOf(span);
      return parts.numerator === null || !parts.denominator ? null : parts.numerator / parts.denominator;
    },
    partsOf,
    partLabels: { numerator: 'appels traités', denominator: 'appels reçus' },
  };
};

/** Calls, answer rate, abandonment, handling time. */
export const inboundKpis = (days: readonly Day[]): KpiSeries[] => [
  sumKpi(days, 'in_offered', 'Appels reçus', 'offered'),
  ratioKpi(days, 'in_qs', 'Taux de décroché / QS', ['answered', 'offered'], {
    direction: 'higher',
    objective: 0.9,
    thresholds: { green: 0.9, amber: 0.8 },
    key: true,
  }),
  ratioKpi(days, 'in_abandon_rate', "Taux d'abandon", ['abandoned', 'offered'], {
    direction: 'lower',
    objective: 0.05,
    thresholds: { green: 0.05, amber: 0.08 },
    key: true,
  }),
  ratioKpi(days, 'in_aht', 'DMT, durée moyenne de traitement', ['handling', 'answered'], {
    unit: 'seconds',
    direction: 'lower',
    objective: 405,
    thresholds: { green: 405, amber: 450 },
  }),
];

export const coverageOfDays = (days: readonly Day[]): Coverage => {
  const coverage = coverageOf(days.map((day) => day.serial));
  if (!coverage) throw new Error('a test needs at least one day');
  return coverage;
};

/** A page's input for some days, French and in portrait. */
export const syntheticInput = (days: readonly Day[], more: Partial<MeteoInput> = {}): MeteoInput => ({
  language: 'fr',
  orientation: 'portrait',
  settings: {
    client: 'Mutuelle du Littoral',
    provider: 'Atlantique Relation Client',
    contract: 'Service adhérents – appels entrants',
    cadence: 14,
    closedDays: [],
    printMinutes: true,
  },
  kpis: inboundKpis(days),
  coverage: coverageOfDays(days),
  source: 'feuille « Suivi »',
  journal: [],
  feedback: [],
  history: [],
  issued: ISSUED,
  minutes: 11,
  edits: null,
  ...more,
});
