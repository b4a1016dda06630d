import { newSheetId } from '../../book/blank';
import type { ConditionalFormat } from '../../book/sheet';
import { formulaFromFile } from '../formula';
import { parseAreas } from '../reference';
import { fingerprint, type Remembered } from '../source';
import {
  attribute,
  booleanAttribute,
  child,
  childrenOf,
  numberAttribute,
  sourceOf,
  textOf,
  type Element,
  type XmlTree,
} from '../xml/tree';
import { decodeSpreadsheetText } from '../xml/text';
import { resolveColor, type Palette } from './color';
import { readFont } from './styles';

export type DifferentialFormat = ConditionalFormat['format'];

/** Differential formats of a styles part, by number. */
export const readDifferentialFormats = (styles: Element | undefined, palette: Palette): DifferentialFormat[] =>
  childrenOf(child(styles, 'dxfs'), 'dxf').map((dxf) => {
    const format: DifferentialFormat = {};
    const font = child(dxf, 'font');
    if (font) {
      const { bold, italic, underline, strikethrough } = readFont(font, palette);
      const color = resolveColor(child(font, 'color'), palette);
      if (color) format.fontColor = color;
      if (child(font, 'b')) format.bold = bold;
      if (child(font, 'i')) format.italic = italic;
      if (child(font, 'u')) format.underline = underline !== 'none';
      if (child(font, 'strike')) format.strikethrough = strikethrough;
    }
    const fill = child(child(dxf, 'fill'), 'patternFill');
    // A differential fill keeps its colour as background, unlike a cell's.
    const color = resolveColor(child(fill, 'bgColor') ?? child(fill, 'fgColor'), palette);
    if (color) format.fill = color;
    const numberFormat = attribute(child(dxf, 'numFmt'), 'formatCode');
    if (numberFormat !== undefined) format.numberFormat = decodeSpreadsheetText(numberFormat);
    return format;
  });

const readRule = (tree: XmlTree, rule: Element): ConditionalFormat['rule'] => {
  const formulas = childrenOf(rule, 'formula').map((formula) => formulaFromFile(textOf(tree, formula)));
  const [formula = ''] = formulas;
  const operator = attribute(rule, 'operator') ?? '';
  const type = attribute(rule, 'type') ?? '';
  switch (type) {
    case 'expression':
      return { type, formula };
    case 'cellIs':
      return { type, operator, formulas };
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith':
      return { type: 'containsText', operator: operator || type, text: attribute(rule, 'text') ?? '', formula };
    case 'colorScale':
    case 'dataBar':
    case 'iconSet':
    case 'top10':
      return { type, settings: { type } };
    default:
      return { type: 'other', settings: { type } };
  }
};

/** Conditional formats of a sheet in their file order, each remembered with its element. */
export const readConditionalFormats = (
  tree: XmlTree,
  formats: readonly DifferentialFormat[],
): { list: ConditionalFormat[]; remembered: Remembered<ConditionalFormat> } => {
  const remembered: Remembered<ConditionalFormat> = new Map();
  for (const block of childrenOf(tree.root, 'conditionalFormatting')) {
    for (const rule of childrenOf(block, 'cfRule')) {
      const format: ConditionalFormat = {
        id: newSheetId(),
        areas: parseAreas(attribute(block, 'sqref')),
        priority: numberAttribute(rule, 'priority') ?? 1,
        stopIfTrue: booleanAttribute(rule, 'stopIfTrue'),
        rule: readRule(tree, rule),
        format: { ...formats[numberAttribute(rule, 'dxfId') ?? -1] },
        source: sourceOf(tree, rule),
      };
      remembered.set(format, { element: rule, was: fingerprint(format) });
    }
  }
  return { list: [...remembered.keys()].sort((a, b) => a.priority - b.priority), remembered };
};
