import type { LineFormat } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { bounded, color, flag, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';

/** Something that can be read and set as a whole; setting marks the chart. */
export type Slot<T> = { get: () => T; set: (value: T) => void };

export type FillValue = { color: string } | null | 'automatic';
type LineValue = LineFormat | 'automatic';

/** Fill of a part of a chart: solid or none. */
export class ChartFill {
  static readonly api = { name: 'ChartFill', methods: ['clear', 'setSolidColor'] } satisfies ExcelApi<'ChartFill'>;

  constructor(private readonly slot: Slot<FillValue>) {}
  clear(): void {
    this.slot.set(null);
  }
  setSolidColor(value: unknown): void {
    this.slot.set({ color: color(value) });
  }
}

const DASHES = {
  Continuous: 'solid',
  Dash: 'dash',
  DashDot: 'dashDot',
  DashDotDot: 'lgDashDotDot',
  Dot: 'sysDash',
  RoundDot: 'sysDot',
} as const;
const LINE_STYLES = ['None', 'Automatic', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'RoundDot'] as const;
const USUAL: Exclude<LineFormat, null> = { color: '#000000', weight: 0.75, dash: 'solid' };

abstract class Line {
  constructor(private readonly slot: Slot<LineValue>) {}

  private get own(): Exclude<LineFormat, null> {
    const line = this.slot.get();
    return line === null || line === 'automatic' ? USUAL : line;
  }
  get color(): string {
    return this.own.color;
  }
  set color(value: unknown) {
    this.slot.set({ ...this.own, color: color(value) });
  }
  /** Points. */
  get weight(): number {
    return this.own.weight;
  }
  set weight(value: unknown) {
    this.slot.set({ ...this.own, weight: bounded(value, 0, 1584) });
  }
  get lineStyle(): string {
    const line = this.slot.get();
    if (line === null) return 'None';
    if (line === 'automatic') return 'Automatic';
    return Object.entries(DASHES).find(([, dash]) => dash === line.dash)?.[0] ?? 'Continuous';
  }
  set lineStyle(value: unknown) {
    const style = oneOf(value, LINE_STYLES);
    if (style === 'None') this.slot.set(null);
    else if (style === 'Automatic') this.slot.set('automatic');
    else this.slot.set({ ...this.own, dash: DASHES[style] });
  }
  clear(): void {
    this.slot.set(null);
  }
}

export class ChartLineFormat extends Line {
  static readonly api = {
    name: 'ChartLineFormat',
    scalars: ['color', 'lineStyle', 'weight'],
    methods: ['clear'],
  } satisfies ExcelApi<'ChartLineFormat'>;
}

export class ChartBorder extends Line {
  static readonly api = {
    name: 'ChartBorder',
    scalars: ['color', 'lineStyle', 'weight'],
    methods: ['clear'],
  } satisfies ExcelApi<'ChartBorder'>;
}

/** What a part of a chart keeps of its font; a property that it does not keep can be read (null) and not set. */
export type FontParts = { size?: number | null; color?: string | null; bold?: boolean | null; name?: string | null };

export class ChartFont {
  static readonly api = {
    name: 'ChartFont',
    scalars: ['bold', 'color', 'name', 'size'],
  } satisfies ExcelApi<'ChartFont'>;

  constructor(
    private readonly parts: FontParts,
    private readonly kept: readonly (keyof FontParts)[],
    private readonly change: (apply: () => void) => void,
  ) {}

  private set(part: keyof FontParts, apply: () => void): void {
    if (!this.kept.includes(part)) throw ApiError.notImplemented('ChartFont', `${part} here`);
    this.change(apply);
  }
  get bold(): boolean | null {
    return this.parts.bold ?? null;
  }
  set bold(value: unknown) {
    const bold = flag(value);
    this.set('bold', () => (this.parts.bold = bold));
  }
  get color(): string | null {
    return this.parts.color ?? null;
  }
  set color(value: unknown) {
    const shade = color(value);
    this.set('color', () => (this.parts.color = shade));
  }
  get name(): string | null {
    return this.parts.name ?? null;
  }
  set name(value: unknown) {
    const name = text(value);
    this.set('name', () => (this.parts.name = name));
  }
  get size(): number | null {
    return this.parts.size ?? null;
  }
  set size(value: unknown) {
    const size = bounded(value, 1, 409);
    this.set('size', () => (this.parts.size = size));
  }
}
