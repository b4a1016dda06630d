import type { ColumnType, DetectedColumn } from './detected';
import { natureOf } from './synonyms';

/** What the user says a column is: a measure of the catalogue, something kept under its own header, or nothing to use. */
export type ColumnChoice = { kind: 'measure'; measure: string } | { kind: 'type'; type: ColumnType } | { kind: 'left-out' };

const FIGURES: readonly ColumnType[] = ['count', 'amount', 'duration', 'rate', 'number'];

/** Types that a column can be kept as under its own header. */
export const KEPT_TYPES = ['count', 'amount', 'duration', 'number', 'rate', 'category'] as const satisfies readonly ColumnType[];

/** A column that is used: a figure, or a category that figures are counted or grouped by. */
export const isUsed = (column: DetectedColumn): boolean =>
  column.reason !== 'left-out' && (FIGURES.includes(column.type) || column.type === 'category');

/** A column left out: neither figure nor measure, whatever it looks like. */
export const leftOut = (now: DetectedColumn): DetectedColumn => {
  const { column, header, sample } = now;
  return { column, header, sample, type: now.type === 'empty' ? 'empty' : 'text', confidence: 1, reason: 'left-out' };
};

/** May a column come out of two others: a rate, or a mean of its row's own, as a handling time is? */
export const isOfParts = (type: ColumnType, average: boolean): boolean =>
  type === 'rate' || (average && ['count', 'amount', 'duration', 'number'].includes(type));

/** What a column is taken for now, as a choice. */
export const choiceOf = (column: DetectedColumn): ColumnChoice => {
  if (!isUsed(column)) return { kind: 'left-out' };
  return column.measure === undefined ? { kind: 'type', type: column.type } : { kind: 'measure', measure: column.measure };
};

const TYPE_OF_NATURE: Partial<Record<NonNullable<ReturnType<typeof natureOf>>, ColumnType>> = {
  count: 'count',
  amount: 'amount',
  duration: 'duration',
  score: 'number',
  number: 'number',
};

/** Type of the values of a measure: what was found, unless a rate or words stand for a figure. */
const typeOfMeasure = (measure: string, now: DetectedColumn): ColumnType => {
  const nature = TYPE_OF_NATURE[natureOf(measure) ?? 'count'] ?? 'count';
  if (now.type === 'category' && now.affirmative !== undefined) return 'category';
  return nature === 'count' && FIGURES.includes(now.type) && now.type !== 'rate' && now.type !== 'duration' ? now.type : nature;
};

/** A column as the user says it is. What was found about its cells (text numbers, outcomes, running totals) stays. */
export const withChoice = (now: DetectedColumn, choice: ColumnChoice): DetectedColumn => {
  if (choice.kind === 'left-out') return leftOut(now);
  const { duration, parts, scale, ...found } = now;
  const type = choice.kind === 'type' ? choice.type : typeOfMeasure(choice.measure, now);
  const level = choice.kind === 'measure' ? natureOf(choice.measure) === 'score' : now.score === true || now.reason === 'score';
  const chosen: DetectedColumn = {
    ...found,
    type,
    ...(type === 'duration' && { duration: duration ?? 'seconds' }),
    ...(isOfParts(type, found.average === true) && parts && { parts }),
    ...(type === 'rate' && scale && { scale }),
    confidence: 1,
    reason: 'confirmed',
  };
  delete chosen.measure;
  delete chosen.score;
  if (choice.kind === 'measure') chosen.measure = choice.measure;
  if (type === 'number' && level) chosen.score = true;
  return chosen;
};
