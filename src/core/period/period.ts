/** A stretch of whole days. Serials are Excel's in the 1900 system whatever the workbook's own. */
export type PeriodKind = 'day' | 'week' | 'month' | 'year';

export type Period = {
  kind: PeriodKind;
  /** `2026-11-21`, `2026-S47` (ISO 8601 week and its ISO year), `2026-11`, `2026`. */
  key: string;
  /** Serial of the first day. */
  start: number;
  /** Serial of the day after the last one. */
  end: number;
};
