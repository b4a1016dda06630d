import { attribute, childrenOf, parseXml, type XmlTree } from '../xml/tree';
import { XmlEdit } from '../xml/edit';
import { XmlError } from '../xml/lexer';
import { declaration, element } from '../xml/write';
import { FileRefusal } from '../problem';
import { decodePart, encodePart } from './encoding';

export type Relationship = {
  id: string;
  /** Last word of the type: `worksheet`, `chart`. */ kind: string;
  type: string;
  target: string;
  external: boolean;
};

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS_NS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES_NS = 'http://schemas.openxmlformats.org/package/2006/content-types';
/** Folder of the relationship types that name the parts of a document. */
export const transitionalRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const keyOf = (name: string): string => name.toLowerCase();

/** Name of the part that holds a part's relationships: `xl/_rels/workbook.xml.rels`. */
const relationshipsPart = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** A target without its escapes; one whose escapes are no UTF-8 (`styl%E9s.xml`, as some writers leave it) stays as it is. */
const unescaped = (target: string): string => {
  try {
    return decodeURI(target.replace(/%(?![0-9a-fA-F]{2})/g, '%25'));
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
};

/** Part that a relationship's target names, seen from the part it belongs to. */
const resolveTarget = (part: string, target: string): string => {
  const path = unescaped(target.replace(/\\/g, '/'));
  if (path.startsWith('/')) return path.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
};

/** Target that names a part from another one: `../charts/chart1.xml`. */
const relativeTarget = (from: string, to: string): string => {
  const base = from.split('/').slice(0, -1);
  const path = to.split('/');
  while (base.length > 0 && path.length > 1 && base[0] === path[0]) {
    base.shift();
    path.shift();
  }
  return '../'.repeat(base.length) + path.join('/');
};

/**
 * The parts of a file (ECMA-376 part 2). Names compare without case. A copy shares the parts' bytes with its original, so
 * that a save works on a copy and the opened file stays as it was read.
 */
export class Package {
  private readonly parts = new Map<string, { name: string; bytes: Uint8Array }>();
  private readonly trees = new Map<string, XmlTree>();

  constructor(
    entries: Iterable<readonly [string, Uint8Array]>,
    readonly file: string,
  ) {
    for (const [name, bytes] of entries) this.parts.set(keyOf(name), { name, bytes });
  }

  copy(): Package {
    return new Package(this.entries(), this.file);
  }

  *entries(): Generator<readonly [string, Uint8Array]> {
    for (const { name, bytes } of this.parts.values()) yield [name, bytes];
  }

  has(name: string): boolean {
    return this.parts.has(keyOf(name));
  }

  bytes(name: string): Uint8Array {
    const part = this.parts.get(keyOf(name));
    if (!part) throw this.damaged(name);
    return part.bytes;
  }

  text(name: string): string {
    return decodePart(this.bytes(name));
  }

  /**
   * A part's XML as a tree, parsed once.
   * @throws FileRefusal naming the part when it is missing or not well-formed.
   */
  tree(name: string): XmlTree {
    const known = this.trees.get(keyOf(name));
    if (known) return known;
    const tree = this.parse(name, () => parseXml(this.text(name)));
    this.trees.set(keyOf(name), tree);
    return tree;
  }

  /** Runs a reader over a part and turns its XML errors into the refusal that names the part. */
  parse<T>(name: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof XmlError) throw this.damaged(name);
      throw error;
    }
  }

  set(name: string, content: string | Uint8Array): void {
    const key = keyOf(name);
    const bytes = typeof content === 'string' ? encodePart(content) : content;
    this.parts.set(key, { name: this.parts.get(key)?.name ?? name, bytes });
    this.trees.delete(key);
  }

  /** Removes a part with its relationships and its content type. */
  remove(name: string): void {
    this.parts.delete(keyOf(name));
    this.trees.delete(keyOf(name));
    const relations = relationshipsPart(name);
    this.parts.delete(keyOf(relations));
    this.trees.delete(keyOf(relations));
    const tree = this.tree(CONTENT_TYPES);
    const entry = tree.root.children.find((type) => keyOf(attribute(type, 'PartName') ?? '') === keyOf(`/${name}`));
    if (!entry) return;
    const edit = new XmlEdit(tree);
    edit.remove(entry);
    this.set(CONTENT_TYPES, edit.toString());
  }

  /** A part name that is free: `freeName('xl/charts/chart', '.xml')` gives `xl/charts/chart3.xml`. */
  freeName(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${extension}`)) number++;
    return `${stem}${number}${extension}`;
  }

  contentType(name: string): string {
    const { root } = this.tree(CONTENT_TYPES);
    const override = root.children.find((type) => keyOf(attribute(type, 'PartName') ?? '') === keyOf(`/${name}`));
    if (override) return attribute(override, 'ContentType') ?? '';
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const standard = childrenOf(root, 'Default').find((type) => attribute(type, 'Extension')?.toLowerCase() === extension);
    return attribute(standard, 'ContentType') ?? '';
  }

  /** Adds a part of a content type. Media get their type by extension, as everybody writes them. */
  add(name: string, content: string | Uint8Array, contentType: string): void {
    this.set(name, content);
    if (this.contentType(name) === contentType) return;
    const edit = new XmlEdit(this.tree(CONTENT_TYPES));
    const extension = name.slice(name.lastIndexOf('.') + 1);
    if (contentType.startsWith('image/')) {
      const first = edit.root.children[0];
      const xml = element(`${edit.prefix}Default`, { Extension: extension, ContentType: contentType });
      if (first) edit.cut(first.start, first.start, xml);
      else edit.append(edit.root, xml);
    } else edit.append(edit.root, element(`${edit.prefix}Override`, { PartName: `/${name}`, ContentType: contentType }));
    this.set(CONTENT_TYPES, edit.toString());
  }

  /** Relationships of a part; `''` gives those of the whole file. */
  relationships(part: string): Relationship[] {
    const name = part === '' ? '_rels/.rels' : relationshipsPart(part);
    if (!this.has(name)) return [];
    return childrenOf(this.tree(name).root, 'Relationship').map((entry) => {
      const type = attribute(entry, 'Type') ?? '';
      const external = attribute(entry, 'TargetMode') === 'External';
      const target = attribute(entry, 'Target') ?? '';
      return {
        id: attribute(entry, 'Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        type,
        target: external ? target : resolveTarget(part, target),
        external,
      };
    });
  }

  /** Relates a part to another, or to an address outside the file, and gives the new relationship's id. */
  relate(part: string, type: string, target: string, mode: 'internal' | 'external' = 'internal'): string {
    const name = part === '' ? '_rels/.rels' : relationshipsPart(part);
    if (!this.has(name)) this.set(name, `${declaration}${element('Relationships', { xmlns: RELATIONSHIPS_NS })}`);
    const taken = new Set(this.relationships(part).map(({ id }) => id.toLowerCase()));
    let number = 1;
    while (taken.has(`rid${number}`)) number++;
    const edit = new XmlEdit(this.tree(name));
    const attributes = {
      Id: `rId${number}`,
      Type: type,
      Target: part === '' || mode === 'external' ? target : relativeTarget(part, target),
      TargetMode: mode === 'external' ? 'External' : undefined,
    };
    edit.append(edit.root, element(`${edit.prefix}Relationship`, attributes));
    this.set(name, edit.toString());
    return `rId${number}`;
  }

  unrelate(part: string, id: string): void {
    const name = relationshipsPart(part);
    const tree = this.tree(name);
    const entry = tree.root.children.find((relation) => attribute(relation, 'Id') === id);
    if (!entry) return;
    const edit = new XmlEdit(tree);
    edit.remove(entry);
    this.set(name, edit.toString());
  }

  /** Every part that can be reached from a part (`''`: from the file) by relationships. */
  reachable(from = '', seen = new Set<string>()): Set<string> {
    for (const { target, external } of this.relationships(from)) {
      if (external || seen.has(keyOf(target)) || !this.has(target)) continue;
      seen.add(keyOf(target));
      this.reachable(target, seen);
    }
    return seen;
  }

  damaged(part: string): FileRefusal {
    return new FileRefusal({ code: 'file-damaged', params: { file: this.file, part } });
  }
}

/** Content types of an empty package. */
export const emptyContentTypes = `${declaration}${element(
  'Types',
  { xmlns: TYPES_NS },
  element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
  element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
)}`;
