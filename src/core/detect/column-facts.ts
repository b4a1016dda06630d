import { numberFormatAt, valueAt, type CellValue } from '../sheet/snapshot';
import type { Block } from './block';
import { isClockText, isPlaceholder, readNumberText, unitBehind } from './numbers';
import { plainText } from './words';

/** Cells looked at to type a column; identifiers are checked on more. */
const SAMPLE = 200;
const MOST = 0.8;
/** The same where the other cells hold one or two words only, such as `Fermé` on closed days. */
const MANY = 0.5;
/** First rows whose number formats are looked at. */
const FORMAT_ROWS = 20;

/** What is known of a column before it is typed. */
export type ColumnFacts = {
  /** Header in plain words. */
  header: string;
  format: string;
  /** The different formats of its first cells. */
  formats: readonly string[];
  filled: readonly CellValue[];
  sample: readonly CellValue[];
  /** Numbers of the sample, those typed as text included. */
  numbers: readonly number[];
  /** Decimal mark of numbers typed as text, when most of the texts are numbers. */
  decimal?: '.' | ',';
  /** Most of the cells that are no placeholders are numbers. */
  numeric: boolean;
  /** Texts that are figures for a person only: hours (`0:03:25`), or a figure with its unit (`12 min`). */
  written: 'clock' | 'unit' | null;
  /** Percentages typed as text. */
  percentTexts: boolean;
};

/** Decimal mark of numbers typed as text, when most of the texts are numbers; undefined otherwise. */
const decimalOf = (texts: readonly string[]): '.' | ',' | undefined => {
  if (texts.length === 0) return undefined;
  const asNumbers = (decimal: '.' | ','): number => texts.filter((text) => readNumberText(text, decimal) !== null).length;
  const comma = texts.some((text) => /,\d{1,2}%?$|,\d{4,}%?$/.test(text.replace(/\s/g, '')));
  const decimal = comma && asNumbers(',') >= asNumbers('.') ? ',' : '.';
  return asNumbers(decimal) >= MOST * texts.length ? decimal : undefined;
};

export const factsOf = (block: Block, column: number, header: string): ColumnFacts => {
  const filled: CellValue[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const value = valueAt(block.sheet, row, column);
    if (value !== '') filled.push(value);
  }
  const step = Math.max(1, Math.floor(filled.length / SAMPLE));
  const sample = filled.filter((_, index) => index % step === 0);
  const held = sample.filter((value) => typeof value !== 'string' || !(isPlaceholder(value) || /^#/.test(value)));
  const texts = held.filter((value) => typeof value === 'string');
  const decimal = texts.length >= 0.1 * held.length ? decimalOf(texts) : undefined;
  const numbers = held.flatMap((value) =>
    typeof value === 'number' ? value : typeof value === 'string' && decimal ? (readNumberText(value, decimal) ?? []) : [],
  );
  const words = new Set(texts.filter((text) => !decimal || readNumberText(text, decimal) === null));
  const wordsAreFew = words.size <= 2;
  let format = 'General';
  const formats = new Set<string>();
  for (let row = block.firstRow; row <= block.lastRow && row < block.firstRow + FORMAT_ROWS; row++) {
    const found = numberFormatAt(block.sheet, row, column);
    if (found === 'General' || valueAt(block.sheet, row, column) === '') continue;
    format = found;
    formats.add(found);
  }
  const mostTexts = (holds: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.length >= MOST * held.length && texts.filter(holds).length >= MOST * texts.length;
  return {
    header: plainText(header),
    format,
    formats: [...formats],
    filled,
    sample: held,
    numbers,
    ...(decimal && { decimal }),
    numeric: numbers.length > 0 && numbers.length >= (wordsAreFew ? MANY : MOST) * held.length,
    written: mostTexts(isClockText) ? 'clock' : mostTexts((text) => unitBehind(text) !== null) ? 'unit' : null,
    percentTexts: mostTexts((text) => /%\s*$/.test(text)),
  };
};
