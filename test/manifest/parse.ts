import { SaxesParser } from 'saxes';

/** An element of a manifest with what stands in it. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** @throws where the text is no well-formed XML. */
export const parse = (xml: string): Element => {
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (content) => {
    const element = open.at(-1);
    if (element) element.text += content.trim();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [first] = document.children;
  if (!first) throw new Error('no root element');
  return first;
};

export const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

/** Every element, the given one included. */
export const everything = (element: Element): Element[] => [element, ...element.children.flatMap(everything)];

/** Its child of that name; an empty element where there is none. */
export const child = (element: Element, name: string): Element =>
  element.children.find((candidate) => candidate.name === name) ?? { name, attributes: {}, children: [], text: '' };
