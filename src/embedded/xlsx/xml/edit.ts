import { attributesXml, type Attributes, type AttributeValue } from './write';
import { attribute, child, type Element, type XmlTree } from './tree';

/** `pieces` are joined at the end only: a sheet may append a million rows one by one. */
type Splice = { start: number; end: number; pieces: string[]; rank: number };

/**
 * Changes to a part, as cuts and insertions in its source: every byte outside them stays. Changes to the same place must
 * not overlap; insertions at one place come in the order of their rank, then in the order they were made.
 */
export class XmlEdit {
  private readonly splices: Splice[] = [];
  private readonly filled = new Map<Element, Splice>();
  /** Prefix of the part's own vocabulary, with its colon: `x:` or nothing. */
  readonly prefix: string;

  constructor(readonly tree: XmlTree) {
    const colon = tree.root.name.indexOf(':');
    this.prefix = colon < 0 ? '' : tree.root.name.slice(0, colon + 1);
  }

  get changed(): boolean {
    return this.splices.length > 0;
  }

  get root(): Element {
    return this.tree.root;
  }

  replace(target: Element, xml: string): void {
    this.cut(target.start, target.end, xml);
  }

  remove(target: Element): void {
    this.replace(target, '');
  }

  /** Replaces a stretch of the source; an empty stretch inserts. */
  cut(start: number, end: number, text: string, rank = 0): void {
    this.splices.push({ start, end, pieces: [text], rank });
  }

  /** Adds at the end of an element's content. */
  append(parent: Element, xml: string, rank = Number.MAX_SAFE_INTEGER): void {
    if (!parent.selfClosing) {
      this.cut(parent.closeStart, parent.closeStart, xml, rank);
      return;
    }
    const filled = this.filled.get(parent);
    if (filled) {
      filled.pieces.splice(-1, 0, xml);
      return;
    }
    const splice = { start: parent.openEnd - 2, end: parent.openEnd, pieces: ['>', xml, `</${parent.name}>`], rank: 0 };
    this.filled.set(parent, splice);
    this.splices.push(splice);
  }

  /** Inserts a child where the schema wants it: before the first child that `order` lists later. */
  insertInOrder(parent: Element, local: string, xml: string, order: readonly string[]): void {
    const rank = order.indexOf(local);
    const follower = parent.children.find((candidate) => order.indexOf(meaningOf(candidate)) > rank);
    if (follower) this.cut(follower.start, follower.start, xml, rank);
    else this.append(parent, xml, rank);
  }

  /** Replaces the child of that name, or inserts it in order; an empty `xml` removes it. */
  setChild(parent: Element, local: string, xml: string, order: readonly string[]): void {
    const existing = child(parent, local);
    if (existing) this.replace(existing, xml);
    else if (xml !== '') this.insertInOrder(parent, local, xml, order);
  }

  /** Sets attributes of an element and leaves its others; null removes one. */
  setAttributes(target: Element, changes: Attributes): void {
    const added: Record<string, AttributeValue> = {};
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) continue;
      const existing = target.attributes.find((candidate) => candidate.name === name);
      if (!existing) added[name] = value;
      else if (value === null) this.cut(existing.start - 1, existing.end, '');
      else if (attribute(target, name) !== (typeof value === 'boolean' ? (value ? '1' : '0') : String(value)))
        this.cut(existing.start - 1, existing.end, attributesXml({ [name]: value }));
    }
    const xml = attributesXml(added);
    const at = target.openEnd - (target.selfClosing ? 2 : 1);
    if (xml !== '') this.cut(at, at, xml, -1);
  }

  toString(): string {
    const { source } = this.tree;
    const ordered = this.splices
      .map((splice, index) => ({ splice, index }))
      .sort(
        (a, b) =>
          a.splice.start - b.splice.start ||
          Number(a.splice.end > a.splice.start) - Number(b.splice.end > b.splice.start) ||
          a.splice.rank - b.splice.rank ||
          a.index - b.index,
      );
    const pieces: string[] = [];
    let at = 0;
    for (const { splice } of ordered) {
      if (splice.start < at) throw new RangeError(`changes overlap at ${splice.start}`);
      pieces.push(source.slice(at, splice.start), splice.pieces.join(''));
      at = splice.end;
    }
    pieces.push(source.slice(at));
    return pieces.join('');
  }
}

/** What an element is in its parent's order: `mc:AlternateContent` stands for what its first choice holds. */
const meaningOf = (candidate: Element): string =>
  candidate.local === 'AlternateContent' ? (candidate.children[0]?.children[0]?.local ?? candidate.local) : candidate.local;
