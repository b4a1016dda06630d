import { problem, type Problem } from '../problem';
import type { HistoryRow } from './history';

/** What a page being written stands on: its number, and the history's row of it when it was read; null where there was none. */
export type ExpectedMeteo = { number: number; row: HistoryRow | null };

/**
 * Whether the page about to be written is still the one that somebody has worked on; the problem that says it is not: the same
 * météo was written from elsewhere meanwhile, or is another one by now. Nothing where
 * nothing is expected.
 */
export const changedMeteo = (
  history: readonly HistoryRow[],
  made: HistoryRow,
  expected: ExpectedMeteo | undefined,
): Problem | null => {
  if (!expected) return null;
  const { number, row } = expected;
  const now = history.find((one) => one.number === made.number) ?? null;
  if (made.number === number && JSON.stringify(now) === JSON.stringify(row)) return null;
  const { sheet } = now ?? made;
  return problem('changed-since-read', { name: sheet }, { sheet });
};
