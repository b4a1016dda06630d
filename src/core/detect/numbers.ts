/** Hours typed as text, `3:25`, `00:03:25`, and amounts with their currency: figures for a person, texts for every formula. */
const CLOCK = /^\d{1,4}:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?$/;
const WITH_UNIT =
  /^[+−-]?\d[\d\s\u00a0\u202f.,'’]*\s*(€|\$|£|k€|eur|euros?|s|sec|secondes?|min|mn|h|j|jours?|days?|hours?|minutes?|seconds?)\.?$/i;

/** Texts that stand where a figure is missing or cannot be: `NA`, `n/a`, `-`, `%`, `n.c.`. */
const PLACEHOLDER = /^(?:n\/?a|#n\/?a|n\.?\s?[acdrs]\.?|-+|–|—|\/|\.+|\?+|%+|n[ée]ant|none|null|nil|vide|tbd|tbc|s\.?o\.?)$/i;

/** True for a text that says that there is no figure. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text.trim());

/**
 * Number of a text written with a decimal mark: `readNumberText('1 092,5', ',')` is 1092.5 and `94 %` 0.94, as NUMBERVALUE
 * reads them; null when it is none.
 */
export const readNumberText = (text: string, decimal: '.' | ','): number | null => {
  const group = decimal === '.' ? /[\s\u00a0\u202f,]/g : /[\s\u00a0\u202f.]/g;
  const plain = text.trim().replace(group, '').replace(decimal, '.');
  const [, number = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)%?$/i.exec(plain) ?? [];
  if (number === '') return null;
  return plain.endsWith('%') ? Number(number) / 100 : Number(number);
};

/** True for hours typed as text: `0:03:25`. */
export const isClockText = (text: string): boolean => CLOCK.test(text.trim());

/** The unit that stands behind a figure in its cell, `min` in `12 min`; null where there is none. */
export const unitBehind = (text: string): string | null => WITH_UNIT.exec(text.trim())?.[1]?.toLowerCase() ?? null;
