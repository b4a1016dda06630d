import type { CellValue } from '../sheet/snapshot';

const COMPARISON = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/;

const asNumber = (text: string): number | null => {
  const trimmed = text.trim();
  return trimmed !== '' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : null;
};

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/~?[\s\S]/g, (sign) => {
      if (sign === '*') return '[\\s\\S]*';
      if (sign === '?') return '[\\s\\S]';
      return (sign.length > 1 ? sign.slice(1) : sign).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })}$`,
    'i',
  );

/** Test of a cell by a criterion of SUMIF and its like: `">=5"`, `"Paris"`, `"a*"`, `12`. */
export const matcher = (criterion: CellValue): ((value: CellValue) => boolean) => {
  if (typeof criterion !== 'string') return (value) => value === criterion;
  const [, operator = '=', operand = ''] = COMPARISON.exec(criterion) ?? [];
  const number = asNumber(operand);
  const compare = (difference: number): boolean => {
    switch (operator) {
      case '<':
        return difference < 0;
      case '<=':
        return difference <= 0;
      case '>':
        return difference > 0;
      case '>=':
        return difference >= 0;
      default:
        return difference === 0;
    }
  };
  if (operator === '=' || operator === '<>') {
    const pattern = wildcard(operand);
    const equal = (value: CellValue): boolean =>
      number === null
        ? typeof value === 'string' && pattern.test(value)
        : value === number || (typeof value === 'string' && asNumber(value) === number);
    return operator === '=' ? equal : (value) => !equal(value);
  }
  return (value) =>
    number === null
      ? typeof value === 'string' &&
        value !== '' &&
        compare(value.toLowerCase() < operand.toLowerCase() ? -1 : value.toLowerCase() > operand.toLowerCase() ? 1 : 0)
      : typeof value === 'number' && compare(value - number);
};
