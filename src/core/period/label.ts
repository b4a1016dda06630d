import type { Language } from '../meteo/content';
import type { Period } from './period';
import { civilOf } from './serial';

/** Names of the months in the middle of a sentence, January first. */
export const MONTHS: Record<Language, readonly string[]> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** The same where room is scarce. */
export const SHORT_MONTHS: Record<Language, readonly string[]> = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** Names of the weekdays, Monday first. */
export const WEEKDAYS: Record<Language, readonly string[]> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** A day as people write it: `21/11/2026` in both languages (day first, as in France and the United Kingdom). */
const dayLabel = (serial: number): string => {
  const { year, month, day } = civilOf(serial);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
};

/** `21/11/2026`, `S47 2026` (`W47 2026` in English), `novembre 2026`, `2026`. */
export const periodLabel = (period: Period, language: Language): string => {
  switch (period.kind) {
    case 'day':
      return dayLabel(period.start);
    case 'week':
      return `${language === 'fr' ? 'S' : 'W'}${period.key.slice(6)} ${period.key.slice(0, 4)}`;
    case 'month': {
      const { year, month } = civilOf(period.start);
      return `${MONTHS[language][month - 1] ?? ''} ${String(year)}`;
    }
    case 'year':
      return period.key;
  }
};
