import type { SpecialDay } from '../forecast/figure-step';
import type { Language } from '../meteo/content';
import { HOLIDAY_NAMES } from '../period/holidays';
import { formatDate } from './dates';
import { formatPercent } from './numbers';
import { MINUS } from './typography';

const WORDS = {
  fr: { closed: 'fermé', event: 'événement prévu', beside: 'près d’un jour férié', title: 'Jours à part : ' },
  en: { closed: 'closed', event: 'planned event', beside: 'beside a public holiday', title: 'Days apart: ' },
} as const;

/** `+30 %`, `−40 %`: what a day brings over what its weekday usually does. */
const effectText = (factor: number, language: Language): string =>
  `${factor < 1 ? MINUS : '+'}${formatPercent(Math.abs(factor - 1), language)}`;

/** Why one day is projected otherwise than its weekday: `11/11/2026, fermé (11 novembre)`, `16/11/2026, +30 % (relance)`. */
const specialDayText = ({ serial, factor, reason, holiday, event }: SpecialDay, language: Language): string => {
  const words = WORDS[language];
  const what = factor === 0 ? words.closed : effectText(factor, language);
  const named = event === '' ? undefined : event;
  const why =
    named ??
    (holiday && HOLIDAY_NAMES[language][holiday]) ??
    (reason === 'event' ? words.event : reason === 'beside-holiday' ? words.beside : undefined);
  return `${formatDate(serial, language)}, ${what}${why === undefined ? '' : ` (${why})`}`;
};

/** The days of a projection that are not like others of their weekday, in one sentence; empty when there is none. */
export const specialDaysText = (days: readonly SpecialDay[], language: Language): string => {
  if (days.length === 0) return '';
  const separator = language === 'fr' ? ' ; ' : '; ';
  return `${WORDS[language].title}${days.map((day) => specialDayText(day, language)).join(separator)}.`;
};
