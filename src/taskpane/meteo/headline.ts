import type { Language } from '../../core/meteo/content';
import type { MeteoPreparation } from '../../core/meteo/preparation';
import { civilOf, weekdayOf } from '../../core/period/serial';
import { formatDateNear, formatDayMonth, formatRange, weekdayName } from '../../core/words/dates';
import { upperFirst } from '../../core/words/typography';
import { meteoStrings, type MeteoStrings } from './strings';

/** Days within which a weekday's name says which day it is. */
const NEAR = 6;

/** A day before which something is due: `jeudi`, `jeudi 26/11` with its date, `le 10/12` when it is far. */
export const dayBefore = (day: number, today: number, language: Language, dated: boolean): string => {
  const words = meteoStrings[language].day;
  if (day - today > NEAR || day < today) return words.far(formatDateNear(day, civilOf(today).year, language));
  const weekday = weekdayName(weekdayOf(day), language);
  return dated ? words.nearDated(weekday, formatDayMonth(day, language)) : words.near(weekday);
};

type Named = Pick<MeteoPreparation, 'number' | 'corrects' | 'cadence'>;

/** What is true of the météo being written: when it is due, or by how much it is late. */
export const headline = ({ number, corrects, cadence }: Named, today: number, language: Language): string => {
  const { title }: MeteoStrings = meteoStrings[language];
  if (corrects !== null) return title.correction(number, corrects);
  if (cadence.due === null) return number === 1 ? title.first(number) : title.past(number);
  if (cadence.lateBy > 0) return title.late(number, cadence.lateBy);
  return cadence.due === today ? title.today(number) : title.due(number, dayBefore(cadence.due, today, language, false));
};

/** `Du 09/11 au 22/11/2026`. */
export const periodText = ({ first, last }: MeteoPreparation['period'], language: Language): string =>
  upperFirst(formatRange(first, last, language));
