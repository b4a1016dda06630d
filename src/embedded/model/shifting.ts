import type { RangeA1 } from '@borgar/fx';
import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { intersection, MAX_COLUMNS, MAX_ROWS, subtractArea } from './address';
import type { Rewritten } from './formulaText';

/**
 * Cells inserted at, or deleted from, an area, the others moving along one axis: down or up for `rows`, right or left for
 * `columns`. Only the lane of the area moves: inserting B2:C2 moves columns B and C.
 */
export type Shift = { sheet: Sheet; area: Area; axis: 'rows' | 'columns'; insert: boolean };

type Span = { first: number; last: number };

const spanOf = (area: Area, axis: Shift['axis']): Span =>
  axis === 'rows'
    ? { first: area.row, last: area.row + area.rows - 1 }
    : { first: area.column, last: area.column + area.columns - 1 };

const across = (axis: Shift['axis']): Shift['axis'] => (axis === 'rows' ? 'columns' : 'rows');
const limitOf = (axis: Shift['axis']): number => (axis === 'rows' ? MAX_ROWS : MAX_COLUMNS);

/** Everything that can move: the lane from the shifted area to the end of the sheet. */
export const laneOf = ({ area, axis }: Shift): Area =>
  axis === 'rows' ? { ...area, rows: MAX_ROWS - area.row } : { ...area, columns: MAX_COLUMNS - area.column };

/** Where a span is afterwards; null when all of it was deleted or pushed off the sheet. */
export const shiftSpan = ({ area, axis, insert }: Shift, span: Span): Span | null => {
  const { first: start, last } = spanOf(area, axis);
  const count = last - start + 1;
  if (insert) {
    const limit = limitOf(axis);
    const first = span.first >= start ? span.first + count : span.first;
    const end = span.last >= start ? Math.min(span.last + count, limit - 1) : span.last;
    return first >= limit ? null : { first, last: end };
  }
  if (span.first >= start && span.last <= last) return null;
  const first = span.first < start ? span.first : span.first <= last ? start : span.first - count;
  const end = span.last < start ? span.last : span.last <= last ? start - 1 : span.last - count;
  return { first, last: end };
};

/** Whether the whole breadth of an area moves with the lane. */
export const isInLane = ({ area, axis }: Shift, other: Area): boolean => {
  const lane = spanOf(area, across(axis));
  const breadth = spanOf(other, across(axis));
  return breadth.first >= lane.first && breadth.last <= lane.last;
};

const withSpan = (area: Area, axis: Shift['axis'], span: Span): Area =>
  axis === 'rows'
    ? { ...area, row: span.first, rows: span.last - span.first + 1 }
    : { ...area, column: span.first, columns: span.last - span.first + 1 };

/** Where an area is afterwards, moved as a whole; null when deleted. An area broader than the lane stays. */
export const shiftArea = (shift: Shift, area: Area): Area | null => {
  if (!isInLane(shift, area)) return area;
  const span = shiftSpan(shift, spanOf(area, shift.axis));
  return span && withSpan(area, shift.axis, span);
};

/** Where the cells of an area are afterwards: one broader than the lane is split. */
export const shiftCellsOf = (shift: Shift, area: Area): Area[] => {
  if (isInLane(shift, area)) return [shiftArea(shift, area)].filter((part) => part !== null);
  const lane =
    shift.axis === 'rows' ? { ...shift.area, row: 0, rows: MAX_ROWS } : { ...shift.area, column: 0, columns: MAX_COLUMNS };
  const moving = intersection(area, lane);
  if (!moving) return [area];
  const { last } = spanOf(area, shift.axis);
  if (last < spanOf(shift.area, shift.axis).first) return [area];
  const moved = shiftArea(shift, moving);
  return [...subtractArea(area, moving), ...(moved ? [moved] : [])];
};

/** What becomes of a reference to cells of the shifted sheet. */
export const shiftReference = (shift: Shift, range: RangeA1): Rewritten => {
  const area: Area = {
    row: range.top ?? 0,
    column: range.left ?? 0,
    rows: (range.bottom ?? MAX_ROWS - 1) - (range.top ?? 0) + 1,
    columns: (range.right ?? MAX_COLUMNS - 1) - (range.left ?? 0) + 1,
  };
  const [first, last] = shift.axis === 'rows' ? [range.top, range.bottom] : [range.left, range.right];
  if (first === null && last === null) return null;
  if (!isInLane(shift, area)) return null;
  const span = shiftSpan(shift, spanOf(area, shift.axis));
  if (!span) return '#REF!';
  return shift.axis === 'rows'
    ? { ...range, top: first === null ? null : span.first, bottom: last === null ? null : span.last }
    : { ...range, left: first === null ? null : span.first, right: last === null ? null : span.last };
};
