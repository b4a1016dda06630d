import { ARRAYS } from './array';
import { CONDITIONAL } from './conditional';
import { DATES } from './date';
import type { FunctionDefinition, ParameterKind } from './definition';
import { FORMATS } from './format';
import { INFORMATION } from './information';
import { LAMBDAS } from './lambda';
import { LOGIC } from './logic';
import { LOOKUP } from './lookup';
import { MATH } from './math';
import { REFERENCES } from './reference';
import { REGRESSION } from './regression';
import { ROUNDING } from './rounding';
import { STATISTICS } from './statistics';
import { SUBTOTALS } from './subtotal';
import { TEXTS } from './text';
import { WORKDAYS } from './workdays';

/** Every worksheet function by its English name; those that evaluate only some of their arguments are in `branching.ts`. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    ARRAYS,
    CONDITIONAL,
    DATES,
    FORMATS,
    INFORMATION,
    LAMBDAS,
    LOGIC,
    LOOKUP,
    MATH,
    REFERENCES,
    REGRESSION,
    ROUNDING,
    STATISTICS,
    SUBTOTALS,
    TEXTS,
    WORKDAYS,
  ].flatMap((table) => Object.entries(table)),
);

/** Kind of the parameter at an index, the last ones repeating. */
export function kindAt(definition: FunctionDefinition, index: number): ParameterKind {
  const { kinds, repeat } = definition;
  if (index < kinds.length) return kinds[index] ?? 'value';
  const first = kinds.length - repeat;
  return kinds[first + ((index - first) % repeat)] ?? 'value';
}
