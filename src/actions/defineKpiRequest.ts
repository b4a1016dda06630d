import type { KpiDraft } from '../core/kpi/kpi-draft';
import type { Language } from '../core/meteo/content';
import type { TableChoice } from './chooseTable';

/** `today`: serial of the day it is, from when a changed definition holds unless its form says otherwise. */
export type DefineKpiRequest = TableChoice & {
  draft: KpiDraft;
  /** The KPI as its form was opened with it: what somebody has changed since is not gone over. Absent: whatever is there is. */
  before?: KpiDraft;
  language: Language;
  today: number;
};
