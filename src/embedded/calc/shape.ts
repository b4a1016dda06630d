import { LAST_COLUMN, LAST_ROW } from './values';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const DOLLAR = 0x24;
const COLON = 0x3a;
const EXCLAMATION = 0x21;
const OPEN_PARENTHESIS = 0x28;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Characters of names, functions, references and numbers: `$A$1`, `Src_QS`, `_xlfn.XLOOKUP`, `1.5E3`, `été`. */
const isWord = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === DOLLAR || code === 0x5f || code === 0x2e || code === 0x5c || code > 0x7f;

/** Position after a text that begins with a quotation mark or apostrophe; a doubled one inside ends and begins it anew. */
const afterQuoted = (text: string, start: number, mark: number): number => {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== mark) index++;
  return index + 1;
};

/** Position after `[…]`, brackets inside counted, an apostrophe taking the next character as it is. */
const afterBrackets = (text: string, start: number): number => {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === APOSTROPHE) index++;
    else if (code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACKET && --depth === 0) return index + 1;
  }
  return text.length;
};

type CellWord = { row: number; column: number; isRowFixed: boolean; isColumnFixed: boolean };

/** The cell that a word such as `$B12` is; null where it is none (`LOG10`, `XFE1`, `Src_a`, `12`). */
const cellOf = (text: string, start: number, end: number): CellWord | null => {
  let index = start;
  const isColumnFixed = text.charCodeAt(index) === DOLLAR;
  if (isColumnFixed) index++;
  const letters = index;
  let column = 0;
  while (index < end && isLetter(text.charCodeAt(index))) column = column * 26 + (text.charCodeAt(index++) & 0x1f);
  if (index === letters || index - letters > 3) return null;
  const isRowFixed = text.charCodeAt(index) === DOLLAR;
  if (isRowFixed) index++;
  const digits = index;
  let row = 0;
  while (index < end && isDigit(text.charCodeAt(index))) row = row * 10 + text.charCodeAt(index++) - 0x30;
  if (index === digits || index < end || text.charCodeAt(digits) === 0x30) return null;
  return row - 1 > LAST_ROW || column - 1 > LAST_COLUMN ? null : { row: row - 1, column: column - 1, isRowFixed, isColumnFixed };
};

const besides = (text: string, index: number, step: 1 | -1): number => {
  let at = index;
  while (text.charCodeAt(at) === SPACE) at += step;
  return text.charCodeAt(at);
};

/**
 * What a formula (without `=`) is, wherever it stands: its relative references as distances from its cell. Two formulas of
 * one sheet with the same shape mean the same, moved along; so each shape is compiled once, however many cells it fills.
 * `shapeOf('A1*$B$1', 0, 2)` and `shapeOf('A2*$B$1', 1, 2)` are equal. null for what is not told apart here (`A:A` without
 * dollars, `Jan:Mar!A1`): such formulas are compiled one by one.
 */
export const shapeOf = (text: string, row: number, column: number): string | null => {
  let shape = '';
  let copied = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === QUOTE || code === APOSTROPHE) index = afterQuoted(text, index, code);
    else if (code === OPEN_BRACKET) index = afterBrackets(text, index);
    else if (!isWord(code)) index++;
    else {
      const start = index;
      while (index < text.length && isWord(text.charCodeAt(index))) index++;
      const next = text.charCodeAt(index);
      if (next === OPEN_PARENTHESIS || next === EXCLAMATION || next === OPEN_BRACKET) continue;
      const cell = cellOf(text, start, index);
      if (cell) {
        const rowPart = cell.isRowFixed ? `$${cell.row}` : cell.row - row;
        const columnPart = cell.isColumnFixed ? `$${cell.column}` : cell.column - column;
        shape += `${text.slice(copied, start)}\u0001${rowPart},${columnPart}\u0001`;
        copied = index;
      } else if (code !== DOLLAR && (besides(text, index, 1) === COLON || besides(text, start - 1, -1) === COLON)) return null;
    }
  }
  return shape + text.slice(copied);
};
