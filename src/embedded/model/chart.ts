import type { Chart as ChartData, Shape as ShapeData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { boundingArea } from './address';
import { bounded, finite, oneOf, text } from './checks';
import { ChartAxes } from './chartAxes';
import { ChartBorder, ChartFill, ChartFont, type Slot } from './chartFormat';
import { ChartLegend, ChartPlotArea, ChartTitle } from './chartParts';
import { ChartSeriesCollection } from './chartSeriesCollection';
import { seriesOf } from './chartSource';
import { CHART_TYPES } from './chartTypes';
import { changeShape, rootOf, shapeId } from './drawing';
import type { ExcelApi } from './excelApi';
import { rangeArgument } from './places';
import { requireUnprotected } from './protectionRules';
import { Range } from './range';
import type { Session } from './session';
import { Worksheet } from './worksheet';

/** Where a chart's parts find what they read and how they mark what they change. */
export type ChartContext = {
  readonly session: Session;
  readonly sheet: Sheet;
  readonly shape: ShapeData;
  readonly chart: ChartData;
  readonly change: (apply: () => void) => void;
};

/** A slot over a property of an object of the chart. */
export const slotOf = <T extends object, K extends keyof T>(context: ChartContext, owner: T, key: K): Slot<T[K]> => ({
  get: () => owner[key],
  set: (value) =>
    context.change(() => {
      owner[key] = value;
    }),
});

const BLANKS = { NotPlotted: 'NotPlotted', Zero: 'Zero', Interplotted: 'Interpolated' } as const;

/** A chart on a sheet. Lengths are points. */
export class Chart {
  static readonly api = {
    name: 'Chart',
    scalars: ['chartType', 'displayBlanksAs', 'height', 'id', 'left', 'name', 'top', 'width'],
    navigation: ['axes', 'format', 'legend', 'plotArea', 'series', 'title', 'worksheet'],
    methods: ['delete', 'setData', 'setPosition'],
  } satisfies ExcelApi<'Chart'>;

  private readonly context: ChartContext;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly shape: ShapeData,
    private readonly chart: ChartData,
  ) {
    this.context = { session, sheet, shape, chart, change: (apply) => this.change(apply) };
  }

  private change(apply: () => void): void {
    changeShape(this.session, this.sheet, this.shape, apply);
  }

  get id(): string {
    return shapeId(this.shape);
  }
  get name(): string {
    return this.shape.name;
  }
  set name(value: unknown) {
    const name = text(value);
    if (name === '' || name.length > 255) throw new ApiError('InvalidArgument');
    this.change(() => (this.shape.name = name));
  }
  get left(): number {
    return this.shape.left;
  }
  set left(value: unknown) {
    const left = Math.max(0, finite(value));
    this.change(() => (this.shape.left = left));
  }
  get top(): number {
    return this.shape.top;
  }
  set top(value: unknown) {
    const top = Math.max(0, finite(value));
    this.change(() => (this.shape.top = top));
  }
  get width(): number {
    return this.shape.width;
  }
  set width(value: unknown) {
    const width = bounded(value, 0, 169_056);
    this.change(() => (this.shape.width = width));
  }
  get height(): number {
    return this.shape.height;
  }
  set height(value: unknown) {
    const height = bounded(value, 0, 169_056);
    this.change(() => (this.shape.height = height));
  }
  get chartType(): string {
    return this.chart.type;
  }
  /** Also the type of every series. */
  set chartType(value: unknown) {
    const type = oneOf(value, CHART_TYPES);
    this.change(() => {
      this.chart.type = type;
      for (const series of this.chart.series) series.type = type;
    });
  }
  get displayBlanksAs(): string {
    return Object.entries(BLANKS).find(([, stored]) => stored === this.chart.displayBlanksAs)?.[0] ?? 'NotPlotted';
  }
  set displayBlanksAs(value: unknown) {
    const name = oneOf(value, ['NotPlotted', 'Zero', 'Interplotted']);
    this.change(() => (this.chart.displayBlanksAs = BLANKS[name]));
  }

  get axes(): ChartAxes {
    return new ChartAxes(this.context);
  }
  get format(): ChartAreaFormat {
    return new ChartAreaFormat(this.context);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.context);
  }
  get plotArea(): ChartPlotArea {
    return new ChartPlotArea(this.context);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.context);
  }
  get title(): ChartTitle {
    return new ChartTitle(this.context);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }

  /** Puts the chart over cells, from the first one's top left to the last one's bottom right. */
  setPosition(startCell: unknown, endCell: unknown): void {
    const start = rangeArgument(this.session, startCell, this.sheet);
    const end = endCell === undefined ? start : rangeArgument(this.session, endCell, this.sheet);
    if (start.sheet !== this.sheet || end.sheet !== this.sheet) throw new ApiError('InvalidArgument');
    const { left, top, width, height } = new Range(this.session, this.sheet, boundingArea(start.area, end.area));
    this.change(() => Object.assign(this.shape, { left, top, width, height }));
  }
  setData(sourceData: unknown, seriesBy: unknown): void {
    const place = rangeArgument(this.session, sourceData, this.sheet);
    const series = seriesOf(this.session, place, this.chart.type, oneOf(seriesBy, ['Auto', 'Columns', 'Rows'], 'Auto'));
    this.change(() => (this.chart.series = series));
  }
  delete(): void {
    requireUnprotected(this.session, this.sheet);
    const root = rootOf(this.sheet, this.shape);
    this.sheet.shapes = this.sheet.shapes.filter((shape) => shape !== root);
    this.sheet.touch('drawing');
  }
}

export class ChartAreaFormat {
  static readonly api = {
    name: 'ChartAreaFormat',
    navigation: ['border', 'fill', 'font'],
  } satisfies ExcelApi<'ChartAreaFormat'>;

  constructor(private readonly context: ChartContext) {}

  get border(): ChartBorder {
    return new ChartBorder(slotOf(this.context, this.context.chart, 'line'));
  }
  get fill(): ChartFill {
    return new ChartFill(slotOf(this.context, this.context.chart, 'fill'));
  }
  get font(): ChartFont {
    return new ChartFont(this.context.chart.font, ['size', 'color', 'name'], this.context.change);
  }
}
