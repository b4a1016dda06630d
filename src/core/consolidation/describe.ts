import type { Language } from '../meteo/content';
import type { Rule } from './rule';

type Texts = Record<'sum' | 'count' | 'distinct' | 'mean' | 'last' | 'min' | 'max' | 'weighted' | 'where' | 'atLast', string>;

const TEXTS: Record<Language, Texts> = {
  fr: {
    sum: 'somme de',
    count: 'nombre de lignes',
    distinct: 'valeurs distinctes de',
    mean: 'moyenne des lignes de',
    last: 'dernière valeur de',
    min: 'minimum de',
    max: 'maximum de',
    weighted: 'pondérée par',
    where: 'lignes où',
    atLast: 'à la dernière date',
  },
  en: {
    sum: 'sum of',
    count: 'number of rows',
    distinct: 'distinct values of',
    mean: 'mean of the rows of',
    last: 'last value of',
    min: 'minimum of',
    max: 'maximum of',
    weighted: 'weighted by',
    where: 'rows where',
    atLast: 'at the last date',
  },
};

/** A rule in words: `somme de Appels traités ÷ somme de Appels reçus`. `header` names a column. */
export const describeRule = (rule: Rule, header: (column: number) => string, language: Language): string => {
  const texts = TEXTS[language];
  switch (rule.kind) {
    case 'count':
      return texts.count;
    case 'countWhere':
      return `${texts.where} ${header(rule.column)} = ${rule.text}`;
    case 'weightedMean':
      return `${texts.mean} ${header(rule.value)} ${texts.weighted} ${header(rule.weight)}`;
    case 'ratio':
      return `${describeRule(rule.numerator, header, language)} ÷ ${describeRule(rule.denominator, header, language)}`;
    case 'combination':
      return rule.terms
        .map(({ factor, rule: part }, index) => {
          const sign = factor < 0 ? '− ' : index > 0 ? '+ ' : '';
          const times = Math.abs(factor) === 1 ? '' : `${String(Math.abs(factor))} × `;
          return `${sign}${times}${describeRule(part, header, language)}`;
        })
        .join(' ');
    case 'product':
      return `${texts.sum} ${rule.columns.map(header).join(' × ')}`;
    case 'atLast':
      return `${describeRule(rule.rule, header, language)}, ${texts.atLast}`;
    default:
      return `${texts[rule.kind]} ${header(rule.column)}`;
  }
};
