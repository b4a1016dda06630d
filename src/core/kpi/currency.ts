import { columnsOf, type Rule } from '../consolidation/rule';
import { currencyIn } from '../detect/currency';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { currencyText, isSameCurrency, type Currency } from '../words/currency';
import { keyOfWord, UNIT_WORDS } from './dictionary-words';
import type { Unit } from './kpi';

/**
 * The currencies of the amounts that a rule reads, each once: none where no header and no cell says one, several where
 * figures of different currencies, or of euros and thousands of euros, would be put together.
 */
export const currenciesOfRule = (rule: Rule, table: DetectedTable): readonly Currency[] => {
  const all = columnsOf(rule).flatMap((place) => table.columns.find(({ column }) => column === place)?.currencies ?? []);
  return all.filter((currency, index) => all.findIndex((other) => isSameCurrency(other, currency)) === index);
};

/** Words for an amount that name no currency, besides those of the list. */
const AMOUNTS = /^(?:currency|devise|monnaie)$/i;

/**
 * The unit that a cell of the dictionary says, by a word of the list in either language or by a currency: `euros`, `k€` and
 * `CHF` are amounts of that currency, `montant` and `amount` amounts of the source's. null for anything else.
 */
export const unitIn = (text: string): { unit: Unit; currency: Currency | null } | null => {
  const unit = keyOfWord(UNIT_WORDS, text);
  if (unit) return { unit, currency: null };
  const currency = currencyIn(text);
  return currency || AMOUNTS.test(text.trim()) ? { unit: 'currency', currency } : null;
};

/** What a cell of the dictionary says of a unit: an amount's currency where it is known, else the word of the list. */
export const unitCell = (unit: Unit, currency: Currency | undefined, language: Language): string =>
  unit === 'currency' && currency ? currencyText(currency) : UNIT_WORDS[language][unit];
