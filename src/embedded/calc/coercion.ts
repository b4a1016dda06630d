import type { Value } from '../book/cell';
import { CellError } from '../book/cell';
import { daysInMonth, serialOf } from './dates';
import { ERROR } from './values';

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const PERCENTAGE = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*%$/;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\S.*))?$/;
const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*([ap])m?)?$/i;

/** Part of a day that a time text says (`14:30`, `2:30 PM`, `26:00`), or null. */
export function timeFromText(text: string): number | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  let hours = Number(match[1]);
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  if (minutes > 59 || seconds >= 60) return null;
  const half = match[4]?.toLowerCase();
  if (half) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** Serial of an ISO date text with an optional time (`2025-03-05 08:30`), or null. */
export function dateFromText(text: string, date1904: boolean): number | null {
  const match = ISO_DATE.exec(text.trim());
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const serial = serialOf(year, month, day, date1904);
  const time = match[4] === undefined ? 0 : timeFromText(match[4]);
  return time === null || Number.isNaN(serial) ? null : serial + time;
}

/**
 * Number that a text stands for, or null. Only what every locale reads alike: `12.5`, `1e3`, `7 %`, `2025-03-05`, `14:30`.
 * `1,234` and `05/03/2025` mean different things in French and in English, so they stay text rather than be guessed.
 */
export function numberFromText(text: string, date1904: boolean): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (PLAIN_NUMBER.test(trimmed)) return Number(trimmed);
  const percentage = PERCENTAGE.exec(trimmed);
  if (percentage) return Number(percentage[1]) / 100;
  return dateFromText(trimmed, date1904) ?? timeFromText(trimmed);
}

/** A value as a number in arithmetic: empty is 0, TRUE is 1, text is read as `numberFromText` does, else #VALUE!. */
export function toNumber(value: Value, date1904: boolean): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return value;
  return numberFromText(value, date1904) ?? ERROR.value;
}

/** A number as Excel joins it to text: 15 significant digits, scientific only when very large or very small. */
export function textOfNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const [mantissa = '0', exponentText = '0'] = value.toExponential(14).split('e');
  const exponent = Number(exponentText);
  if (exponent > 20 || exponent < -9) {
    const digits = mantissa.includes('.') ? mantissa.replace(/0+$/, '').replace(/\.$/, '') : mantissa;
    return `${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  if (exponent >= 0) {
    const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
    const fraction = digits.slice(exponent + 1).replace(/0+$/, '');
    return sign + (fraction ? `${whole}.${fraction}` : whole);
  }
  return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`.replace(/0+$/, '');
}

/** A value as text: empty is '', booleans are upper case. Errors stay errors. */
export function toText(value: Value): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return textOfNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** A value as a condition: numbers are true unless 0; of texts only TRUE and FALSE count. */
export function toBoolean(value: Value): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (value instanceof CellError) return value;
  const word = value.trim().toUpperCase();
  return word === 'TRUE' ? true : word === 'FALSE' ? false : ERROR.value;
}

/** Equal to the 15 digits that Excel compares by: `0.1+0.2=0.3` is TRUE. */
const sameNumber = (left: number, right: number): boolean =>
  left === right || (Math.abs(left - right) <= Math.abs(left) * 1e-14 && left.toPrecision(15) === right.toPrecision(15));

const KIND_ORDER = { number: 0, string: 1, boolean: 2 } as const;
const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** Order of two texts without regard to case. */
export const compareTexts = (left: string, right: string): number => {
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a === b ? 0 : collator.compare(a, b) || (a < b ? -1 : 1);
};

type Comparable = number | string | boolean;
const blankAs = (other: Comparable | null): Comparable =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

/** Negative, 0 or positive. Numbers come before texts, texts before booleans; empty takes the other's kind. No errors. */
export function compareValues(left: Comparable | null, right: Comparable | null): number {
  const a = left ?? blankAs(right);
  const b = right ?? blankAs(left);
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b) ? 0 : a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  const kinds = KIND_ORDER[typeof a as keyof typeof KIND_ORDER] - KIND_ORDER[typeof b as keyof typeof KIND_ORDER];
  return kinds !== 0 ? kinds : Number(a) - Number(b);
}
