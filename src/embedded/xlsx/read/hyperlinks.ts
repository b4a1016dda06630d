import type { Hyperlink } from '../../book/sheet';
import type { Relationship } from '../package/package';
import { parseArea } from '../reference';
import { fingerprint, type Remembered } from '../source';
import { decodeSpreadsheetText } from '../xml/text';
import { attribute, child, childrenOf, relationshipId, type Element, type XmlTree } from '../xml/tree';

const readHyperlink = (element: Element, relationships: readonly Relationship[]): Hyperlink | undefined => {
  const area = parseArea(attribute(element, 'ref') ?? '');
  if (!area) return undefined;
  const id = relationshipId(element);
  const address = id === undefined ? undefined : relationships.find((relationship) => relationship.id === id)?.target;
  const optional = (name: string): string | undefined => {
    const value = attribute(element, name);
    return value === undefined || value === '' ? undefined : decodeSpreadsheetText(value);
  };
  const [place, tip, shown] = [optional('location'), optional('tooltip'), optional('display')];
  return {
    area,
    ...(address !== undefined && { address }),
    ...(place !== undefined && { place }),
    ...(tip !== undefined && { tip }),
    ...(shown !== undefined && { shown }),
  };
};

/** Links of a sheet's cells, each remembered with its element. */
export const readHyperlinks = (tree: XmlTree, relationships: readonly Relationship[]): Remembered<Hyperlink> => {
  const remembered: Remembered<Hyperlink> = new Map();
  for (const element of childrenOf(child(tree.root, 'hyperlinks'), 'hyperlink')) {
    const link = readHyperlink(element, relationships);
    if (link) remembered.set(link, { element, was: fingerprint(link) });
  }
  return remembered;
};
