import type { Sheet, Validation } from '../../book/sheet';
import { worksheetOrder, writerOf, type Writer } from '../dialect';
import { formulaToFile } from '../formula';
import { areasReference } from '../reference';
import { fingerprint, type SheetSource } from '../source';
import { encodeSpreadsheetText, encodeText } from '../xml/text';
import type { XmlEdit } from '../xml/edit';
import { child } from '../xml/tree';

const validationXml = (validation: Validation, write: Writer): string => {
  const { error, prompt } = validation;
  const text = (value: string | undefined): string | undefined => (value ? encodeSpreadsheetText(value) : undefined);
  const formula = (name: string, value: string | undefined): string =>
    value === undefined || value === '' ? '' : write(name, {}, encodeText(formulaToFile(value)));
  return write(
    'dataValidation',
    {
      type: validation.type === 'none' ? undefined : validation.type,
      errorStyle: error && error.style !== 'stop' ? error.style : undefined,
      operator: validation.operator,
      allowBlank: validation.allowBlank || undefined,
      // The file's flag hides the list's arrow.
      showDropDown: validation.showDropdown ? undefined : true,
      showInputMessage: prompt?.show || undefined,
      showErrorMessage: error?.show || undefined,
      errorTitle: text(error?.title),
      error: text(error?.message),
      promptTitle: text(prompt?.title),
      prompt: text(prompt?.message),
      sqref: areasReference(validation.areas),
    },
    formula('formula1', validation.formula1),
    formula('formula2', validation.formula2),
  );
};

/** Writes the data validations that are new or changed; the others keep their elements. */
export const writeValidations = (edit: XmlEdit, sheet: Sheet, source: SheetSource): void => {
  const { root } = edit;
  const write = writerOf(root);
  const list = child(root, 'dataValidations');
  const wanted = sheet.validations.filter(({ areas }) => areas.length > 0);
  if (wanted.length === 0) {
    if (list) edit.remove(list);
    return;
  }
  const present = new Set(wanted);
  for (const [validation, { element, was }] of source.validations) {
    if (!present.has(validation)) edit.remove(element);
    else if (fingerprint(validation) !== was) edit.replace(element, validationXml(validation, write));
  }
  const added = wanted.filter((validation) => !source.validations.has(validation)).map((each) => validationXml(each, write));
  if (!list) {
    if (added.length > 0)
      edit.insertInOrder(root, 'dataValidations', write('dataValidations', { count: added.length }, ...added), worksheetOrder);
    return;
  }
  edit.setAttributes(list, { count: wanted.length });
  if (added.length > 0) edit.append(list, added.join(''));
};
