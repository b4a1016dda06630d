import type { Style, StylePatch } from '../book/style';
import { bounded, color, flag, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';
import { commonOf, patchStyle, type Formatted } from './styling';

/** Reads and patches the style of cells. */
abstract class RangeLook {
  constructor(private readonly cells: Formatted) {}
  protected common<T>(read: (style: Style) => T): T | null {
    return commonOf(this.cells, read);
  }
  protected patch(patch: StylePatch): void {
    patchStyle(this.cells, patch);
  }
}

const PATTERNS = {
  None: 'none',
  Solid: 'solid',
  Gray50: 'mediumGray',
  Gray75: 'darkGray',
  Gray25: 'lightGray',
  Horizontal: 'darkHorizontal',
  Vertical: 'darkVertical',
  Down: 'darkDown',
  Up: 'darkUp',
  Checker: 'darkGrid',
  SemiGray75: 'darkTrellis',
  LightHorizontal: 'lightHorizontal',
  LightVertical: 'lightVertical',
  LightDown: 'lightDown',
  LightUp: 'lightUp',
  Grid: 'lightGrid',
  CrissCross: 'lightTrellis',
  Gray16: 'gray125',
  Gray8: 'gray0625',
} as const;

export class RangeFill extends RangeLook {
  static readonly api = {
    name: 'RangeFill',
    scalars: ['color', 'pattern', 'patternColor'],
    methods: ['clear'],
  } satisfies ExcelApi<'RangeFill'>;

  /** `#FFFFFF` where there is no fill; '' where cells differ. */
  get color(): string {
    const fill = this.common((style) => (style.fill.pattern === 'none' ? '#FFFFFF' : style.fill.color || '#FFFFFF'));
    return fill ?? '';
  }
  set color(value: unknown) {
    const fill = color(value);
    const pattern = this.common((style) => style.fill.pattern);
    this.patch({ fill: { color: fill, ...(pattern === null || pattern === 'none' ? { pattern: 'solid' } : {}) } });
  }
  get pattern(): string | null {
    const stored = this.common((style) => style.fill.pattern);
    return Object.entries(PATTERNS).find(([, name]) => name === stored)?.[0] ?? null;
  }
  set pattern(value: unknown) {
    this.patch({ fill: { pattern: PATTERNS[oneOf(value, Object.keys(PATTERNS) as (keyof typeof PATTERNS)[])] } });
  }
  get patternColor(): string {
    return this.common((style) => style.fill.patternColor || '#000000') ?? '';
  }
  set patternColor(value: unknown) {
    this.patch({ fill: { patternColor: color(value) } });
  }
  clear(): void {
    this.patch({ fill: { pattern: 'none', color: '', patternColor: '' } });
  }
}

const UNDERLINES = { None: 'none', Single: 'single', Double: 'double' } as const;

export class RangeFont extends RangeLook {
  static readonly api = {
    name: 'RangeFont',
    scalars: ['bold', 'color', 'italic', 'name', 'size', 'strikethrough', 'underline'],
  } satisfies ExcelApi<'RangeFont'>;

  get bold(): boolean | null {
    return this.common((style) => style.font.bold);
  }
  set bold(value: unknown) {
    this.patch({ font: { bold: flag(value) } });
  }
  get italic(): boolean | null {
    return this.common((style) => style.font.italic);
  }
  set italic(value: unknown) {
    this.patch({ font: { italic: flag(value) } });
  }
  get strikethrough(): boolean | null {
    return this.common((style) => style.font.strikethrough);
  }
  set strikethrough(value: unknown) {
    this.patch({ font: { strikethrough: flag(value) } });
  }
  get underline(): string | null {
    const stored = this.common((style) => style.font.underline);
    return Object.entries(UNDERLINES).find(([, name]) => name === stored)?.[0] ?? null;
  }
  set underline(value: unknown) {
    this.patch({ font: { underline: UNDERLINES[oneOf(value, Object.keys(UNDERLINES) as (keyof typeof UNDERLINES)[])] } });
  }
  get color(): string {
    return this.common((style) => style.font.color || '#000000') ?? '';
  }
  set color(value: unknown) {
    this.patch({ font: { color: color(value) } });
  }
  get name(): string | null {
    return this.common((style) => style.font.name);
  }
  set name(value: unknown) {
    this.patch({ font: { name: text(value) } });
  }
  get size(): number | null {
    return this.common((style) => style.font.size);
  }
  set size(value: unknown) {
    this.patch({ font: { size: bounded(value, 1, 409) } });
  }
}

export class FormatProtection extends RangeLook {
  static readonly api = {
    name: 'FormatProtection',
    scalars: ['formulaHidden', 'locked'],
  } satisfies ExcelApi<'FormatProtection'>;

  get locked(): boolean | null {
    return this.common((style) => style.protection.locked);
  }
  set locked(value: unknown) {
    this.patch({ protection: { locked: flag(value) } });
  }
  get formulaHidden(): boolean | null {
    return this.common((style) => style.protection.hidden);
  }
  set formulaHidden(value: unknown) {
    this.patch({ protection: { hidden: flag(value) } });
  }
}
