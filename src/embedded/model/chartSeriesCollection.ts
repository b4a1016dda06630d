import { ApiError } from '../richapi/apiError';
import { bounded, integer, text } from './checks';
import type { ChartContext } from './chart';
import { ChartSeries } from './chartSeries';
import { blankSeries } from '../book/blankChart';
import type { ExcelApi } from './excelApi';

export class ChartSeriesCollection {
  static readonly api = {
    name: 'ChartSeriesCollection',
    scalars: ['count'],
    methods: ['add', 'getCount', 'getItemAt'],
    collection: true,
  } satisfies ExcelApi<'ChartSeriesCollection'>;

  constructor(private readonly context: ChartContext) {}

  get items(): ChartSeries[] {
    return this.context.chart.series.map((series) => new ChartSeries(this.context, series));
  }
  get count(): number {
    return this.context.chart.series.length;
  }
  getCount(): number {
    return this.count;
  }
  getItemAt(index: unknown): ChartSeries {
    const series = this.context.chart.series[integer(index)];
    if (!series) throw new ApiError('ItemNotFound');
    return new ChartSeries(this.context, series);
  }
  /** A series without values, which `setValues` gives it. */
  add(name: unknown, index: unknown): ChartSeries {
    const { chart, session } = this.context;
    const given = name === undefined || name === null ? `${session.word('Series', 'Série')}${this.count + 1}` : text(name);
    const series = blankSeries(chart.type, given);
    const position = index === undefined || index === null ? this.count : bounded(integer(index), 0, this.count);
    // The others' categories count for a new series too, as in Excel.
    series.categories = chart.series[0]?.categories ?? null;
    this.context.change(() => chart.series.splice(position, 0, series));
    return new ChartSeries(this.context, series);
  }
}
