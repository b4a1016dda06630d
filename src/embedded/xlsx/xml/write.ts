import { encodeAttribute, encodeText } from './text';

export type AttributeValue = string | number | boolean | undefined | null;
export type Attributes = Record<string, AttributeValue>;

const attributeText = (value: Exclude<AttributeValue, undefined | null>): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : encodeAttribute(String(value));

/** Attributes as source, each with a leading space; undefined and null are left out, booleans are 1 and 0. */
export const attributesXml = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined || value === null ? '' : ` ${name}="${attributeText(value)}"`))
    .join('');

/** Source of an element; `content` is XML already: `element('v', {}, '12')` gives `<v>12</v>`. */
export const element = (name: string, attributes: Attributes = {}, ...content: string[]): string => {
  const inner = content.join('');
  return `<${name}${attributesXml(attributes)}${inner === '' ? '/>' : `>${inner}</${name}>`}`;
};

/** Source of an element that holds text; white space at the ends is kept. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, { ...attributes, ...(text !== text.trim() && { 'xml:space': 'preserve' }) }, encodeText(text));

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
