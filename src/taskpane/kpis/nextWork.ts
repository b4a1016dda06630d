/** What the page of KPIs writes. */
export type Work = 'keep' | 'confirm' | 'colour';

type Standing = {
  /** The workbook has a dictionary. */
  isKept: boolean;
  /** Thresholds that nobody has confirmed. */
  unconfirmed: number;
  /** The workbook was read, and has no consolidation. */
  lacksConsolidation: boolean;
};

/**
 * What comes next once the KPIs are looked at. Before the first consolidation that is what comes next in the first use:
 * thresholds can be confirmed at any time, and there is nothing to colour yet.
 */
export const nextWork = ({ isKept, unconfirmed, lacksConsolidation }: Standing): Work | 'consolidate' => {
  if (!isKept) return 'keep';
  if (lacksConsolidation) return 'consolidate';
  return unconfirmed > 0 ? 'confirm' : 'colour';
};
