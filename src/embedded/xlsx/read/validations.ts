import type { Validation } from '../../book/sheet';
import { formulaFromFile } from '../formula';
import { parseAreas } from '../reference';
import { fingerprint, type Remembered } from '../source';
import { decodeSpreadsheetText } from '../xml/text';
import { attribute, booleanAttribute, child, childrenOf, sourceOf, textOf, type Element, type XmlTree } from '../xml/tree';

const readValidation = (tree: XmlTree, element: Element): Validation => {
  const text = (name: string): string => decodeSpreadsheetText(attribute(element, name) ?? '');
  const formula = (name: string): string | undefined => {
    const found = child(element, name);
    return found && formulaFromFile(textOf(tree, found));
  };
  return {
    areas: parseAreas(attribute(element, 'sqref')),
    type: attribute(element, 'type') ?? 'none',
    operator: attribute(element, 'operator'),
    formula1: formula('formula1'),
    formula2: formula('formula2'),
    allowBlank: booleanAttribute(element, 'allowBlank'),
    // The file's flag says the opposite of its name: true hides the list's arrow.
    showDropdown: !booleanAttribute(element, 'showDropDown'),
    error: {
      title: text('errorTitle'),
      message: text('error'),
      style: attribute(element, 'errorStyle') ?? 'stop',
      show: booleanAttribute(element, 'showErrorMessage'),
    },
    prompt: { title: text('promptTitle'), message: text('prompt'), show: booleanAttribute(element, 'showInputMessage') },
    source: sourceOf(tree, element),
  };
};

/** Data validations of a sheet, each remembered with its element. Those that live in the sheet's extensions are kept there. */
export const readValidations = (tree: XmlTree): { list: Validation[]; remembered: Remembered<Validation> } => {
  const remembered: Remembered<Validation> = new Map();
  for (const element of childrenOf(child(tree.root, 'dataValidations'), 'dataValidation')) {
    const validation = readValidation(tree, element);
    remembered.set(validation, { element, was: fingerprint(validation) });
  }
  return { list: [...remembered.keys()], remembered };
};
