import type { Language } from '../meteo/content';

/** Signs that a keyboard does not give, by the name typographers use. */
export const NARROW_SPACE = '\u202f';
export const NO_BREAK_SPACE = '\u00a0';
export const MINUS = '\u2212';
export const EN_DASH = '\u2013';
const APOSTROPHE = '\u2019';

const UNITS = 'pt|pts|h|min|s|j|ms|ko|Mo|Go|€|k€|M€|ETP';

/**
 * Sets a French text as a printer would, whatever the person typed: U+202F before `; ! ? %` and inside « », U+00A0 before
 * `:` and after n°, le, du, au before a figure, U+202F between thousands and between a figure and its unit, ’ for ' and an
 * en dash for a hyphen between spaces.
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
    .replace(/\b(\d{1,3}) (?=\d{3}(?:\D|$))/g, `$1${NARROW_SPACE}`)
    .replace(new RegExp(`(\\d)[ \\u00a0](?=(?:${UNITS})(?![\\p{L}\\d]))`, 'gu'), `$1${NARROW_SPACE}`)
    .replace(/(n°|(?<!\p{L})(?:le|du|au|les|aux))[ \u00a0](?=\d)/giu, `$1${NO_BREAK_SPACE}`);

const englishText = (text: string): string =>
  text.replace(/(\p{L})'(?=\p{L})/gu, `$1${APOSTROPHE}`).replace(/ - /g, ` ${EN_DASH} `);

/** A text with the spaces and apostrophes of its language. Setting it twice changes nothing more. */
export const typeset = (text: string, language: Language): string => (language === 'fr' ? frenchText(text) : englishText(text));

/** A name between the quotation marks of the language: « Suivi 2026 », “Suivi 2026”. */
export const quoted = (name: string, language: Language): string =>
  language === 'fr' ? `«${NARROW_SPACE}${name}${NARROW_SPACE}»` : `“${name}”`;

/** One form or the other for a number: French counts 0 and 1 (and 1,5) as singular, English only 1. */
export const plural = (count: number, one: string, many: string, language: Language): string =>
  (language === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1) ? one : many;

/** First letter in lower case, unless the word is an acronym: `Taux d’abandon` → `taux d’abandon`, `DMT` stays. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}(?:\p{Lu}|\d|$)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** First letter in upper case. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a, b et c`; `a, b and c`. */
export const listed = (items: readonly string[], language: Language): string => {
  const last = items.at(-1) ?? '';
  const head = items.slice(0, -1);
  const and = language === 'fr' ? 'et' : 'and';
  return head.length === 0 ? last : `${head.join(', ')} ${and} ${last}`;
};
