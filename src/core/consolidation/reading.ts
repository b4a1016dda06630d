import type { DateWriting, DetectedColumn, DetectedTable } from '../detect/detected';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';

/**
 * Columns that formulas cannot use as they are (dates typed as text, numbers typed as text, error cells, the ranks that a
 * distinct count needs) are read once, row by row, on a sheet of the add-in's own. The user's sheet stays as it is.
 */
export type ReadColumn = {
  column: number;
  kind: 'date' | 'number' | 'clean' | 'figure' | 'rank';
  /** Formula of one row, its source cell given as an expression. */
  formula: (cell: string, whole: string) => string;
};

/** How the texts of a date column are laid out, as far as a formula has to know. */
type Layout = { separator: string; padded: boolean; year: 2 | 4 };

const layoutOf = (sheet: SheetSnapshot, table: DetectedTable, column: number): Layout | null => {
  const layouts: Layout[] = [];
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value !== 'string' || value.trim() === '') continue;
    const match = /^(\d{1,4})([-/. ])(\d{1,2})[-/. ](\d{1,4})/.exec(value.trim());
    if (!match) continue;
    const [, first = '', separator = '', second = '', third = ''] = match;
    const padded = first.length !== 1 && second.length === 2 && third.length !== 1;
    const year = first.length === 4 || third.length >= 4 ? 4 : 2;
    layouts.push({ separator, padded, year });
  }
  const [one] = layouts;
  if (!one || layouts.some(({ separator, year }) => separator !== one.separator || year !== one.year)) return null;
  return { ...one, padded: layouts.every(({ padded }) => padded) };
};

/** Three parts of a text between separators, whatever their lengths. */
const slices = (text: string, { separator, padded, year }: Layout, yearFirst: boolean): [string, string, string] => {
  if (padded) {
    const lengths = yearFirst ? [year, 2, 2] : [2, 2, year];
    const [first = 2, second = 2, third = 2] = lengths;
    return [
      `LEFT(${text},${String(first)})`,
      `MID(${text},${String(first + 2)},${String(second)})`,
      `MID(${text},${String(first + second + 3)},${String(third)})`,
    ];
  }
  const one = `FIND("${separator}",${text})`;
  const two = `FIND("${separator}",${text},${one}+1)`;
  const last = yearFirst ? `LEFT(SUBSTITUTE(MID(${text},${two}+1,2)," ","")&"",2)` : `MID(${text},${two}+1,${String(year)})`;
  return [`LEFT(${text},${one}-1)`, `MID(${text},${one}+1,${two}-${one}-1)`, last];
};

/** Expression without any of these characters. */
const without = (text: string, characters: readonly string[]): string =>
  characters.reduce((inner, character) => `SUBSTITUTE(${inner},"${character}","")`, text);

/** Monday of a week label, the year first or last: `2026-S05`, `2026 W5`, `S05 2026`, `S5/2026`. */
const weekFormula = (text: string): string => {
  const monday = (year: string, week: string): string => {
    const fourth = `DATE(${year},1,4)`;
    return `${fourth}-WEEKDAY(${fourth},2)+1+7*(TRIM(${week})-1)`;
  };
  const yearFirst = monday(`LEFT(${text},4)`, without(`UPPER(RIGHT(${text},2))`, ['S', 'W']));
  const yearLast = monday(`RIGHT(${text},4)`, without(`MID(${text},2,LEN(${text})-5)`, ['-', '/']));
  return `IF(ISNUMBER(-LEFT(${text},4)),${yearFirst},${yearLast})`;
};

const dateFormula = (writing: DateWriting, layout: Layout | null): ((cell: string) => string) | null => {
  const wrapped = (parts: (text: string) => string) => (cell: string) =>
    `=IFERROR(IF(ISNUMBER(${cell}),INT(${cell}),${parts(`TRIM(${cell})`)}),0)`;
  const fullYear = (year: string): string => (layout?.year === 2 ? `(${year}+IF(VALUE(${year})<30,2000,1900))` : year);
  switch (writing) {
    case 'iso':
      return layout
        ? wrapped((text) => {
            const [year, month, day] = slices(text, layout, true);
            return `DATE(${year},${month},${day})`;
          })
        : null;
    case 'dmy':
    case 'mdy':
      return layout
        ? wrapped((text) => {
            const [first, second, year] = slices(text, layout, false);
            const [day, month] = writing === 'dmy' ? [first, second] : [second, first];
            return `DATE(${fullYear(year)},${month},${day})`;
          })
        : null;
    case 'iso-week':
      return wrapped(weekFormula);
    default:
      return null;
  }
};

const GROUP = { '.': ',', ',': '.' };

/** A text without the no-break spaces that group thousands in French: NUMBERVALUE only skips plain ones. */
const bare = (cell: string): string => `SUBSTITUTE(SUBSTITUTE(${cell},"\u00a0",""),"\u202f","")`;

/** True when a column holds something else than numbers and empty cells. */
const holdsText = (sheet: SheetSnapshot, table: DetectedTable, column: number): boolean => {
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const value = valueAt(sheet, row, column);
    if (value !== '' && typeof value !== 'number') return true;
  }
  return false;
};

/**
 * The column that converts the table's dates, 0 where there is none; null when they are real dates all along; undefined
 * when no formula can read them.
 */
export const readDates = (sheet: SheetSnapshot, table: DetectedTable): ReadColumn | null | undefined => {
  const { dateColumn, dateWriting } = table;
  if (dateColumn === null || dateWriting === null) return undefined;
  if (dateWriting === 'real' || dateWriting === 'serial')
    return holdsText(sheet, table, dateColumn)
      ? { column: dateColumn, kind: 'date', formula: (cell) => `=IF(ISNUMBER(${cell}),${cell},0)` }
      : null;
  const formula = dateFormula(dateWriting, layoutOf(sheet, table, dateColumn));
  return formula ? { column: dateColumn, kind: 'date', formula } : undefined;
};

/** The column that converts numbers typed as text, or that leaves error cells out; null when the cells do as they are. */
export const readNumbers = (sheet: SheetSnapshot, table: DetectedTable, column: DetectedColumn): ReadColumn | null => {
  const decimal = column.textNumbers;
  if (decimal)
    return {
      column: column.column,
      kind: 'number',
      formula: (cell) =>
        `=IF(${cell}="","",IFERROR(IF(ISNUMBER(${cell}),${cell},NUMBERVALUE(${bare(cell)},"${decimal}","${GROUP[decimal]}")),""))`,
    };
  for (let row = table.firstRow; row <= table.lastRow; row++)
    if (/^#[A-Z]/.test(String(valueAt(sheet, row, column.column))))
      return { column: column.column, kind: 'clean', formula: (cell) => `=IF(ISNUMBER(${cell}),${cell},"")` };
  return null;
};

/** The column that minimum and maximum are taken from, 0 where there is no number; null when the cells do as they are. */
export const readFigures = (sheet: SheetSnapshot, table: DetectedTable, column: DetectedColumn): ReadColumn | null => {
  const numbers = readNumbers(sheet, table, column);
  if (!numbers && !holdsText(sheet, table, column.column)) return null;
  return {
    column: column.column,
    kind: 'figure',
    formula: (cell, whole) => {
      const read = numbers?.formula(cell, whole).slice(1);
      return read === undefined ? `=IF(ISNUMBER(${cell}),${cell},0)` : `=IF(ISNUMBER(${read}),${read},0)`;
    },
  };
};

/** The column that ranks a column's values by where each stands first. */
export const readRanks = (column: number): ReadColumn => ({
  column,
  kind: 'rank',
  formula: (cell, whole) => `=IFERROR(IF(${cell}="",-1,MATCH(${cell},${whole},0)),-1)`,
});
