/** Headers compared as people mean them: without accents, case, punctuation or plural. */

/** Lower case, no accents, words separated by single spaces: `plainText('N° d’Appels (reçus)')` is `n d appels recus`. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b(?:[A-Za-z]\.){2,}/g, (initials) => `${initials.replaceAll('.', '')} `)
    .toLowerCase()
    .replace(/[^a-z0-9%€$£]+/g, ' ')
    .trim();

/** Words that say nothing of what is measured. */
const EMPTY_WORDS = new Set(
  'a an and au aux avec by d de des du en et for from in l la le les nb nbr nbre n no nombre number of on par per pour qte quantite sous sur the to total totaux un une vs with'.split(
    ' ',
  ),
);

/** Units in brackets or behind a header: they say how the values are counted, not what they are. */
const UNITS = new Set(
  '€ $ £ eur euro euros usd gbp chf keur k€ k$ k£ m€ m$ m£ ht ttc s sec secs second seconds seconde secondes min mins mn h hh mm ss hhmmss'.split(
    ' ',
  ),
);

const singular = (word: string): string => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** The words of a header that carry meaning, in the singular: `wordsOf('Nombre d’appels reçus')` is `appel`, `recu`. */
export const wordsOf = (text: string): string[] => {
  const all = plainText(text).split(' ').filter(Boolean);
  const meaning = all.filter((word) => !EMPTY_WORDS.has(word) && !UNITS.has(word));
  return (meaning.length > 0 ? meaning : all).map(singular);
};

/**
 * How well a phrase names a header, 0 to 1: 1 when both hold the same words, less for each word more in the header, 0 when
 * one of the phrase is missing.
 */
export const likeness = (header: readonly string[], phrase: readonly string[]): number =>
  phrase.length > 0 && phrase.every((word) => header.includes(word)) ? phrase.length / header.length : 0;

/** Every phrase of a `|` list as its words. */
export const phrases = (list: string): readonly (readonly string[])[] => list.split('|').map(wordsOf);
