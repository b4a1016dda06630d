import { columnPoints, columnWidthFromPoints } from '../book/metrics';
import type { Style, StylePatch } from '../book/style';
import { bounded, flag, integer, oneOf } from './checks';
import { fitColumns, fitRows } from './autofit';
import type { ExcelApi } from './excelApi';
import { requireUnprotected } from './protectionRules';
import { RangeBorderCollection } from './rangeBorders';
import { FormatProtection, RangeFill, RangeFont } from './rangeLook';
import type { RangePosition } from './rangePosition';
import { columnFormat, commonOf, patchStyle, rowFormat } from './styling';

const HORIZONTAL = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom', Justify: 'justify', Distributed: 'distributed' } as const;

/** Name in an enumeration of Office.js for a value of the file. */
const nameOf = <T extends Readonly<Record<string, string>>>(names: T, value: string | null): (keyof T & string) | null => {
  for (const [name, stored] of Object.entries(names)) if (stored === value) return name;
  return null;
};

const MAX_ROW_HEIGHT = 409.5;
const MAX_COLUMN_CHARACTERS = 255;

/** How a range looks and how wide and tall its columns and rows are. A property that differs between cells reads null. */
export class RangeFormat {
  static readonly api = {
    name: 'RangeFormat',
    scalars: [
      'columnWidth',
      'horizontalAlignment',
      'indentLevel',
      'rowHeight',
      'shrinkToFit',
      'textOrientation',
      'useStandardHeight',
      'useStandardWidth',
      'verticalAlignment',
      'wrapText',
    ],
    navigation: ['borders', 'fill', 'font', 'protection'],
    methods: ['adjustIndent', 'autofitColumns', 'autofitRows'],
  } satisfies ExcelApi<'RangeFormat'>;

  constructor(private readonly range: RangePosition) {}

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.range);
  }
  get fill(): RangeFill {
    return new RangeFill(this.range);
  }
  get font(): RangeFont {
    return new RangeFont(this.range);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.range);
  }

  private common<T>(read: (style: Style) => T): T | null {
    return commonOf(this.range.session, this.range.sheet, this.range.area, read);
  }
  private patch(patch: StylePatch): void {
    patchStyle(this.range.session, this.range.sheet, this.range.area, patch);
  }

  get horizontalAlignment(): string | null {
    return nameOf(
      HORIZONTAL,
      this.common((style) => style.alignment.horizontal),
    );
  }
  set horizontalAlignment(value: unknown) {
    const name = oneOf(value, Object.keys(HORIZONTAL) as (keyof typeof HORIZONTAL)[]);
    this.patch({ alignment: { horizontal: HORIZONTAL[name] } });
  }
  get verticalAlignment(): string | null {
    return nameOf(
      VERTICAL,
      this.common((style) => style.alignment.vertical),
    );
  }
  set verticalAlignment(value: unknown) {
    const name = oneOf(value, Object.keys(VERTICAL) as (keyof typeof VERTICAL)[]);
    this.patch({ alignment: { vertical: VERTICAL[name] } });
  }
  get wrapText(): boolean | null {
    return this.common((style) => style.alignment.wrap);
  }
  set wrapText(value: unknown) {
    this.patch({ alignment: { wrap: flag(value) } });
  }
  get shrinkToFit(): boolean | null {
    return this.common((style) => style.alignment.shrink);
  }
  set shrinkToFit(value: unknown) {
    this.patch({ alignment: { shrink: flag(value) } });
  }
  get indentLevel(): number | null {
    return this.common((style) => style.alignment.indent);
  }
  set indentLevel(value: unknown) {
    this.patch({ alignment: { indent: bounded(integer(value), 0, 250) } });
  }
  adjustIndent(amount: unknown): void {
    const change = integer(amount);
    const { session, sheet, area } = this.range;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = { row, column, rows: 1, columns: 1 };
        const level = commonOf(session, sheet, cell, (style) => style.alignment.indent) ?? 0;
        patchStyle(session, sheet, cell, { alignment: { indent: Math.min(250, Math.max(0, level + change)) } });
      }
  }
  /** Degrees from -90 to 90, or 180 for text written downwards; files hold 91 to 180 for what turns clockwise. */
  get textOrientation(): number | null {
    const stored = this.common((style) => style.alignment.rotation);
    if (stored === null) return null;
    return stored === 255 ? 180 : stored > 90 ? 90 - stored : stored;
  }
  set textOrientation(value: unknown) {
    const degrees = integer(value);
    const rotation = degrees === 180 ? 255 : bounded(degrees, -90, 90);
    this.patch({ alignment: { rotation: rotation < 0 ? 90 - rotation : rotation } });
  }

  /** Points; null when the columns differ. Hidden columns count 0. */
  get columnWidth(): number | null {
    const { sheet, area, session } = this.range;
    const widths = new Set<number>();
    for (let column = area.column; column < area.column + area.columns; column++) {
      const format = sheet.columns.get(column);
      const width = format?.width ?? sheet.defaultColumnWidth;
      widths.add(format?.hidden ? 0 : columnPoints(width, session.book.styles.normalFont));
      if (widths.size > 1) return null;
    }
    return [...widths][0] ?? null;
  }
  set columnWidth(value: unknown) {
    const font = this.range.session.book.styles.normalFont;
    const points = bounded(value, 0, columnPoints(MAX_COLUMN_CHARACTERS + 1, font));
    const width = columnWidthFromPoints(points, font);
    this.eachColumn((format) => {
      format.width = width;
      format.hidden = points === 0;
    });
  }
  get rowHeight(): number | null {
    const { sheet, area } = this.range;
    let height: number | null = null;
    const rows = [...sheet.rows].filter(([row]) => row >= area.row && row < area.row + area.rows);
    if (rows.length < area.rows) height = sheet.defaultRowHeight;
    for (const [, format] of rows) {
      const own = format.hidden ? 0 : (format.height ?? sheet.defaultRowHeight);
      if (height !== null && own !== height) return null;
      height = own;
    }
    return height;
  }
  /** Excel rounds heights to quarters of a point. */
  set rowHeight(value: unknown) {
    const height = Math.round(bounded(value, 0, MAX_ROW_HEIGHT) * 4) / 4;
    this.eachRow((format) => {
      format.height = height;
      format.hidden = height === 0;
    });
  }
  get useStandardWidth(): boolean | null {
    const { sheet, area } = this.range;
    let standard = 0;
    for (let column = area.column; column < area.column + area.columns; column++)
      if ((sheet.columns.get(column)?.width ?? null) === null) standard++;
    return standard === area.columns ? true : standard === 0 ? false : null;
  }
  set useStandardWidth(value: unknown) {
    if (flag(value)) this.eachColumn((format) => (format.width = null));
  }
  get useStandardHeight(): boolean | null {
    const { sheet, area } = this.range;
    let own = 0;
    for (const [row, format] of sheet.rows) if (format.height !== null && row >= area.row && row < area.row + area.rows) own++;
    return own === 0 ? true : own === area.rows ? false : null;
  }
  set useStandardHeight(value: unknown) {
    if (flag(value)) this.eachRow((format) => (format.height = null));
  }

  autofitColumns(): void {
    requireUnprotected(this.range.session, this.range.sheet);
    this.range.session.settle();
    fitColumns(this.range.session, this.range.sheet, this.range.area);
  }
  autofitRows(): void {
    requireUnprotected(this.range.session, this.range.sheet);
    this.range.session.settle();
    fitRows(this.range.session, this.range.sheet, this.range.area);
  }

  private eachColumn(change: (format: ReturnType<typeof columnFormat>) => void): void {
    const { session, sheet, area } = this.range;
    requireUnprotected(session, sheet);
    for (let column = area.column; column < area.column + area.columns; column++) change(columnFormat(sheet, column));
    sheet.touch('columns');
  }
  /** Of a whole column only the rows that hold something get a height of their own. */
  private eachRow(change: (format: ReturnType<typeof rowFormat>) => void): void {
    const { session, sheet, area } = this.range;
    requireUnprotected(session, sheet);
    for (let row = area.row; row < area.row + area.rows; row++) change(rowFormat(sheet, row));
    sheet.touch('rows');
  }
}
