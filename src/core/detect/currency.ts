import type { Currency, Multiple } from '../words/currency';

/** Codes of ISO 4217 that have a sign of their own, and the words that people write for them. */
const SIGNS: Readonly<Record<string, string>> = {
  EUR: '€',
  EURO: '€',
  EUROS: '€',
  USD: '$',
  US$: '$',
  DOLLAR: '$',
  DOLLARS: '$',
  GBP: '£',
  STERLING: '£',
  DH: 'MAD',
  DHS: 'MAD',
  DIRHAM: 'MAD',
  DIRHAMS: 'MAD',
  FCFA: 'FCFA',
};

/** Codes that are printed as they are: these letters alone, in capitals, name nothing else in a header of figures. */
const CODES =
  'CHF CAD AUD NZD JPY CNY HKD SGD KRW INR BRL MXN PLN CZK HUF SEK NOK DKK MAD TND DZD XOF XAF AED SAR ILS TRY ZAR RUB UAH'.split(
    ' ',
  );

const MULTIPLE = 'Mds|Md|Mrd|Mio|bn|[kKMm]';
const WORD = `EUR(?:OS?)?|USD|US\\$|DOLLARS?|GBP|STERLING|DHS?|DIRHAMS?|FCFA|${CODES.join('|')}`;
const SIGN = '(?:CA|HK|NZ|[CARS])?\\$|[€£¥₹₽₩₪₺₴]';

/** `k€`, `M CHF`, `$m`: a sign or a code with the multiple before or behind it, apart from other letters. */
const CURRENCY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${MULTIPLE})\\s?)?(?:(${WORD})(?![\\p{L}\\p{N}])|(${SIGN}))(?:\\s?(${MULTIPLE}|'?000s?)(?![\\p{L}\\p{N}]))?`,
  'gu',
);
/** Words that are read in small letters too: `ca_eur`, `montant en euros`. */
const ANY_CASE = /(?<![\p{L}\p{N}])(?:k?eur|euros?|usd|gbp|chf|dollars?|fcfa)(?![\p{L}\p{N}])/giu;

const MULTIPLE_OF: Readonly<Record<string, Multiple>> = {
  k: 'k',
  K: 'k',
  M: 'M',
  m: 'M',
  Mio: 'M',
  Md: 'Md',
  Mds: 'Md',
  Mrd: 'Md',
  bn: 'Md',
};
const THOUSANDS = /\b(?:milliers?|thousands?)\b/i;
const MILLIONS = /\b(?:millions?)\b/i;
const MILLIARDS = /\b(?:milliards?|billions?)\b/i;

const multipleOf = (text: string, mark: string): Multiple => {
  if (mark !== '') return MULTIPLE_OF[mark] ?? 'k';
  if (MILLIARDS.test(text)) return 'Md';
  return MILLIONS.test(text) ? 'M' : THOUSANDS.test(text) ? 'k' : '';
};

/** The capitals that the code is known by, its `k` left small: `keur` is `kEUR`. */
const inCapitals = (word: string): string => (/^keur$/i.test(word) ? 'kEUR' : word.toUpperCase());

/**
 * The currency that a header or a cell names, by its sign, its code or its name: `Deal Value ($)`, `CA (k€)`, `Amount CHF`,
 * `montant en milliers d’euros`. null where it names none, or several (`EUR/USD`): which of them the figures are in is
 * unknown then.
 */
export const currencyIn = (text: string): Currency | null => {
  const plain = text
    .replaceAll('_', ' ')
    .replace(ANY_CASE, inCapitals)
    .replace(/\bkEUR\b/g, 'k EUR');
  const found = new Map<string, Currency>();
  for (const [, before = '', word, sign = '', after = ''] of plain.matchAll(CURRENCY)) {
    const named = word === undefined ? sign : (SIGNS[word] ?? word);
    const multiple = multipleOf(plain, before || after);
    found.set(`${multiple}${named}`, { sign: named, multiple });
  }
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
};

/**
 * What a number format writes beside the digits of a positive number. An unquoted `$` is left out: in Excel's own formats it
 * is whatever the reader's region has, dollars in one country and euros in the next.
 */
const literalsOf = (format: string): string => {
  const [positive = ''] = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return positive.replace(
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|[€£¥]|[^]/gu,
    (token: string, quoted?: string, escaped?: string, bracketed?: string) =>
      quoted ?? escaped ?? bracketed ?? (/^[€£¥]$/.test(token) ? token : ' '),
  );
};

/**
 * The currency that a number format shows: `[$£-809]#,##0`, `"$"#,##0`, `#,##0 "CHF"`; null for none, and for the region's
 * own (`$#,##0`). A format that divides by thousands (`#,##0,"k€"`) shows thousands of cells that hold them in full.
 */
export const currencyOfFormat = (format: string): Currency | null => {
  const found = currencyIn(literalsOf(format));
  return found && /[0#?],+(?![0#?])/.test(format) ? { ...found, multiple: '' } : found;
};

/**
 * The currencies of a column: the header's, or those of its cells' formats where it names none. Both are given where they
 * contradict each other.
 */
export const currenciesOf = (header: string, formats: readonly string[]): readonly Currency[] => {
  const named = currencyIn(header);
  const shown = formats.flatMap((format) => currencyOfFormat(format) ?? []);
  const others = shown.filter(({ sign }) => sign !== named?.sign);
  const all = named ? [named, ...others] : others;
  return all.filter(
    ({ sign, multiple }, place) => all.findIndex((one) => one.sign === sign && one.multiple === multiple) === place,
  );
};
