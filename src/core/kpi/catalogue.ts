import type { Language } from '../meteo/content';
import data from './catalogue.json';
import type { Direction, Thresholds, Unit } from './kpi';

export type Domain = 'inbound' | 'outbound' | 'it' | 'pso' | 'references';

/** One KPI of the field, as data: what it is made of, what it is held to and where that comes from. */
export type CatalogueKpi = {
  id: string;
  domain: Domain;
  label: Record<Language, string>;
  unit: Unit;
  direction: Direction;
  kind: 'sum' | 'count' | 'ratio' | 'weighted_mean' | 'last' | 'min' | 'max';
  /** Measures, as an expression: `conversation_s+attente_ligne_s+post_appel_s`. */
  numerator: string;
  denominator: string | null;
  thresholds: Thresholds | null;
  /** Where the thresholds come from; anything but `standard` is a proposal that the user confirms. */
  basis: string;
  internal: boolean;
};

const UNITS: Record<string, Unit> = {
  '%': 'percent',
  count: 'count',
  EUR: 'currency',
  'EUR|j': 'number',
  'EUR/h': 'currency',
  s: 'seconds',
  min: 'minutes',
  'h ouvrées': 'hours',
  j: 'days',
  score: 'score',
  'score/5': 'score',
  idx: 'index',
};

/** KPIs that name margins, costs or internal rates: never in the client's copy. */
const INTERNAL = new Set([
  'ps_margin',
  'ps_leak',
  'ps_util',
  'ps_realize',
  'ps_dso',
  'ps_wip',
  'in_cost',
  'in_shrinkage',
  'out_cpa',
]);

const thresholdsOf = (green: number | number[] | null, amber: number | number[] | null): Thresholds | null => {
  if (green === null || amber === null) return null;
  if (typeof green === 'number' || typeof amber === 'number')
    return typeof green === 'number' && typeof amber === 'number' ? { green, amber } : null;
  const [low = 0, high = 0] = green;
  const [amberLow = 0, amberHigh = 0] = amber;
  return { green: low, greenHigh: high, amber: amberLow, amberHigh };
};

/** The 113 KPIs of inbound and outbound calls, IT services, projects and customer references. */
export const CATALOGUE: readonly CatalogueKpi[] = data.map((entry) => ({
  id: entry.id,
  domain: entry.domain as Domain,
  label: { fr: entry.nameFr, en: entry.nameEn },
  unit: UNITS[entry.unit] ?? 'number',
  direction: entry.direction as Direction,
  kind: entry.kind as CatalogueKpi['kind'],
  numerator: entry.numerator,
  denominator: entry.denominator,
  thresholds: thresholdsOf(entry.green, entry.amber),
  basis: entry.thresholdBasis,
  internal: INTERNAL.has(entry.id),
}));

/** KPIs that make the weather unless the user says otherwise, by domain: few, and none the mere complement of another. */
export const DEFAULT_KEYS: Record<Domain, readonly string[]> = {
  inbound: ['in_qs', 'in_sl', 'in_csat'],
  outbound: ['out_conv', 'out_reach', 'out_sph'],
  it: ['it_sla', 'it_gtr', 'it_avail'],
  pso: ['ps_drift', 'ps_miles', 'ps_spi'],
  references: ['rf_committed', 'rf_done_rate', 'rf_accept'],
};
