import { toCol, translateFormulaToA1 } from '@borgar/fx/xlsx';
import { CellError } from '../../book/cell';
import type { Context } from '../context';
import { ERROR, isOnSheet, Matrix, Reference, ReferenceUnion, type Argument, type Result } from '../values';
import { boolean, define, integer, text, type FunctionTable } from './definition';

/** ROW and COLUMN: the position of a reference, or one for each row or column of it. */
const positions = (first: (area: Reference) => number, isRow: boolean) =>
  define(
    ['range'],
    [0, 1],
    ([given], context) => {
      if (given === undefined) return (isRow ? context.row : context.column) + 1;
      if (!(given instanceof Reference)) return given instanceof CellError ? given : ERROR.value;
      const start = first(given) + 1;
      const count = isRow ? given.rows : given.columns;
      if (count === 1) return start;
      const used = context.environment.reader.usedSize(given);
      const length = count > 100_000 ? Math.min(count, isRow ? used.rows : used.columns) : count;
      const numbers = Array.from({ length }, (_, index) => start + index);
      return isRow ? Matrix.fromColumn(numbers) : new Matrix(1, length, numbers);
    },
    { isPositional: true },
  );

const size = (measure: (area: { rows: number; columns: number }) => number) =>
  define(
    ['range'],
    [1, 1],
    ([given]) => {
      if (given instanceof Reference || given instanceof Matrix) return measure(given);
      return given instanceof CellError ? given : given instanceof ReferenceUnion ? ERROR.value : 1;
    },
    { isPositional: true },
  );

function offset([given, down, right, height, width]: Argument[], context: Context): Result {
  if (!(given instanceof Reference)) return given instanceof CellError ? given : ERROR.value;
  const rows = height === undefined || height === null ? given.rows : integer(height, context);
  const columns = width === undefined || width === null ? given.columns : integer(width, context);
  if (rows === 0 || columns === 0) return ERROR.reference;
  // A negative height or width goes up or left from the start.
  const top = given.top + integer(down, context) + (rows < 0 ? rows + 1 : 0);
  const left = given.left + integer(right, context) + (columns < 0 ? columns + 1 : 0);
  const bottom = top + Math.abs(rows) - 1;
  const last = left + Math.abs(columns) - 1;
  return isOnSheet(top, left, bottom, last) ? new Reference(given.sheet, top, left, bottom, last) : ERROR.reference;
}

/** INDIRECT: the reference that a text names, in A1 or, with FALSE, in R1C1 notation. */
function indirect([name, isA1]: Argument[], context: Context): Result {
  const written = text(name, context).trim();
  const { environment } = context;
  if (isA1 === undefined || boolean(isA1, context, true)) return environment.referenceFromText(written, context);
  try {
    const translated = translateFormulaToA1(`=${written}`, fromA1(context.row, context.column)).slice(1);
    return environment.referenceFromText(translated, context);
  } catch {
    return ERROR.reference;
  }
}

const fromA1 = (row: number, column: number): string => `${toCol(column)}${row + 1}`;

const quoted = (sheet: string): string => (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`);

/** ADDRESS(row, column, kind, a1, sheet): kind 1 is `$A$1`, 2 `A$1`, 3 `$A1`, 4 `A1`. */
function address([row, column, kind, isA1, sheet]: Argument[], context: Context): Result {
  const r = integer(row, context);
  const c = integer(column, context);
  const type = kind === undefined || kind === null ? 1 : integer(kind, context);
  if (type < 1 || type > 4) return ERROR.value;
  const rowFixed = type <= 2;
  const columnFixed = type === 1 || type === 3;
  const prefix = sheet === undefined ? '' : `${quoted(text(sheet, context))}!`;
  if (isA1 !== undefined && isA1 !== null && !boolean(isA1, context, true))
    return `${prefix}R${rowFixed ? r : `[${r}]`}C${columnFixed ? c : `[${c}]`}`;
  if (!isOnSheet(r - 1, c - 1, r - 1, c - 1)) return ERROR.value;
  return `${prefix}${columnFixed ? '$' : ''}${toCol(c - 1)}${rowFixed ? '$' : ''}${r}`;
}

export const REFERENCES: FunctionTable = {
  ROW: positions((area) => area.top, true),
  COLUMN: positions((area) => area.left, false),
  ROWS: size((area) => area.rows),
  COLUMNS: size((area) => area.columns),
  AREAS: define(['range'], [1, 1], ([given]) => (given instanceof ReferenceUnion ? given.areas.length : 1), {
    isPositional: true,
  }),
  OFFSET: define(['range', 'value', 'value', 'value', 'value'], [3, 5], offset, { isVolatile: true }),
  INDIRECT: define(['value', 'value'], [1, 2], indirect, { isVolatile: true }),
  ADDRESS: define(['value'], [2, 5], address),
  HYPERLINK: define(['value'], [1, 2], ([target, shown]) => (shown === undefined ? (target ?? '') : shown)),
  FORMULATEXT: define(
    ['range'],
    [1, 1],
    ([given]) => {
      const formula = given instanceof Reference ? given.sheet.cell(given.top, given.left)?.formula : undefined;
      return formula === undefined ? ERROR.notAvailable : `=${formula}`;
    },
    { isPositional: true },
  ),
};
