import { valueAt, type CellValue } from '../sheet/snapshot';
import { matcher } from './criteria';
import type { Evaluated, Evaluation } from './evaluate';
import { functionOf, type AstExpression } from './formula';
import { isErrorValue, type LintBook, type Span } from './lint-book';

type Nodes = readonly (AstExpression | null)[];

/** Functions over all numbers of their arguments. */
export const AGGREGATES: ReadonlySet<string> = new Set([
  'SUM',
  'AVERAGE',
  'COUNT',
  'COUNTA',
  'MIN',
  'MAX',
  'SUBTOTAL',
  'AGGREGATE',
  'SUMPRODUCT',
]);

/** SUBTOTAL's and AGGREGATE's functions by number. */
const NUMBERED: Readonly<Record<number, string>> = { 1: 'AVERAGE', 2: 'COUNT', 3: 'COUNTA', 4: 'MAX', 5: 'MIN', 9: 'SUM' };

const valuesOf = ({ sheet, area }: Span): CellValue[] => {
  const values: CellValue[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) values.push(valueAt(sheet, row, column));
  return values;
};

/** SUBTOTAL passes over cells that are subtotals themselves. */
const withoutSubtotals = ({ sheet, area }: Span, book: LintBook): CellValue[] => {
  const values: CellValue[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const tree = book.formulaAt(sheet, row, column)?.formula.tree;
      const nested = tree?.type === 'CallExpression' && ['SUBTOTAL', 'AGGREGATE'].includes(functionOf(tree));
      if (!nested) values.push(valueAt(sheet, row, column));
    }
  return values;
};

const figures = (name: string, values: readonly CellValue[]): Evaluated => {
  if (name === 'COUNTA') return { value: values.filter((value) => value !== '').length };
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (name === 'COUNT') return { value: numbers.length };
  const error = values.find(isErrorValue);
  if (error !== undefined) return { value: error };
  const sum = numbers.reduce((total, value) => total + value, 0);
  switch (name) {
    case 'SUM':
      return { value: sum };
    case 'AVERAGE':
      return { value: numbers.length === 0 ? '#DIV/0!' : sum / numbers.length };
    case 'MIN':
      return { value: numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0) };
    case 'MAX':
      return { value: numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0) };
    default:
      return null;
  }
};

/** Values of all arguments; null where one is not known. */
const gather = (nodes: Nodes, { evaluate, book }: Evaluation, nestedToo: boolean): CellValue[] | null => {
  const values: CellValue[] = [];
  for (const node of nodes) {
    const found = evaluate(node);
    if (!found) return null;
    if ('value' in found) values.push(found.value);
    else for (const value of nestedToo ? valuesOf(found.span) : withoutSubtotals(found.span, book)) values.push(value);
  }
  return values;
};

const sumProduct = (nodes: Nodes, { evaluate }: Evaluation): Evaluated => {
  const columns: CellValue[][] = [];
  for (const node of nodes) {
    const found = evaluate(node);
    if (!found || 'value' in found) return null;
    columns.push(valuesOf(found.span));
  }
  const [first = []] = columns;
  if (columns.some((column) => column.length !== first.length)) return { value: '#VALUE!' };
  const error = columns.flat().find(isErrorValue);
  if (error !== undefined) return { value: error };
  return {
    value: first.reduce<number>(
      (sum, _, index) =>
        sum + columns.reduce((product, column) => product * (typeof column[index] === 'number' ? column[index] : 0), 1),
      0,
    ),
  };
};

/** SUM and its like, with SUBTOTAL and AGGREGATE (errors left out by its options 2, 3, 6 and 7). */
export const aggregate = (name: string, nodes: Nodes, evaluation: Evaluation): Evaluated => {
  if (name === 'SUMPRODUCT') return sumProduct(nodes, evaluation);
  if (name !== 'SUBTOTAL' && name !== 'AGGREGATE') {
    const values = gather(nodes, evaluation, true);
    return values && figures(name, values);
  }
  const number = evaluation.single(nodes[0]);
  const option = name === 'AGGREGATE' ? evaluation.single(nodes[1]) : 0;
  if (typeof number !== 'number' || typeof option !== 'number') return null;
  const inner = NUMBERED[name === 'SUBTOTAL' ? number % 100 : number];
  const values = gather(nodes.slice(name === 'AGGREGATE' ? 2 : 1), evaluation, name === 'AGGREGATE' && option >= 4);
  if (!inner || !values) return null;
  return figures(inner, [2, 3, 6, 7].includes(option) ? values.filter((value) => !isErrorValue(value)) : values);
};

/** The lines of a range that fulfil the criteria; null where the ranges do not fit. */
const selected = (pairs: Nodes, { evaluate, single }: Evaluation): { keep: boolean[]; span: Span } | null => {
  let keep: boolean[] | null = null;
  let first: Span | null = null;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const range = evaluate(pairs[index]);
    const criterion = single(pairs[index + 1]);
    if (!range || !('span' in range) || criterion === null) return null;
    const matches = matcher(criterion);
    const answers = valuesOf(range.span).map(matches);
    if (keep && keep.length !== answers.length) return null;
    keep = keep ? keep.map((kept, line) => kept && answers[line] === true) : answers;
    first ??= range.span;
  }
  return keep && first ? { keep, span: first } : null;
};

/** SUMIF, COUNTIF, AVERAGEIF and those with several criteria; null for other functions. */
export const conditional = (name: string, nodes: Nodes, evaluation: Evaluation): Evaluated => {
  const match = /^(SUM|COUNT|AVERAGE)IF(S?)$/.exec(name);
  if (!match) return null;
  const [, inner = '', several] = match;
  const counts = inner === 'COUNT';
  const criteria = counts ? nodes : several ? nodes.slice(1) : nodes.slice(0, 2);
  const found = selected(criteria, evaluation);
  if (!found) return null;
  const { keep, span } = found;
  if (counts) return { value: keep.filter(Boolean).length };
  const target = several ? nodes[0] : nodes[2];
  const given = target === undefined ? { span } : evaluation.evaluate(target);
  if (!given || !('span' in given)) return null;
  const { rows, columns } = span.area;
  if (several && (given.span.area.rows !== rows || given.span.area.columns !== columns)) return { value: '#VALUE!' };
  // SUMIF takes the shape of its first range, whatever the second one says.
  const values = valuesOf({ ...given.span, area: { ...given.span.area, rows, columns } });
  return figures(
    inner,
    values.filter((_, line) => keep[line]),
  );
};

const exactPlace = (values: readonly CellValue[], sought: CellValue): number =>
  values.findIndex((value) =>
    typeof value === 'string' && typeof sought === 'string' ? value.toLowerCase() === sought.toLowerCase() : value === sought,
  );

/** VLOOKUP and MATCH of an exact value, and INDEX; null for other functions and for approximate lookups. */
export const lookup = (name: string, nodes: Nodes, { evaluate, single }: Evaluation): Evaluated => {
  if (name === 'INDEX') {
    const found = evaluate(nodes[0]);
    const row = single(nodes[1]);
    const column = nodes[2] === undefined ? 1 : single(nodes[2]);
    if (!found || !('span' in found) || typeof row !== 'number' || typeof column !== 'number') return null;
    const { sheet, area } = found.span;
    const place = area.rows === 1 && nodes[2] === undefined ? { row: 1, column: row } : { row, column };
    if (place.row < 1 || place.column < 1 || place.row > area.rows || place.column > area.columns) return null;
    return { value: valueAt(sheet, area.row + place.row - 1, area.column + place.column - 1) };
  }
  const isMatch = name === 'MATCH';
  if (!isMatch && name !== 'VLOOKUP') return null;
  const exact = single(nodes[isMatch ? 2 : 3]);
  const sought = single(nodes[0]);
  const found = evaluate(nodes[1]);
  if ((exact !== 0 && exact !== false) || nodes[isMatch ? 2 : 3] === undefined || sought === null || !found || 'value' in found)
    return null;
  const { sheet, area } = found.span;
  const values = valuesOf(isMatch ? found.span : { ...found.span, area: { ...area, columns: 1 } });
  const place = exactPlace(values, sought);
  if (place < 0) return { value: '#N/A' };
  if (isMatch) return { value: place + 1 };
  const across = single(nodes[2]);
  if (typeof across !== 'number' || across < 1 || across > area.columns) return null;
  return { value: valueAt(sheet, area.row + place, area.column + across - 1) };
};
