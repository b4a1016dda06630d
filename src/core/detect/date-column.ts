import { civilOf } from '../period/serial';
import { cellName } from '../sheet/address';
import { numberFormatAt, valueAt, type CellValue } from '../sheet/snapshot';
import { problem, type Problem } from '../problem';
import type { Block } from './blocks';
import type { ColumnReason, DateWriting } from './detected';
import { isDateFormat, isPlausibleSerial, isTimeFormat, readDate, readTextDate } from './dates';
import { fromHostSerial } from '../period/serial';
import { plainText } from './words';

/** The dates of a block: where, how they are written, and how sure that is. */
export type DateColumn = {
  column: number;
  writing: DateWriting;
  confidence: number;
  reason: ColumnReason;
};

const TEXT_WRITINGS: readonly DateWriting[] = ['iso', 'dmy', 'mdy', 'iso-week', 'month-name'];
/** Rows looked at to choose the column; the writing is then decided on all of them. */
const SAMPLE = 120;
/** Share of the filled cells that have to be dates. */
const ENOUGH = 0.8;
/** A run of at least so many dates, none past the 12th of its month, is a day/month swap rather than chance. */
const SWAP_RUN = 40;

const DATE_HEADING =
  /\b(date|dates|jour|jours|day|days|journee|le|quand|when|horodatage|timestamp|mois|month|periode|period|semaine|week)\b/;
const FIRST_HEADING = /\b(debut|start|begin|ouverture|opened|open|creation|created|appel|call|reception|received|order)\b/;
const LATER_HEADING =
  /\b(fin|end|cloture|closed|close|echeance|due|resolution|resolved|naissance|birth|livraison|delivery|modif|modified|maj|updated)\b/;

const headingWeight = (header: string): number => {
  const text = plainText(header);
  if (LATER_HEADING.test(text)) return -0.15;
  return (DATE_HEADING.test(text) ? 0.2 : 0) + (FIRST_HEADING.test(text) ? 0.05 : 0);
};

const columnValues = (block: Block, column: number): CellValue[] => {
  const values: CellValue[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) values.push(valueAt(block.sheet, row, column));
  return values;
};

const sampled = <T>(values: readonly T[], count: number): T[] =>
  values.length <= count
    ? [...values]
    : Array.from({ length: count }, (_, index) => values[Math.floor((index * values.length) / count)] as T);

const share = (values: readonly CellValue[], holds: (value: CellValue) => boolean): number =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length;

/** How the texts of a column are written; day first unless some date says month first, as most of the world does. */
const writingOfTexts = (texts: readonly string[]): { writing: DateWriting; share: number } | null => {
  let best: { writing: DateWriting; share: number } | null = null;
  for (const writing of TEXT_WRITINGS) {
    const found = share(texts, (text) => readTextDate(String(text), writing) !== null);
    if (found > (best?.share ?? 0)) best = { writing, share: found };
  }
  return best;
};

/** A column as dates, if it is one, from a sample of its cells. */
const candidate = (block: Block, column: number, header: string, date1904: boolean): DateColumn | null => {
  const filled = columnValues(block, column).filter((value) => value !== '');
  const sample = sampled(filled, SAMPLE);
  if (sample.length === 0) return null;
  const weight = headingWeight(header);
  const plausible = (value: CellValue): boolean =>
    typeof value === 'number' && isPlausibleSerial(fromHostSerial(value, date1904));
  const numeric = share(sample, plausible);
  if (numeric >= ENOUGH) {
    const formats = formatsOf(block, column);
    if (formats.some(isTimeFormat) && !formats.some(isDateFormat)) return null;
    if (formats.some(isDateFormat))
      return { column, writing: 'real', confidence: Math.min(1, 0.8 + weight), reason: 'date-format' };
    const whole = share(sample, (value) => Number.isInteger(value));
    const rising = isRising(sample.filter((value) => typeof value === 'number'));
    if (whole === 1 && (weight > 0 || rising))
      return {
        column,
        writing: 'serial',
        confidence: (weight > 0 ? 0.6 : 0.4) + (rising ? 0.1 : 0),
        reason: 'plausible-serials',
      };
    return null;
  }
  const texts = sample.filter((value) => typeof value === 'string');
  if (texts.length + numeric * sample.length < ENOUGH * sample.length) return null;
  const found = writingOfTexts(texts);
  if (!found || found.share < ENOUGH) return null;
  return { column, writing: found.writing, confidence: Math.min(1, 0.75 + weight), reason: 'text-dates' };
};

const formatsOf = (block: Block, column: number): string[] => {
  const formats: string[] = [];
  for (let row = block.firstRow; row < block.firstRow + 10 && row <= block.lastRow; row++)
    formats.push(numberFormatAt(block.sheet, row, column));
  return formats;
};

const isRising = (values: readonly number[]): boolean =>
  values.length >= 5 && values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value));

/** What is odd about the dates of a block, from all of its rows: mixed writings, cells that do not read, a day/month swap. */
export const dateProblems = (block: Block, { column, writing }: DateColumn, date1904: boolean): Problem[] => {
  const found: Problem[] = [];
  const place = (row: number): { sheet: string; cell: string } => ({ sheet: block.sheet.name, cell: cellName(row, column) });
  let texts = 0;
  let dates = 0;
  const unread: { row: number; value: CellValue }[] = [];
  const serials: number[] = [];
  columnValues(block, column).forEach((value, index) => {
    if (value === '') return;
    const serial = readDate(value, writing, date1904);
    if (serial === null) unread.push({ row: block.firstRow + index, value });
    else serials.push(Math.floor(serial));
    if (typeof value === 'number') dates++;
    else texts++;
  });
  if (texts > 0 && dates > 0 && texts > unread.length)
    found.push(problem('dates-mixed', { texts: texts - unread.length, dates }, place(block.firstRow)));
  const firstUnread = unread[0];
  if (firstUnread)
    found.push(problem('dates-unread', { count: unread.length, sample: String(firstUnread.value) }, place(firstUnread.row)));
  if (isSwapped(serials, writing)) {
    const sample = valueAt(block.sheet, block.firstRow, column);
    found.push(
      problem('day-month-swap', { sample: typeof sample === 'string' ? sample : isoDay(sample) }, place(block.firstRow)),
    );
  }
  return found;
};

const isoDay = (value: CellValue): string => {
  const { year, month, day } = civilOf(Number(value));
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/**
 * True when days and months look swapped. Texts that read both ways in every row are ambiguous; real dates of which none
 * passes the 12th, over many different days and months, are texts that a spreadsheet read the wrong way.
 */
const isSwapped = (serials: readonly number[], writing: DateWriting): boolean => {
  const civil = [...new Set(serials)].map(civilOf);
  if (civil.length < (writing === 'dmy' || writing === 'mdy' ? 2 : SWAP_RUN)) return false;
  if (civil.some((date) => date.day > 12)) return false;
  const days = new Set(civil.map((date) => date.day)).size;
  const months = new Set(civil.map((date) => date.month)).size;
  if (writing === 'dmy' || writing === 'mdy') return days > 1 && months >= 1 && civil.every((date) => date.day <= 12);
  return (writing === 'real' || writing === 'serial') && days >= 6 && months >= 6;
};

/** The column of a block that holds its dates, or null. */
export const findDateColumn = (block: Block, date1904: boolean): DateColumn | null => {
  let best: DateColumn | null = null;
  block.headers.forEach((header, index) => {
    const found = candidate(block, block.firstColumn + index, header, date1904);
    if (found && found.confidence > (best?.confidence ?? 0)) best = found;
  });
  const chosen = best as DateColumn | null;
  if (!chosen) return null;
  const writing = decideDayMonth(block, chosen);
  return { ...chosen, writing };
};

/** Day first or month first, on every row: month first only where day first does not read and month first does. */
const decideDayMonth = (block: Block, chosen: DateColumn): DateWriting => {
  if (chosen.writing !== 'dmy' && chosen.writing !== 'mdy') return chosen.writing;
  const texts = columnValues(block, chosen.column).filter((value) => typeof value === 'string' && value !== '');
  const read = (writing: DateWriting): number => texts.filter((text) => readTextDate(String(text), writing) !== null).length;
  return read('mdy') > read('dmy') ? 'mdy' : 'dmy';
};
