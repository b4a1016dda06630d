/** What reads in one direction, in the order in which it is drawn from the left; the text itself in the order of reading. */
type DirectedRun = { text: string; rightToLeft: boolean };

type Kind = 'left' | 'right' | 'digit' | 'neutral';

/** A letter of a script that is read from the right. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
/** Between two digits, part of the number: `15/11`, `9,5`, `8:40`. */
const SEPARATOR = /[.,:/\u00a0\u202f]/;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};

const kindOf = (character: string): Kind => {
  if (DIGIT.test(character)) return 'digit';
  if (RIGHT_TO_LEFT.test(character)) return 'right';
  return LETTER.test(character) ? 'left' : 'neutral';
};

/** Neutral characters take the direction that both neighbours have, else the line's; a digit stands with what is before it. */
const resolved = (characters: readonly string[], base: Kind): Kind[] => {
  const kinds = characters.map(kindOf);
  kinds.forEach((kind, i) => {
    const between = kinds[i - 1] === 'digit' && kinds[i + 1] === 'digit';
    if (kind === 'neutral' && between && SEPARATOR.test(characters[i] ?? '')) kinds[i] = 'digit';
  });
  let strong = base;
  kinds.forEach((kind, i) => {
    if (kind === 'digit' && strong === 'left') kinds[i] = 'left';
    else if (kind === 'left' || kind === 'right') strong = kind;
  });
  const side = (kind: Kind | undefined): Kind => (kind === undefined ? base : kind === 'digit' ? 'right' : kind);
  return kinds.map((kind, i) => {
    if (kind !== 'neutral') return kind;
    const before = side(
      kinds
        .slice(0, i)
        .reverse()
        .find((one) => one !== 'neutral'),
    );
    const after = side(kinds.slice(i).find((one) => one !== 'neutral'));
    return before === after ? before : base;
  });
};

/**
 * A line in the order in which it is drawn, by the Unicode bidirectional algorithm (UAX #9) without its embeddings: the
 * first letter says in which direction the line runs, as in a cell of Excel. `appel de שרה לוי à 9 h` gives `appel de `,
 * `לוי`, ` `, `שרה`, ` à 9 h`. A run from right to left is one word, without signs.
 */
export const visualRuns = (line: string): DirectedRun[] => {
  if (!RIGHT_TO_LEFT.test(line)) return [{ text: line, rightToLeft: false }];
  const characters = [...line];
  const base = characters.map(kindOf).find((kind) => kind === 'left' || kind === 'right') ?? 'left';
  const kinds = resolved(characters, base);
  // Levels by rules I1 and I2: odd ones run from the right.
  const levels = kinds.map((kind) => (kind === 'right' ? 1 : base === 'left' && kind === 'left' ? 0 : 2));
  const runs: { text: string; level: number; word: boolean }[] = [];
  characters.forEach((character, i) => {
    const level = levels[i] ?? 0;
    const word = level === 1 && kindOf(character) === 'right';
    const text = level === 1 ? (MIRRORED[character] ?? character) : character;
    const last = runs.at(-1);
    // Signs among words from the right are drawn one by one: each stands left of the one before.
    if (last && last.level === level && (level !== 1 || (word && last.word))) last.text += text;
    else runs.push({ text, level, word });
  });
  // Rule L2: what lies at level 1 and above is turned round, run by run; inside a run of level 2 nothing moves.
  const drawn: typeof runs = [];
  let turned: typeof runs = [];
  for (const run of runs) {
    if (run.level > 0) turned.unshift(run);
    else {
      drawn.push(...turned, run);
      turned = [];
    }
  }
  return [...drawn, ...turned].map(({ text, word }) => ({ text, rightToLeft: word }));
};
