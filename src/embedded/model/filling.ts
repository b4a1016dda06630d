import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { containsArea } from './address';
import { styleAt } from './cells';
import { copyCells } from './copying';
import type { Session } from './session';

export const FILL_TYPES = ['FillDefault', 'FillCopy', 'FillSeries', 'FillFormats', 'FillValues'] as const;
export type FillType = (typeof FILL_TYPES)[number];

/** Next numbers of a series: the least-squares line through what there is; a single number counts up by one. */
const continuation = (numbers: readonly number[]): ((index: number) => number) => {
  const count = numbers.length;
  if (count === 1) return (index) => (numbers[0] ?? 0) + index;
  const meanIndex = (count - 1) / 2;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / count;
  let above = 0;
  let below = 0;
  numbers.forEach((number, index) => {
    above += (index - meanIndex) * (number - mean);
    below += (index - meanIndex) ** 2;
  });
  const slope = above / below;
  return (index) => Number((mean + slope * (index - meanIndex)).toPrecision(15));
};

const TRAILING_NUMBER = /^(.*?)(\d+)$/;

/** What stands in a line of cells after its seed: numbers and `Text 1` count on, anything else repeats. */
const fillLine = (
  session: Session,
  sheet: Sheet,
  seed: readonly { row: number; column: number }[],
  targets: readonly { row: number; column: number; step: number }[],
  type: FillType,
): void => {
  const cells = seed.map(({ row, column }) => sheet.cell(row, column));
  const isDate = seed.every(({ row, column }) =>
    /[dmyh]/i.test(session.book.styles.get(styleAt(sheet, row, column)).numberFormat.replace(/General/i, '')),
  );
  const numbers = cells.map((cell) => (cell?.formula === undefined && typeof cell?.value === 'number' ? cell.value : null));
  const allNumbers = numbers.every((number) => number !== null);
  // A lone number is copied by default and counts up as a series; a lone date counts up in both.
  if (!allNumbers || (seed.length === 1 && type !== 'FillSeries' && !isDate)) {
    const texts = cells.map((cell) =>
      TRAILING_NUMBER.exec(typeof cell?.value === 'string' && cell.formula === undefined ? cell.value : ''),
    );
    const [only] = texts;
    if (seed.length !== 1 || !only) return;
    for (const { row, column, step } of targets) {
      const number = Math.max(0, Number(only[2]) + step);
      const width = only[2]?.startsWith('0') ? only[2].length : 0;
      sheet.setCell(row, column, {
        value: `${only[1] ?? ''}${String(number).padStart(width, '0')}`,
        style: styleAt(sheet, row, column),
      });
    }
    return;
  }
  const at = continuation(numbers);
  for (const { row, column, step } of targets) {
    const index = step > 0 ? seed.length - 1 + step : step;
    sheet.setCell(row, column, { value: at(index), style: styleAt(sheet, row, column) });
  }
};

/** Fills from a range into a larger one that holds it, as dragging its corner does. */
export const autoFill = (session: Session, sheet: Sheet, source: Area, target: Area, type: FillType): void => {
  const down = target.column === source.column && target.columns === source.columns;
  const across = target.row === source.row && target.rows === source.rows;
  if (!containsArea(target, source) || (!down && !across)) throw new ApiError('InvalidArgument');
  const copyType = type === 'FillFormats' ? 'Formats' : type === 'FillValues' ? 'Values' : 'All';
  const last = (area: Area): number => (down ? area.row + area.rows : area.column + area.columns);
  const first = (area: Area): number => (down ? area.row : area.column);
  const unit = down ? source.rows : source.columns;
  // The copy is laid tile by tile from the seed outwards, so that a part of a tile at the end stays in step.
  const paste = (from: number, length: number, seedStart: number): void => {
    if (length <= 0) return;
    const part = down
      ? { ...source, row: source.row + seedStart, rows: length }
      : { ...source, column: source.column + seedStart, columns: length };
    const place = down ? { ...part, row: from } : { ...part, column: from };
    copyCells(session, { sheet, area: part }, sheet, place, { type: copyType, skipBlanks: false, transpose: false });
  };
  for (let at = last(source); at < last(target); at += unit) paste(at, Math.min(unit, last(target) - at), 0);
  for (let end = first(source); end > first(target); end -= unit) {
    const length = Math.min(unit, end - first(target));
    paste(end - length, length, unit - length);
  }
  if (type !== 'FillDefault' && type !== 'FillSeries') return;
  const lines = down ? source.columns : source.rows;
  for (let line = 0; line < lines; line++) {
    const cellAt = (along: number): { row: number; column: number } =>
      down ? { row: along, column: source.column + line } : { row: source.row + line, column: along };
    const seed = Array.from({ length: unit }, (_, index) => cellAt(first(source) + index));
    const targets: { row: number; column: number; step: number }[] = [];
    for (let at = last(source); at < last(target); at++) targets.push({ ...cellAt(at), step: at - last(source) + 1 });
    for (let at = first(target); at < first(source); at++) targets.push({ ...cellAt(at), step: at - first(source) });
    fillLine(session, sheet, seed, targets, type);
  }
  session.cellsChanged(sheet, target);
};
