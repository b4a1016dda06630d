/**
 * Expressions of the dictionary's cells: columns or measures added, subtracted, multiplied by numbers and by each other,
 * divided: `Reçus - Abandonnés`, `60*[Durée (min)]`, `[Prix]*[Quantité]`, `lignes`, `[Répondu] = "Oui"`. A name may hold
 * spaces and signs: it goes in brackets, or is recognised whole among the names that are known.
 */

/** What an expression counts with: a column or a measure by its name, rows, rows of an outcome, different values. */
export type Operand =
  | { kind: 'named'; name: string }
  | { kind: 'rows' }
  | { kind: 'where'; name: string; text: string }
  | { kind: 'distinct'; name: string };

/** A factor times operands over operands: `(a-b/c)*100` is 100 × a and −100 × b over c. */
export type Term = { factor: number; operands: readonly Operand[]; over: readonly Operand[] };

/** Terms to add up, or the text near which the expression stops making sense. */
export type Parsed = { ok: true; terms: readonly Term[] } | { ok: false; near: string };

const ROWS: readonly string[] = ['nombre de lignes', 'number of rows', 'lignes', 'rows'];
/** Words that say again what the column of the calculation says. */
const SPOKEN = /^(?:somme de|sum of|derniere valeur de|last value of|lignes ou|rows where) /;
const DISTINCT = /^distincts?\s*\(/;

/** One character for one, without case, accent or kind of apostrophe, so that places stay the same. */
const folded = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : Array.from(text, (character) => {
        if (character === '’') return "'";
        const base = character.normalize('NFD').charAt(0).toLowerCase();
        return base.length === character.length ? base : character;
      }).join('');

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

class Reader {
  private place = 0;
  private readonly text: string;
  private readonly plain: string;
  private readonly names: readonly { name: string; plain: string }[];

  constructor(text: string, names: readonly string[]) {
    this.text = spaced(text).replace(/[−–]/g, '-');
    this.plain = folded(this.text);
    this.names = [...new Set(names.map(spaced))]
      .filter((name) => name !== '')
      .map((name) => ({ name, plain: folded(name.replace(/[−–]/g, '-')) }))
      .sort((one, other) => other.plain.length - one.plain.length);
  }

  whole(): Parsed {
    const terms = this.sum();
    this.skip();
    return terms && terms.length > 0 && this.place >= this.text.length
      ? { ok: true, terms }
      : { ok: false, near: this.text.slice(Math.min(this.place, Math.max(0, this.text.length - 1))).slice(0, 24) };
  }

  private skip(): void {
    while (this.text[this.place] === ' ') this.place++;
  }

  /** The next sign when it is one of these. */
  private sign(signs: string): string | null {
    this.skip();
    const next = this.text[this.place];
    if (next === undefined || !signs.includes(next)) return null;
    this.place++;
    return next;
  }

  private sum(): Term[] | null {
    const first = this.product();
    if (!first) return null;
    const terms = [...first];
    for (let sign = this.sign('+-'); sign !== null; sign = this.sign('+-')) {
      const next = this.product();
      if (!next) return null;
      terms.push(...(sign === '-' ? scaled(next, -1) : next));
    }
    return terms;
  }

  private product(): Term[] | null {
    const first = this.factor();
    if (!first) return null;
    let terms: Term[] = first;
    for (let sign = this.sign('*×/÷'); sign !== null; sign = this.sign('*×/÷')) {
      const before = this.place;
      const next = this.factor();
      const made: Term[] | null = next && (sign === '*' || sign === '×' ? times(terms, next) : dividedBy(terms, next));
      if (!made) {
        this.place = before;
        return null;
      }
      terms = made;
    }
    return terms;
  }

  private factor(): Term[] | null {
    const minus = this.sign('+-');
    if (minus !== null) {
      const negated = this.factor();
      return negated && (minus === '-' ? scaled(negated, -1) : negated);
    }
    if (this.sign('(') !== null) {
      const inner = this.sum();
      return inner && this.sign(')') !== null ? inner : null;
    }
    return this.number() ?? this.operand();
  }

  private number(): Term[] | null {
    this.skip();
    const digits = /^\d+(?:[.,]\d+)?(?![\p{L}\p{N}_])/u.exec(this.text.slice(this.place))?.[0];
    if (digits === undefined || (this.known()?.length ?? 0) > digits.length) return null;
    this.place += digits.length;
    return [{ factor: Number(digits.replace(',', '.')), operands: [], over: [] }];
  }

  private operand(): Term[] | null {
    const spoken = SPOKEN.exec(this.plain.slice(this.place))?.[0];
    if (spoken !== undefined && !this.known()) this.place += spoken.length;
    const distinct = DISTINCT.exec(this.plain.slice(this.place))?.[0];
    if (distinct !== undefined && !this.known()) {
      this.place += distinct.length;
      const name = this.name(')');
      return name !== null && this.sign(')') !== null ? only({ kind: 'distinct', name }) : null;
    }
    const rows = ROWS.find((words) => this.stands(words));
    if (rows !== undefined && (this.known()?.length ?? 0) < rows.length) {
      this.place += rows.length;
      return only({ kind: 'rows' });
    }
    const name = this.name('+*×÷=()');
    if (name === null) return null;
    if (this.sign('=') === null) return only({ kind: 'named', name });
    const text = this.outcome();
    return text === null ? null : only({ kind: 'where', name, text });
  }

  /** Do these words stand here, whole? */
  private stands(plain: string): boolean {
    const after = this.plain[this.place + plain.length] ?? '';
    return this.plain.startsWith(plain, this.place) && !/[\p{L}\p{N}_]/u.test(/[\p{L}\p{N}_]$/u.test(plain) ? after : '');
  }

  /** The longest known name that stands here. */
  private known(): string | null {
    return this.names.find(({ plain }) => this.stands(plain))?.name ?? null;
  }

  private name(signs: string): string | null {
    this.skip();
    const bracketed = /^\[((?:[^\]]|\]\])*)\]/.exec(this.text.slice(this.place));
    if (bracketed) {
      this.place += bracketed[0].length;
      return spaced((bracketed[1] ?? '').replaceAll(']]', ']')) || null;
    }
    const known = this.known();
    if (known !== null) {
      this.place += known.length;
      return known;
    }
    // A name that nobody knows ends at a sign; a hyphen or a slash inside a word belongs to it.
    let end = this.place;
    while (end < this.text.length && !signs.includes(this.text[end] ?? '') && !/^ [-/] /.test(this.text.slice(end))) end++;
    const name = this.text.slice(this.place, end).trim();
    if (!/^[\p{L}_]/u.test(name)) return null;
    this.place = end;
    return name;
  }

  /** What a column is compared with: between quotes, or up to the next sign. */
  private outcome(): string | null {
    this.skip();
    const rest = this.text.slice(this.place);
    const quoted = /^(?:"((?:[^"]|"")*)"|« ?(.*?) ?»)/.exec(rest);
    const found = quoted ?? /^[^+*×÷()]+?(?= [-/] |[+*×÷()]|$)/.exec(rest);
    if (!found) return null;
    this.place += found[0].length;
    return quoted ? (quoted[1]?.replaceAll('""', '"') ?? quoted[2] ?? '') : found[0].trim();
  }
}

const only = (operand: Operand): Term[] => [{ factor: 1, operands: [operand], over: [] }];

const scaled = (terms: readonly Term[], factor: number): Term[] =>
  terms.map((term) => ({ ...term, factor: factor * term.factor }));

const times = (terms: readonly Term[], others: readonly Term[]): Term[] =>
  terms.flatMap((term) =>
    others.map((other) => ({
      factor: term.factor * other.factor,
      operands: [...term.operands, ...other.operands],
      over: [...term.over, ...other.over],
    })),
  );

/** A quotient by one term; what several terms divide belongs into the denominator's cell. */
const dividedBy = (terms: readonly Term[], others: readonly Term[]): Term[] | null => {
  const [divisor, ...more] = others;
  if (!divisor || more.length > 0 || divisor.factor === 0) return null;
  return terms.map((term) => ({
    factor: term.factor / divisor.factor,
    operands: [...term.operands, ...divisor.over],
    over: [...term.over, ...divisor.operands],
  }));
};

/**
 * Reads an expression. `names` are those that may stand in it without brackets: `Coût / appel` in it is one column, where
 * it is known, and a quotient where it is not.
 */
export const parseExpression = (text: string, names: readonly string[]): Parsed => new Reader(text, names).whole();
