import { CellError } from '../../book/cell';
import type { Context } from '../context';
import { ERROR, type Argument } from '../values';
import { boolean, define, isArea, type FunctionTable } from './definition';

/** Conditions among the arguments: in ranges only booleans and numbers count; #VALUE! when there is none at all. */
function conditions(values: Argument[], context: Context): boolean[] {
  const found: boolean[] = [];
  for (const given of values) {
    if (given === undefined || given === null) continue;
    if (!isArea(given)) {
      found.push(boolean(given, context));
      continue;
    }
    for (const item of context.environment.reader.vectorOf(given).values) {
      if (item instanceof CellError) throw item;
      if (typeof item === 'boolean' || typeof item === 'number') found.push(item !== false && item !== 0);
    }
  }
  if (found.length === 0) throw ERROR.value;
  return found;
}

const defineOver = (judge: (found: boolean[]) => boolean) =>
  define(['range'], [1, 255], (values, context) => judge(conditions(values, context)));

export const LOGIC: FunctionTable = {
  AND: defineOver((found) => found.every(Boolean)),
  OR: defineOver((found) => found.some(Boolean)),
  XOR: defineOver((found) => found.filter(Boolean).length % 2 === 1),
  NOT: define(['value'], [1, 1], ([given], context) => !boolean(given, context)),
  TRUE: define([], [0, 0], () => true),
  FALSE: define([], [0, 0], () => false),
};
