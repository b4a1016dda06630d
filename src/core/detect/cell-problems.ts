import { problem, type Problem } from '../problem';
import { valueAt } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import { placeIn, type Block } from './block';
import type { DetectedColumn } from './detected';
import { isClockText, isPlaceholder, readNumberText, unitBehind } from './numbers';

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
/** `1,234` and `1.234`: a thousand and more, or one and a bit. */
const GROUP_OR_DECIMAL = /^[+-]?\d{1,3}[.,]\d{3}$/;

/** Figures: what can be consolidated. */
export const isFigure = (column: DetectedColumn): boolean =>
  ['count', 'amount', 'duration', 'rate', 'number'].includes(column.type);

/** Cells of one kind in a column: how many, the first one's row and text. */
type Tally = { count: number; row: number; sample: string };

const tallies = (): Record<'error' | 'number' | 'clock' | 'unit' | 'word', Tally> => {
  const none = (): Tally => ({ count: 0, row: 0, sample: '' });
  return { error: none(), number: none(), clock: none(), unit: none(), word: none() };
};

const add = (tally: Tally, row: number, sample: string): void => {
  if (tally.count++ > 0) return;
  tally.row = row;
  tally.sample = sample;
};

/** Percentages of which some are written as fractions and others as points: 0.94 beside 94. */
const mixedScale = (block: Block, column: DetectedColumn): Problem[] => {
  if (column.type !== 'rate' || column.scale !== 'points') return [];
  let points = 0;
  const fractions: { row: number; value: number }[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const value = valueAt(block.sheet, row, column.column);
    if (typeof value !== 'number' || value === 0) continue;
    if (Math.abs(value) > 1.5) points++;
    else if (Math.abs(value) >= 0.3 && !Number.isInteger(value)) fractions.push({ row, value });
  }
  const [first] = fractions;
  if (!first || points < fractions.length || points < 3) return [];
  return [
    problem('rate-scales-mixed', { column: column.header, count: fractions.length }, placeIn(block, first.row, column.column)),
  ];
};

const columnProblems = (block: Block, column: DetectedColumn): Problem[] => {
  const tally = tallies();
  let ambiguous = 0;
  let decimal: '.' | ',' | undefined;
  const figure = isFigure(column);
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const value = valueAt(block.sheet, row, column.column);
    if (typeof value !== 'string' || value === '') continue;
    if (ERROR.test(value)) add(tally.error, row, value);
    else if (!figure) continue;
    else if (readNumberText(value, column.textNumbers ?? '.') !== null || readNumberText(value, ',') !== null) {
      add(tally.number, row, value);
      decimal ??= /[.,]/.test(value) ? (column.textNumbers ?? (value.includes(',') ? ',' : '.')) : undefined;
      if (GROUP_OR_DECIMAL.test(value.trim())) ambiguous++;
    } else if (isClockText(value)) add(tally.clock, row, value);
    else if (unitBehind(value) !== null) add(tally.unit, row, value);
    else add(tally.word, row, value);
  }
  const at = ({ row }: Tally): ReturnType<typeof placeIn> => placeIn(block, row, column.column);
  const { header } = column;
  const found: Problem[] = [];
  if (tally.error.count > 0) found.push(problem('error-cells', { count: tally.error.count }, at(tally.error)));
  if (tally.number.count > 0)
    found.push(
      problem('numbers-as-text', { column: header, count: tally.number.count, ...(decimal && { decimal }) }, at(tally.number)),
    );
  if (ambiguous > 0 && ambiguous === tally.number.count && column.textNumbers) {
    const { sample } = tally.number;
    found.push(
      problem(
        'decimal-mark-unsure',
        { column: header, sample, value: readNumberText(sample, column.textNumbers) ?? 0 },
        at(tally.number),
      ),
    );
  }
  for (const written of [tally.clock, tally.unit])
    if (written.count > 0)
      found.push(problem('figures-as-text', { column: header, count: written.count, sample: written.sample }, at(written)));
  if (tally.word.count > 0)
    found.push(
      problem(
        'text-among-figures',
        { column: header, count: tally.word.count, sample: tally.word.sample, blank: isPlaceholder(tally.word.sample) },
        at(tally.word),
      ),
    );
  return [...found, ...mixedScale(block, column)];
};

/** Cells that formulas do not see as the figures that they are, or are not: errors, texts, numbers typed as text. */
export function* cellProblems(block: Block, columns: readonly DetectedColumn[]): Steps<Problem[]> {
  const held = columns.filter(({ type }) => type !== 'empty' && type !== 'date');
  return (yield* mapInSteps(held, (column) => columnProblems(block, column))).flat();
}
