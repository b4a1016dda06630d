import type { Calculation } from '../calc/calculation';
import type { Book } from '../book/book';
import { CellError, type Value } from '../book/cell';
import type { ConditionalFormat, Sheet } from '../book/sheet';
import type { BorderEdge, Style } from '../book/style';

const edgeCss = ({ style, color }: BorderEdge): string => {
  if (style === 'none') return '';
  const width = style === 'thick' ? 3 : style.startsWith('medium') ? 2 : 1;
  const line = style === 'double' ? 'double' : /dott|hair/i.test(style) ? 'dotted' : /dash/i.test(style) ? 'dashed' : 'solid';
  return `${String(style === 'double' ? 3 : width)}px ${line} ${color || '#000000'}`;
};

/** The CSS of a cell's borders; '' where it has none. */
export const borderCss = ({ borders }: Style): string =>
  (['left', 'right', 'top', 'bottom'] as const)
    .map((side) => {
      const css = edgeCss(borders[side]);
      return css && `border-${side}:${css};`;
    })
    .join('');

const UNDERLINES = { none: '', single: 'underline', double: 'underline double' } as const;

/** The CSS of a cell's text. A colour is always said: cells are paper, whatever the theme of the page. */
export const textCss = ({ font }: Style): string => {
  const lines = [UNDERLINES[font.underline], font.strikethrough ? 'line-through' : ''].filter(Boolean).join(' ');
  return `font:${fontCss(font)};color:${font.color || '#000000'};${lines && `text-decoration:${lines};`}`;
};

export const fontCss = ({ name, size, bold, italic }: Style['font']): string =>
  `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${String(size)}pt '${name.replaceAll(/['"\\;]/g, '')}', Arial, sans-serif`;

/** To which side a cell's content stands: numbers right, truth and errors in the middle, texts left, unless its format says. */
export const sideOf = ({ alignment }: Style, value: Value): 'left' | 'center' | 'right' => {
  switch (alignment.horizontal) {
    case 'left':
    case 'justify':
    case 'fill':
      return 'left';
    case 'right':
      return 'right';
    case 'center':
    case 'centerContinuous':
    case 'distributed':
      return 'center';
    case 'general':
      if (typeof value === 'number') return 'right';
      return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
  }
};

const COMPARISONS: Readonly<Record<string, (value: number, first: number, second: number) => boolean>> = {
  greaterThan: (value, first) => value > first,
  greaterThanOrEqual: (value, first) => value >= first,
  lessThan: (value, first) => value < first,
  lessThanOrEqual: (value, first) => value <= first,
  equal: (value, first) => value === first,
  notEqual: (value, first) => value !== first,
  between: (value, first, second) => value >= Math.min(first, second) && value <= Math.max(first, second),
  notBetween: (value, first, second) => value < Math.min(first, second) || value > Math.max(first, second),
};

/** Whether a conditional format holds for a cell. Colour scales, bars and icons have no format of their own: never. */
const holds = (calculation: Calculation, sheet: Sheet, format: ConditionalFormat, row: number, column: number): boolean => {
  const { rule } = format;
  const at = { sheet, row, column };
  const [origin = { row: 0, column: 0 }] = format.areas;
  const isTrue = (result: Value | Value[][]): boolean => result === true || (typeof result === 'number' && result !== 0);
  switch (rule.type) {
    case 'expression':
    case 'containsText':
      return isTrue(calculation.evaluate(rule.formula, at, origin));
    case 'cellIs': {
      const value = sheet.cell(row, column)?.value ?? null;
      const [first, second] = rule.formulas.map((formula) => calculation.evaluate(formula, at, origin));
      if (typeof value === 'number' && typeof first === 'number')
        return COMPARISONS[rule.operator]?.(value, first, typeof second === 'number' ? second : first) ?? false;
      const isEqual = String(value ?? '').toLowerCase() === String(first ?? '').toLowerCase();
      return rule.operator === 'equal' ? isEqual : rule.operator === 'notEqual' && !isEqual;
    }
    default:
      return false;
  }
};

/**
 * A cell's style with its conditional formats laid over: the first that holds decides each property. Asked once a cell until
 * something changes.
 */
export class CellStyles {
  private readonly known = new Map<number, Style>();
  private readonly formats: readonly ConditionalFormat[];

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly calculation: Calculation,
  ) {
    this.formats = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  }

  of(row: number, column: number): Style {
    const key = row * 16_384 + column;
    let style = this.known.get(key);
    if (!style) this.known.set(key, (style = this.resolve(row, column)));
    return style;
  }

  private resolve(row: number, column: number): Style {
    const { sheet, book } = this;
    const index = sheet.cell(row, column)?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? 0;
    let style = book.styles.get(index);
    const decided = new Set<string>();
    for (const format of this.formats) {
      const covers = format.areas.some(
        (area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
      );
      if (!covers || !holds(this.calculation, sheet, format, row, column)) continue;
      style = withLook(style, format.format, decided);
      if (format.stopIfTrue) break;
    }
    return style;
  }
}

const withLook = (style: Style, look: ConditionalFormat['format'], decided: Set<string>): Style => {
  const first = <T>(name: string, value: T | undefined, before: T): T => {
    if (value === undefined || decided.has(name)) return before;
    decided.add(name);
    return value;
  };
  return {
    ...style,
    numberFormat: first('numberFormat', look.numberFormat, style.numberFormat),
    fill: { ...style.fill, color: first('fill', look.fill, style.fill.color) },
    font: {
      ...style.font,
      color: first('color', look.fontColor, style.font.color),
      bold: first('bold', look.bold, style.font.bold),
      italic: first('italic', look.italic, style.font.italic),
      strikethrough: first('strikethrough', look.strikethrough, style.font.strikethrough),
      underline: first(
        'underline',
        look.underline === undefined ? undefined : look.underline ? 'single' : 'none',
        style.font.underline,
      ),
    },
  };
};
