import type { Overview } from '../../core/overview/overview';
import type { PageName } from '../shell/navigation';
import type { Missing } from './strings';

/** Are there data after the last day that the consolidated sheets reach? */
export const isBehind = ({ consolidated: { until }, source }: Overview): boolean => {
  const last = source?.last ?? null;
  return until !== null && last !== null && until < last;
};

/** The one thing that the data lack: without it the next ones cannot be had. */
export const missingOf = (overview: Overview): Missing => {
  const { source, kpis, consolidated } = overview;
  if (!source) return { kind: 'nothing' };
  if (!source.confirmed || source.questions > 0) return { kind: 'source' };
  if (!kpis.kept) return { kind: 'kpis' };
  const made = consolidated.kinds.length > 0;
  if (!made || isBehind(overview) || consolidated.lacking.length > 0) return { kind: 'consolidation', made };
  return kpis.unconfirmed.length > 0 ? { kind: 'thresholds', count: kpis.unconfirmed.length } : { kind: 'complete' };
};

const PAGES: Readonly<Record<Missing['kind'], PageName>> = {
  nothing: 'template',
  source: 'source',
  kpis: 'kpis',
  consolidation: 'consolidation',
  thresholds: 'kpis',
  complete: 'meteo',
};

/** Where what is missing is done. */
export const pageFor = ({ kind }: Missing): PageName => PAGES[kind];
