import { dateToSerial } from 'numfmt';
import type { Validation } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { flag, oneOf, record } from './checks';
import { isValidFormula } from './formulaText';
import type { Place } from './places';
import { RangePosition } from './rangePosition';

/** Names of Office.js and of the file. */
export const TYPES = {
  WholeNumber: 'whole',
  Decimal: 'decimal',
  List: 'list',
  Date: 'date',
  Time: 'time',
  TextLength: 'textLength',
  Custom: 'custom',
} as const;

const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;

const RULE_KEYS = ['wholeNumber', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'] as const;

const typeOfKey = (key: (typeof RULE_KEYS)[number]): string => (key === 'wholeNumber' ? TYPES.WholeNumber : key);

/** The rule as Office.js shows it: `{ list: { inCellDropDown: true, source: 'a,b' } }`. */
export const readRule = (validation: Validation): Record<string, unknown> => {
  const key = RULE_KEYS.find((candidate) => typeOfKey(candidate) === validation.type);
  const formula = (stored: string | undefined): unknown => {
    if (stored === undefined) return undefined;
    return /^-?\d+(?:\.\d+)?$/.test(stored) ? Number(stored) : `=${stored}`;
  };
  if (!key) return {};
  if (key === 'custom') return { custom: { formula: `=${validation.formula1 ?? ''}` } };
  if (key === 'list') {
    const quoted = /^"(.*)"$/s.exec(validation.formula1 ?? '');
    const source = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : `=${validation.formula1 ?? ''}`;
    return { list: { inCellDropDown: validation.showDropdown, source } };
  }
  const operator = Object.entries(OPERATORS).find(([, stored]) => stored === (validation.operator ?? 'between'))?.[0];
  const second = formula(validation.formula2);
  return { [key]: { formula1: formula(validation.formula1), ...(second === undefined ? {} : { formula2: second }), operator } };
};

const limit = (value: unknown, key: string, home: (place: Place) => string): string => {
  if (typeof value === 'number') return String(value);
  if (value instanceof RangePosition) return home(value);
  if (typeof value !== 'string' || value === '') throw new ApiError('InvalidArgument');
  if (value.startsWith('=')) return checked(value.slice(1));
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  const day = key === 'date' && /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (day) return String(dateToSerial([Number(day[1]), Number(day[2]), Number(day[3])]));
  const time = key === 'time' && /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(value);
  if (time) return String((Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400);
  throw new ApiError('InvalidArgument');
};

const checked = (formula: string): string => {
  if (formula === '' || !isValidFormula(formula)) throw new ApiError('InvalidArgument');
  return formula;
};

type Rule = Pick<Validation, 'type' | 'operator' | 'formula1' | 'formula2' | 'showDropdown'>;

const MAX_LIST = 255;

/** Reads a rule that a script gave: exactly one kind. `home` writes a place as the sheet's formulas refer to it. */
export const writeRule = (given: Readonly<Record<string, unknown>>, home: (place: Place) => string): Rule => {
  const keys = RULE_KEYS.filter((key) => given[key] !== undefined && given[key] !== null);
  const [key, ...others] = keys;
  if (!key || others.length > 0) throw new ApiError('InvalidArgument');
  const options = record(given[key]);
  if (key === 'custom') {
    const { formula } = options;
    if (typeof formula !== 'string') throw new ApiError('InvalidArgument');
    return { type: 'custom', formula1: checked(formula.replace(/^=/, '')), showDropdown: true };
  }
  if (key === 'list') {
    const { source } = options;
    const showDropdown = flag(options['inCellDropDown'] ?? undefined, true);
    if (source instanceof RangePosition) return { type: 'list', formula1: home(source), showDropdown };
    if (typeof source !== 'string' || source === '') throw new ApiError('InvalidArgument');
    if (source.startsWith('=')) return { type: 'list', formula1: checked(source.slice(1)), showDropdown };
    if (source.length > MAX_LIST) throw new ApiError('InvalidArgument');
    return { type: 'list', formula1: `"${source.replaceAll('"', '""')}"`, showDropdown };
  }
  const name = oneOf(options['operator'], Object.keys(OPERATORS) as (keyof typeof OPERATORS)[], 'Between');
  const rule: Rule = {
    type: typeOfKey(key),
    operator: OPERATORS[name],
    formula1: limit(options['formula1'], key, home),
    showDropdown: true,
  };
  if (name === 'Between' || name === 'NotBetween') rule.formula2 = limit(options['formula2'], key, home);
  return rule;
};
