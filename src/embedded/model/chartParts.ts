import { bounded, finite, flag, oneOf, text } from './checks';
import { ChartFont } from './chartFormat';
import type { ChartContext } from './chart';
import { seriesName } from './chartSeries';
import type { ExcelApi } from './excelApi';

export class ChartTitle {
  static readonly api = {
    name: 'ChartTitle',
    scalars: ['text', 'visible'],
    navigation: ['format'],
  } satisfies ExcelApi<'ChartTitle'>;

  constructor(private readonly context: ChartContext) {}

  /** A title of its own, else the only series' name, which Excel shows. */
  get text(): string {
    const { chart, session } = this.context;
    const [only, ...others] = chart.series;
    if (chart.title !== null) return chart.title;
    return only && others.length === 0 ? seriesName(session, only) : session.word('Chart Title', 'Titre du graphique');
  }
  set text(value: unknown) {
    const title = text(value);
    this.context.change(() => {
      this.context.chart.title = title;
      this.context.chart.titleVisible = true;
    });
  }
  get visible(): boolean {
    return this.context.chart.titleVisible;
  }
  set visible(value: unknown) {
    const visible = flag(value);
    this.context.change(() => (this.context.chart.titleVisible = visible));
  }
  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this.context);
  }
}

export class ChartTitleFormat {
  static readonly api = { name: 'ChartTitleFormat', navigation: ['font'] } satisfies ExcelApi<'ChartTitleFormat'>;

  constructor(private readonly context: ChartContext) {}
  get font(): ChartFont {
    return new ChartFont(this.context.chart.titleFont, ['size', 'color', 'bold'], this.context.change);
  }
}

export class ChartLegend {
  static readonly api = { name: 'ChartLegend', scalars: ['position', 'visible'] } satisfies ExcelApi<'ChartLegend'>;

  constructor(private readonly context: ChartContext) {}

  get visible(): boolean {
    return this.context.chart.legend.visible;
  }
  set visible(value: unknown) {
    const visible = flag(value);
    this.context.change(() => (this.context.chart.legend.visible = visible));
  }
  get position(): string {
    return this.context.chart.legend.position;
  }
  set position(value: unknown) {
    const position = oneOf(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner']);
    this.context.change(() => (this.context.chart.legend.position = position));
  }
}

type Box = { left: number; top: number; width: number; height: number };

/**
 * Where the plot is, in points from the chart's top left. `inside…` is the plot without its axes' labels. Until somebody
 * sets it Excel lays it out; what is read then is an estimate.
 */
export class ChartPlotArea {
  static readonly api = {
    name: 'ChartPlotArea',
    scalars: ['height', 'insideHeight', 'insideLeft', 'insideTop', 'insideWidth', 'left', 'position', 'top', 'width'],
  } satisfies ExcelApi<'ChartPlotArea'>;

  constructor(private readonly context: ChartContext) {}

  private box(inner: boolean): Box {
    const { plotArea } = this.context.chart;
    const { width, height } = this.context.shape;
    const labels = { left: 30, bottom: 20 };
    if (plotArea && plotArea.inner === inner) return plotArea;
    if (plotArea && inner)
      return {
        left: plotArea.left + labels.left,
        top: plotArea.top,
        width: plotArea.width - labels.left,
        height: plotArea.height - labels.bottom,
      };
    if (plotArea)
      return {
        left: plotArea.left - labels.left,
        top: plotArea.top,
        width: plotArea.width + labels.left,
        height: plotArea.height + labels.bottom,
      };
    const top = this.context.chart.titleVisible ? 30 : 7;
    const legend = this.context.chart.legend.visible ? 25 : 0;
    const outer = { left: 7, top, width: width - 14, height: height - top - 7 - legend };
    if (!inner) return outer;
    return {
      left: outer.left + labels.left,
      top,
      width: outer.width - labels.left,
      height: outer.height - labels.bottom,
    };
  }
  private set(inner: boolean, part: keyof Box, value: unknown): void {
    const length = part === 'width' || part === 'height' ? bounded(value, 0, 169_056) : finite(value);
    const { left, top, width, height } = this.box(inner);
    this.context.change(() => (this.context.chart.plotArea = { left, top, width, height, [part]: length, inner }));
  }

  get position(): string {
    return this.context.chart.plotArea ? 'Custom' : 'Automatic';
  }
  set position(value: unknown) {
    const automatic = oneOf(value, ['Automatic', 'Custom']) === 'Automatic';
    this.context.change(() => (this.context.chart.plotArea = automatic ? null : { ...this.box(true), inner: true }));
  }
  get insideLeft(): number {
    return this.box(true).left;
  }
  set insideLeft(value: unknown) {
    this.set(true, 'left', value);
  }
  get insideTop(): number {
    return this.box(true).top;
  }
  set insideTop(value: unknown) {
    this.set(true, 'top', value);
  }
  get insideWidth(): number {
    return this.box(true).width;
  }
  set insideWidth(value: unknown) {
    this.set(true, 'width', value);
  }
  get insideHeight(): number {
    return this.box(true).height;
  }
  set insideHeight(value: unknown) {
    this.set(true, 'height', value);
  }
  get left(): number {
    return this.box(false).left;
  }
  set left(value: unknown) {
    this.set(false, 'left', value);
  }
  get top(): number {
    return this.box(false).top;
  }
  set top(value: unknown) {
    this.set(false, 'top', value);
  }
  get width(): number {
    return this.box(false).width;
  }
  set width(value: unknown) {
    this.set(false, 'width', value);
  }
  get height(): number {
    return this.box(false).height;
  }
  set height(value: unknown) {
    this.set(false, 'height', value);
  }
}
