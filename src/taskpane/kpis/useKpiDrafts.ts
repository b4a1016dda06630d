import { useCallback, useState } from 'react';
import type { KeptDrafts } from '../parts/keptDrafts';
import { draftName, storedKpis, type KeptKpi } from './kpiDrafts';

/** Forms of KPIs that were begun: where they are kept, and since when each is. */
export type KpiDrafts = {
  drafts: KeptDrafts<KeptKpi>;
  /** Clock time by the KPI's id, empty for one that has none yet. */
  kept: ReadonlyMap<string, number>;
  /** Looks which are kept among ids; the id of one that the pane was left with, null for none. */
  look: (ids: readonly string[]) => Promise<string | null>;
};

export const useKpiDrafts = (workbook: string): KpiDrafts => {
  const [drafts] = useState(() => storedKpis(workbook));
  const [kept, setKept] = useState<ReadonlyMap<string, number>>(new Map());
  const look = useCallback(
    async (ids: readonly string[]) => {
      const found = await Promise.all(['', ...ids].map(async (id) => ({ id, draft: await drafts.load(draftName(id)) })));
      const begun = found.flatMap(({ id, draft }) => (draft ? [{ id, ...draft }] : []));
      setKept(new Map(begun.map(({ id, at }) => [id, at])));
      return begun.find(({ value }) => value.open)?.id ?? null;
    },
    [drafts],
  );
  return { drafts, kept, look };
};
