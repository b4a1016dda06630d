import { CellError, type ErrorCode, type Value } from '../../book/cell';
import { ERROR, isError, Lambda, Matrix, Reference, ReferenceUnion } from '../values';
import { define, number, one, text, value, type FunctionTable } from './definition';

const test = (holds: (given: Value) => boolean) =>
  define(['value'], [1, 1], ([given]) => holds(value(given)), { keepsErrors: true });

const ERROR_NUMBERS: Partial<Record<ErrorCode, number>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
  '#GETTING_DATA': 8,
  '#SPILL!': 9,
  '#CALC!': 14,
};

const typeOf = (given: Value): number => {
  if (given === null || typeof given === 'number') return 1;
  if (typeof given === 'string') return 2;
  return typeof given === 'boolean' ? 4 : 16;
};

const parity = (wanted: 0 | 1) =>
  define(['value'], [1, 1], ([given], context) => {
    if (typeof given === 'boolean') return ERROR.value;
    return Math.abs(Math.trunc(number(given, context))) % 2 === wanted;
  });

export const INFORMATION: FunctionTable = {
  ISNUMBER: test((given) => typeof given === 'number'),
  ISTEXT: test((given) => typeof given === 'string'),
  ISNONTEXT: test((given) => typeof given !== 'string'),
  ISLOGICAL: test((given) => typeof given === 'boolean'),
  ISBLANK: test((given) => given === null),
  ISERROR: test((given) => isError(given)),
  ISERR: test((given) => isError(given) && given !== ERROR.notAvailable),
  ISNA: test((given) => given === ERROR.notAvailable),
  ISEVEN: parity(0),
  ISODD: parity(1),
  ISREF: define(['range'], [1, 1], ([given]) => given instanceof Reference || given instanceof ReferenceUnion, {
    isPositional: true,
  }),
  ISFORMULA: define(
    ['range'],
    [1, 1],
    ([given]) => (given instanceof Reference ? given.sheet.cell(given.top, given.left)?.formula !== undefined : ERROR.value),
    { isPositional: true },
  ),
  N: define(['value'], [1, 1], ([given]) => {
    const single = value(given);
    return typeof single === 'number' ? single : single === true ? 1 : 0;
  }),
  T: define(['value'], [1, 1], ([given]) => {
    const single = value(given);
    return typeof single === 'string' ? single : '';
  }),
  NA: define([], [0, 0], () => ERROR.notAvailable),
  TYPE: define(['range'], [1, 1], ([given], context) => {
    if (given instanceof Matrix) return 64;
    if (given instanceof Lambda) return 128;
    return given instanceof Reference && !given.isSingle ? 64 : typeOf(one(given, context));
  }),
  'ERROR.TYPE': define(
    ['value'],
    [1, 1],
    ([given]) => (given instanceof CellError ? (ERROR_NUMBERS[given.code] ?? ERROR.notAvailable) : ERROR.notAvailable),
    { keepsErrors: true },
  ),
  CELL: define(
    ['value', 'range'],
    [1, 2],
    ([kind, given], context) => {
      const at =
        given instanceof Reference
          ? given
          : new Reference(context.sheet, context.row, context.column, context.row, context.column);
      const content = (): Value => context.environment.reader.value(at.sheet, at.top, at.left);
      switch (text(kind, context).toLowerCase()) {
        case 'row':
          return at.top + 1;
        case 'col':
          return at.left + 1;
        case 'contents':
          return content() ?? 0;
        case 'type':
          return content() === null ? 'b' : typeof content() === 'string' ? 'l' : 'v';
        case 'filename':
          return `[${context.environment.book.fileName}]${at.sheet.name}`;
        default:
          return ERROR.value;
      }
    },
    { isVolatile: true, isPositional: true },
  ),
  SHEETS: define([], [0, 0], (_, { environment }) => environment.book.sheets.length, { isVolatile: true }),
  SHEET: define(
    ['range'],
    [0, 1],
    ([given], context) => {
      const { book } = context.environment;
      const sheet =
        given === undefined ? context.sheet : given instanceof Reference ? given.sheet : book.sheet(text(given, context));
      const index = sheet ? book.sheets.indexOf(sheet) : -1;
      return index < 0 ? ERROR.notAvailable : index + 1;
    },
    { isPositional: true, isVolatile: true },
  ),
};
