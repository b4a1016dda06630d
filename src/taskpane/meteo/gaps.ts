import type { HistoryRow } from '../../core/meteo/history';

/** Latest first, each with the days that passed since the one before; null for the first one that was made. */
export const withGaps = (rows: readonly HistoryRow[]): readonly { row: HistoryRow; gap: number | null }[] =>
  rows
    .map((row, index) => {
      const before = rows[index - 1];
      return { row, gap: before ? row.issued - before.issued : null };
    })
    .reverse();
