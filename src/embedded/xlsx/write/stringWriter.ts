import type { Writer } from '../dialect';
import { encodeSpreadsheetText } from '../xml/text';
import { XmlEdit } from '../xml/edit';
import { writerOf } from '../dialect';
import { attribute, type XmlTree } from '../xml/tree';
import { encodeText } from '../xml/text';

/**
 * Adds the texts that a save needs to a shared-string part; those that are there keep their place, rich or not. Places of
 * texts that no cell showed when the file was opened are taken first, so that a sheet that is written again and again leaves no trail.
 */
export class StringWriter {
  private readonly known = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly replaced = new Map<number, string>();
  private readonly free: number[];
  private readonly write: Writer;
  private uses = 0;
  private readonly count: number;

  constructor(
    private readonly tree: XmlTree,
    texts: readonly string[],
    free: readonly number[],
  ) {
    const isFree = new Set(free);
    this.free = [...free].reverse();
    this.write = writerOf(tree.root);
    this.count = texts.length;
    tree.root.children.forEach((item, index) => {
      // Only an item of plain text can stand for a plain text: runs and phonetic guides belong to their own cells.
      const plain = item.children.length === 1 && item.children[0]?.local === 't';
      const text = texts[index];
      if (plain && text !== undefined && !isFree.has(index) && !this.known.has(text)) this.known.set(text, index);
    });
  }

  index(text: string): number {
    this.uses++;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const space = text !== text.trim() || /[\n\t]/.test(text) ? { 'xml:space': 'preserve' } : {};
    const index = this.place(this.write('si', {}, this.write('t', space, encodeText(encodeSpreadsheetText(text)))));
    this.known.set(text, index);
    return index;
  }

  private place(item: string): number {
    const index = this.free.pop();
    if (index === undefined) return this.count + this.added.push(item) - 1;
    this.replaced.set(index, item);
    return index;
  }

  /** Source of the part with what was added, or undefined when nothing was. */
  finish(): string | undefined {
    if (this.added.length === 0 && this.replaced.size === 0) return undefined;
    const edit = new XmlEdit(this.tree);
    const total = Number(attribute(edit.root, 'count') ?? this.count) + this.uses;
    edit.setAttributes(edit.root, { count: total, uniqueCount: this.count + this.added.length });
    for (const [index, item] of this.replaced) {
      const element = edit.root.children[index];
      if (element) edit.replace(element, item);
    }
    if (this.added.length > 0) edit.append(edit.root, this.added.join(''));
    return edit.toString();
  }
}
