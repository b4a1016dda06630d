export type LineFormat = {
  color: string;
  /** Points. */ weight: number;
  /** DrawingML preset dash: `solid`, `dash`, `sysDot` … */ dash: string;
} | null;

/** A shape or group of the drawing layer. Those of a file that nobody touches stay as their XML. */
export type Shape = {
  id: number;
  name: string;
  kind: 'geometric' | 'textBox' | 'line' | 'image' | 'group' | 'chart' | 'other';
  /** Points from the sheet's top left. */
  left: number;
  top: number;
  width: number;
  height: number;
  rotation: number;
  altTitle: string;
  altDescription: string;
  visible: boolean;
  placement: 'TwoCell' | 'OneCell' | 'Absolute';
  /** DrawingML preset name (`sun`, `cloud`, `rect`), for geometric shapes and lines. */
  geometry?: string;
  fill?: { color: string; transparency: number } | null;
  line?: LineFormat;
  text?: { content: string; color: string; size: number; bold: boolean; font?: string; horizontal: string; vertical: string };
  image?: { bytes: Uint8Array; format: 'png' | 'jpeg' };
  children?: Shape[];
  chart?: Chart;
  /** Anchor XML it came from; absent for a new one. Replaced only where `touched`. */
  source?: string;
  touched: boolean;
};

/** Names in charts (positions, marker styles, tick marks, legend) are those of Office.js: `Right`, `Circle`, `None`. */
export type SeriesLabel = {
  index: number;
  text: string | null;
  showValue: boolean;
  showSeriesName: boolean;
  position: string;
  color: string;
  bold: boolean;
  size?: number;
};

export type ChartSeries = {
  name: string;
  /** Formula of the name when it is a cell. */
  nameFormula?: string;
  /** ChartType of Office.js: `Line`, `LineMarkers`, `AreaStacked`, `ColumnClustered` … */
  type: string;
  /** Formula without `=`, as `'Feuille'!$B$2:$B$9`. */
  values: string;
  categories: string | null;
  axisGroup: 'Primary' | 'Secondary';
  line: LineFormat | 'automatic';
  fill: { color: string } | null | 'automatic';
  marker: { style: string; size: number; fill: string; line: string } | null | 'automatic';
  smooth: boolean;
  hasDataLabels: boolean;
  labels: SeriesLabel[];
  points: Map<number, { fill?: string; line?: string; marker?: { style: string; size: number; fill: string; line: string } }>;
};

export type ChartAxis = {
  visible: boolean;
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  numberFormat: string | null;
  majorGridlines: LineFormat | 'automatic';
  hasMajorGridlines: boolean;
  line: LineFormat | 'automatic';
  tickLabelPosition: string;
  tickLabelSpacing: number | null;
  tickMarkSpacing: number | null;
  majorTickMark: string;
  minorTickMark: string;
  /** Where this axis is crossed by the other one. */
  position: { kind: 'Automatic' | 'Maximum' | 'Minimum' } | { kind: 'Custom'; at: number };
  isBetweenCategories: boolean;
  title: string | null;
  font: { size: number | null; color: string | null; bold: boolean | null };
};

export type Chart = {
  /** ChartType of Office.js of the whole. */
  type: string;
  title: string | null;
  titleVisible: boolean;
  titleFont: { size: number | null; color: string | null; bold: boolean | null };
  legend: { visible: boolean; position: string };
  series: ChartSeries[];
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
  /** Inner plot area in points from the chart's top left; null: automatic. */
  plotArea: { left: number; top: number; width: number; height: number; inner: boolean } | null;
  fill: { color: string } | null | 'automatic';
  line: LineFormat | 'automatic';
  font: { size: number | null; color: string | null; name: string | null };
  displayBlanksAs: 'NotPlotted' | 'Zero' | 'Interpolated';
  part?: string;
};
