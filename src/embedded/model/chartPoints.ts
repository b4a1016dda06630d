import type { ChartSeries as SeriesData, SeriesLabel } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import type { ChartContext } from './chart';
import { ChartFill, ChartFont, ChartBorder } from './chartFormat';
import { ChartMarker, Marked } from './chartMarker';
import { flag, integer, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';
import { placeOfFormula } from './places';
import { wireValue } from './writing';

type Point = NonNullable<ReturnType<SeriesData['points']['get']>>;

/** The points of a series, one for each cell of its values. */
export class ChartPointsCollection {
  static readonly api = {
    name: 'ChartPointsCollection',
    scalars: ['count'],
    methods: ['getCount', 'getItemAt'],
    collection: true,
  } satisfies ExcelApi<'ChartPointsCollection'>;

  constructor(
    private readonly context: ChartContext,
    private readonly series: SeriesData,
  ) {}

  get count(): number {
    const place = placeOfFormula(this.context.session, this.series.values, null);
    return place ? place.area.rows * place.area.columns : 0;
  }
  getCount(): number {
    return this.count;
  }
  get items(): ChartPoint[] {
    return Array.from({ length: this.count }, (_, index) => new ChartPoint(this.context, this.series, index));
  }
  getItemAt(index: unknown): ChartPoint {
    const position = integer(index);
    if (position < 0 || position >= this.count) throw new ApiError('ItemNotFound');
    return new ChartPoint(this.context, this.series, position);
  }
}

export class ChartPoint extends Marked {
  static readonly api = {
    name: 'ChartPoint',
    scalars: ['hasDataLabel', 'markerBackgroundColor', 'markerForegroundColor', 'markerSize', 'markerStyle', 'value'],
    navigation: ['dataLabel', 'format'],
  } satisfies ExcelApi<'ChartPoint'>;

  constructor(
    private readonly context: ChartContext,
    private readonly series: SeriesData,
    private readonly index: number,
  ) {
    super();
  }

  /** The point's own look, made when it is first given one. */
  private own(): Point {
    let point = this.series.points.get(this.index);
    if (!point) this.series.points.set(this.index, (point = {}));
    return point;
  }
  protected override get marker(): ChartMarker {
    return new ChartMarker({
      get: () => this.series.points.get(this.index)?.marker ?? this.series.marker,
      set: (value) =>
        this.context.change(() => {
          // No marker on this point, though the series has one, is a marker of style None.
          const none = { style: 'None', size: 5, fill: '', line: '' };
          this.own().marker = value === null || value === 'automatic' ? none : value;
        }),
    });
  }

  get value(): string | number | boolean | null {
    const place = placeOfFormula(this.context.session, this.series.values, null);
    if (!place) return null;
    this.context.session.settle();
    const { row, column, columns } = place.area;
    return wireValue(place.sheet.cell(row + Math.floor(this.index / columns), column + (this.index % columns))?.value ?? null);
  }
  private get label(): SeriesLabel | undefined {
    return this.series.labels.find((label) => label.index === this.index);
  }
  get hasDataLabel(): boolean {
    return this.label !== undefined || this.series.hasDataLabels;
  }
  /** A label of its own, which shows the value until it is told otherwise. */
  set hasDataLabel(value: unknown) {
    const has = flag(value);
    if (!has && this.series.hasDataLabels)
      throw ApiError.notImplemented('ChartPoint', 'hasDataLabel = false under hasDataLabels');
    this.context.change(() => {
      const others = this.series.labels.filter((label) => label.index !== this.index);
      this.series.labels = has ? [...others, this.label ?? blankLabel(this.index)] : others;
    });
  }
  get dataLabel(): ChartDataLabel {
    return new ChartDataLabel(this.context, this.series, this.index);
  }
  get format(): ChartPointFormat {
    return new ChartPointFormat(this.context, () => this.own());
  }
}

const blankLabel = (index: number): SeriesLabel => ({
  index,
  text: null,
  showValue: true,
  showSeriesName: false,
  position: 'Right',
  color: '',
  bold: false,
});

const POSITIONS = [
  'None',
  'Center',
  'InsideEnd',
  'InsideBase',
  'OutsideEnd',
  'Left',
  'Right',
  'Top',
  'Bottom',
  'BestFit',
] as const;

/** The label of one point. */
export class ChartDataLabel {
  static readonly api = {
    name: 'ChartDataLabel',
    scalars: ['position', 'showSeriesName', 'showValue', 'text'],
    navigation: ['format'],
  } satisfies ExcelApi<'ChartDataLabel'>;

  constructor(
    private readonly context: ChartContext,
    private readonly series: SeriesData,
    private readonly index: number,
  ) {}

  private get label(): SeriesLabel {
    return this.series.labels.find((label) => label.index === this.index) ?? blankLabel(this.index);
  }
  private set(change: Partial<SeriesLabel>): void {
    const label = { ...this.label, ...change };
    this.context.change(() => {
      this.series.labels = [...this.series.labels.filter((other) => other.index !== this.index), label];
    });
  }
  get text(): string | null {
    return this.label.text;
  }
  set text(value: unknown) {
    this.set({ text: text(value) });
  }
  get position(): string {
    return this.label.position;
  }
  set position(value: unknown) {
    this.set({ position: oneOf(value, POSITIONS) });
  }
  get showValue(): boolean {
    return this.label.showValue;
  }
  set showValue(value: unknown) {
    this.set({ showValue: flag(value) });
  }
  get showSeriesName(): boolean {
    return this.label.showSeriesName;
  }
  set showSeriesName(value: unknown) {
    this.set({ showSeriesName: flag(value) });
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this.label, (label) => this.set(label));
  }
}

export class ChartDataLabelFormat {
  static readonly api = { name: 'ChartDataLabelFormat', navigation: ['font'] } satisfies ExcelApi<'ChartDataLabelFormat'>;

  constructor(
    private readonly label: SeriesLabel,
    private readonly save: (label: SeriesLabel) => void,
  ) {}
  get font(): ChartFont {
    return new ChartFont(this.label, ['size', 'color', 'bold'], (apply) => {
      apply();
      this.save(this.label);
    });
  }
}

export class ChartPointFormat {
  static readonly api = { name: 'ChartPointFormat', navigation: ['border', 'fill'] } satisfies ExcelApi<'ChartPointFormat'>;

  constructor(
    private readonly context: ChartContext,
    private readonly own: () => Point,
  ) {}
  get fill(): ChartFill {
    return new ChartFill({
      get: () => {
        const { fill } = this.own();
        return fill === undefined ? 'automatic' : { color: fill };
      },
      set: (value) => {
        if (value === null || value === 'automatic') throw ApiError.notImplemented('ChartPointFormat', 'fill.clear');
        this.context.change(() => (this.own().fill = value.color));
      },
    });
  }
  /** Only the colour is kept for a single point. */
  get border(): ChartBorder {
    return new ChartBorder({
      get: () => {
        const { line } = this.own();
        return line === undefined ? 'automatic' : { color: line, weight: 0.75, dash: 'solid' };
      },
      set: (value) => {
        const plain = value !== null && value !== 'automatic' && value.weight === 0.75 && value.dash === 'solid';
        if (!plain) throw ApiError.notImplemented('ChartPointFormat', 'border but its color');
        this.context.change(() => (this.own().line = value.color));
      },
    });
  }
}
