/** One measure of a linear expression with its factor: `(promoteurs-detracteurs)*100` is 100 and −100. */
export type LinearTerm = { factor: number; measure: string };

/**
 * Reads a catalogue expression that only adds, subtracts and multiplies by numbers; null for anything else (a product or a
 * quotient of two measures cannot be added up over days). `DISTINCT(…)` is not one of these.
 */
export const parseLinear = (text: string): readonly LinearTerm[] | null => {
  const tokens = text.match(/[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?|[-+*()/]/g) ?? [];
  if (tokens.join('') !== text.replace(/\s+/g, '')) return null;
  let place = 0;

  const factor = (): LinearTerm[] | null => {
    const token = tokens[place++];
    if (token === '(') {
      const inner = sum();
      return tokens[place++] === ')' ? inner : null;
    }
    return token !== undefined && /^[A-Za-z_]/.test(token) ? [{ factor: 1, measure: token }] : null;
  };
  const product = (): LinearTerm[] | null => {
    let terms = factor();
    while (terms && tokens[place] === '*') {
      place++;
      const times = Number(tokens[place++]);
      terms = Number.isNaN(times) ? null : terms.map((term) => ({ ...term, factor: term.factor * times }));
    }
    return terms;
  };
  const sum = (): LinearTerm[] | null => {
    let terms = product();
    while (terms && (tokens[place] === '+' || tokens[place] === '-')) {
      const sign = tokens[place++] === '-' ? -1 : 1;
      const next = product();
      terms = next ? [...terms, ...next.map((term) => ({ ...term, factor: sign * term.factor }))] : null;
    }
    return terms;
  };

  const terms = sum();
  return terms && place === tokens.length ? terms : null;
};
