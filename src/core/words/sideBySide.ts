/**
 * Facts that do not depend on each other, side by side: no sentence, so that no word of a language joins them. What is empty
 * or null is left out: `sideBySide('C', null, '12 jours')` is `C · 12 jours`.
 */
export const sideBySide = (...facts: readonly (string | null)[]): string =>
  facts.filter((fact) => fact !== null && fact !== '').join(' · ');

/** Names one after the other, without a last “and”; `more`: there are others. `12/11, 13/11…` */
export const enumerated = (names: readonly string[], more = false): string => `${names.join(', ')}${more ? '…' : ''}`;
