import type { Language } from '../meteo/content';
import { NARROW_SPACE } from './typography';

/** What the amounts of a workbook are counted in: thousands, millions or milliards of the currency, or the currency itself. */
export type Multiple = '' | 'k' | 'M' | 'Md';

/** A currency as a workbook says it, `k€` being `{ sign: '€', multiple: 'k' }`. Its sign where it has one, else its code. */
export type Currency = { sign: string; multiple: Multiple };

/** From the currency itself up, each a thousand times the one before. */
const MULTIPLES: readonly Multiple[] = ['', 'k', 'M', 'Md'];

const ENGLISH: Readonly<Record<Multiple, string>> = { '': '', k: 'k', M: 'M', Md: 'bn' };

/** How a multiple is printed: a milliard is `Md` in French, `bn` in English. */
const multipleSign = (multiple: Multiple, language: Language): string => (language === 'fr' ? multiple : ENGLISH[multiple]);

/** What stands before and after an amount's digits, its unit in the language's place. */
export type AmountMarks = { before: string; after: string };

/** A sign (`€`, `R$`) clings to the digits in English, a code (`CHF`) does not. */
const isCode = (sign: string): boolean => /\p{L}$/u.test(sign);

/**
 * The marks of an amount told in 1000^`steps` of what its workbook counts in: `{ before: '$', after: '' }` in English,
 * `{ before: '', after: ' k€' }` in French. Without a currency there is none, only the multiple. null beyond milliards.
 */
export const amountMarks = (currency: Currency | undefined, language: Language, steps = 0): AmountMarks | null => {
  const multiple = MULTIPLES[MULTIPLES.indexOf(currency?.multiple ?? '') + steps];
  if (multiple === undefined) return null;
  const size = multipleSign(multiple, language);
  const sign = currency?.sign ?? '';
  if (language === 'fr') return { before: '', after: size + sign === '' ? '' : `${NARROW_SPACE}${size}${sign}` };
  return { before: isCode(sign) ? `${sign}${NARROW_SPACE}` : sign, after: size };
};

/** A number format with an amount's marks in quotes: `amountFormat('#,##0', marks)` is `"$"#,##0` or `#,##0" $"`. */
export const amountFormat = (digits: string, { before, after }: AmountMarks): string =>
  `${before && `"${before}"`}${digits}${after && `"${after}"`}`;

/** A currency as a cell of the dictionary holds it: `€`, `k€`, `MCHF`. `currencyIn` reads it again. */
export const currencyText = ({ sign, multiple }: Currency): string => `${multiple}${sign}`;

/** `€, k$`: currencies as a sentence lists them. */
export const currencyList = (currencies: readonly Currency[]): string => currencies.map(currencyText).join(', ');

/** Do two columns count in the same? Euros and thousands of euros do not. */
export const isSameCurrency = (one: Currency, other: Currency): boolean =>
  one.sign === other.sign && one.multiple === other.multiple;
