import { problem, type Problem } from '../problem';
import { valueAt, type CellValue } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { placeIn, ROWS_PER_STEP, type Block } from './block';
import type { DetectedColumn } from './detected';
import { plainText } from './words';

/** Figures of one period that have to be the same as others, in the same order, to be taken for a copy. */
const LEAST_COPIED = 3;
/** Columns compared with each other, and periods looked at. */
const MOST_COLUMNS = 80;
const MOST_PERIODS = 400;

const isFigureValue = (value: CellValue): value is number => typeof value === 'number' && value !== 0;

/** How many figures of a period from one column on repeat those from an earlier column on, without overlapping them. */
const repeated = (values: readonly CellValue[], from: number, at: number): number => {
  let count = 0;
  while (from + count < at && at + count < values.length) {
    const value = values[at + count] ?? '';
    if (!isFigureValue(value) || value !== values[from + count]) break;
    count++;
  }
  return new Set(values.slice(at, at + count)).size > 1 ? count : 0;
};

/**
 * Where dates run across, figures are typed period by period: those of one KPI that are, in one period only, the very
 * figures of another were pasted into the wrong rows. Told once a table, at the first place.
 */
export function* copiedFigures(block: Block, columns: readonly DetectedColumn[]): Steps<Problem[]> {
  if (!block.across || columns.length > MOST_COLUMNS) return [];
  const last = Math.min(block.lastRow, block.firstRow + MOST_PERIODS - 1);
  const periods = Array.from({ length: last - block.firstRow + 1 }, (_, index) =>
    columns.map(({ column }) => valueAt(block.sheet, block.firstRow + index, column)),
  );
  for (const [index, values] of periods.entries())
    for (let at = LEAST_COPIED; at < columns.length; at++) {
      yield undefined;
      for (let from = 0; from + LEAST_COPIED <= at; from++) {
        const count = repeated(values, from, at);
        const elsewhere = periods.filter((other, place) => place !== index && repeated(other, from, at) >= count).length;
        const [copy, original, end] = [columns[at], columns[from], columns[at + count - 1]];
        if (count < LEAST_COPIED || elsewhere > 0 || !copy || !original || !end) continue;
        const first = placeIn(block, block.firstRow + index, copy.column);
        const final = placeIn(block, block.firstRow + index, end.column);
        const cell = `${first.cell ?? ''}:${final.cell ?? ''}`;
        return [problem('figures-copied', { count, column: copy.header, other: original.header }, { ...first, cell })];
      }
    }
  return [];
}

const STATUS = /\b(etat|statut|status|state|situation)\b/;
const DONE =
  /^(termine|acheve|fini|clos|cloture|livre|resolu|done|closed|finished|complete|completed|delivered|resolved)(e|s|es)?$/;

/** Tasks that are said to be done and still have something left to do: one of the two is wrong. */
export function* doneWithRemaining(block: Block, columns: readonly DetectedColumn[]): Steps<Problem[]> {
  const remaining = columns.find(({ measure }) => measure === 'raf');
  const status = columns.find(({ header, type }) => (type === 'category' || type === 'text') && STATUS.test(plainText(header)));
  if (!remaining || !status) return [];
  const rows: number[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const left = valueAt(block.sheet, row, remaining.column);
    const done = DONE.test(plainText(String(valueAt(block.sheet, row, status.column))));
    if (done && typeof left === 'number' && left > 0) rows.push(row);
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  const [first] = rows;
  if (first === undefined) return [];
  const facts = {
    count: rows.length,
    status: String(valueAt(block.sheet, first, status.column)).trim(),
    column: remaining.header,
  };
  return [problem('done-with-remaining', facts, placeIn(block, first, remaining.column))];
}
