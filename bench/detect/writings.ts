import type { Language } from '../../src/core/meteo/content';
import { isoWeekOf } from '../../src/core/period/calendar';
import { civilOf, weekdayOf } from '../../src/core/period/serial';
import type { Cell } from './sketch';

/** How people write the date of a row. */
export type Writing = (serial: number, language: Language) => Cell;

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'lun. mar. mer. jeu. ven. sam. dim.'.split(' '),
  en: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
};

/** `lun.` of a Monday. */
export const weekdayName = (serial: number, language: Language): string => WEEKDAYS[language][weekdayOf(serial) - 1] ?? '';

/** Hours and minutes of a serial's fraction. */
const clock = (serial: number): [number, number] => {
  const minutes = Math.round((serial % 1) * 1440) % 1440;
  return [Math.floor(minutes / 60), minutes % 60];
};

const text =
  (write: (date: { year: number; month: number; day: number }, serial: number, language: Language) => string): Writing =>
  (serial, language) => ({ value: write(civilOf(serial), serial, language) });

const real =
  (format: string): Writing =>
  (serial) => ({ value: serial, format });

const halfDay = (hour: number): string => `${two(hour % 12 === 0 ? 12 : hour % 12)}`;

/** Dates of single days. */
export const DAY_WRITINGS: Readonly<Record<string, Writing>> = {
  'real dates dd/mm/yyyy': real('dd/mm/yyyy'),
  'real dates m/d/yyyy': real('m/d/yyyy'),
  'real dates d-mmm': real('d-mmm'),
  'real long dates': real('[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'),
  'serials without a format': (serial) => ({ value: serial }),
  'ISO text': text(({ year, month, day }) => `${four(year)}-${two(month)}-${two(day)}`),
  'text yyyy/mm/dd': text(({ year, month, day }) => `${four(year)}/${two(month)}/${two(day)}`),
  'text dd/mm/yyyy': text(({ year, month, day }) => `${two(day)}/${two(month)}/${four(year)}`),
  'text dd/mm/yy': text(({ year, month, day }) => `${two(day)}/${two(month)}/${two(year % 100)}`),
  'text dd-mm-yyyy': text(({ year, month, day }) => `${two(day)}-${two(month)}-${four(year)}`),
  'weekday and dd/mm/yyyy': text(
    ({ year, month, day }, serial, language) => `${weekdayName(serial, language)} ${two(day)}/${two(month)}/${four(year)}`,
  ),
  'US text m/d/yyyy': text(({ year, month, day }) => `${String(month)}/${String(day)}/${four(year)}`),
  'compact numbers': (serial) => {
    const { year, month, day } = civilOf(serial);
    return { value: year * 10_000 + month * 100 + day };
  },
  'compact text': text(({ year, month, day }) => `${four(year)}${two(month)}${two(day)}`),
  'month names in full': text(({ year, month, day }, _, language) =>
    language === 'fr'
      ? `${day === 1 ? '1er' : String(day)} ${MONTHS.fr[month - 1] ?? ''} ${four(year)}`
      : `${MONTHS.en[month - 1] ?? ''} ${String(day)}, ${four(year)}`,
  ),
  'short month names': text(
    ({ year, month, day }, _, language) => `${two(day)}-${SHORT_MONTHS[language][month - 1] ?? ''}-${two(year % 100)}`,
  ),
};

/** Dates with hours, one of each event. */
export const MOMENT_WRITINGS: Readonly<Record<string, Writing>> = {
  'real dates with hours': real('dd/mm/yyyy hh:mm'),
  'ISO text with hours': text(({ year, month, day }, serial) => {
    const [hour, minute] = clock(serial);
    return `${four(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:00`;
  }),
  'ISO text with T and Z': text(({ year, month, day }, serial) => {
    const [hour, minute] = clock(serial);
    return `${four(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
  }),
  'text dd.mm.yyyy with hours': text(({ year, month, day }, serial) => {
    const [hour, minute] = clock(serial);
    return `${two(day)}.${two(month)}.${four(year)}  ${two(hour)}:${two(minute)}:`;
  }),
  'text dd/mm/yyyy with hours': text(({ year, month, day }, serial) => {
    const [hour, minute] = clock(serial);
    return `${two(day)}/${two(month)}/${four(year)} ${two(hour)}:${two(minute)}`;
  }),
  'US text with AM and PM': text(({ year, month, day }, serial) => {
    const [hour, minute] = clock(serial);
    return `${two(month)}/${two(day)}/${four(year)} ${halfDay(hour)}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
  }),
};

const monthText = (write: (month: number, year: number, language: Language) => string): Writing =>
  text(({ year, month }, _, language) => write(month, year, language));

/** Dates of weeks, given as their Mondays. */
export const WEEK_WRITINGS: Readonly<Record<string, Writing>> = {
  'Mondays as real dates': real('dd/mm/yyyy'),
  'week labels 2026-S02': text((_, serial, language) => {
    const { year, week } = isoWeekOf(serial);
    return `${four(year)}-${language === 'fr' ? 'S' : 'W'}${two(week)}`;
  }),
  'week labels S02 2026': text((_, serial, language) => {
    const { year, week } = isoWeekOf(serial);
    return `${language === 'fr' ? 'S' : 'W'}${two(week)} ${four(year)}`;
  }),
};

/** Dates of months, given as their first days. */
export const MONTH_WRITINGS: Readonly<Record<string, Writing>> = {
  'months as real dates mmm-yy': real('mmm-yy'),
  'months as real dates dd/mm/yyyy': real('dd/mm/yyyy'),
  'months in full': monthText((month, year, language) => `${MONTHS[language][month - 1] ?? ''} ${four(year)}`),
  'months capitalised': monthText((month, year, language) => {
    const name = MONTHS[language][month - 1] ?? '';
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${four(year)}`;
  }),
  'short months with two figures of the year': monthText(
    (month, year, language) => `${SHORT_MONTHS[language][month - 1] ?? ''}-${two(year % 100)}`,
  ),
  'months 2026-01': monthText((month, year) => `${four(year)}-${two(month)}`),
  'months 01/2026': monthText((month, year) => `${two(month)}/${four(year)}`),
};

/** Dates of quarters, given as their first days. */
export const QUARTER_WRITINGS: Readonly<Record<string, Writing>> = {
  'quarters T1 2026': text(
    ({ year, month }, _, language) => `${language === 'fr' ? 'T' : 'Q'}${String(Math.ceil(month / 3))} ${four(year)}`,
  ),
  'quarters 2026Q1': text(({ year, month }) => `${four(year)}Q${String(Math.ceil(month / 3))}`),
};

/** Dates of years, given as their first days. */
export const YEAR_WRITINGS: Readonly<Record<string, Writing>> = {
  'years alone': (serial) => ({ value: civilOf(serial).year }),
};
