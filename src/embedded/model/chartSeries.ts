import type { ChartSeries as SeriesData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { fullAddress } from './address';
import { slotOf, type ChartContext } from './chart';
import { ChartFill, ChartLineFormat } from './chartFormat';
import { ChartMarker, Marked } from './chartMarker';
import { ChartPointsCollection } from './chartPoints';
import { CHART_TYPES } from './chartTypes';
import { bounded, flag, integer, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';
import { placeOfFormula, rangeArgument } from './places';
import type { Session } from './session';
import { wireValue } from './writing';

/** A series' name: its own, or what stands in the cell it points at. */
export const seriesName = (session: Session, series: SeriesData): string => {
  const place = series.nameFormula === undefined ? null : placeOfFormula(session, series.nameFormula, null);
  return place ? String(wireValue(place.sheet.cell(place.area.row, place.area.column)?.value ?? null)) : series.name;
};

/** A series of a chart. */
export class ChartSeries extends Marked {
  static readonly api = {
    name: 'ChartSeries',
    scalars: [
      'axisGroup',
      'chartType',
      'hasDataLabels',
      'markerBackgroundColor',
      'markerForegroundColor',
      'markerSize',
      'markerStyle',
      'name',
      'plotOrder',
      'smooth',
    ],
    navigation: ['format', 'points'],
    methods: ['delete', 'getDimensionValues', 'setValues', 'setXAxisValues'],
  } satisfies ExcelApi<'ChartSeries'>;

  constructor(
    private readonly context: ChartContext,
    private readonly series: SeriesData,
  ) {
    super();
  }

  private set<K extends keyof SeriesData>(key: K, value: SeriesData[K]): void {
    this.context.change(() => {
      this.series[key] = value;
    });
  }
  protected override get marker(): ChartMarker {
    return new ChartMarker(slotOf(this.context, this.series, 'marker'));
  }

  get name(): string {
    return seriesName(this.context.session, this.series);
  }
  /** A text, or a formula that points at a cell (`=Feuil1!$B$1`). */
  set name(value: unknown) {
    const given = text(value);
    this.context.change(() => {
      const place = given.startsWith('=') ? placeOfFormula(this.context.session, given, this.context.sheet) : null;
      if (given.startsWith('=') && !place) throw new ApiError('InvalidArgument');
      delete this.series.nameFormula;
      if (place) this.series.nameFormula = fullAddress(place.sheet.name, place.area, true);
      this.series.name = place ? seriesName(this.context.session, this.series) : given;
    });
  }
  get chartType(): string {
    return this.series.type;
  }
  set chartType(value: unknown) {
    this.set('type', oneOf(value, CHART_TYPES));
  }
  get axisGroup(): string {
    return this.series.axisGroup;
  }
  set axisGroup(value: unknown) {
    this.set('axisGroup', oneOf(value, ['Primary', 'Secondary']));
  }
  get smooth(): boolean {
    return this.series.smooth;
  }
  set smooth(value: unknown) {
    this.set('smooth', flag(value));
  }
  get hasDataLabels(): boolean {
    return this.series.hasDataLabels;
  }
  set hasDataLabels(value: unknown) {
    const has = flag(value);
    this.context.change(() => {
      this.series.hasDataLabels = has;
      if (!has) this.series.labels = [];
    });
  }
  get plotOrder(): number {
    return this.context.chart.series.indexOf(this.series);
  }
  set plotOrder(value: unknown) {
    const { series } = this.context.chart;
    const position = bounded(integer(value), 0, series.length - 1);
    this.context.change(() => {
      series.splice(this.plotOrder, 1);
      series.splice(position, 0, this.series);
    });
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.context, this.series);
  }
  get points(): ChartPointsCollection {
    return new ChartPointsCollection(this.context, this.series);
  }

  private address(range: unknown): string {
    const { sheet, area } = rangeArgument(this.context.session, range, this.context.sheet);
    if (area.rows > 1 && area.columns > 1) throw new ApiError('InvalidArgument');
    return fullAddress(sheet.name, area, true);
  }
  setValues(range: unknown): void {
    this.set('values', this.address(range));
  }
  setXAxisValues(range: unknown): void {
    this.set('categories', this.address(range));
  }
  /** Values as the cells hold them now. */
  getDimensionValues(dimension: unknown): (string | number | boolean)[] {
    const name = oneOf(dimension, ['Categories', 'Values', 'XValues', 'YValues', 'BubbleSizes']);
    if (name === 'BubbleSizes') throw ApiError.notImplemented('ChartSeries', 'getDimensionValues("BubbleSizes")');
    const formula = name === 'Categories' || name === 'XValues' ? this.series.categories : this.series.values;
    const place = formula ? placeOfFormula(this.context.session, formula, null) : null;
    if (!place) return [];
    this.context.session.settle();
    const { row, column, rows, columns } = place.area;
    return Array.from({ length: rows * columns }, (_, index) =>
      wireValue(place.sheet.cell(row + Math.floor(index / columns), column + (index % columns))?.value ?? null),
    );
  }
  delete(): void {
    this.context.change(() => this.context.chart.series.splice(this.plotOrder, 1));
  }
}

export class ChartSeriesFormat {
  static readonly api = { name: 'ChartSeriesFormat', navigation: ['fill', 'line'] } satisfies ExcelApi<'ChartSeriesFormat'>;

  constructor(
    private readonly context: ChartContext,
    private readonly series: SeriesData,
  ) {}
  get fill(): ChartFill {
    return new ChartFill(slotOf(this.context, this.series, 'fill'));
  }
  get line(): ChartLineFormat {
    return new ChartLineFormat(slotOf(this.context, this.series, 'line'));
  }
}
