import type { Border, CellStyle, ConditionalFormatDraft, SheetDraft, ValidationDraft, ValidationRule } from '../core/sheet/draft';
import type { Steps } from '../core/steps';
import { rangeOf } from './range';

const horizontals = { left: 'Left', center: 'Center', right: 'Right' } as const;
const verticals = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const weights = { thin: 'Thin', medium: 'Medium', thick: 'Thick' } as const;
/** Excel's names for the sides of a range. */
export const edges = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;

const writeBorder = (format: Excel.RangeFormat, edge: keyof typeof edges, border: Border): void => {
  const item = format.borders.getItem(edges[edge]);
  item.style = 'Continuous';
  item.weight = weights[border.style];
  item.color = border.color;
};

/** Lays a style over an area; what it does not name stays as it is. */
const writeStyle = (range: Excel.Range, style: CellStyle): void => {
  const { format } = range;
  const { font, borders } = style;
  if (font?.name !== undefined) format.font.name = font.name;
  if (font?.size !== undefined) format.font.size = font.size;
  if (font?.bold !== undefined) format.font.bold = font.bold;
  if (font?.italic !== undefined) format.font.italic = font.italic;
  if (font?.color !== undefined) format.font.color = font.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  // A single value stands for every cell of the range: one action instead of a matrix. The typings only know the matrix.
  if (style.numberFormat !== undefined) range.numberFormat = style.numberFormat as unknown as string[][];
  if (style.horizontal) format.horizontalAlignment = horizontals[style.horizontal];
  if (style.vertical) format.verticalAlignment = verticals[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  for (const edge of ['top', 'bottom', 'left', 'right'] as const) {
    const border = borders?.[edge];
    if (border) writeBorder(format, edge, border);
  }
};

/**
 * Replaces the conditional formats of the areas named. Excel puts each new one in front of those that are there, so the
 * list is added from its end. Deleted and added anew rather than edited: edited ones do not always refresh.
 */
export function* writeConditionalFormats(sheet: Excel.Worksheet, drafts: readonly ConditionalFormatDraft[]): Steps<void> {
  for (const { area } of drafts) {
    rangeOf(sheet, area).conditionalFormats.clearAll();
    yield undefined;
  }
  for (const draft of [...drafts].reverse()) {
    const added = rangeOf(sheet, draft.area).conditionalFormats.add('Custom');
    added.custom.rule.formula = draft.formula;
    const { font, fill } = added.custom.format;
    if (draft.style.fontColor !== undefined) font.color = draft.style.fontColor;
    if (draft.style.bold !== undefined) font.bold = draft.style.bold;
    if (draft.style.fill !== undefined) fill.color = draft.style.fill;
    if (draft.stopIfTrue !== undefined) added.stopIfTrue = draft.stopIfTrue;
    yield undefined;
  }
}

const bounds = (from: number, to: number | undefined): Excel.BasicDataValidation =>
  to === undefined ? { formula1: from, operator: 'GreaterThanOrEqualTo' } : { formula1: from, formula2: to, operator: 'Between' };

const validationRule = (rule: ValidationRule): Excel.DataValidationRule => {
  if ('list' in rule) return { list: { inCellDropDown: true, source: rule.list } };
  if ('formula' in rule) return { custom: { formula: rule.formula } };
  if ('whole' in rule) return { wholeNumber: bounds(rule.whole.minimum, rule.whole.maximum) };
  if ('decimal' in rule) return { decimal: bounds(rule.decimal.minimum, rule.decimal.maximum) };
  if ('date' in rule) {
    // A serial is a number to Office.js, which types a date's bounds as text: a formula says it in every locale.
    const { formula1, formula2, operator } = bounds(rule.date.from, rule.date.to);
    return {
      date: {
        formula1: `=${String(formula1)}`,
        ...(formula2 !== undefined && { formula2: `=${String(formula2)}` }),
        operator,
      },
    };
  }
  // Excel keeps help beside a rule only: this one accepts everything, and reads alike in every language.
  return { custom: { formula: '=1=1' } };
};

/** Lengths that Excel takes; longer texts would have the whole write refused. */
const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ALERT = 225;

/** A text no longer than Excel takes, an ellipsis where it was cut. */
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

/** What cells accept, and the help shown beside them. */
export function* writeValidations(sheet: Excel.Worksheet, drafts: readonly ValidationDraft[]): Steps<void> {
  for (const { area, rule, prompt, alert } of drafts) {
    const validation = rangeOf(sheet, area).dataValidation;
    validation.clear();
    validation.rule = validationRule(rule);
    if (prompt)
      validation.prompt = { showPrompt: true, title: cut(prompt.title, MAX_TITLE), message: cut(prompt.message, MAX_PROMPT) };
    if (alert)
      validation.errorAlert = {
        showAlert: true,
        style: alert.style === 'stop' ? 'Stop' : 'Warning',
        title: cut(alert.title, MAX_TITLE),
        message: cut(alert.message, MAX_ALERT),
      };
    yield undefined;
  }
}

/** Widths, heights, merges and styles of a sheet, lengths in points. */
export function* writeFormats(sheet: Excel.Worksheet, draft: SheetDraft): Steps<void> {
  for (const { column, count = 1, width } of draft.columns ?? []) {
    sheet.getRangeByIndexes(0, column, 1, count).getEntireColumn().format.columnWidth = width;
    yield undefined;
  }
  for (const { row, count = 1, height } of draft.rows ?? []) {
    sheet.getRangeByIndexes(row, 0, count, 1).getEntireRow().format.rowHeight = height;
    yield undefined;
  }
  // Merged before they are styled: merging gives every cell of the range the first one's format, borders included.
  for (const area of draft.merges ?? []) rangeOf(sheet, area).merge(false);
  for (const { area, style } of draft.styles ?? []) {
    writeStyle(rangeOf(sheet, area), style);
    yield undefined;
  }
}
