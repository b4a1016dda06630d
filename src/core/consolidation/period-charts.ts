import { columnName } from '../sheet/address';
import type { ChartDraft, SheetDraft } from '../sheet/draft';
import { FIRST_FIGURE, type PeriodRowsRequest } from './period-rows';
import { CONSOLIDATION_WORDS } from './words';

/** Periods that a chart shows, where charts are drawn: about half a year of weeks, two years of months. */
const WINDOW: Partial<Record<PeriodRowsRequest['kind'], number>> = { week: 26, month: 24 };
const MOST_CHARTS = 6;

/** In points. */
const CHART = { width: 236, height: 128, gap: 12 };
export const ROW_HEIGHT = 15;

const BLUE = '#1F4E79';
const GREY = '#6B7280';
const GRIDLINE = { color: '#E5E7EB', weight: 0.5 };

/** What a sheet gets for its charts, and how many rows they stand over. */
type PeriodCharts = Required<Pick<SheetDraft, 'charts' | 'fills' | 'blocks' | 'styles'>> & { rows: number };

/** Where the charts go: rows and columns of the sheet, and points from its top and across its printed columns. */
type ChartPlace = { row: number; top: number; width: number; firstRow: number; lastRow: number };

/**
 * A small chart for each of the key figures, at most six, of the last periods begun, whichever they are when the sheet is
 * looked at: the charts stand on cells under them that follow the table. Periods that are not complete are left out, and so
 * are those without a figure; a chart of the table itself would draw their blank cells as 0. null where none is drawn.
 */
export const periodCharts = (request: PeriodRowsRequest, place: ChartPlace): PeriodCharts | null => {
  const { kind, columns, language } = request;
  const keys = columns.flatMap((column, index) => (column.key ? [{ column, index }] : [])).slice(0, MOST_CHARTS);
  const periods = WINDOW[kind];
  if (keys.length === 0 || periods === undefined) return null;
  const words = CONSOLIDATION_WORDS[language];
  const perLine = Math.max(1, Math.floor((place.width + CHART.gap) / (CHART.width + CHART.gap)));
  const rows = Math.ceil((Math.ceil(keys.length / perLine) * (CHART.height + CHART.gap)) / ROW_HEIGHT);
  const title = place.row + rows + 1;
  const first = title + 1;
  const whole = (column: number): string =>
    `R${String(place.firstRow + 1)}C${String(column + 1)}:R${String(place.lastRow + 1)}C${String(column + 1)}`;
  const complete = `${whole(FIRST_FIGURE - 1)}="${words.yes}"`;
  // Place of the last complete period among the rows; those before it are complete but for the first, perhaps.
  const end = `SUMPRODUCT(MAX((${complete})*(ROW(${whole(0)})-${String(place.firstRow)})))`;
  const at = `(MAX(0,${end}-${String(periods)})+ROW()-${String(first)})`;
  const area = (offset: number) => ({ row: first, column: offset, rows: periods, columns: 1 });
  const figure = (column: number): string => `INDEX(${whole(FIRST_FIGURE + column)},${at})`;
  const shown = `INDEX(${whole(FIRST_FIGURE - 1)},${at})="${words.yes}"`;
  return {
    rows,
    blocks: [{ row: title, column: 0, cells: [[{ text: words.chartCells }]] }],
    fills: [
      { area: area(0), formulaR1C1: `=IF(${at}>${end},"",INDEX(${whole(0)},${at}))` },
      ...keys.map(({ index }, order) => ({
        area: area(order + 1),
        formulaR1C1: `=IF(${at}>${end},NA(),IF(${shown},IF(ISNUMBER(${figure(index)}),${figure(index)},NA()),NA()))`,
      })),
    ],
    styles: [
      {
        area: { row: title, column: 0, rows: periods + 1, columns: keys.length + 1 },
        style: { font: { size: 8, color: GREY } },
      },
    ],
    charts: keys.map(({ column }, order): ChartDraft => ({
      name: `meteo.${kind}.${columnName(order)}`,
      altText: `${column.label}, ${words.titles[kind]}`,
      title: column.label,
      left: 2 + (order % perLine) * (CHART.width + CHART.gap),
      top: place.top + Math.floor(order / perLine) * (CHART.height + CHART.gap),
      width: CHART.width,
      height: CHART.height,
      categories: area(0),
      series: [{ name: column.label, type: 'line', values: area(order + 1), line: { color: BLUE, weight: 1.75 }, fill: null }],
      valueAxis: { numberFormat: column.numberFormat, gridlines: GRIDLINE, line: null, visible: true, fontColor: GREY },
      categoryAxis: { line: { color: '#9CA3AF', weight: 0.75 }, tickLabelSpacing: Math.ceil(periods / 4) },
      fontSize: 8,
    })),
  };
};
