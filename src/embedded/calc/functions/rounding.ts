import type { Value } from '../../book/cell';
import { ERROR } from '../values';
import { defineNumeric, type FunctionTable } from './definition';

/** A number times a power of ten without the noise of multiplying binary fractions: `shift(1.005,2)` is 100.5. */
function shift(number: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = number.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** Rounds the size of a number at a decimal place. Only 15 digits count, so that 2.675 is not a bit less. */
function roundAt(number: number, digits: number, round: (size: number) => number): number {
  const places = Math.max(-308, Math.min(308, Math.trunc(digits)));
  const size = Number(shift(Math.abs(number), places).toPrecision(15));
  return Math.sign(number) * shift(round(size), -places);
}

/** As ROUND: half goes away from zero. `round(2.5,0)` is 3, `round(-1234,-2)` is -1200. */
export const round = (number: number, digits = 0): number => roundAt(number, digits, Math.round);

const isWhole = (ratio: number): boolean => Math.abs(ratio - Math.round(ratio)) < 1e-12 * Math.max(1, Math.abs(ratio));

/** A multiple of the significance next to a number, by the rounding given; ratios that are whole but for noise stay. */
function toMultiple(number: number, significance: number, roundRatio: (ratio: number) => number): number {
  const ratio = number / significance;
  const multiple = (isWhole(ratio) ? Math.round(ratio) : roundRatio(ratio)) * significance;
  return Number(multiple.toPrecision(15));
}

/** CEILING and FLOOR: a positive number with a negative significance is #NUM!. */
const signed =
  (roundRatio: (ratio: number) => number, onZero: Value) =>
  (number: number, significance: number): Value => {
    if (number === 0) return 0;
    if (significance === 0) return onZero;
    return number > 0 && significance < 0 ? ERROR.number : toMultiple(number, significance, roundRatio);
  };

/** CEILING.MATH and FLOOR.MATH: the sign of the significance does not matter; `mode` turns negative numbers the other way. */
const mathematical =
  (roundRatio: (ratio: number) => number, otherWay: (ratio: number) => number) =>
  (number: number, significance = 1, mode = 0): Value =>
    significance === 0 ? 0 : toMultiple(number, Math.abs(significance), number < 0 && mode !== 0 ? otherWay : roundRatio);

const precise =
  (roundRatio: (ratio: number) => number) =>
  (number: number, significance = 1): Value =>
    significance === 0 ? 0 : toMultiple(number, Math.abs(significance), roundRatio);

const ceilingPrecise = defineNumeric([1, 2], precise(Math.ceil));

export const ROUNDING: FunctionTable = {
  ROUND: defineNumeric([2, 2], round),
  ROUNDUP: defineNumeric([2, 2], (number, digits) => roundAt(number, digits, Math.ceil)),
  ROUNDDOWN: defineNumeric([2, 2], (number, digits) => roundAt(number, digits, Math.floor)),
  TRUNC: defineNumeric([1, 2], (number, digits = 0) => roundAt(number, digits, Math.floor)),
  INT: defineNumeric([1, 1], Math.floor),
  EVEN: defineNumeric([1, 1], (number) => Math.sign(number) * Math.ceil(Math.abs(number) / 2) * 2),
  ODD: defineNumeric([1, 1], (number) =>
    number === 0 ? 1 : Math.sign(number) * (Math.ceil((Math.abs(number) - 1) / 2) * 2 + 1),
  ),
  MROUND: defineNumeric([2, 2], (number, multiple) => {
    if (number === 0 || multiple === 0) return 0;
    if (number > 0 !== multiple > 0) return ERROR.number;
    // No correction of binary noise here: MROUND(6.05,0.1) is 6 and MROUND(7.05,0.1) is 7.1, as Microsoft documents.
    return Number((Math.floor(number / multiple + 0.5) * multiple).toPrecision(15));
  }),
  CEILING: defineNumeric([2, 2], signed(Math.ceil, 0)),
  FLOOR: defineNumeric([2, 2], signed(Math.floor, ERROR.division)),
  'CEILING.MATH': defineNumeric([1, 3], mathematical(Math.ceil, Math.floor)),
  'FLOOR.MATH': defineNumeric([1, 3], mathematical(Math.floor, Math.ceil)),
  'CEILING.PRECISE': ceilingPrecise,
  'ISO.CEILING': ceilingPrecise,
  'FLOOR.PRECISE': defineNumeric([1, 2], precise(Math.floor)),
};
