import type { Figure, Language } from '../meteo/content';
import { formatDurationChange, formatPercentChange, formatPoints, formatSigned, round, unitSpace } from './numbers';
import { EN_DASH, MINUS, NARROW_SPACE } from './typography';

/** Formulas, without `=`, of a value and of the one before; each gives an empty text where there is no figure. */
export type LivePair = { value: string; previous: string };

/** `0.00`: digits of a number format. */
export const zeros = (decimals: number): string => (decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0');

/** `"␣%"`-like suffix of a number format; the unit in quotes with the space that the language puts before it. */
export const suffix = (unit: string, language: Language): string => `"${unitSpace(language, unit)}${unit}"`;

/** A number format with a sign always, but for zero. */
export const signedFormat = (code: string, zero: string): string => `+${code};"${MINUS}"${code};${zero}`;

/** A change as printed, rounded; blank where one of the two figures is. */
const changeFormula = (change: string, decimals: number): { formula: string } => ({
  formula: `=IFERROR(ROUND(${change},${String(decimals)}),"")`,
});

/** The formula of a difference, in points where it is multiplied by 100. */
export const difference = (live: LivePair | undefined, factor = 1): string | undefined =>
  live && (factor === 1 ? `${live.value}-${live.previous}` : `(${live.value}-${live.previous})*${String(factor)}`);

/** `+4,5 %` of the period before; a dash where that was nothing. Below zero, a rise is one: from −10 to −5 is `+50 %`. */
export const relativeChange = (value: number, previous: number, language: Language, live?: LivePair): Figure => {
  if (previous === 0) return { text: EN_DASH, value: null, numberFormat: 'General' };
  const change = round(previous < 0 ? 1 - value / previous : value / previous - 1, 3);
  const code = `0.0${language === 'fr' ? `"${NARROW_SPACE}"%` : '%'}`;
  const zero = `0${language === 'fr' ? `"${NARROW_SPACE}"%` : '%'}`;
  return {
    text: change === 0 ? `0${unitSpace(language, '%')}%` : formatPercentChange(change, language, 1),
    value: change,
    numberFormat: signedFormat(code, zero),
    ...(live && changeFormula(previous < 0 ? `1-${live.value}/${live.previous}` : `${live.value}/${live.previous}-1`, 3)),
  };
};

/** `+0,9 pt`. */
export const pointsChange = (difference: number, decimals: number, language: Language, formula?: string): Figure => ({
  text: formatPoints(difference, language, decimals),
  value: round(difference, decimals),
  numberFormat: signedFormat(`${zeros(decimals)}${suffix('pt', language)}`, '"="'),
  ...(formula !== undefined && changeFormula(formula, decimals)),
});

/** `+0,03`, `=`. */
export const plainChange = (difference: number, decimals: number, language: Language, formula?: string): Figure => ({
  text: round(difference, decimals) === 0 ? '=' : formatSigned(difference, language, decimals),
  value: round(difference, decimals),
  numberFormat: signedFormat(zeros(decimals), '"="'),
  ...(formula !== undefined && changeFormula(formula, decimals)),
});

/** `−2 s`, `=`: the change of a duration that is told in seconds. */
export const secondsChange = (difference: number, decimals: number, language: Language, formula?: string): Figure => {
  const { text, value, ...live } = plainChange(difference, decimals, language, formula);
  return {
    ...live,
    text: value === 0 ? text : `${text}${unitSpace(language, 's')}s`,
    value,
    numberFormat: signedFormat(`${zeros(decimals)}${suffix('s', language)}`, '"="'),
  };
};

/**
 * `+0:06`: a duration's change is text, for Excel cannot show a negative time. Like every change it is that of the exact
 * figures, rounded once: 402.4 s after 395.6 s is `+0:07`, although 6:42 and 6:36 are printed beside it.
 */
export const durationChange = (seconds: number): Figure => ({
  text: formatDurationChange(seconds),
  value: null,
  numberFormat: '@',
});
