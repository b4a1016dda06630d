import type { Area } from '../sheet/address';
import type { BlockDraft, CellDraft, ChartDraft, ChartSeriesDraft } from '../sheet/draft';
import { chartDrawing, hasCategoryLabel, LABEL_SPACING } from './chartDrawing';
import type { ChartLabel, LabelledSeries } from './chartLabels';
import { lastIndex } from './chartSamples';
import { chartStyle } from './chartStyle';
import type { Language } from './content';
import { FACE } from './layoutStyle';
import type { PageChart } from './page';

/** The native chart and the cells it draws. */
export type SheetChart = { draft: ChartDraft; data: BlockDraft };

type Look = Omit<ChartSeriesDraft, 'values' | 'label'>;
/** A column of the data, how it is drawn, and which direct label names it. */
type Column = { look: Look; cells: readonly (number | null)[]; label?: LabelledSeries; flag?: boolean };

const names: Readonly<Record<Language, { low: string; band: string; title: string; former: string }>> = {
  fr: { low: 'Bas', band: 'Bande', title: 'Données du graphique', former: 'ancienne définition' },
  en: { low: 'Low', band: 'Band', title: 'Chart data', former: 'former definition' },
};

/** Values cut before each break: the parts, oldest first, each as long as the whole and blank outside itself. */
const parted = (values: readonly (number | null)[], breaks: readonly number[]): (readonly (number | null)[])[] =>
  [0, ...breaks].map((from, part) => values.map((value, i) => (i >= from && i < (breaks[part] ?? values.length) ? value : null)));

/** The foot of the band: actuals, then the interval's low end. An area takes a blank for zero, so a gap repeats the last value. */
const footOfBand = (chart: PageChart): number[] => {
  const { actual, low, cut } = chart.content;
  let last = chart.axis.minimum;
  return chart.content.weeks.map((_, i) => (last = (i < cut ? actual[i] : low[i]) ?? last));
};

/** Value on the axis at a height of the chart. */
const valueAt = (y: number, { plot, axis }: PageChart): number =>
  axis.maximum - ((y - plot.top) / plot.height) * (axis.maximum - axis.minimum);

/** An unseen point that carries a label which stands at no point of its curve. */
const flagOf = (label: ChartLabel, chart: PageChart): Column => ({
  look: { name: label.text, type: 'line', line: null, fill: null },
  cells: chart.content.weeks.map((_, i) => (i === label.index ? valueAt(label.y, chart) : null)),
  label: label.series,
  flag: true,
});

const columnsOf = (chart: PageChart, labelled: readonly ChartLabel[], language: Language): Column[] => {
  const { actual, previousYear, objective, projection, low, high, labels, weeks, cut } = chart.content;
  const { actual: solid, previousYear: grey, objective: thin, projection: dashed, marker } = chartStyle;
  const projected = projection.some((value) => value !== null);
  const white = { size: marker.size, fill: '#FFFFFF', line: dashed.color };
  const lastActual = lastIndex(actual);
  const { low: lowName, band: bandName, former } = names[language];
  const areas: Column[] = [
    { look: { name: lowName, type: 'areaStacked', line: null, fill: null }, cells: footOfBand(chart) },
    {
      look: { name: bandName, type: 'areaStacked', line: null, fill: chartStyle.band },
      cells: weeks.map((_, i) => (i < cut ? 0 : (high[i] ?? 0) - (low[i] ?? 0))),
    },
  ];
  const curve = (label: LabelledSeries, cells: Column['cells'], look: Partial<Look>): Column => ({
    look: { name: labels[label], type: 'line', line: null, fill: null, ...look },
    cells,
    label,
  });
  const level = weeks.map(() => objective);
  const dashes: Look['line'] = { ...dashed, dash: 'dash' };
  const point = { index: lastActual, size: marker.size, fill: solid.color, line: solid.color };
  // A native line joins neighbours whatever they mean: each definition is a series of its own.
  const parts = parted(actual, chart.content.breaks ?? []);
  const actuals = parts.map((cells, part) =>
    curve('actual', cells, {
      line: solid,
      ...(part < parts.length - 1 && { name: `${labels.actual}, ${former}` }),
      ...(lastActual >= 0 && cells[lastActual] !== null && { markerPoint: point }),
    }),
  );
  return [
    ...(projected ? areas : []),
    ...(objective === null ? [] : [curve('objective', level, { line: thin })]),
    ...(lastIndex(previousYear) < 0 ? [] : [curve('previousYear', previousYear, { line: grey })]),
    ...(projected ? [curve('projection', projection, { type: 'lineMarkers', line: dashes, marker: white })] : []),
    ...actuals,
    ...labelled.filter(({ flag }) => flag).map((label) => flagOf(label, chart)),
  ];
};

const numberCell = (value: number | null | undefined): CellDraft =>
  value === null || value === undefined ? { empty: true } : { number: value };

/**
 * The chart of a page as a native Excel chart over cells written from (row, column): a title, a head, one row a week. It
 * has no legend and no title; the value axis stands at today's cut, which makes the vertical line.
 */
export const sheetChart = (chart: PageChart, language: Language, row: number, column: number): SheetChart => {
  const { content, axis, box, plot } = chart;
  const { labels } = chartDrawing(chart, language);
  const columns = columnsOf(chart, labels, language);
  const weeks = content.weeks.length;
  const first = row + 2;
  const values = (index: number): Area => ({ row: first, column: column + 1 + index, rows: weeks, columns: 1 });
  const series = columns.map(({ look, label: labelled, cells, flag = false }, index): ChartSeriesDraft => {
    const isNamed = ({ series, flag: flagged = false, index: at }: ChartLabel): boolean =>
      series === labelled && flagged === flag && typeof cells[at] === 'number';
    const label = labels.find(isNamed);
    return {
      ...look,
      values: values(index),
      ...(label && {
        label: { index: label.index, text: label.text, position: label.position, color: label.color, bold: label.bold },
      }),
    };
  });
  const texts = (cells: readonly string[]): CellDraft[] => cells.map((text) => ({ text }));
  const blanks = Array<CellDraft>(columns.length).fill({ empty: true });
  const data: BlockDraft = {
    row,
    column,
    cells: [
      [{ text: names[language].title }, ...blanks],
      [{ empty: true }, ...texts(columns.map(({ look }) => look.name))],
      ...content.weeks.map(({ label }, i): CellDraft[] => [
        { text: hasCategoryLabel(content, i) ? label.join('\n') : '' },
        ...columns.map(({ cells }) => numberCell(cells[i])),
      ]),
    ],
  };
  // Excel shows every fifth label from the first; where the first is not one of ours the blanks alone must do.
  const regular = (content.cut - 1) % LABEL_SPACING === 0;
  return {
    data,
    draft: {
      name: 'meteo.graphique',
      altText: chart.altText,
      ...box,
      categories: { row: first, column, rows: weeks, columns: 1 },
      series,
      valueAxis: {
        minimum: axis.minimum,
        maximum: axis.maximum,
        majorUnit: axis.step,
        numberFormat: content.numberFormat,
        gridlines: chartStyle.gridline,
        line: chartStyle.cut,
        visible: true,
        fontColor: chartStyle.tickColor,
      },
      categoryAxis: {
        line: chartStyle.categoryLine,
        tickLabelSpacing: regular ? LABEL_SPACING : 1,
        crossesAt: content.cut + 1,
      },
      fontSize: chartStyle.fontSize,
      fontName: FACE,
      plot,
    },
  };
};
