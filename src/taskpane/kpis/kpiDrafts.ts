import { EMPTY_KPI } from '../../core/kpi/kpi-draft';
import type { KeptDrafts } from '../parts/keptDrafts';
import { paneDrafts } from '../parts/paneStorage';
import { BOUNDS, type KpiForm } from './kpiForm';

/** A KPI's form as it is typed; `open`: it was left with the pane, not closed. */
export type KeptKpi = { form: KpiForm; open: boolean };

const has = (object: unknown, names: readonly string[]): object is Record<string, unknown> =>
  typeof object === 'object' && object !== null && names.every((name) => name in object);

/** A form from its JSON; null for one of another version of the add-in, whose fields are not those of now. */
export const keptKpi = (parsed: unknown): KeptKpi | null => {
  if (!has(parsed, ['form', 'open'])) return null;
  const { form, open } = parsed;
  if (!has(form, ['draft', 'bounds', 'validFrom']) || !has(form.bounds, BOUNDS)) return null;
  if (!has(form.draft, Object.keys(EMPTY_KPI))) return null;
  return { form: form as unknown as KpiForm, open: open === true };
};

/** Name under which the draft of a KPI is kept, by its id; of one that has none yet. */
export const draftName = (id: string): string => (id === '' ? 'new' : id);

/** Forms of KPIs being typed in a workbook. */
export const storedKpis = (workbook: string): KeptDrafts<KeptKpi> => paneDrafts('kpi', workbook, keptKpi);
