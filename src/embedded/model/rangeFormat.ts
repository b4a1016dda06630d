import { columnPoints, columnWidthFromPoints } from '../book/metrics';
import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Style, StylePatch } from '../book/style';
import { ApiError } from '../richapi/apiError';
import { MAX_ROWS } from './address';
import { bounded, flag, integer, oneOf } from './checks';
import { fitColumns, fitRows } from './autofit';
import type { ExcelApi } from './excelApi';
import { requireUnprotected } from './protectionRules';
import { RangeBorderCollection } from './rangeBorders';
import { FormatProtection, RangeFill, RangeFont } from './rangeLook';
import { columnFormat, commonOf, patchStyle, rowFormat, type Formatted } from './styling';

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

  constructor(private readonly cells: Formatted) {}

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.cells);
  }
  get fill(): RangeFill {
    return new RangeFill(this.cells);
  }
  get font(): RangeFont {
    return new RangeFont(this.cells);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.cells);
  }

  private common<T>(read: (style: Style) => T): T | null {
    return commonOf(this.cells, read);
  }
  private patch(patch: StylePatch): void {
    patchStyle(this.cells, patch);
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
    // Every cell moves from its own indent: those with the same one move together.
    const levels = new Map<number, Area[]>();
    for (const area of this.cells.areas)
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++) {
          const cell = { row, column, rows: 1, columns: 1 };
          const level = commonOf({ ...this.cells, areas: [cell] }, (style) => style.alignment.indent) ?? 0;
          levels.set(level, [...(levels.get(level) ?? []), cell]);
        }
    for (const [level, areas] of levels)
      patchStyle({ ...this.cells, areas }, { alignment: { indent: Math.min(250, Math.max(0, level + change)) } });
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
    const { sheet, session } = this.cells;
    return this.commonOfLines('columns', (column) => {
      const format = sheet.columns.get(column);
      return format?.hidden ? 0 : columnPoints(format?.width ?? sheet.defaultColumnWidth, session.book.styles.normalFont);
    });
  }
  set columnWidth(value: unknown) {
    const font = this.cells.session.book.styles.normalFont;
    const points = bounded(value, 0, columnPoints(MAX_COLUMN_CHARACTERS + 1, font));
    const width = columnWidthFromPoints(points, font);
    this.eachColumn((format) => {
      format.width = width;
      format.hidden = points === 0;
    });
  }
  get rowHeight(): number | null {
    const { sheet } = this.cells;
    return this.commonOfLines('rows', (row) => {
      const format = sheet.rows.get(row);
      return format?.hidden ? 0 : (format?.height ?? sheet.defaultRowHeight);
    });
  }
  /** Excel rounds heights to quarters of a point. */
  set rowHeight(value: unknown) {
    const height = Math.round(bounded(value, 0, MAX_ROW_HEIGHT) * 4) / 4;
    const { sheet, areas } = this.cells;
    const everyRow = areas.some((area) => area.rows === MAX_ROWS);
    // Of every row of a sheet the default carries the height, and the rows that have one of their own.
    if (everyRow && height === 0) throw new ApiError('OperationCellsExceedLimit');
    if (everyRow) sheet.defaultRowHeight = height;
    if (everyRow) sheet.touch('defaults');
    this.eachRow((format) => {
      format.height = height;
      format.hidden = height === 0;
    });
  }
  get useStandardWidth(): boolean | null {
    return this.commonOfLines('columns', (column) => (this.cells.sheet.columns.get(column)?.width ?? null) === null);
  }
  set useStandardWidth(value: unknown) {
    if (flag(value)) this.eachColumn((format) => (format.width = null));
  }
  get useStandardHeight(): boolean | null {
    return this.commonOfLines('rows', (row) => (this.cells.sheet.rows.get(row)?.height ?? null) === null);
  }
  set useStandardHeight(value: unknown) {
    if (flag(value)) this.eachRow((format) => (format.height = null));
  }

  autofitColumns(): void {
    this.fit(fitColumns);
  }
  autofitRows(): void {
    this.fit(fitRows);
  }
  private fit(fitLines: (session: Formatted['session'], sheet: Sheet, area: Area) => void): void {
    const { session, sheet, areas } = this.cells;
    requireUnprotected(session, sheet);
    session.settle();
    for (const area of areas) fitLines(session, sheet, area);
  }

  private commonOfLines<T>(lines: 'rows' | 'columns', read: (index: number) => T): T | null {
    let common: { value: T } | null = null;
    for (const area of this.cells.areas) {
      const first = lines === 'rows' ? area.row : area.column;
      for (let index = first; index < first + area[lines]; index++) {
        const value = read(index);
        if (common && common.value !== value) return null;
        common = { value };
      }
    }
    return common ? common.value : null;
  }
  private eachColumn(change: (format: ReturnType<typeof columnFormat>) => void): void {
    const { session, sheet, areas } = this.cells;
    requireUnprotected(session, sheet);
    for (const area of areas)
      for (let column = area.column; column < area.column + area.columns; column++) change(columnFormat(sheet, column));
    sheet.touch('columns');
  }
  private eachRow(change: (format: ReturnType<typeof rowFormat>) => void): void {
    const { session, sheet, areas } = this.cells;
    requireUnprotected(session, sheet);
    for (const area of areas)
      if (area.rows === MAX_ROWS) for (const format of sheet.rows.values()) change(format);
      else for (let row = area.row; row < area.row + area.rows; row++) change(rowFormat(sheet, row));
    sheet.touch('rows');
  }
}
