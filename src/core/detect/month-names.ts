/** Months as people write them in French and English, without accents, January first. */
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];

/**
 * Number of a month by its name or an abbreviation of at least three letters, 0 for anything else: `févr` is 2, `Sept` 9,
 * `jui` 0 (June or July), `Marketing` 0.
 */
export const monthOfName = (name: string): number => {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  if (plain.length < 3) return 0;
  const found = MONTHS.flatMap((names, index) => (names.some((full) => full.startsWith(plain)) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? 0) : 0;
};

/** Name of a weekday before a date, as part of a pattern that ignores case: `lun. `, `Monday, `, `le mardi `. */
export const WEEKDAY = String.raw`(?:le\s+)?(?:(?:lu|ma|me|je|ve|sa|di|lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,?\s+)?`;
