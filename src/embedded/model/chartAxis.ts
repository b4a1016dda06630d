import type { ChartAxis as AxisData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { slotOf, type ChartContext } from './chart';
import { ChartFont, ChartLineFormat } from './chartFormat';
import { bounded, finite, flag, integer, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';

const TICKS = ['None', 'Cross', 'Inside', 'Outside'] as const;
const MAX_SPACING = 31_999;

/** An axis of a chart. Bounds and unit that Excel chooses by itself read as ''. */
export class ChartAxis {
  static readonly api = {
    name: 'ChartAxis',
    scalars: [
      'axisGroup',
      'isBetweenCategories',
      'linkNumberFormat',
      'majorTickMark',
      'majorUnit',
      'maximum',
      'minimum',
      'minorTickMark',
      'numberFormat',
      'position',
      'positionAt',
      'tickLabelPosition',
      'tickLabelSpacing',
      'tickMarkSpacing',
      'type',
      'visible',
    ],
    navigation: ['format', 'majorGridlines', 'title'],
    methods: ['setPositionAt'],
  } satisfies ExcelApi<'ChartAxis'>;

  constructor(
    private readonly context: ChartContext,
    private readonly axis: AxisData,
    readonly type: 'Category' | 'Value',
  ) {}

  private set<K extends keyof AxisData>(key: K, value: AxisData[K]): void {
    this.context.change(() => {
      this.axis[key] = value;
    });
  }

  readonly axisGroup = 'Primary';
  get visible(): boolean {
    return this.axis.visible;
  }
  set visible(value: unknown) {
    this.set('visible', flag(value));
  }
  /** '' gives the choice back to Excel. */
  get minimum(): number | '' {
    return this.axis.minimum ?? '';
  }
  set minimum(value: unknown) {
    this.set('minimum', value === '' ? null : finite(value));
  }
  get maximum(): number | '' {
    return this.axis.maximum ?? '';
  }
  set maximum(value: unknown) {
    this.set('maximum', value === '' ? null : finite(value));
  }
  get majorUnit(): number | '' {
    return this.axis.majorUnit ?? '';
  }
  set majorUnit(value: unknown) {
    this.set('majorUnit', value === '' ? null : bounded(value, Number.MIN_VALUE, Number.MAX_VALUE));
  }
  get numberFormat(): string {
    return this.axis.numberFormat ?? 'General';
  }
  set numberFormat(value: unknown) {
    this.set('numberFormat', text(value));
  }
  /** Whether the format is that of the cells: so until one is set. */
  get linkNumberFormat(): boolean {
    return this.axis.numberFormat === null;
  }
  set linkNumberFormat(value: unknown) {
    this.set('numberFormat', flag(value) ? null : (this.axis.numberFormat ?? 'General'));
  }
  get tickLabelPosition(): string {
    return this.axis.tickLabelPosition;
  }
  set tickLabelPosition(value: unknown) {
    this.set('tickLabelPosition', oneOf(value, ['NextToAxis', 'High', 'Low', 'None']));
  }
  get tickLabelSpacing(): number | '' {
    return this.axis.tickLabelSpacing ?? '';
  }
  set tickLabelSpacing(value: unknown) {
    this.set('tickLabelSpacing', value === '' ? null : bounded(integer(value), 1, MAX_SPACING));
  }
  get tickMarkSpacing(): number {
    return this.axis.tickMarkSpacing ?? 1;
  }
  set tickMarkSpacing(value: unknown) {
    this.set('tickMarkSpacing', bounded(integer(value), 1, MAX_SPACING));
  }
  get majorTickMark(): string {
    return this.axis.majorTickMark;
  }
  set majorTickMark(value: unknown) {
    this.set('majorTickMark', oneOf(value, TICKS));
  }
  get minorTickMark(): string {
    return this.axis.minorTickMark;
  }
  set minorTickMark(value: unknown) {
    this.set('minorTickMark', oneOf(value, TICKS));
  }
  get isBetweenCategories(): boolean | null {
    return this.type === 'Category' ? this.axis.isBetweenCategories : null;
  }
  set isBetweenCategories(value: unknown) {
    if (this.type !== 'Category') throw new ApiError('InvalidOperation');
    this.set('isBetweenCategories', flag(value));
  }

  /** Where the other axis crosses this one. `setPositionAt` of a category axis counts categories from 1. */
  get position(): string {
    return this.axis.position.kind;
  }
  set position(value: unknown) {
    const kind = oneOf(value, ['Automatic', 'Maximum', 'Minimum', 'Custom']);
    this.set('position', kind === 'Custom' ? { kind, at: this.positionAt } : { kind });
  }
  get positionAt(): number {
    return this.axis.position.kind === 'Custom' ? this.axis.position.at : this.type === 'Category' ? 1 : 0;
  }
  setPositionAt(value: unknown): void {
    this.set('position', { kind: 'Custom', at: finite(value) });
  }

  get format(): ChartAxisFormat {
    return new ChartAxisFormat(this.context, this.axis);
  }
  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this.context, this.axis);
  }
  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this.context, this.axis);
  }
}

export class ChartAxisFormat {
  static readonly api = { name: 'ChartAxisFormat', navigation: ['font', 'line'] } satisfies ExcelApi<'ChartAxisFormat'>;

  constructor(
    private readonly context: ChartContext,
    private readonly axis: AxisData,
  ) {}
  get font(): ChartFont {
    return new ChartFont(this.axis.font, ['size', 'color', 'bold'], this.context.change);
  }
  get line(): ChartLineFormat {
    return new ChartLineFormat(slotOf(this.context, this.axis, 'line'));
  }
}

export class ChartGridlines {
  static readonly api = {
    name: 'ChartGridlines',
    scalars: ['visible'],
    navigation: ['format'],
  } satisfies ExcelApi<'ChartGridlines'>;

  constructor(
    private readonly context: ChartContext,
    private readonly axis: AxisData,
  ) {}
  get visible(): boolean {
    return this.axis.hasMajorGridlines;
  }
  set visible(value: unknown) {
    const visible = flag(value);
    this.context.change(() => (this.axis.hasMajorGridlines = visible));
  }
  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(this.context, this.axis);
  }
}

export class ChartGridlinesFormat {
  static readonly api = { name: 'ChartGridlinesFormat', navigation: ['line'] } satisfies ExcelApi<'ChartGridlinesFormat'>;

  constructor(
    private readonly context: ChartContext,
    private readonly axis: AxisData,
  ) {}
  get line(): ChartLineFormat {
    return new ChartLineFormat(slotOf(this.context, this.axis, 'majorGridlines'));
  }
}

export class ChartAxisTitle {
  static readonly api = { name: 'ChartAxisTitle', scalars: ['text', 'visible'] } satisfies ExcelApi<'ChartAxisTitle'>;

  constructor(
    private readonly context: ChartContext,
    private readonly axis: AxisData,
  ) {}
  get text(): string {
    return this.axis.title ?? '';
  }
  set text(value: unknown) {
    const title = text(value);
    this.context.change(() => (this.axis.title = title));
  }
  get visible(): boolean {
    return this.axis.title !== null;
  }
  set visible(value: unknown) {
    const title = flag(value) ? (this.axis.title ?? this.context.session.word('Axis Title', "Titre de l'axe")) : null;
    this.context.change(() => (this.axis.title = title));
  }
}
