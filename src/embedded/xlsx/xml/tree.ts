import { Lexer, localName, XmlError, type Attribute } from './lexer';

/** An element with its place in the source, so that a save can leave it, cut it or write into it. */
export type Element = {
  /** As written, prefix included. */
  name: string;
  local: string;
  attributes: Attribute[];
  children: Element[];
  parent: Element | null;
  /** `<a …>content</a>`: start, openEnd, closeStart, end. */
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  selfClosing: boolean;
};

export type XmlTree = { source: string; root: Element };

/** Reads an element's content itself, by moving the lexer to just before the closing tag's end; gives true when it did. */
export type ContentReader = (lexer: Lexer, element: Element) => boolean;

const elementAt = (lexer: Lexer, parent: Element | null): Element => ({
  name: lexer.name,
  local: localName(lexer.name),
  attributes: lexer.attributes(),
  children: [],
  parent,
  start: lexer.start,
  openEnd: lexer.end,
  closeStart: lexer.end,
  end: lexer.end,
  selfClosing: lexer.selfClosing,
});

/**
 * Parses a part. `readContent` may take over elements whose content is too large for a tree (a sheet's rows).
 * @throws XmlError when the part is not well-formed or holds a document type.
 */
export const parseXml = (source: string, readContent?: ContentReader): XmlTree => {
  const lexer = new Lexer(source);
  let root: Element | null = null;
  let current: Element | null = null;
  for (;;) {
    const token = lexer.next();
    if (token === 'open') {
      if (root && !current) throw new XmlError('second root element', lexer.start);
      const element = elementAt(lexer, current);
      current?.children.push(element);
      root ??= element;
      if (element.selfClosing) continue;
      if (readContent?.(lexer, element)) {
        element.closeStart = lexer.start;
        element.end = lexer.end;
      } else current = element;
    } else if (token === 'close') {
      if (!current) throw new XmlError(`</${lexer.name}> closes nothing`, lexer.start);
      lexer.ends(current.name);
      current.closeStart = lexer.start;
      current.end = lexer.end;
      current = current.parent;
    } else if (token === 'text' && !current && lexer.text().trim() !== '') {
      throw new XmlError('text outside the root element', lexer.start);
    } else if (token === 'end') break;
  }
  if (!root || current) throw new XmlError(current ? `<${current.name}> is not closed` : 'no element', source.length);
  return { source, root };
};

export const child = (element: Element | undefined | null, local: string): Element | undefined =>
  element?.children.find((candidate) => candidate.local === local);

export const childrenOf = (element: Element | undefined | null, local: string): Element[] =>
  element?.children.filter((candidate) => candidate.local === local) ?? [];

/** Element at the end of a path of local names: `descend(root, 'sheetPr', 'tabColor')`. */
export const descend = (element: Element | undefined | null, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((current, local) => child(current, local), element ?? undefined);

/** Every element under this one, itself included, in document order. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const each of element.children) yield* everyElement(each);
}

/** Value of an attribute by its name as written. */
export const attribute = (element: Element | undefined | null, name: string): string | undefined =>
  element?.attributes.find((candidate) => candidate.name === name)?.value;

/** Value of the relationship id, whatever prefix the part gives that namespace: `r:id`. */
export const relationshipId = (element: Element | undefined | null, local = 'id'): string | undefined =>
  element?.attributes.find(({ name }) => name.includes(':') && localName(name) === local)?.value;

export const numberAttribute = (element: Element | undefined | null, name: string): number | undefined => {
  const value = attribute(element, name);
  return value === undefined || value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
};

/** An xsd:boolean attribute: `1` and `true` are true. */
export const booleanAttribute = (element: Element | undefined | null, name: string, absent = false): boolean => {
  const value = attribute(element, name);
  return value === undefined ? absent : value === '1' || value === 'true' || value === 'on';
};

/** Characters directly in an element. */
export const textOf = (tree: XmlTree, element: Element | undefined | null): string => {
  if (!element || element.selfClosing) return '';
  const lexer = new Lexer(tree.source);
  lexer.end = element.start;
  lexer.next();
  return lexer.readText();
};

/** Exact source of an element. */
export const sourceOf = (tree: XmlTree, element: Element): string => tree.source.slice(element.start, element.end);
