import { CellError, type Value } from '../book/cell';
import { compareTexts, numberFromText, toText } from './coercion';
import { bisect, type Vector } from './vector';

type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** What a criterion such as `">=45000"`, `"L*"` or `12` asks of a cell. */
export type Criterion = {
  operator: Operator;
  /** Number, text in lower case, boolean or error to compare with; null: whether there is anything at all. */
  operand: number | string | boolean | CellError | null;
  pattern?: RegExp;
  /** `""` also takes empty texts, `"="` only cells without content. */
  emptyText: boolean;
  key: string;
};

const OPERATOR = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/;

/** Pattern of a text with Excel's wildcards: `*`, `?`, and `~` before a literal one. Undefined where there is none. */
export function wildcardPattern(text: string): RegExp | undefined {
  if (!/[*?~]/.test(text)) return undefined;
  const source = text.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\])/g, (_, literal?: string, wild?: string, special?: string) => {
    if (literal !== undefined) return literal === '~' ? '~' : `\\${literal}`;
    if (wild !== undefined) return wild === '*' ? '[\\s\\S]*' : '[\\s\\S]';
    return `\\${special ?? ''}`;
  });
  return new RegExp(`^${source}$`, 'i');
}

/** Reads a criterion as SUMIFS and its kin do. An empty cell as criterion means 0. */
export function criterionOf(value: Value, date1904: boolean): Criterion {
  const made = (operator: Operator, operand: Criterion['operand'], rest: Partial<Criterion> = {}): Criterion => ({
    operator,
    operand,
    emptyText: false,
    key: `${operator}${typeof operand}:${String(operand)}${rest.emptyText ? '*' : ''}`,
    ...rest,
  });
  if (value === null) return made('=', 0);
  if (typeof value !== 'string') return made('=', value);
  const match = OPERATOR.exec(value);
  const operator = (match?.[1] ?? '=') as Operator;
  const text = match?.[2] ?? '';
  if (text === '') return made(operator, null, { emptyText: match?.[1] === undefined });
  const number = numberFromText(text, date1904);
  if (number !== null) return made(operator, number);
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return made(operator, upper === 'TRUE');
  if (/^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/.test(upper))
    return made(operator, CellError.of(upper as CellError['code']));
  const equality = operator === '=' || operator === '<>';
  return made(operator, text.toLowerCase(), equality ? { pattern: wildcardPattern(text) } : {});
}

const inOrder = (operator: Operator, order: number): boolean =>
  operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;

function isEqual(criterion: Criterion, value: Value): boolean {
  const { operand } = criterion;
  if (operand === null) return value === null || (criterion.emptyText && value === '');
  if (typeof operand === 'number')
    return value === operand || (typeof value === 'string' && numberFromText(value, false) === operand);
  if (typeof operand === 'string')
    return typeof value === 'string' && (criterion.pattern ? criterion.pattern.test(value) : value.toLowerCase() === operand);
  if (typeof operand === 'boolean') return value === operand || toText(value) === (operand ? 'TRUE' : 'FALSE');
  return value === operand;
}

/** Does a cell's value meet the criterion? Order is only asked among values of one kind. */
function meets(criterion: Criterion, value: Value): boolean {
  const { operator, operand } = criterion;
  if (operator === '=') return isEqual(criterion, value);
  if (operator === '<>') return !isEqual(criterion, value);
  if (typeof operand === 'number') return typeof value === 'number' && inOrder(operator, value - operand);
  if (typeof operand === 'string') return typeof value === 'string' && inOrder(operator, compareTexts(value, operand));
  if (typeof operand === 'boolean') return typeof value === 'boolean' && inOrder(operator, Number(value) - Number(operand));
  return false;
}

export type Condition = { vector: Vector; criterion: Criterion };

/** Positions to start from, and how to test a position that comes from another condition. */
type Selection = { positions: Int32Array | number[] | null; ascending: boolean; test: (position: number) => boolean };

const isNumeric = ({ vector, criterion }: Condition): boolean =>
  typeof criterion.operand === 'number' && criterion.operator !== '<>' && !(criterion.operator === '=' && vector.hasNumericText);

/** Bounds on one column (`>=` start, `<` end), found by halving in its sorted numbers. */
function boundsSelection(vector: Vector, criteria: Criterion[]): Selection {
  const { order, values } = vector;
  let from = 0;
  let to = order.values.length;
  for (const { operator, operand } of criteria) {
    const bound = Number(operand);
    if (operator === '>=' || operator === '=') from = Math.max(from, bisect(order.values, bound, false));
    if (operator === '>') from = Math.max(from, bisect(order.values, bound, true));
    if (operator === '<=' || operator === '=') to = Math.min(to, bisect(order.values, bound, true));
    if (operator === '<') to = Math.min(to, bisect(order.values, bound, false));
  }
  return {
    positions: order.positions.subarray(from, Math.max(from, to)),
    ascending: order.ascending,
    test: (position) => criteria.every((criterion) => meets(criterion, values[position] ?? null)),
  };
}

const MOST_MASKS = 500;

function selection({ vector, criterion }: Condition): Selection {
  const { operand } = criterion;
  if (criterion.operator === '=' && typeof operand === 'string' && !criterion.pattern) {
    const { lowered } = vector;
    return { positions: vector.groups.get(operand) ?? [], ascending: true, test: (position) => lowered[position] === operand };
  }
  let mask = vector.masks.get(criterion.key);
  if (!mask) {
    mask = Uint8Array.from(vector.values, (value) => (meets(criterion, value) ? 1 : 0));
    if (vector.masks.size >= MOST_MASKS) vector.masks.clear();
    vector.masks.set(criterion.key, mask);
  }
  const found = mask;
  return { positions: null, ascending: true, test: (position) => found[position] === 1 };
}

/** Positions, ascending, at which every condition holds. The vectors are of one size. */
export function matchingPositions(conditions: Condition[]): Int32Array | number[] {
  const bounds = new Map<Vector, Criterion[]>();
  const selections: Selection[] = [];
  for (const condition of conditions) {
    if (isNumeric(condition)) bounds.set(condition.vector, [...(bounds.get(condition.vector) ?? []), condition.criterion]);
    else selections.push(selection(condition));
  }
  for (const [vector, criteria] of bounds) selections.push(boundsSelection(vector, criteria));
  let base: Selection | undefined;
  for (const candidate of selections)
    if (candidate.positions && (!base?.positions || candidate.positions.length < base.positions.length)) base = candidate;
  const others = selections.filter((candidate) => candidate !== base);
  if (base?.positions && others.length === 0 && base.ascending) return base.positions;
  const length = base?.positions?.length ?? conditions[0]?.vector.values.length ?? 0;
  const found: number[] = [];
  for (let i = 0; i < length; i++) {
    const position = base?.positions ? (base.positions[i] ?? 0) : i;
    if (others.every((other) => other.test(position))) found.push(position);
  }
  return base && !base.ascending ? Int32Array.from(found).sort() : found;
}

/** Does an empty cell meet every criterion? Then the unused rest of whole columns counts too. */
export const blanksMatch = (conditions: Condition[]): boolean =>
  conditions.every((condition) => meets(condition.criterion, null));
