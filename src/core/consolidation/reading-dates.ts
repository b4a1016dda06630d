import { readDate } from '../detect/dates';
import type { DateWriting, DetectedTable } from '../detect/detected';
import { plainText } from '../detect/words';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { lastRowReached } from './rows';

/**
 * Formulas that read dates typed as text. One is given only when it reads every text of the column as detection does: where
 * the texts are laid out in a way that no formula here knows, there is none, and the user is told.
 */

/** Expression of the serial that a text holds, the text being given trimmed as an expression. */
type TextDate = (text: string) => string;

/** How day, month and year stand in a text, as far as a formula has to know. */
type Layout = { separators: readonly string[]; padded: boolean; year: 2 | 4 };

const NUMBERS = /^(\d{1,4})([-/. ])(\d{1,2})([-/. ])(\d{1,4})/;

/** null where the texts do not all begin with their numbers: a weekday stands before some of them. */
const layoutOf = (texts: readonly string[]): Layout | null => {
  const parts = texts.flatMap((text) => {
    const match = NUMBERS.exec(text);
    return match ? [match] : [];
  });
  if (parts.length < texts.length) return null;
  const years = new Set(parts.map(([, first = '', , , , third = '']) => (first.length === 4 || third.length >= 4 ? 4 : 2)));
  const [year] = years;
  if (year === undefined || years.size > 1) return null;
  const separators = [...new Set(parts.flatMap(([, , one = '', , two = '']) => [one, two]))];
  const padded = parts.every(
    ([, first = '', , second = '', , third = '']) => first.length !== 1 && second.length === 2 && third.length !== 1,
  );
  return { separators, padded, year };
};

/** Three parts of a text between separators, whatever their lengths. */
const slices = (text: string, { separators, padded, year }: Layout, yearFirst: boolean): [string, string, string] => {
  if (padded) {
    const lengths = yearFirst ? [year, 2, 2] : [2, 2, year];
    const [first = 2, second = 2, third = 2] = lengths;
    return [
      `LEFT(${text},${String(first)})`,
      `MID(${text},${String(first + 2)},${String(second)})`,
      `MID(${text},${String(first + second + 3)},${String(third)})`,
    ];
  }
  const [separator = '/', ...others] = separators;
  const even = others.reduce((inner, other) => `SUBSTITUTE(${inner},"${other}","${separator}")`, text);
  const one = `FIND("${separator}",${even})`;
  const two = `FIND("${separator}",${even},${one}+1)`;
  // One digit or two: what follows may be a space, a comma or the `T` of hours.
  const last = yearFirst
    ? `MID(${text},${two}+1,IF(${isDigit(`MID(${text},${two}+2,1)`)},2,1))`
    : `MID(${text},${two}+1,${String(year)})`;
  return [`LEFT(${text},${one}-1)`, `MID(${text},${one}+1,${two}-${one}-1)`, last];
};

/** Excel's own rule for two digits: 00 to 29 are this century. */
const fullYear = (year: string, digits: 2 | 4): string => (digits === 2 ? `(${year}+IF(VALUE(${year})<30,2000,1900))` : year);

const numericDate = (writing: 'iso' | 'dmy' | 'mdy', texts: readonly string[]): TextDate | null => {
  const layout = layoutOf(texts);
  if (!layout) return null;
  return (text) => {
    const [first, second, third] = slices(text, layout, writing === 'iso');
    if (writing === 'iso') return `DATE(${first},${second},${third})`;
    const [day, month] = writing === 'dmy' ? [first, second] : [second, first];
    return `DATE(${fullYear(third, layout.year)},${month},${day})`;
  };
};

/** Expression without any of these characters. */
const without = (text: string, characters: readonly string[]): string =>
  characters.reduce((inner, character) => `SUBSTITUTE(${inner},"${character}","")`, text);

/** Week labels whose letter stands alone. */
const SHORT_WEEK = /^(\d{4}[-/ ]*[SW]\d{1,2}|[SW]\d{1,2} ?[-/ ] ?\d{4})$/i;

/** `Semaine 5 2026`, `Sem. 05/2026`, `S 5 2026` as `S5 2026`: an expression in capitals, its words one letter long. */
const shortWeek = (text: string): string =>
  `SUBSTITUTE(SUBSTITUTE(${without(
    ['SEMAINE', 'SEM'].reduce((inner, word) => `SUBSTITUTE(${inner},"${word}","S")`, `SUBSTITUTE(UPPER(${text}),"WEEK","W")`),
    ['.'],
  )},"S ","S"),"W ","W")`;

/** Monday of a week label, the year first or last: `2026-S05`, `2026 W5`, `S05 2026`, `Semaine 5/2026`. */
const weekDate = (texts: readonly string[]): TextDate =>
  texts.every((text) => SHORT_WEEK.test(text)) ? mondayOf : (text) => mondayOf(shortWeek(text));

const mondayOf: TextDate = (text) => {
  const monday = (year: string, week: string): string => {
    const fourth = `DATE(${year},1,4)`;
    return `${fourth}-WEEKDAY(${fourth},2)+1+7*(TRIM(${week})-1)`;
  };
  const yearFirst = monday(`LEFT(${text},4)`, without(`UPPER(RIGHT(${text},2))`, ['S', 'W']));
  const yearLast = monday(`RIGHT(${text},4)`, without(`MID(${text},2,LEN(${text})-5)`, ['-', '/']));
  return `IF(ISNUMBER(-LEFT(${text},4)),${yearFirst},${yearLast})`;
};

const isDigit = (character: string): string => `ISNUMBER(FIND(${character},"0123456789"))`;

/** `2026-01`, `2026/1`, `01/2026`, `1-2026`: the fifth character tells which comes first. */
const monthDate = (texts: readonly string[]): TextDate | null =>
  texts.every((text) => /^(\d{4}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{4})$/.test(text))
    ? (text) =>
        `IF(${isDigit(`MID(${text},5,1)`)},DATE(RIGHT(${text},4),LEFT(${text},LEN(${text})-5),1),` +
        `DATE(LEFT(${text},4),MID(${text},6,2),1))`
    : null;

/** `2016Q1`, `2016-T1`, `T1 2016`, `Q3-2024`: the first character tells which comes first. */
const quarterDate = (texts: readonly string[]): TextDate | null =>
  texts.every((text) => /^(\d{4}[-/. ]?[QT][1-4]|[QT][1-4][-/. ]?\d{4})$/i.test(text))
    ? (text) =>
        `IF(${isDigit(`LEFT(${text},1)`)},DATE(LEFT(${text},4),3*RIGHT(${text},1)-2,1),` +
        `DATE(RIGHT(${text},4),3*MID(${text},2,1)-2,1))`
    : null;

/** Beginnings that tell the months apart in French and English, accents left out, each with its month. */
const MONTHS: readonly (readonly [string, number])[] = [
  ['jan', 1],
  ['fev', 2],
  ['feb', 2],
  ['mar', 3],
  ['avr', 4],
  ['apr', 4],
  ['mai', 5],
  ['may', 5],
  ['juin', 6],
  ['jun', 6],
  ['juil', 7],
  ['jul', 7],
  ['aou', 8],
  ['aug', 8],
  ['sep', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
];

const WEEKDAY = String.raw`(?:[a-zà-ÿ]{2,9}\.?,? )?`;
const NAMED = {
  none: /^[a-zà-ÿ]{3,9}\.?[-/. ]+(\d{4}|\d{2})$/i,
  before: new RegExp(String.raw`^${WEEKDAY}\d{1,2}(?:er)?[-/. ]+[a-zà-ÿ]{3,9}\.?[-/. ]+(\d{4}|\d{2})$`, 'i'),
  after: /^[a-z]{3,9}\.? \d{1,2}, (\d{4})$/i,
};

/** The one month whose beginning stands in a text; `mardi` is no March. null for none or several. */
const monthNamed = (text: string): number | null => {
  const plain = plainText(text).replace('mardi', '');
  const found = new Set(MONTHS.flatMap(([start, month]) => (plain.includes(start) ? [month] : [])));
  const [month] = found;
  return month !== undefined && found.size === 1 ? month : null;
};

/** `janv. 26`, `Apr-15`, `5 janvier 2026`, `lundi 5 janvier 2026`, `January 5, 2026`: one way for the whole column. */
const namedDate = (texts: readonly string[]): TextDate | null => {
  const ways = Object.entries(NAMED) as ['none' | 'before' | 'after', RegExp][];
  const way = ways.find(([, pattern]) => texts.every((text) => pattern.test(text)));
  if (!way || texts.some((text) => monthNamed(text) === null)) return null;
  const [layout, pattern] = way;
  const digits = new Set(texts.map((text) => pattern.exec(text)?.[1]?.length));
  if (digits.size > 1) return null;
  const year = digits.has(2) ? 2 : 4;
  const weekday = layout === 'before' && texts.every((text) => /^[a-zà-ÿ]/i.test(text));
  if (layout === 'before' && !weekday && texts.some((text) => /^[a-zà-ÿ]/i.test(text))) return null;
  return (text) => {
    const plain = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(LOWER(${text}),"é","e"),"û","u"),"mardi","")`;
    const starts = MONTHS.map(([start]) => `"${start}"`).join(';');
    const months = MONTHS.map(([, month]) => String(month)).join(';');
    const month = `SUMPRODUCT(MAX(ISNUMBER(FIND({${starts}},${plain}))*{${months}}))`;
    const numbered = weekday ? `MID(${text},FIND(" ",${text})+1,3)` : `LEFT(${text},3)`;
    const day = {
      none: '1',
      before: `IF(${isDigit(`MID(${numbered},2,1)`)},LEFT(${numbered},2),LEFT(${numbered},1))`,
      after: `MID(${text},FIND(" ",${text})+1,FIND(",",${text})-FIND(" ",${text})-1)`,
    }[layout];
    return `DATE(${fullYear(`RIGHT(${text},${String(year)})`, year)},${month},${day})`;
  };
};

const textDate = (writing: DateWriting, texts: readonly string[]): TextDate | null => {
  switch (writing) {
    case 'iso':
    case 'dmy':
    case 'mdy':
      return numericDate(writing, texts);
    case 'compact':
      return texts.every((text) => /^\d{8}$/.test(text))
        ? (text) => `DATE(LEFT(${text},4),MID(${text},5,2),MID(${text},7,2))`
        : null;
    case 'iso-week':
      return weekDate(texts);
    case 'year-month':
      return monthDate(texts);
    case 'quarter':
      return quarterDate(texts);
    case 'month-name':
      return namedDate(texts);
    case 'year':
      return (text) => `DATE(RIGHT(${text},4),1,1)`;
    case 'real':
    case 'serial':
      return null;
  }
};

/** Spaces that TRIM leaves where they are: those of pages and of French thousands, tabs and line breaks. */
const UNSEEN = /[\u00a0\u202f\t\r\n]/;

const plainSpaces = (cell: string): string =>
  ['"\u00a0"', '"\u202f"', 'CHAR(9)', 'CHAR(10)', 'CHAR(13)'].reduce((text, space) => `SUBSTITUTE(${text},${space}," ")`, cell);

/** A real date with its day and month exchanged, where they can have been. */
const exchanged = (cell: string): string => `IF(DAY(${cell})>12,INT(${cell}),DATE(YEAR(${cell}),DAY(${cell}),MONTH(${cell})))`;

/**
 * The formula that reads a row's date, 0 where there is none; null when the cells are dates all along; undefined when no
 * formula can read them.
 */
export const dateReading = (
  sheet: SheetSnapshot,
  table: DetectedTable,
  date1904: boolean,
): ((cell: string) => string) | null | undefined => {
  const { dateColumn, dateWriting, dateAnswer, year } = table;
  if (dateColumn === null || dateWriting === null) return undefined;
  const values = Array.from({ length: lastRowReached(sheet, table, date1904) - table.firstRow + 1 }, (_, row) =>
    valueAt(sheet, table.firstRow + row, dateColumn),
  ).filter((value) => value !== '');
  const swapped = dateAnswer === 'swapped';
  const number = (cell: string): string => (swapped ? exchanged(cell) : cell);
  if (dateWriting === 'real' || dateWriting === 'serial')
    return swapped || values.some((value) => typeof value !== 'number')
      ? (cell) => `=IF(ISNUMBER(${cell}),${number(cell)},0)`
      : null;
  const coded = dateWriting === 'compact' || dateWriting === 'year';
  // Months that leave their year out are read with the table's behind them.
  const behind = year === undefined ? '' : ` ${String(year)}`;
  const texts = values
    .filter((value) => (coded || typeof value === 'string') && readDate(value, dateWriting, date1904, year) !== null)
    .map((value) => `${String(value).trim().replace(/\s+/g, ' ')}${behind}`);
  const read = textDate(dateWriting, texts);
  if (!read) return undefined;
  // A code is a number too: 20260105 and 2026 are none of Excel's days.
  if (coded) return (cell) => `=IFERROR(${read(`TRIM(${cell})`)},0)`;
  const spaced = values.some((value) => UNSEEN.test(String(value)));
  const trimmed = (cell: string): string => `TRIM(${spaced ? plainSpaces(cell) : cell})`;
  const whole = (cell: string): string => (behind === '' ? trimmed(cell) : `${trimmed(cell)}&"${behind}"`);
  return (cell) => `=IFERROR(IF(ISNUMBER(${cell}),INT(${number(cell)}),${read(whole(cell))}),0)`;
};
