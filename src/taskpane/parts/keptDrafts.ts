/** What was typed and is nowhere else yet, as it lies in the pane's storage; `pane` and `turn` say who put it there, and when. */
type Stored = { text: string; at: number; pane: string; turn: number };

/** Where drafts lie: a storage that all panes of one computer share. */
export type Shelf = {
  get: (key: string) => unknown;
  set: (key: string, stored: Stored) => void;
  remove: (key: string) => void;
  /** Tells under which keys another pane puts something or takes it away; what it returns ends that. */
  watch: (listener: (key: string) => void) => () => void;
};

/** A draft, and its clock time in milliseconds. */
export type Version<Value> = { value: Value; at: number };

/** A draft left longer ago than this was given up, in milliseconds: the workbook has gone on without it. */
const LONGEST = 15 * 24 * 3_600_000;

const isStored = (found: unknown): found is Stored =>
  typeof found === 'object' &&
  found !== null &&
  'text' in found &&
  typeof found.text === 'string' &&
  'at' in found &&
  typeof found.at === 'number' &&
  'pane' in found &&
  typeof found.pane === 'string' &&
  'turn' in found;

type Surroundings = { shelf: Shelf | Promise<Shelf>; pane: string; now: () => number };

/**
 * Drafts of one kind in one workbook, which outlive the pane. Two panes may be open on a workbook: what the other one has typed
 * is never gone over unless somebody says so, however late this one hears of it.
 */
export class KeptDrafts<Value> {
  /** Which version of each draft this pane knows. */
  private readonly known = new Map<string, string>();
  private turn = 0;
  /** One thing after the other: what was typed last is what is kept. */
  private queue: Promise<unknown> = Promise.resolve();

  /** `prefix`: of the keys. `read`: a draft from its JSON; null for what is none, of another version of the add-in say. */
  constructor(
    private readonly where: Surroundings,
    private readonly prefix: string,
    private readonly read: (parsed: unknown) => Value | null,
  ) {}

  /** The draft of a name, whoever has typed it; null without one. From then on this pane knows it. */
  load(name: string): Promise<Version<Value> | null> {
    return this.inTurn((shelf) => {
      const stored = this.stored(shelf, name);
      if (!stored) return null;
      this.known.set(name, markOf(stored));
      return this.versionOf(stored);
    });
  }

  /**
   * Keeps what is typed; null: there is nothing to keep any more. The answer is the version of another pane that this one does
   * not know yet, in which case nothing was changed; null when it is kept.
   */
  save(name: string, value: Value | null): Promise<Version<Value> | null> {
    const text = value === null ? null : JSON.stringify(value);
    return this.inTurn((shelf) => {
      const stored = this.stored(shelf, name);
      const other = stored && stored.text !== text ? this.unknownIn(name, stored) : null;
      if (!other) this.put(shelf, name, text);
      return other;
    });
  }

  /** What this pane saves next goes over the other's version, which somebody has looked at and given up. */
  insist(name: string): Promise<void> {
    return this.inTurn((shelf) => {
      const stored = this.stored(shelf, name);
      if (stored) this.known.set(name, markOf(stored));
    });
  }

  /** Tells when another pane has typed something else under a name; what it returns ends that. */
  watch(name: string, listener: (other: Version<Value>) => void): () => void {
    let ended = false;
    let end = (): void => {
      ended = true;
    };
    void Promise.resolve(this.where.shelf).then((shelf) => {
      if (ended) return;
      end = shelf.watch((key) => {
        if (key !== this.keyOf(name)) return;
        const stored = this.stored(shelf, name);
        const other = stored && this.unknownIn(name, stored);
        if (other) listener(other);
      });
    });
    return () => end();
  }

  /** Looks and puts at one go: nobody else does in between. */
  private inTurn<T>(work: (shelf: Shelf) => T): Promise<T> {
    const done = this.queue.then(() => this.where.shelf).then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private put(shelf: Shelf, name: string, text: string | null): void {
    const { pane, now } = this.where;
    if (text === null) {
      this.known.delete(name);
      shelf.remove(this.keyOf(name));
      return;
    }
    const next: Stored = { text, at: now(), pane, turn: ++this.turn };
    shelf.set(this.keyOf(name), next);
    this.known.set(name, markOf(next));
  }

  private keyOf(name: string): string {
    return `${this.prefix}#${name}`;
  }

  private stored(shelf: Shelf, name: string): Stored | null {
    const found = shelf.get(this.keyOf(name));
    return isStored(found) ? found : null;
  }

  private unknownIn(name: string, stored: Stored): Version<Value> | null {
    const isKnown = stored.pane === this.where.pane || this.known.get(name) === markOf(stored);
    return isKnown ? null : this.versionOf(stored);
  }

  private versionOf({ text, at }: Stored): Version<Value> | null {
    if (this.where.now() - at > LONGEST) return null;
    const value = this.read(parsedText(text));
    return value === null ? null : { value, at };
  }
}

const markOf = ({ pane, turn }: Stored): string => `${pane} ${String(turn)}`;

const parsedText = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
