import { attribute, child, childrenOf, numberAttribute, type Element } from '../xml/tree';

/** Numbers of the cell metadata that mark a formula as a dynamic array, of a metadata part ([MS-XLSX] 2.2.4.7). */
export const readDynamicArrays = (root: Element | undefined): Set<number> => {
  const types = childrenOf(child(root, 'metadataTypes'), 'metadataType').map((type) => attribute(type, 'name'));
  const found = new Set<number>();
  childrenOf(child(root, 'cellMetadata'), 'bk').forEach((block, index) => {
    // Both counts begin with 1.
    if (childrenOf(block, 'rc').some((record) => types[(numberAttribute(record, 't') ?? 0) - 1] === 'XLDAPR'))
      found.add(index + 1);
  });
  return found;
};
