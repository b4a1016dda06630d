import type { FlashContext, FlashCount } from '../../../src/core/flash/point';
import type { FlashKpi } from '../../../src/core/flash/subject';
import { serialOf } from '../../../src/core/period/serial';

/** Monday 23/11/2026. */
export const MONDAY = serialOf({ year: 2026, month: 11, day: 23 });
export const at = (hour: number): number => MONDAY + hour / 24;

const count = (id: string, label: string, expected: number, rest: number): FlashCount => ({
  id,
  label,
  known: null,
  before: null,
  expected,
  rest,
});

export const share = (id: string, label: string, target: number, alert: number, top: number): FlashKpi => ({
  kpi: {
    id,
    label,
    unit: 'percent',
    direction: 'higher',
    objective: target,
    thresholds: { green: target, amber: alert },
    thresholdsProposed: false,
  },
  top,
  bottom: 0,
});

/** An inbound day at 15:00: 725 calls were expected, 428 are to come. */
export const context = (more: Partial<FlashContext> = {}): FlashContext => ({
  language: 'fr',
  client: 'Hexalis',
  moment: at(15),
  since: null,
  next: at(18),
  opening: 8 / 24,
  basis: 'points',
  counts: [
    count('appels_recus', 'Appels reçus', 725, 428),
    count('appels_traites', 'Traités', 667, 394),
    count('appels_traites_sous_seuil', 'Traités sous 20 s', 580, 342),
  ],
  kpis: [share('in_qs', 'Taux de décroché / QS', 0.9, 0.8, 1), share('in_sl', 'Niveau de service (80/20)', 0.8, 0.7, 2)],
  kept: { values: null, cause: '', action: '' },
  ...more,
});
