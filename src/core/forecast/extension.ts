/**
 * How a method continues a series: its projection, and what it would have said of each known value one step before, with the
 * parameters of the whole series (null where it says nothing). Computed only when asked for.
 */
export type Extension = { ahead: readonly number[]; fitted: () => readonly (number | null)[] };

/** A method for a series without season. */
export type Extend = (values: readonly number[], horizon: number) => Extension;

/** The same value for all that comes, and, one step before each known value, the one before it. */
export const repeatLast: Extend = (values, horizon) => ({
  ahead: new Array<number>(horizon).fill(values.at(-1) ?? 0),
  fitted: () => values.map((_, index) => values[index - 1] ?? null),
});
