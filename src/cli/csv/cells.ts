import { readTextDate } from '../../core/detect/dates';
import { isCivil, serialOf } from '../../core/period/serial';
import { CellError, type ErrorCode, type Value } from '../../embedded/book/cell';
import { numberReader, numberWritingOf } from './numbers';
import type { DelimitedRows } from './rows';

/** What a field becomes in its cell; without a format the cell keeps General. */
export type CsvCell = { value: Value; numberFormat?: string };

const ISO_DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: +(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?)?$/;
const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?$/;
const HALF_DAY_CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))? ?([AP])M$/i;
/** `="0612"`: how exports keep Excel from reading a text as a number. */
const KEPT_TEXT = /^="([^"]*)"$/;

const SECONDS_PER_DAY = 86_400;

const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

/** `2026-01-05`, `2026/1/5 10:33`: year first, which no locale reads another way. */
const isoDate = (text: string): CsvCell | null => {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const [, year = '', , month = '', day = '', hours, minutes = '0', seconds = '0'] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isCivil(date) || date.year < FIRST_YEAR || date.year > LAST_YEAR || Number(hours ?? 0) > 23) return null;
  const time = (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) / SECONDS_PER_DAY;
  return { value: serialOf(date) + time, numberFormat: hours === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
};

/** `5 janvier 2026`, `Jan 5, 2026`: a day, a month by name and four figures of a year. `Apr-15` may be a month or a day. */
const namedDate = (text: string): CsvCell | null => {
  const figures = text.match(/\d+/g) ?? [];
  if (figures.length !== 2 || !figures.some((group) => group.length === 4)) return null;
  const serial = readTextDate(text, 'month-name');
  return serial === null ? null : { value: serial, numberFormat: 'yyyy-mm-dd' };
};

/**
 * `0:02:14` is a fraction of a day, shown as it was typed: `09:30` as an hour of the day, `0:02:14` and `26:00:00` as durations,
 * with a format that no locale turns into 12:02:14 AM.
 */
const clock = (text: string): CsvCell | null => {
  const half = HALF_DAY_CLOCK.exec(text);
  if (half && Number(half[1]) >= 1 && Number(half[1]) <= 12) {
    const hours = (Number(half[1]) % 12) + (half[4]?.toUpperCase() === 'P' ? 12 : 0);
    const value = (hours * 3600 + Number(half[2]) * 60 + Number(half[3] ?? 0)) / SECONDS_PER_DAY;
    return { value, numberFormat: half[3] === undefined ? 'h:mm AM/PM' : 'h:mm:ss AM/PM' };
  }
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds] = match;
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number((seconds ?? '0').replace(',', '.'))) / SECONDS_PER_DAY;
  const unit = hours.length === 2 && Number(hours) < 24 ? 'hh' : '[h]';
  return { value, numberFormat: seconds === undefined ? `${unit}:mm` : `${unit}:mm:ss` };
};

const WORDS: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false, VRAI: true, FAUX: false };

const ERRORS: Readonly<Record<string, ErrorCode>> = {
  '#NULL!': '#NULL!',
  '#NUL!': '#NULL!',
  '#DIV/0!': '#DIV/0!',
  '#VALUE!': '#VALUE!',
  '#VALEUR!': '#VALUE!',
  '#REF!': '#REF!',
  '#NAME?': '#NAME?',
  '#NOM?': '#NAME?',
  '#NUM!': '#NUM!',
  '#NOMBRE!': '#NUM!',
  '#N/A': '#N/A',
};

const wordOrError = (text: string): CsvCell | null => {
  const word = WORDS[text.toUpperCase()];
  if (word !== undefined) return { value: word };
  const error = ERRORS[text.toUpperCase()];
  return error === undefined ? null : { value: CellError.of(error) };
};

/**
 * How the fields of a file become cells, as Excel would open it in the file's own locale: numbers, percentages, clock times,
 * dates that only one day can be meant by, logical values and errors. Whatever another locale could read otherwise
 * (`03/04/2026`, `Apr-15`, `2013-01`) stays the text that it is; so does a formula, which nobody here has checked.
 */
export const cellReader = ({ rows, delimiter }: DelimitedRows): ((field: string) => CsvCell) => {
  const number = numberReader(numberWritingOf(rows, delimiter));
  return (field) => {
    const text = field.trim();
    if (text === '') return { value: null };
    const kept = KEPT_TEXT.exec(text);
    if (kept) return { value: kept[1] ?? '' };
    return number(text) ?? isoDate(text) ?? clock(text) ?? wordOrError(text) ?? namedDate(text) ?? { value: field };
  };
};
