import type { Kpi } from '../kpi/kpi';
import { lackingKey } from '../kpi/past-thresholds';
import { problem, type Problem } from '../problem';
import type { WorkbookDraft } from '../sheet/draft';

/** What to say when the thresholds are shown: that nothing makes the weather yet, that there is no consolidated sheet to colour. */
export const colourRemarks = (kpis: readonly Kpi[], { sheets }: WorkbookDraft): readonly Problem[] => {
  const keyless = lackingKey(kpis, true);
  return [...(keyless ? [keyless] : []), ...(sheets.length === 0 ? [problem('nothing-to-colour', {})] : [])];
};
