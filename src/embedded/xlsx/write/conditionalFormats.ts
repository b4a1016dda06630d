import type { ConditionalFormat, Sheet } from '../../book/sheet';
import { worksheetOrder, writerOf, type Writer } from '../dialect';
import { formulaToFile } from '../formula';
import { areasReference } from '../reference';
import { fingerprint, type SheetSource } from '../source';
import { encodeText } from '../xml/text';
import type { XmlEdit } from '../xml/edit';
import { childrenOf } from '../xml/tree';
import type { Attributes } from '../xml/write';
import type { StyleWriter } from './styleWriter';

/** Files name a few operators otherwise than their rule types. */
const ruleTypes: Record<string, string> = { containsText: 'containsText', notContains: 'notContainsText' };

const ruleXml = (format: ConditionalFormat, styles: StyleWriter, write: Writer): string => {
  const { rule } = format;
  const common: Attributes = {
    dxfId: Object.keys(format.format).length === 0 ? undefined : styles.differential(format.format),
    priority: format.priority,
    stopIfTrue: format.stopIfTrue || undefined,
  };
  const formulas = (list: readonly string[]): string[] =>
    list.map((each) => write('formula', {}, encodeText(formulaToFile(each))));
  switch (rule.type) {
    case 'expression':
      return write('cfRule', { type: rule.type, ...common }, ...formulas([rule.formula]));
    case 'cellIs':
      return write('cfRule', { type: rule.type, ...common, operator: rule.operator }, ...formulas(rule.formulas));
    case 'containsText': {
      const type = ruleTypes[rule.operator] ?? rule.operator;
      const operator = rule.operator === 'notContainsText' ? 'notContains' : rule.operator;
      return write(
        'cfRule',
        { type, ...common, operator, text: rule.text },
        ...formulas(rule.formula === '' ? [] : [rule.formula]),
      );
    }
    case 'colorScale':
    case 'dataBar':
    case 'iconSet':
    case 'top10':
    case 'other':
      return format.source === undefined ? settingsXml(rule, common, write) : withPriority(format.source, format.priority);
  }
};

/** A rule of a kind that is written from plain settings: attributes, and a list of children by name. */
const settingsXml = (rule: { type: string; settings: Record<string, unknown> }, common: Attributes, write: Writer): string => {
  const attributes: Attributes = { type: String(rule.settings.type ?? rule.type), ...common };
  for (const [name, value] of Object.entries(rule.settings))
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') attributes[name] = value;
  return write('cfRule', attributes);
};

const withPriority = (source: string, priority: number): string => source.replace(/\spriority="\d+"/, ` priority="${priority}"`);

const withoutPriority = (format: ConditionalFormat): string => fingerprint({ ...format, priority: 0 });

/**
 * Writes the conditional formats that are new or changed. One that only changed its priority gets that attribute; rules of
 * kinds that the book does not model keep their source; what lives in the sheet's extensions stays.
 */
export const writeConditionalFormats = (edit: XmlEdit, sheet: Sheet, source: SheetSource, styles: StyleWriter): void => {
  const { root } = edit;
  const write = writerOf(root);
  const present = new Set(sheet.conditionalFormats);
  const kept = new Set<ConditionalFormat>();
  for (const [format, { element, was }] of source.conditionalFormats) {
    const before = JSON.parse(was) as ConditionalFormat;
    if (present.has(format) && withoutPriority(format) === withoutPriority(before)) {
      kept.add(format);
      if (format.priority !== before.priority) edit.setAttributes(element, { priority: format.priority });
    }
  }
  const goneElements = new Set(
    [...source.conditionalFormats].filter(([format]) => !kept.has(format)).map(([, { element }]) => element),
  );
  for (const block of childrenOf(root, 'conditionalFormatting')) {
    const rules = childrenOf(block, 'cfRule');
    if (rules.length > 0 && rules.every((rule) => goneElements.has(rule))) edit.remove(block);
    else for (const rule of rules) if (goneElements.has(rule)) edit.remove(rule);
  }
  for (const format of sheet.conditionalFormats) {
    if (kept.has(format) || format.areas.length === 0) continue;
    const xml = write('conditionalFormatting', { sqref: areasReference(format.areas) }, ruleXml(format, styles, write));
    edit.insertInOrder(root, 'conditionalFormatting', xml, worksheetOrder);
  }
};
