import type { LineFormat, Shape } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { bounded, color, flag, oneOf } from './checks';
import type { ExcelApi } from './excelApi';

type Change = (apply: () => void) => void;

/** Fill of a shape: solid or none. */
export class ShapeFill {
  static readonly api = {
    name: 'ShapeFill',
    scalars: ['foregroundColor', 'transparency', 'type'],
    methods: ['clear', 'setSolidColor'],
  } satisfies ExcelApi<'ShapeFill'>;

  constructor(
    private readonly shape: Shape,
    private readonly change: Change,
  ) {}

  get type(): string {
    return this.shape.fill ? 'Solid' : 'NoFill';
  }
  get foregroundColor(): string {
    return this.shape.fill?.color ?? '';
  }
  set foregroundColor(value: unknown) {
    this.setSolidColor(value);
  }
  /** 0 is opaque, 1 is clear. */
  get transparency(): number | null {
    return this.shape.fill?.transparency ?? null;
  }
  set transparency(value: unknown) {
    const transparency = bounded(value, 0, 1);
    const { fill } = this.shape;
    if (!fill) throw new ApiError('InvalidOperation');
    this.change(() => (this.shape.fill = { ...fill, transparency }));
  }
  setSolidColor(value: unknown): void {
    const solid = color(value);
    this.change(() => (this.shape.fill = { color: solid, transparency: this.shape.fill?.transparency ?? 0 }));
  }
  clear(): void {
    this.change(() => (this.shape.fill = null));
  }
}

const DASHES = {
  Solid: 'solid',
  Dash: 'dash',
  DashDot: 'dashDot',
  DashDotDot: 'sysDashDotDot',
  LongDash: 'lgDash',
  LongDashDot: 'lgDashDot',
  LongDashDotDot: 'lgDashDotDot',
  RoundDot: 'sysDot',
  SquareDot: 'sysDash',
} as const;

const USUAL: Exclude<LineFormat, null> = { color: '#000000', weight: 0.75, dash: 'solid' };

export class ShapeLineFormat {
  static readonly api = {
    name: 'ShapeLineFormat',
    scalars: ['color', 'dashStyle', 'visible', 'weight'],
  } satisfies ExcelApi<'ShapeLineFormat'>;

  constructor(
    private readonly shape: Shape,
    private readonly change: Change,
  ) {}

  private set(part: Partial<Exclude<LineFormat, null>>): void {
    this.change(() => (this.shape.line = { ...(this.shape.line ?? USUAL), ...part }));
  }
  get visible(): boolean {
    return this.shape.line !== null && this.shape.line !== undefined;
  }
  set visible(value: unknown) {
    const visible = flag(value);
    this.change(() => (this.shape.line = visible ? (this.shape.line ?? { ...USUAL }) : null));
  }
  get color(): string {
    return this.shape.line?.color ?? '';
  }
  set color(value: unknown) {
    this.set({ color: color(value) });
  }
  /** Points. */
  get weight(): number | null {
    return this.shape.line?.weight ?? null;
  }
  set weight(value: unknown) {
    this.set({ weight: bounded(value, 0, 1584) });
  }
  get dashStyle(): string | null {
    const { line } = this.shape;
    return line ? (Object.entries(DASHES).find(([, dash]) => dash === line.dash)?.[0] ?? 'Solid') : null;
  }
  set dashStyle(value: unknown) {
    this.set({ dash: DASHES[oneOf(value, Object.keys(DASHES) as (keyof typeof DASHES)[])] });
  }
}
