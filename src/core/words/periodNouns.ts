import type { Language } from '../meteo/content';
import type { PeriodKind } from '../period/period';
import { plural } from './typography';

const NOUNS: Record<Language, Record<PeriodKind, readonly [one: string, many: string]>> = {
  fr: { day: ['jour', 'jours'], week: ['semaine', 'semaines'], month: ['mois', 'mois'], year: ['année', 'années'] },
  en: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'], year: ['year', 'years'] },
};

const PER: Record<Language, Record<PeriodKind, string>> = {
  fr: { day: 'par jour', week: 'par semaine', month: 'par mois', year: 'par an' },
  en: { day: 'by day', week: 'by week', month: 'by month', year: 'by year' },
};

/** A number of periods: `14 jours`, `1 mois`, `2 weeks`. */
export const countedPeriods = (count: number, kind: PeriodKind, language: Language): string =>
  `${String(count)} ${plural(count, ...NOUNS[language][kind], language)}`;

/** How often a figure is told: `par semaine`, `by month`. */
export const perPeriod = (kind: PeriodKind, language: Language): string => PER[language][kind];
