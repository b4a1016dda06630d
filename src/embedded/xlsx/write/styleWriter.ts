import type { BorderEdge, Style } from '../../book/style';
import { defaultStyle, Styles } from '../../book/styleTable';
import type { Book } from '../../book/book';
import type { ConditionalFormat } from '../../book/sheet';
import { stylesOrder, writerOf, type Writer } from '../dialect';
import { builtInFormatId, FIRST_CUSTOM_FORMAT } from '../numberFormats';
import { attribute, child, childrenOf, numberAttribute, sourceOf, type Element, type XmlTree } from '../xml/tree';
import { XmlEdit } from '../xml/edit';
import type { Attributes } from '../xml/write';
import { encodeSpreadsheetText } from '../xml/text';

const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;
const fontOrder = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');
const edgeNames = ['left', 'right', 'top', 'bottom', 'diagonal'] as const;

/** A list of a styles part to which entries are added: what is there already is used again. */
class Appended {
  private readonly known = new Map<string, number>();
  readonly added: string[] = [];
  readonly count: number;

  constructor(
    readonly name: string,
    readonly list: Element | undefined,
    tree: XmlTree,
    entry: string,
  ) {
    const entries = childrenOf(list, entry);
    this.count = entries.length;
    entries.forEach((each, index) => {
      const source = sourceOf(tree, each);
      if (!this.known.has(source)) this.known.set(source, index);
    });
  }

  index(xml: string): number {
    const known = this.known.get(xml);
    if (known !== undefined) return known;
    const index = this.count + this.added.push(xml) - 1;
    this.known.set(xml, index);
    return index;
  }
}

/**
 * Adds the styles that a save needs to a styles part. Nothing that is there changes: a derived style copies the format of
 * the file it began as, with every attribute and extension, and replaces only the parts that differ.
 */
export class StyleWriter {
  private readonly write: Writer;
  private readonly fonts: Appended;
  private readonly fills: Appended;
  private readonly borders: Appended;
  private readonly formats: Appended;
  private readonly differentials: Appended;
  private readonly xfs: Element[];
  private readonly written = new Map<string, number>();
  private readonly formatIds = new Map<string, number>();
  private nextFormat: number;

  constructor(
    private readonly tree: XmlTree,
    private readonly book: Book,
    private readonly quotePrefixed: ReadonlySet<number>,
  ) {
    const { root } = tree;
    this.write = writerOf(root);
    const list = (name: string, entry: string): Appended => new Appended(name, child(root, name), tree, entry);
    this.fonts = list('fonts', 'font');
    this.fills = list('fills', 'fill');
    this.borders = list('borders', 'border');
    this.formats = list('cellXfs', 'xf');
    this.differentials = list('dxfs', 'dxf');
    this.xfs = childrenOf(child(root, 'cellXfs'), 'xf');
    const own = childrenOf(child(root, 'numFmts'), 'numFmt');
    for (const format of own) {
      const code = attribute(format, 'formatCode') ?? '';
      if (!this.formatIds.has(code)) this.formatIds.set(code, numberAttribute(format, 'numFmtId') ?? 0);
    }
    this.nextFormat = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.formatIds.values()) + 1;
  }

  private readonly addedFormats: string[] = [];

  private get initialCount(): number {
    return this.book.styles instanceof Styles ? this.book.styles.initialCount : this.xfs.length;
  }

  /** Number of the cell format that a style has in the file, added when it has none yet. */
  cellFormat(style: number, quotePrefix = false): number {
    if (style < this.initialCount && style < this.xfs.length && (!quotePrefix || this.quotePrefixed.has(style))) return style;
    const key = `${style}${quotePrefix ? 'q' : ''}`;
    const known = this.written.get(key);
    if (known !== undefined) return known;
    const index = this.formats.index(this.formatXml(style, quotePrefix));
    this.written.set(key, index);
    return index;
  }

  /** Number of a differential format, for a conditional format. */
  differential(format: ConditionalFormat['format']): number {
    const { write } = this;
    const font = [
      format.bold === undefined ? '' : write('b', format.bold ? {} : { val: false }),
      format.italic === undefined ? '' : write('i', format.italic ? {} : { val: false }),
      format.strikethrough === undefined ? '' : write('strike', format.strikethrough ? {} : { val: false }),
      format.underline === undefined ? '' : write('u', format.underline ? {} : { val: 'none' }),
      format.fontColor ? write('color', { rgb: argb(format.fontColor) }) : '',
    ].join('');
    const parts = [
      font === '' ? '' : write('font', {}, font),
      format.numberFormat === undefined
        ? ''
        : write('numFmt', {
            numFmtId: this.formatId(format.numberFormat),
            formatCode: encodeSpreadsheetText(format.numberFormat),
          }),
      format.fill ? write('fill', {}, write('patternFill', {}, write('bgColor', { rgb: argb(format.fill) }))) : '',
    ];
    return this.differentials.index(write('dxf', {}, ...parts));
  }

  /** Source of the part with what was added, or undefined when nothing was. */
  finish(): string | undefined {
    const edit = new XmlEdit(this.tree);
    const { root } = edit;
    const extend = (name: string, list: Element | undefined, count: number, added: readonly string[]): void => {
      if (added.length === 0) return;
      if (list) {
        edit.setAttributes(list, { count: count + added.length });
        edit.append(list, added.join(''));
      } else edit.insertInOrder(root, name, this.write(name, { count: added.length }, ...added), stylesOrder);
    };
    const numberFormats = child(root, 'numFmts');
    extend('numFmts', numberFormats, numberFormats?.children.length ?? 0, this.addedFormats);
    for (const { name, list, count, added } of [this.fonts, this.fills, this.borders, this.formats, this.differentials])
      extend(name, list, count, added);
    return edit.changed ? edit.toString() : undefined;
  }

  private formatXml(index: number, quotePrefix: boolean): string {
    const { write } = this;
    const style = this.book.styles.get(index);
    const originIndex = this.book.styles instanceof Styles ? this.book.styles.origin(index) : 0;
    const origin = this.xfs[originIndex];
    const was = this.book.styles.get(originIndex);
    const same = (group: keyof Style): boolean =>
      origin !== undefined && JSON.stringify(style[group]) === JSON.stringify(was[group]);
    const kept: Attributes = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 };
    for (const { name, value } of origin?.attributes ?? []) kept[name] = value;
    const attributes: Attributes = {
      ...kept,
      ...(!same('numberFormat') && { numFmtId: this.formatId(style.numberFormat), applyNumberFormat: true }),
      ...(!same('font') && { fontId: this.fonts.index(this.fontXml(style.font, was.font, origin)), applyFont: true }),
      ...(!same('fill') && { fillId: this.fills.index(this.fillXml(style.fill)), applyFill: true }),
      ...(!same('borders') && {
        borderId: this.borders.index(this.bordersXml(style.borders, was.borders, origin)),
        applyBorder: true,
      }),
      ...(!same('alignment') && { applyAlignment: true }),
      ...(!same('protection') && { applyProtection: true }),
      ...(quotePrefix && { quotePrefix: true }),
    };
    const old = (name: string): string => {
      const found = child(origin, name);
      return found ? sourceOf(this.tree, found) : '';
    };
    return write(
      'xf',
      attributes,
      same('alignment') ? old('alignment') : this.alignmentXml(style.alignment, child(origin, 'alignment')),
      same('protection')
        ? old('protection')
        : write('protection', { locked: style.protection.locked, ...(style.protection.hidden && { hidden: true }) }),
      old('extLst'),
    );
  }

  private formatId(code: string): number {
    const text = encodeSpreadsheetText(code);
    const known = builtInFormatId(code) ?? this.formatIds.get(text);
    if (known !== undefined) return known;
    const id = this.nextFormat++;
    this.formatIds.set(text, id);
    this.addedFormats.push(this.write('numFmt', { numFmtId: id, formatCode: text }));
    return id;
  }

  private fontXml(font: Style['font'], was: Style['font'], origin: Element | undefined): string {
    const { write } = this;
    const old = childrenOf(this.fonts.list, 'font')[numberAttribute(origin, 'fontId') ?? 0];
    const base = old ?? undefined;
    const fresh: Record<string, string> = {};
    const all = base === undefined;
    if (all || font.bold !== was.bold) fresh.b = font.bold ? write('b') : '';
    if (all || font.italic !== was.italic) fresh.i = font.italic ? write('i') : '';
    if (all || font.strikethrough !== was.strikethrough) fresh.strike = font.strikethrough ? write('strike') : '';
    if (all || font.underline !== was.underline)
      fresh.u = font.underline === 'none' ? '' : write('u', font.underline === 'double' ? { val: 'double' } : {});
    if (all || font.size !== was.size) fresh.sz = write('sz', { val: font.size });
    if (all || font.color !== was.color) fresh.color = write('color', font.color ? { rgb: argb(font.color) } : { auto: true });
    // Scheme, family and character set belong to the face that is replaced.
    if (all || font.name !== was.name)
      Object.assign(fresh, { name: write('name', { val: font.name }), scheme: '', family: '', charset: '' });
    const source = (name: string): string => {
      const found = child(base, name);
      return fresh[name] ?? (found ? sourceOf(this.tree, found) : '');
    };
    return write('font', {}, ...fontOrder.map(source));
  }

  private fillXml({ pattern, color, patternColor }: Style['fill']): string {
    const { write } = this;
    const colored = (name: string, value: string): string => (value ? write(name, { rgb: argb(value) }) : '');
    if (pattern === 'none' || (pattern === 'solid' && !color))
      return write('fill', {}, write('patternFill', { patternType: 'none' }));
    return write(
      'fill',
      {},
      pattern === 'solid' || pattern === 'gradient'
        ? write('patternFill', { patternType: 'solid' }, colored('fgColor', color), write('bgColor', { indexed: 64 }))
        : write('patternFill', { patternType: pattern }, colored('fgColor', patternColor), colored('bgColor', color)),
    );
  }

  private bordersXml(borders: Style['borders'], was: Style['borders'], origin: Element | undefined): string {
    const { write } = this;
    const old = childrenOf(this.borders.list, 'border')[numberAttribute(origin, 'borderId') ?? 0];
    const edge = (name: (typeof edgeNames)[number]): string => {
      const { style, color }: BorderEdge = borders[name];
      const kept = child(old, name) ?? child(old, name === 'left' ? 'start' : name === 'right' ? 'end' : name);
      if (kept && style === was[name].style && color === was[name].color) return sourceOf(this.tree, kept);
      return style === 'none'
        ? write(name)
        : write(name, { style }, write('color', color ? { rgb: argb(color) } : { auto: true }));
    };
    const kept: Attributes = {};
    for (const { name, value } of old?.attributes ?? []) kept[name] = value;
    return write('border', kept, ...edgeNames.map(edge));
  }

  private alignmentXml(alignment: Style['alignment'], old: Element | undefined): string {
    const kept: Attributes = {};
    for (const { name, value } of old?.attributes ?? []) kept[name] = value;
    const usual = defaultStyle.alignment;
    const { rotation } = alignment;
    return this.write('alignment', {
      ...kept,
      horizontal: alignment.horizontal === usual.horizontal ? undefined : alignment.horizontal,
      vertical: alignment.vertical === usual.vertical ? undefined : alignment.vertical,
      textRotation: rotation === 0 ? undefined : rotation < 0 ? 90 - rotation : rotation,
      wrapText: alignment.wrap || undefined,
      indent: alignment.indent === 0 ? undefined : alignment.indent,
      shrinkToFit: alignment.shrink || undefined,
    });
  }
}
