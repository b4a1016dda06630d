import type { Shape as ShapeData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { Chart } from './chart';
import { integer, oneOf } from './checks';
import { blankChart } from '../book/blankChart';
import { seriesOf } from './chartSource';
import { CHART_TYPES } from './chartTypes';
import { everyShape, findShape, newShape } from './drawing';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { rangeArgument } from './places';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';

/** Size that Excel gives a new chart, in points. */
const USUAL_WIDTH = 360;
const USUAL_HEIGHT = 216;

/** Charts of a sheet that the API can edit; a file's charts that it cannot read are kept and not listed. */
export class ChartCollection {
  static readonly api = {
    name: 'ChartCollection',
    scalars: ['count'],
    methods: ['add', 'getCount', 'getItem', 'getItemAt', 'getItemOrNullObject'],
    internalMethods: ['getItem'],
    collection: true,
  } satisfies ExcelApi<'ChartCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
  ) {}

  private get shapes(): ShapeData[] {
    return everyShape(this.sheet.shapes).filter((shape) => shape.chart !== undefined);
  }
  private chart(shape: ShapeData): Chart {
    if (!shape.chart) throw new ApiError('ItemNotFound');
    return new Chart(this.session, this.sheet, shape, shape.chart);
  }
  get items(): Chart[] {
    return this.shapes.map((shape) => this.chart(shape));
  }
  get count(): number {
    return this.shapes.length;
  }
  getCount(): number {
    return this.count;
  }
  /** By name or id. */
  getItem(key: unknown): Chart {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Chart | null {
    const shape = findShape(this.shapes, key);
    return shape && this.chart(shape);
  }
  getItemAt(index: unknown): Chart {
    const shape = this.shapes[integer(index)];
    if (!shape) throw new ApiError('ItemNotFound');
    return this.chart(shape);
  }

  /** A chart of one series is titled with that series' name, as in Excel. */
  add(type: unknown, sourceData: unknown, seriesBy: unknown): Chart {
    requireUnprotected(this.session, this.sheet);
    const kind = oneOf(type, CHART_TYPES);
    const place = rangeArgument(this.session, sourceData, this.sheet);
    const shape = newShape(this.sheet, 'chart', this.session.word('Chart', 'Graphique'));
    const chart = blankChart(kind);
    chart.series = seriesOf(this.session, place, kind, oneOf(seriesBy, ['Auto', 'Columns', 'Rows'], 'Auto'));
    chart.titleVisible = chart.series.length === 1;
    chart.categoryAxis.isBetweenCategories = !kind.startsWith('Area') && !kind.startsWith('XYScatter');
    // Cascades, so that charts added in a row do not hide one another.
    const step = 20 * this.count;
    Object.assign(shape, { left: 96 + step, top: 45 + step, width: USUAL_WIDTH, height: USUAL_HEIGHT, chart });
    this.sheet.shapes.push(shape);
    this.sheet.touch('drawing');
    return this.chart(shape);
  }
}
