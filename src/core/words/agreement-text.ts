import type { Agreement, DifferenceReason } from '../forecast/agreement';
import type { Language } from '../meteo/content';
import { typeset } from './typography';

type Words = { sum: string; ratio: string; reasons: Readonly<Record<DifferenceReason, string>> };

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    sum: 'Les semaines et les mois prévus sont la somme des jours prévus.',
    ratio: 'Chaque taux prévu est la somme des numérateurs prévus sur la somme des dénominateurs prévus.',
    reasons: {
      state: 'C’est un état en fin de période : une semaine vaut ce que vaut son dernier jour, et non la somme de ses jours.',
      extreme: 'C’est un maximum ou un minimum : celui d’une semaine est celui d’un de ses jours, et non leur somme.',
      mean: 'C’est une moyenne de lignes : celle d’une semaine pèse chaque jour par son nombre de lignes, et n’est pas leur somme.',
      distinct:
        'Ce qui revient plusieurs jours compte une seule fois dans la semaine : elle vaut moins que la somme de ses jours.',
      quotient:
        'C’est un rapport de chiffres qui ne s’additionnent pas : celui d’une semaine ne se déduit pas de ceux des jours.',
    },
  },
  en: {
    sum: 'Projected weeks and months are the sum of the projected days.',
    ratio: 'Each projected rate is the sum of projected numerators over the sum of projected denominators.',
    reasons: {
      state: 'This is a state at the end of a period: a week is what its last day is, and not the sum of its days.',
      extreme: 'This is a maximum or a minimum: a week’s is that of one of its days, and not their sum.',
      mean: 'This is a mean of rows: a week’s weighs each day by its number of rows, and is not their sum.',
      distinct: 'What comes back on several days counts once in a week: the week is less than the sum of its days.',
      quotient: 'This is a quotient of figures that do not add up: a week’s does not follow from those of its days.',
    },
  },
};

/** How a figure's projected weeks and months are related to its days, in a sentence. */
export const agreementText = (agreement: Agreement, language: Language): string => {
  const words = WORDS[language];
  const text =
    agreement.kind === 'sum' ? words.sum : agreement.kind === 'ratio-of-sums' ? words.ratio : words.reasons[agreement.reason];
  return typeset(text, language);
};
