import { cellName, columnName } from '../sheet/address';
import type { CellDraft, LinkDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import type { Steps } from '../steps';
import { addsUp, FIRST_FIGURE, keyCells, rowColumns, rowFills, sourceTotal, type PeriodRowsRequest } from './period-rows';
import { periodCharts, ROW_HEIGHT } from './period-charts';
import { CONSOLIDATION_WORDS, PERIOD_TABLES } from './words';

/** One consolidation sheet: what it is made from. */
export type PeriodSheetRequest = PeriodRowsRequest & {
  /** Sheet name to write to. */
  name: string;
  /** What the rows come from, in words, printed under the title. */
  sourceText: string;
};

/** Rows above the table: title, source, the check of its order, how each figure is made. */
const CHECK_ROW = 2;
const CAPTION_ROW = 3;
const HEADER_ROW = 4;

const INK = '#1F2937';
const GREY = '#6B7280';
const HEADER_FILL = '#1F4E79';
const RED = '#C62828';
const ALARM = { fontColor: '#FFFFFF', fill: RED, bold: true } as const;
const DATE_FORMAT = 'dd/mm/yyyy';
/** Positive numbers only: a row that shows nothing yet has none. */
const ROW_FORMAT = '0;;';

/** Figures that a landscape page holds at a size that can be read, beside the keys. */
const FIGURES_PER_PAGE = 12;

/** In points: key, start, end, complete; the title, the header. */
const KEY_WIDTHS = [78, 72, 72, 66];
const TITLE_HEIGHT = 24;
/** Three lines: a KPI of the catalogue may have a long name. */
const HEADER_HEIGHT = 44;

const widthOf = (label: string): number => Math.min(130, Math.max(72, 5.2 * Math.ceil(label.length / 2) + 26));

/**
 * The sheet of one kind of period: a row a period, formulas over the source's rows, and under the table the totals with
 * their gap to the source, which turns red when it is not 0 (rows added outside the periods, dates that do not read). Over a
 * source in order of date two grey columns at the end, which are not printed, hold the rows of each period, and a sentence
 * above the table says that the order holds; it turns red when it no longer does.
 */
export function* periodSheet(request: PeriodSheetRequest): Steps<SheetDraft> {
  const { kind, rows, columns, language } = request;
  const words = CONSOLIDATION_WORDS[language];
  const figures = FIRST_FIGURE + columns.length;
  const own = rowColumns(request);
  const width = own ? own.last + 1 : figures;
  const firstRow = HEADER_ROW + 1;
  const lastRow = HEADER_ROW + rows.length;
  const headers = [
    words.key[kind],
    words.start,
    words.end,
    words.complete,
    ...columns.map((column) => column.label),
    ...(own ? [words.rows.first, words.rows.last] : []),
  ];
  const table = { row: HEADER_ROW, column: 0, rows: rows.length + 1, columns: width };
  const totalRow = lastRow + 2;
  const gapRow = totalRow + 1;
  const additive = columns.flatMap((column, index) => (addsUp(column) ? [{ column, place: FIRST_FIGURE + index }] : []));
  const body = (offset: number, count: number): StyleDraft['area'] => ({
    row: firstRow,
    column: offset,
    rows: rows.length,
    columns: count,
  });
  const line = (title: string, formula: (column: (typeof columns)[number], place: number) => string): CellDraft[] =>
    Array.from({ length: figures }, (_, index): CellDraft => {
      if (index === 0) return { text: title };
      const found = additive.find(({ place }) => place === index);
      return found ? { formula: formula(found.column, index) } : { empty: true };
    });
  const checks: CellDraft[][] = [
    line(words.total, (_, place) => {
      const letters = columnName(place);
      return `=SUM(${letters}${String(firstRow + 1)}:${letters}${String(lastRow + 1)})`;
    }),
    line(words.gap, (column, place) => `=ROUND(${cellName(totalRow, place)}-(${sourceTotal(column, request)}),6)`),
  ];
  const [before, after] = words.disorder;
  const { disorder } = request.facts;
  const order: CellDraft = own
    ? { formula: `=IF(${disorder}=0,"${words.inOrder}","${before}"&${disorder}&"${after}")` }
    : { empty: true };
  const lastChecked = additive.length > 0 ? gapRow + 1 : lastRow;
  const widths = columns.map(({ label }) => widthOf(label));
  const keys = yield* keyCells(request, firstRow);
  const fills = yield* rowFills(request, firstRow);
  const charts = periodCharts(request, {
    row: lastChecked + 2,
    top: TITLE_HEIGHT + HEADER_HEIGHT + (lastChecked + 2 - 2) * ROW_HEIGHT,
    width: KEY_WIDTHS.reduce((sum, width) => sum + width, 0) + widths.reduce((sum, width) => sum + width, 0),
    firstRow,
    lastRow,
  });
  return {
    name: request.name,
    owner: 'own',
    tabColor: HEADER_FILL,
    showGridlines: false,
    columns: [
      ...[...KEY_WIDTHS, ...widths].map((width, place) => ({ column: place, width })),
      ...(own ? [{ column: own.first, count: 2, width: 60 }] : []),
    ],
    rows: [
      { row: 0, height: TITLE_HEIGHT },
      { row: 1, count: 3, height: ROW_HEIGHT },
      { row: HEADER_ROW, height: HEADER_HEIGHT },
      // Charts stand where the rows above them end: those have the height that it was reckoned with.
      ...(charts ? [{ row: firstRow, count: lastChecked + 2 + charts.rows - firstRow, height: ROW_HEIGHT }] : []),
    ],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: words.titles[kind] }], [{ text: `${words.source}${request.sourceText}` }], [order]] },
      { row: HEADER_ROW, column: 0, cells: [headers.map((text): CellDraft => ({ text }))] },
      { row: firstRow, column: 0, cells: keys },
      ...(additive.length > 0
        ? [
            { row: totalRow, column: 0, cells: checks },
            { row: gapRow + 1, column: 0, cells: [[{ text: words.gapNote } as const]] },
          ]
        : []),
      {
        row: CAPTION_ROW,
        column: FIRST_FIGURE,
        cells: [columns.map(({ rule }): CellDraft => ({ text: words.made[rule.kind] }))],
      },
      ...(charts?.blocks ?? []),
    ],
    fills: [...fills, ...(charts?.fills ?? [])],
    ...(charts && { charts: charts.charts }),
    // Above the header and not in it: LibreOffice shows a cell that leads somewhere on one line, in a colour of its own.
    links: columns.flatMap(({ definition }, index): LinkDraft[] =>
      definition ? [{ row: CAPTION_ROW, column: FIRST_FIGURE + index, to: definition, tip: words.definition }] : [],
    ),
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true, color: INK } } },
      { area: { row: 1, column: 0, rows: 2, columns: 1 }, style: { font: { size: 9, color: '#4B5563' } } },
      {
        area: { row: HEADER_ROW, column: 0, rows: 1, columns: figures },
        style: {
          font: { bold: true, color: '#FFFFFF' },
          fill: HEADER_FILL,
          wrap: true,
          vertical: 'center',
          horizontal: 'center',
        },
      },
      {
        area: { row: CAPTION_ROW, column: FIRST_FIGURE, rows: 1, columns: columns.length },
        style: { font: { size: 8, color: HEADER_FILL }, horizontal: 'center' },
      },
      { area: body(1, 2), style: { numberFormat: DATE_FORMAT, horizontal: 'center' } },
      { area: body(3, 1), style: { horizontal: 'center' } },
      ...columns.map((column, index): StyleDraft => ({
        area: { row: firstRow, column: FIRST_FIGURE + index, rows: rows.length + 3, columns: 1 },
        style: { numberFormat: column.numberFormat, horizontal: 'right' },
      })),
      ...(own
        ? [
            {
              area: { row: HEADER_ROW, column: own.first, rows: 1, columns: 2 },
              style: { font: { size: 8, bold: false, color: GREY }, fill: '#FFFFFF', wrap: true, horizontal: 'center' },
            } satisfies StyleDraft,
            {
              area: body(own.first, 2),
              style: { font: { size: 8, color: GREY }, numberFormat: ROW_FORMAT, horizontal: 'center' },
            } satisfies StyleDraft,
          ]
        : []),
      ...(additive.length > 0
        ? [
            {
              area: { row: totalRow, column: 0, rows: 2, columns: figures },
              style: { font: { bold: true, color: INK }, borders: { top: { style: 'thin', color: '#9CA3AF' } } },
            } satisfies StyleDraft,
            {
              area: { row: gapRow + 1, column: 0, rows: 1, columns: 1 },
              style: { font: { size: 8, italic: true, color: '#4B5563' } },
            } satisfies StyleDraft,
          ]
        : []),
      ...(charts?.styles ?? []),
    ],
    tables: [{ name: PERIOD_TABLES[kind], area: table, style: 'TableStyleLight1', showFilters: false }],
    conditionalFormats: [
      ...additive.map(({ place }) => ({
        area: { row: gapRow, column: place, rows: 1, columns: 1 },
        formula: `=NOT(IFERROR(ABS(${cellName(gapRow, place)})<=0.000001*MAX(1,ABS(${cellName(totalRow, place)})),FALSE))`,
        style: ALARM,
      })),
      ...(own
        ? [
            {
              area: { row: CHECK_ROW, column: 0, rows: 1, columns: FIRST_FIGURE + 2 },
              formula: `=NOT(IFERROR(${cellName(CHECK_ROW, 0, true)}="${words.inOrder}",FALSE))`,
              style: ALARM,
            },
          ]
        : []),
    ],
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      // The charts are for the screen: a page break would cut them.
      printArea: { row: 0, column: 0, rows: lastChecked + 1, columns: figures },
      fit: { pagesWide: Math.max(1, Math.ceil(columns.length / FIGURES_PER_PAGE)) },
      titleRows: { first: CAPTION_ROW, last: HEADER_ROW },
      titleColumns: { first: 0, last: 0 },
    },
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
  };
}
