import { columnIndex } from '../sheet/address';

/** Strings, quoted sheets, brackets (one within another at most), and words with their dollars. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|[$\w\\.\u00a1-\uffff]+/g;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/**
 * A formula with its cells as seen from its own: two formulas filled from one another have the same, and two that have the
 * same are filled from one another. Found without reading the formula's syntax, in some microseconds. null where whole rows or
 * columns are named, which this does not tell apart.
 *
 * @example
 * relativeText('=B2*$C$1', 1, 2) === relativeText('=B3*$C$1', 2, 2)
 */
export const relativeText = (text: string, row: number, column: number): string | null => {
  let isTold = true;
  const relative = text.replace(PARTS, (part: string, at: number): string => {
    const next = text[at + part.length];
    if (/^["'[]/.test(part) || next === '(' || next === '!') return part;
    const match = CELL.exec(part);
    if (!match) {
      isTold &&= next !== ':' && text[at - 1] !== ':';
      return part;
    }
    const [, left = '', letters = '', top = '', digits = ''] = match;
    const across = columnIndex(letters.toUpperCase());
    const down = Number(digits) - 1;
    return `{${top}${String(top ? down : down - row)},${left}${String(left ? across : across - column)}}`;
  });
  return isTold ? relative : null;
};
