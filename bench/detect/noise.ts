import type { Random } from '../../assets/sample/random';
import type { Language } from '../../src/core/meteo/content';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { periodOf } from '../../src/core/period/calendar';
import { civilOf, serialOf } from '../../src/core/period/serial';
import { pick } from './facts';
import type { Cell, Line, Sketch } from './sketch';
import { DAY_WRITINGS, type Writing } from './writings';

/** Something that people do to a table, which detection has to see through. */
export type Noise = (sketch: Sketch, context: { random: Random; language: Language }) => Sketch;

const mapCells = (sketch: Sketch, change: (cell: Cell, column: number, line: Line, row: number) => Cell): Sketch => ({
  ...sketch,
  lines: sketch.lines.map((line, row) => ({
    ...line,
    cells: line.cells.map((cell, column) => change(cell, column, line, row)),
  })),
});

const isNumeric = (sketch: Sketch, column: number): boolean =>
  ['count', 'amount', 'duration'].includes(sketch.columns[column]?.types[0] ?? '');

const numbersOf = (lines: readonly Line[], column: number): number[] =>
  lines.flatMap(({ cells }) => {
    const value = cells[column]?.value;
    return typeof value === 'number' ? [value] : [];
  });

/** A row that sums others up, labelled in the first column. */
const summing = (sketch: Sketch, lines: readonly Line[], label: string, mean = false): Line => ({
  cells: sketch.columns.map((_, column): Cell => {
    if (column === 0) return { value: label };
    const numbers = numbersOf(lines, column);
    if (!isNumeric(sketch, column) || numbers.length === 0) return { value: '' };
    const sum = numbers.reduce((total, number) => total + number, 0);
    return { value: mean ? sum / numbers.length : sum };
  }),
});

const blankLine = (sketch: Sketch): Line => ({ cells: sketch.columns.map((): Cell => ({ value: '' })) });

export const totalsRow: Noise = (sketch, { language }) => ({
  ...sketch,
  lines: [...sketch.lines, summing(sketch, sketch.lines, language === 'fr' ? 'TOTAL' : 'Grand Total')],
});

export const averageRow: Noise = (sketch, { language }) => ({
  ...sketch,
  lines: [...sketch.lines, summing(sketch, sketch.lines, language === 'fr' ? 'Moyenne' : 'Average', true)],
});

/** A total after each month, as in a printed report. */
export const monthlySubtotals: Noise = (sketch, { language }) => {
  const months = new Map<string, Line[]>();
  for (const line of sketch.lines) {
    const { key } = periodOf(line.day ?? 0, 'month');
    months.set(key, [...(months.get(key) ?? []), line]);
  }
  const label = language === 'fr' ? 'Total du mois' : 'Monthly total';
  return { ...sketch, lines: [...months.values()].flatMap((lines) => [...lines, summing(sketch, lines, label)]) };
};

/** A blank row between weeks. */
export const blankRows: Noise = (sketch) => ({
  ...sketch,
  lines: sketch.lines.flatMap((line, index) => (index % 5 === 4 ? [line, blankLine(sketch)] : [line])),
});

/** Rows for the days to come: the date is there, the formulas beside it show nothing yet. */
export const daysInAdvance =
  (writing: Writing): Noise =>
  (sketch, { language }) => {
    const last = sketch.lines.at(-1)?.day ?? 0;
    const ahead = Array.from({ length: 20 }, (_, index): Line => ({
      cells: sketch.columns.map((_column, column): Cell =>
        column === sketch.date ? writing(last + 1 + index, language) : { value: '' },
      ),
      day: last + 1 + index,
    }));
    return { ...sketch, lines: [...sketch.lines, ...ahead] };
  };

/** Rows that are formatted and hold nothing. */
export const formattedRows: Noise = (sketch) => ({
  ...sketch,
  lines: [
    ...sketch.lines,
    ...Array.from({ length: 60 }, (): Line => ({ cells: sketch.columns.map((): Cell => ({ value: '', format: '#,##0' })) })),
  ],
});

export const errorCells: Noise = (sketch) =>
  mapCells(sketch, (cell, column, _line, row) => {
    const type = sketch.columns[column]?.types[0];
    if (type === 'rate' && row % 7 === 3) return { ...cell, value: '#DIV/0!' };
    return type === 'count' && row % 23 === 11 ? { ...cell, value: '#N/A' } : cell;
  });

const grouped = (value: number, language: Language): string => {
  const [whole = '', decimals] = String(value).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
  return decimals === undefined ? groups : `${groups}${language === 'fr' ? ',' : '.'}${decimals}`;
};

/** Every number of one kind of column as the text that an export wrote. */
export const textNumbers: Noise = (sketch, { language }) =>
  mapCells(sketch, (cell, column) =>
    isNumeric(sketch, column) && typeof cell.value === 'number' && cell.format === undefined
      ? { value: grouped(cell.value, language) }
      : cell,
  );

/** One label in several spellings. */
export const labelVariants: Noise = (sketch, { random }) =>
  mapCells(sketch, (cell, column) => {
    const { value } = cell;
    if (sketch.columns[column]?.types[0] !== 'category' || typeof value !== 'string' || value.length < 4) return cell;
    return { ...cell, value: pick(random, [value, value, value, `${value} `, value.toUpperCase(), value.toLowerCase()]) };
  });

const onDates = (sketch: Sketch, change: (cell: Cell, day: number, row: number) => CellValue): Sketch =>
  mapCells(sketch, (cell, column, line, row) =>
    column === sketch.date && line.day !== undefined ? { ...cell, value: change(cell, line.day, row) } : cell,
  );

/** Some dates of a column of real dates typed as text. */
export const someTextDates: Noise = (sketch, { language }) =>
  onDates(sketch, (cell, day, row) =>
    row % 9 === 4 ? (DAY_WRITINGS['text dd/mm/yyyy']?.(day, language).value ?? '') : cell.value,
  );

/** Some cells of the date column hold no date. */
export const unreadDates: Noise = (sketch, { language }) => {
  const unread = (row: number): boolean => row === 9 || row === 17;
  const changed = onDates(sketch, (cell, _, row) =>
    unread(row) ? (language === 'fr' ? 'à préciser' : 'to be confirmed') : cell.value,
  );
  return {
    ...changed,
    lines: changed.lines.map(({ cells, day }, row) => (unread(row) || day === undefined ? { cells } : { cells, day })),
  };
};

/** Text dates, day first, that a spreadsheet took for month first: the days up to the 12th became other days. */
export const misreadDates: Noise = (sketch, { language }) =>
  onDates(sketch, (_, serial) => {
    const { year, month, day } = civilOf(serial);
    return day <= 12
      ? serialOf({ year, month: day, day: month })
      : (DAY_WRITINGS['text dd/mm/yyyy']?.(serial, language).value ?? '');
  });

/** One date whose year somebody mistyped. */
export const mistypedYear: Noise = (sketch) =>
  onDates(sketch, (cell, serial, row) => {
    const { year, month, day } = civilOf(serial);
    return row === 13 ? serialOf({ year: year + 36, month, day }) : cell.value;
  });
