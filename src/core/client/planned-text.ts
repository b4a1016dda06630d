import type { Language } from '../meteo/content';
import { HOLIDAY_NAMES } from '../period/holidays';
import type { OpenHolidays, PlannedEvent } from '../period/planned';
import { numericDate } from '../words/dates';
import { EN_DASH, MINUS } from '../words/typography';
import { vocabulary } from '../words/vocabulary';

/** Days, events and holidays written as `planned-days` reads them. */

const LEAST_RUN = 3;

const stretchText = (first: number, last: number): string =>
  first === last ? numericDate(first) : `${numericDate(first)}${EN_DASH}${numericDate(last)}`;

/** `11/11/2026, 24/12/2026–02/01/2027`: three days or more in a row are a stretch. */
export const daysText = (days: readonly number[]): string => {
  const runs: { first: number; last: number }[] = [];
  for (const day of [...days].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && day <= run.last + 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .flatMap(({ first, last }) =>
      last - first + 1 < LEAST_RUN && last > first ? [numericDate(first), numericDate(last)] : stretchText(first, last),
    )
    .join(', ');
};

const effectText = (factor: number, language: Language): string => {
  if (factor === 0) return language === 'fr' ? 'fermé' : 'closed';
  const percent = Math.round(Math.abs(factor - 1) * 1000) / 10;
  const digits = language === 'fr' ? String(percent).replace('.', ',') : String(percent);
  return `${factor < 1 ? MINUS : '+'}${digits}${language === 'fr' ? ' ' : ''}%`;
};

/** `15/01/2027–20/01/2027 = +30 % (relance) ; 11/02/2027 = fermé`. */
export const eventsText = (events: readonly PlannedEvent[], language: Language): string =>
  events
    .map(({ first, last, factor, label }) => {
      const name = label === '' ? '' : ` (${label})`;
      return `${stretchText(first, last)} = ${effectText(factor, language)}${name}`;
    })
    .join(language === 'fr' ? ' ; ' : '; ');

/** `oui`, `non`, nothing for what the figures show, or a list: `lundi de Pentecôte ; 11/11/2026`. */
export const openHolidaysText = (open: OpenHolidays, language: Language): string => {
  const { yes, no } = vocabulary(language);
  if (open === 'learnt') return '';
  if (open === 'all' || open === 'none') return open === 'all' ? yes : no;
  const parts = [...open.ids.map((id) => HOLIDAY_NAMES[language][id]), ...open.days.map(numericDate)];
  return parts.join(language === 'fr' ? ' ; ' : '; ');
};
