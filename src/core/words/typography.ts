import type { Language } from '../meteo/content';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../period/label';

/** Signs that a keyboard does not give, by the name typographers use. */
export const NARROW_SPACE = '\u202f';
export const NO_BREAK_SPACE = '\u00a0';
export const MINUS = '\u2212';
export const EN_DASH = '\u2013';
export const APOSTROPHE = '\u2019';

/** Any space that people or a keyboard put where a particular one belongs. */
const SPACE = '[ \\u00a0\\u202f]';

/** What is tied to what follows or comes before it, in a language. */
type Ties = {
  /** Units that follow a figure. */
  units: string;
  /** What stands between the two ends of an interval; what opens one, and stands between its ends then. */
  to: string;
  between: readonly [opening: string, middle: string];
  /** Words that say what the figure after them is: a number, a day, a week. */
  before: string;
  months: string;
};

const ENGLISH_MONTHS = [...MONTHS.en, ...SHORT_MONTHS.en].join('|');

const TIES: Readonly<Record<Language, Ties>> = {
  fr: {
    units: 'pt|pts|h|min|s|j|ms|ko|Mo|Go|€|k€|M€|ETP',
    to: 'à',
    between: ['entre', 'et'],
    before: `n°|le|du|au|les|aux|à|dès|semaine|${WEEKDAYS.fr.join('|')}`,
    months: MONTHS.fr.join('|'),
  },
  en: {
    units: 'pt|pts|h|min|s|d|ms|kB|MB|GB|€|k€|M€|FTE|am|pm',
    to: 'to',
    between: ['between', 'and'],
    before: `no\\.|on(?=${SPACE}\\d{1,2}(?:/|${SPACE}(?:${ENGLISH_MONTHS})))|at|week|${WEEKDAYS.en.join('|')}`,
    months: ENGLISH_MONTHS,
  },
};

/** An end of an interval: a figure with its sign, its thousands and its unit, or a date. */
const END = (units: string): string => `[−+-]?\\d[\\d.,:/\\u202f]*(?:\\u202f?(?:%|${units})(?![\\p{L}\\d]))?`;

const tiesOf = ({ units, to, between: [opening, middle], before, months }: Ties): readonly (readonly [RegExp, string])[] => {
  const figure = `[−+-]?\\d`;
  return [
    [new RegExp(`(\\d)${SPACE}(?=(?:${units})(?![\\p{L}\\d]))`, 'gu'), `$1${NARROW_SPACE}`],
    [new RegExp(`(\\d\\u202fh)${SPACE}(?=\\d\\d(?!\\d))`, 'gu'), `$1${NARROW_SPACE}`],
    [new RegExp(`([≈≤≥<>])${SPACE}(?=${figure})`, 'gu'), `$1${NARROW_SPACE}`],
    [new RegExp(`(?<=[\\d%\\p{L}€])${SPACE}→${SPACE}(?=${figure})`, 'gu'), `${NO_BREAK_SPACE}→${NO_BREAK_SPACE}`],
    [
      new RegExp(`(?<!\\p{L})(${opening})${SPACE}(${END(units)})${SPACE}${middle}${SPACE}(?=${figure})`, 'giu'),
      `$1${NO_BREAK_SPACE}$2${NO_BREAK_SPACE}${middle}${NO_BREAK_SPACE}`,
    ],
    [
      new RegExp(`(?<![\\p{L}\\d])(${END(units)})${SPACE}${to}${SPACE}(?=${figure})`, 'gu'),
      `$1${NO_BREAK_SPACE}${to}${NO_BREAK_SPACE}`,
    ],
    [new RegExp(`(?<!\\p{L})(${before})${SPACE}(?=\\d)`, 'giu'), `$1${NO_BREAK_SPACE}`],
    [new RegExp(`(\\d|1er)${SPACE}(?=(?:${months})(?!\\p{L}))`, 'giu'), `$1${NO_BREAK_SPACE}`],
  ];
};

const ties: Readonly<Record<Language, ReturnType<typeof tiesOf>>> = { fr: tiesOf(TIES.fr), en: tiesOf(TIES.en) };

/** Ties a figure to its unit, to the other end of its interval and to the word that says what it is: none may end a line alone. */
const tied = (text: string, language: Language): string =>
  ties[language].reduce((set, [pattern, replacement]) => set.replace(pattern, replacement), text);

/**
 * Sets a French text as a printer would, whatever the person typed: U+202F before `; ! ? %` and inside « », U+00A0 before
 * `:` and after n°, le, du, au before a figure, U+202F between thousands and between a figure and its unit, U+00A0 inside an
 * interval, ’ for ' and an en dash for a hyphen between spaces.
 * `frenchText("Abandon : 5,6 % du lundi, aujourd'hui !")` only changes spaces and the apostrophe.
 */
const frenchText = (text: string): string =>
  text
    .replace(/(\p{L})'(?=\p{L})/gu, `$1${APOSTROPHE}`)
    .replace(/ - /g, ` ${EN_DASH} `)
    .replace(/(?<!#[\w/]*)[ \u00a0\u202f]*([;!?]+)(?=$|[\s»)])/g, `${NARROW_SPACE}$1`)
    .replace(/(\d)[ \u00a0\u202f]*%/g, `$1${NARROW_SPACE}%`)
    .replace(/[ \u00a0\u202f]+:(?=$|\s)/g, `${NO_BREAK_SPACE}:`)
    .replace(/([\p{L}»)]):(?=$|[ \u00a0])/gu, `$1${NO_BREAK_SPACE}:`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NARROW_SPACE}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NARROW_SPACE}»`)
    .replace(/\b(\d{1,3}) (?=\d{3}(?:\D|$))/g, `$1${NARROW_SPACE}`);

const englishText = (text: string): string =>
  text.replace(/(\p{L})'(?=\p{L})/gu, `$1${APOSTROPHE}`).replace(/ - /g, ` ${EN_DASH} `);

/** A text with the spaces and apostrophes of its language. Setting it twice changes nothing more. */
export const typeset = (text: string, language: Language): string =>
  tied(language === 'fr' ? frenchText(text) : englishText(text), language);

/** A name between the quotation marks of the language: « Suivi 2026 », “Suivi 2026”. */
export const quoted = (name: string, language: Language): string =>
  language === 'fr' ? `«${NARROW_SPACE}${name}${NARROW_SPACE}»` : `“${name}”`;

/** One form or the other for a number: French counts 0 and 1 (and 1,5) as singular, English only 1. */
export const plural = (count: number, one: string, many: string, language: Language): string =>
  (language === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1) ? one : many;

/** Are the words of a header all written with a capital, as English titles are? `Deals Closed`, `Calls of the Day`. */
const isTitleCase = (text: string): boolean => {
  const words = text.match(/\p{L}+/gu) ?? [];
  const [capital, small] = [/^\p{Lu}\p{Ll}/u, /^\p{Ll}{4,}/u];
  return words.filter((word) => capital.test(word)).length > 1 && !words.some((word) => small.test(word));
};

/**
 * First letter in lower case, unless the word is an acronym or all words have capitals: `Taux d’abandon` → `taux d’abandon`;
 * `DMT` stays, and so does `Deals Closed`, which would become `deals Closed`.
 */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}(?:\p{Lu}|\d|$)/u.test(text) || isTitleCase(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** A text with the full stop that ends its sentence; an ellipsis ends it already: `12/11, 13/11…`. */
export const stopped = (text: string): string => (/[.…!?]$/.test(text) ? text : `${text}.`);

/** First letter in upper case. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a, b et c`; `a, b and c`. */
export const listed = (items: readonly string[], language: Language): string => {
  const last = items.at(-1) ?? '';
  const head = items.slice(0, -1);
  const and = language === 'fr' ? 'et' : 'and';
  return head.length === 0 ? last : `${head.join(', ')} ${and} ${last}`;
};
