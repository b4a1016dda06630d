import { fromHostSerial } from '../period/serial';
import { numberFormatAt, valueAt, type CellValue } from '../sheet/snapshot';
import type { Steps } from '../steps';
import type { Block } from './block';
import { isDateFormat, isPlausibleSerial, isTimeFormat, readDate, readTextDate, readYearlessDate } from './dates';
import { decideDayMonth } from './day-month';
import type { ColumnReason, DateWriting } from './detected';
import { isTotalLabel } from './totals';
import { plainText } from './words';

/** The dates of a block: where, how they are written, and how sure that is. */
export type DateColumn = {
  column: number;
  writing: DateWriting;
  confidence: number;
  reason: ColumnReason;
  /** The dates leave their year out. */
  yearless?: boolean;
};

/** Ways of writing dates as text, the narrower before the wider. */
const TEXT_WRITINGS: readonly DateWriting[] = [
  'compact',
  'iso',
  'dmy',
  'mdy',
  'iso-week',
  'month-name',
  'year-month',
  'quarter',
  'year',
];
/** Rows looked at to choose the column; the writing is then decided on all of them. */
const SAMPLE = 120;
/** Share of the filled cells that have to be dates. */
const ENOUGH = 0.7;
/** A step from one row's serial to the next that dates of rows in order have. */
const LONGEST_STEP = 400;

const DATE_HEADING =
  /\b(date|dates|jour|jours|day|days|journee|le|quand|when|horodatage|timestamp|mois|month|monthyear|periode|period|semaine|sem|week|trimestre|quarter|exercice|annee|year)\b/;
const FIRST_HEADING = /\b(debut|start|begin|ouverture|opened|open|creation|created|appel|call|reception|received|order)\b/;
const LATER_HEADING =
  /\b(fin|end|cloture|closed|close|closing|echeance|due|resolution|resolved|naissance|birth|livraison|delivery|modif|modified|maj|updated)\b/;
const YEAR_HEADING = /\b(annee|an|year|exercice|fy)\b/;

const headingWeight = (header: string): number => {
  const text = plainText(header);
  if (LATER_HEADING.test(text)) return -0.15;
  return (DATE_HEADING.test(text) ? 0.2 : 0) + (FIRST_HEADING.test(text) ? 0.05 : 0);
};

/** What a column of a block holds, from its first row to its last. */
export const columnValues = (block: Block, column: number): CellValue[] => {
  const values: CellValue[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) values.push(valueAt(block.sheet, row, column));
  return values;
};

const sampled = <T>(values: readonly T[], count: number): T[] =>
  values.length <= count
    ? [...values]
    : Array.from({ length: count }, (_, index) => values[Math.floor((index * values.length) / count)] as T);

const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length;

/** How the texts of a column are written: the way that reads most of them. */
const writingOfTexts = (texts: readonly string[]): { writing: DateWriting; share: number } | null => {
  let best: { writing: DateWriting; share: number } | null = null;
  for (const writing of TEXT_WRITINGS) {
    // Texts in both orders are dates all the same: which order they are in is decided, and asked, over the whole column.
    const either = writing === 'dmy' ? (['dmy', 'mdy'] as const) : [writing];
    const found = share(texts, (text) => either.some((order) => readTextDate(text, order) !== null));
    if (found > (best?.share ?? 0)) best = { writing, share: found };
  }
  return best;
};

const formatsOf = (block: Block, column: number): string[] => {
  const formats: string[] = [];
  for (let row = block.firstRow; row < block.firstRow + 10 && row <= block.lastRow; row++)
    formats.push(numberFormatAt(block.sheet, row, column));
  return formats;
};

/** Numbers that go up, by steps that days in order have. */
const isRising = (values: readonly number[]): boolean =>
  values.length >= 5 &&
  values.every((value, index) => {
    const step = value - (values[index - 1] ?? value);
    return step >= 0 && step <= LONGEST_STEP;
  }) &&
  new Set(values).size >= 5;

type Sample = { values: readonly CellValue[]; weight: number; header: string; years: boolean };

/** A column of numbers as dates: real dates, serials, or figures that spell a date. */
const numericCandidate = (
  block: Block,
  column: number,
  { values, weight, header, years }: Sample,
  date1904: boolean,
): DateColumn | null => {
  const numbers = values.filter((value) => typeof value === 'number');
  const reads = (writing: DateWriting): boolean =>
    share(numbers, (value) => readTextDate(String(value), writing) !== null) >= ENOUGH;
  if (reads('compact')) return { column, writing: 'compact', confidence: Math.min(1, 0.7 + weight), reason: 'plausible-serials' };
  if (weight > 0 && reads('year-month'))
    return { column, writing: 'year-month', confidence: 0.6 + weight, reason: 'plausible-serials' };
  const distinct = new Set(numbers).size;
  if ((years || YEAR_HEADING.test(plainText(header))) && reads('year') && distinct >= 0.8 * numbers.length && distinct >= 2)
    return { column, writing: 'year', confidence: 0.4, reason: 'plausible-serials' };
  if (share(numbers, (value) => isPlausibleSerial(fromHostSerial(value, date1904))) < ENOUGH) return null;
  const formats = formatsOf(block, column);
  if (formats.some(isTimeFormat) && !formats.some(isDateFormat)) return null;
  if (formats.some(isDateFormat))
    return { column, writing: 'real', confidence: Math.min(1, 0.8 + weight), reason: 'date-format' };
  const whole = numbers.every((value) => Number.isInteger(value));
  const rising = isRising(numbers);
  if (!(whole && (weight > 0 || rising)) && !(weight > 0 && rising)) return null;
  return {
    column,
    writing: 'serial',
    confidence: (weight > 0 ? 0.6 : 0.4) + (rising ? 0.1 : 0),
    reason: 'plausible-serials',
  };
};

/** `Jan-05`, `Jan-06`, `Jan-07`: days of a month that leave their year out, and no Januaries of three years. */
const areDaysOfMonth = (texts: readonly string[]): boolean => {
  const parts = texts.flatMap((text) => {
    const match = /^([A-Za-zÀ-ÿ]{3,9})\.?[-/. ](\d{2})$/.exec(text.trim());
    return match ? [{ month: match[1] ?? '', number: Number(match[2]) }] : [];
  });
  const steps = parts.slice(1).filter(({ month, number }, index) => {
    const before = parts[index];
    return before?.month === month && number - before.number >= 1 && number - before.number <= 7;
  });
  return parts.length >= 5 && steps.length >= 0.6 * (parts.length - 1);
};

const textCandidate = (column: number, { values, weight, header, years }: Sample, date1904: boolean): DateColumn | null => {
  const texts = values.filter((value) => typeof value === 'string' && !isTotalLabel(value)) as string[];
  const found = writingOfTexts(texts);
  const numbers = values.filter((value) => typeof value === 'number' && isPlausibleSerial(fromHostSerial(value, date1904)));
  const readable = (found?.share ?? 0) * texts.length + numbers.length;
  if (found && readable >= ENOUGH * (texts.length + numbers.length) && found.share >= (numbers.length > 0 ? 0.3 : ENOUGH)) {
    const distinct = new Set(values).size;
    if (found.writing === 'year' && !years && !(YEAR_HEADING.test(plainText(header)) && distinct >= 0.8 * values.length))
      return null;
    const { writing } = found;
    return {
      column,
      writing,
      confidence: Math.min(1, (writing === 'year' ? 0.4 : 0.75) + weight),
      reason: 'text-dates',
      ...(writing === 'month-name' && areDaysOfMonth(texts) && { yearless: true }),
    };
  }
  const yearless = share(texts, (text) => readYearlessDate(text, 2000) !== null);
  const months = new Set(texts.map((text) => readYearlessDate(text, 2000)));
  if (numbers.length > 0 || texts.length === 0 || yearless < ENOUGH || months.size < 3) return null;
  return { column, writing: 'month-name', confidence: 0.35 + weight, reason: 'text-dates', yearless: true };
};

/** A column as dates, if it is one, from a sample of its cells. */
const candidate = (block: Block, column: number, header: string, date1904: boolean): DateColumn | null => {
  const filled = columnValues(block, column).filter((value) => value !== '');
  const values = sampled(filled, SAMPLE);
  if (values.length === 0) return null;
  const numbers = values.filter((value) => typeof value === 'number').length;
  const sample: Sample = { values, weight: headingWeight(header), header, years: block.across === true };
  // Real dates among which some are texts: the texts say how they are written, and real ones are read beside them.
  const texts = filled.filter((value) => typeof value === 'string');
  const mixed = numbers > 0 && writingOfTexts(sampled(texts, SAMPLE)) !== null;
  if (numbers >= ENOUGH * values.length && !mixed) return numericCandidate(block, column, sample, date1904);
  if (mixed) {
    const real = numericCandidate(block, column, sample, date1904);
    const written = writingOfTexts(sampled(texts, SAMPLE));
    if (real && written && (real.writing === 'real' || real.writing === 'serial')) return { ...real, writing: written.writing };
  }
  return textCandidate(column, sample, date1904);
};

/** The column of a block that holds its dates, or null. `only`: the one column where they are, known beforehand. */
export function* findDateColumn(block: Block, date1904: boolean, only?: number): Steps<DateColumn | null> {
  let best: DateColumn | null = null;
  for (const [index, header] of block.headers.entries()) {
    const column = block.firstColumn + index;
    if (only !== undefined && column !== only) continue;
    const found = candidate(block, column, header, date1904);
    if (found && found.confidence > (best?.confidence ?? 0)) best = found;
    yield undefined;
  }
  if (!best) return null;
  return { ...best, writing: decideDayMonth(columnValues(block, best.column), best.writing, date1904) };
}

/** Serial of each row's date (1900 system), null where there is none; `year` completes dates that leave it out. */
export const dateReader =
  (block: Block, { column, writing }: DateColumn, date1904: boolean, year?: number) =>
  (row: number): number | null =>
    readDate(valueAt(block.sheet, row, column), writing, date1904, year);
