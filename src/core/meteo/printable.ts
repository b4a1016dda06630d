import { hasGlyph } from './textMetrics';

/** Stands for what the page's face cannot draw: seen, never dropped. */
const MISSING = '\ufffd';

/** What a reader takes for one sign: a pictograph with what changes it, a flag, a character with its marks. */
const SIGNS =
  /\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}|.[\p{M}\ufe0f]*/gsu;

const isPrinted = (sign: string): boolean => [...sign].every((character) => hasGlyph(character.codePointAt(0) ?? 0));

/**
 * A text as the PDF prints it: signs that the face lacks become one replacement character each. `Café ☀️` prints `Café �`;
 * letters written as letter and accent are joined first.
 */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(SIGNS, (sign) => (sign === '\n' || isPrinted(sign) ? sign : MISSING));

/** The signs of some texts that are replaced, each once, in the order of reading. */
export const unprintableSigns = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => (text.normalize('NFC').match(SIGNS) ?? []).filter((sign) => sign !== '\n' && !isPrinted(sign))),
  ),
];
