import { problem, type Problem } from '../problem';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { ASKED_UNITS, lacksUnit, type AskedUnit } from './asked-unit';
import { placeIn, type Block } from './block';
import type { DetectedColumn, DetectedTable } from './detected';
import { sheetOfTable } from './places';
import { plainText } from './words';

const SECONDS: Readonly<Record<AskedUnit, number>> = { seconds: 1, minutes: 60, hours: 3600 };

/** Rows looked at, spread over the table: enough to know a unit by. */
const SAMPLE = 400;

type Rows = Pick<Block, 'firstRow' | 'lastRow'>;

const sampledRows = ({ firstRow, lastRow }: Rows): readonly number[] => {
  const step = Math.max(1, Math.floor((lastRow - firstRow + 1) / SAMPLE));
  return Array.from({ length: Math.floor((lastRow - firstRow) / step) + 1 }, (_, index) => firstRow + index * step);
};

/** The middle one of a column's numbers; 0 where it has none. */
export const middleOf = (sheet: SheetSnapshot, rows: Rows, column: number): number => {
  const values = sampledRows(rows).flatMap((row) => {
    const value = valueAt(sheet, row, column);
    return typeof value === 'number' ? [value] : [];
  });
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
};

/** From here on the middle one of a log's calls would last ten hours if it were counted in minutes. */
const LONG_CALL = 600;

/** Seconds where the calls would last impossibly long in any other unit. */
export const longCalls = (middle: number): AskedUnit | undefined => (middle >= LONG_CALL ? 'seconds' : undefined);

/** Seconds that a class of durations reaches from and to: `30 to 60 mins` is 1,800 to 3,600. */
type Class = { least: number; most: number };

const FIGURE = /\d+(?:[.,]\d+)?/g;
const UNIT_WORDS: readonly (readonly [RegExp, AskedUnit])[] = [
  [/\b(h|hrs?|heures?|hours?)\b/, 'hours'],
  [/\b(min|mins|mn|minutes?)\b/, 'minutes'],
  [/\b(s|sec|secs|secondes?|seconds?)\b/, 'seconds'],
];
const UNDER = /\b(under|less|below|up to|moins|jusqu|inferieure?s?)\b|^\s*[<≤]/;
const OVER = /\b(over|more|above|plus|superieure?s?)\b|^\s*[>≥]|\+\s*$/;

/** A label as a class of durations; null where it is none, or says two units. */
const classOf = (label: string): Class | null => {
  const text = plainText(label.replace(/(\d)([a-z])/gi, '$1 $2'));
  const units = UNIT_WORDS.filter(([words]) => words.test(text));
  const [unit] = units;
  const figures = (label.match(FIGURE) ?? []).map((figure) => Number(figure.replace(',', '.')));
  const [one, other] = figures;
  if (!unit || units.length > 1 || one === undefined || figures.length > 2) return null;
  const [least, most] = [one * SECONDS[unit[1]], (other ?? one) * SECONDS[unit[1]]];
  if (other !== undefined) return least < most ? { least, most } : null;
  if (UNDER.test(text) || UNDER.test(label)) return { least: 0, most };
  return OVER.test(text) || OVER.test(label) ? { least, most: Infinity } : null;
};

/** Rows that have to say the same, and classes that have to differ, before labels are believed. */
const LEAST_ROWS = 5;
const LEAST_CLASSES = 2;
/** A class is rounded now and then. */
const AGREED = 0.98;

/**
 * The unit in which each duration lies in the class that a label beside it says: 116 beside `1 to 2 hours` are minutes.
 * Undefined where no column holds such labels, or where more than one unit would do.
 */
export const labelledUnit = (block: Block, of: DetectedColumn, columns: readonly DetectedColumn[]): AskedUnit | undefined => {
  const sampled = sampledRows(block);
  for (const { column, type } of columns) {
    if (type !== 'category') continue;
    const classes = new Map<string, Class | null>();
    const rows: { value: number; said: Class }[] = [];
    for (const row of sampled) {
      const [value, label] = [valueAt(block.sheet, row, of.column), String(valueAt(block.sheet, row, column))];
      const known = classes.get(label);
      const said = known === undefined ? classOf(label) : known;
      classes.set(label, said);
      if (said && typeof value === 'number') rows.push({ value, said });
    }
    const told = [...classes.values()].filter((one) => one !== null).length;
    if (rows.length < LEAST_ROWS || told < LEAST_CLASSES || 2 * rows.length < sampled.length) continue;
    const fits = ASKED_UNITS.filter((unit) => {
      const held = rows.filter(({ value, said }) => {
        const seconds = value * SECONDS[unit];
        return seconds >= said.least && seconds <= said.most;
      });
      return held.length >= AGREED * rows.length;
    });
    if (fits.length === 1) return fits[0];
  }
  return undefined;
};

/** What does not say its unit, a problem each: no KPI is made of it. */
export const unitProblems = (block: Block, columns: readonly DetectedColumn[]): Problem[] =>
  columns
    .filter(lacksUnit)
    .map(({ header, column }) => problem('duration-without-unit', { column: header }, placeIn(block, block.headerRow, column)));

/** A column whose unit has to be asked for, with what its middle value is in each, in seconds. */
export type DurationQuestion = {
  column: number;
  header: string;
  readings: readonly { unit: AskedUnit; seconds: number }[];
};

/** What has to be asked about the durations of a table. */
export const durationQuestions = (workbook: WorkbookSnapshot, table: DetectedTable): readonly DurationQuestion[] => {
  const sheet = sheetOfTable(workbook, table);
  if (!sheet) return [];
  return table.columns.filter(lacksUnit).map(({ column, header }) => {
    const middle = middleOf(sheet, table, column);
    return { column, header, readings: ASKED_UNITS.map((unit) => ({ unit, seconds: middle * SECONDS[unit] })) };
  });
};
