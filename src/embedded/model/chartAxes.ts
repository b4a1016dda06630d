import type { ChartAxis as AxisData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { ChartAxis } from './chartAxis';
import type { ChartContext } from './chart';
import { oneOf } from './checks';
import type { ExcelApi } from './excelApi';

/** The primary axes. Secondary ones and the depth axis are kept in files but not modelled: asking for them refuses. */
export class ChartAxes {
  static readonly api = {
    name: 'ChartAxes',
    navigation: ['categoryAxis', 'valueAxis'],
    methods: ['getItem'],
  } satisfies ExcelApi<'ChartAxes'>;

  constructor(private readonly context: ChartContext) {}

  get categoryAxis(): ChartAxis {
    return this.axis(this.context.chart.categoryAxis, 'Category');
  }
  get valueAxis(): ChartAxis {
    return this.axis(this.context.chart.valueAxis, 'Value');
  }
  getItem(type: unknown, group: unknown): ChartAxis {
    const kind = oneOf(type, ['Category', 'Value', 'Series']);
    const side = oneOf(group, ['Primary', 'Secondary'], 'Primary');
    if (kind === 'Series' || side === 'Secondary') throw ApiError.notImplemented('ChartAxes', `getItem("${kind}", "${side}")`);
    return kind === 'Category' ? this.categoryAxis : this.valueAxis;
  }
  private axis(data: AxisData, type: 'Category' | 'Value'): ChartAxis {
    return new ChartAxis(this.context, data, type);
  }
}
