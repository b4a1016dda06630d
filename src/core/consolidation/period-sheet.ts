import type { Language } from '../meteo/content';
import type { Period, PeriodKind } from '../period/period';
import { toHostSerial } from '../period/serial';
import { cellName, columnName } from '../sheet/address';
import type { CellDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import { formulaOf, totalFormula, type FormulaSource } from './formulas';
import { isAdditive, type ConsolidatedColumn } from './rule';
import { CONSOLIDATION_WORDS, PERIOD_TABLES } from './words';

/** One consolidation sheet: what it is made from. */
export type PeriodSheetRequest = {
  kind: PeriodKind;
  /** Sheet name to write to. */
  name: string;
  periods: readonly Period[];
  columns: readonly ConsolidatedColumn[];
  source: FormulaSource;
  /** No date of the source has hours. */
  wholeDays: boolean;
  /** What the rows come from, in words, printed under the title. */
  sourceText: string;
  /** First and last day that the source covers, as absolute references. */
  coveredFrom: string;
  coveredTo: string;
  language: Language;
  date1904: boolean;
};

/** Rows above the table: title, source, one blank. */
const HEADER_ROW = 3;
/** Key, start, end, complete. */
export const FIRST_FIGURE = 4;

const INK = '#1F2937';
const HEADER_FILL = '#1F4E79';
const RED = '#C62828';
const DATE_FORMAT = 'dd/mm/yyyy';

/**
 * The sheet of one kind of period: a row a period, formulas over the source's rows, and under the table the totals with
 * their gap to the source, which turns red when it is not 0 (rows added outside the periods, dates that do not read).
 */
export const periodSheet = (request: PeriodSheetRequest): SheetDraft => {
  const { kind, periods, columns, source, language, date1904 } = request;
  const words = CONSOLIDATION_WORDS[language];
  const width = FIRST_FIGURE + columns.length;
  const firstRow = HEADER_ROW + 1;
  const lastRow = HEADER_ROW + periods.length;
  const rows = periods.map((period, index): CellDraft[] => {
    const row = firstRow + index;
    const start = `$${cellName(row, 1)}`;
    const end = `$${cellName(row, 2)}`;
    const cells = { start, end: kind === 'day' && request.wholeDays ? null : end };
    return [
      { text: period.key },
      { number: toHostSerial(period.start, date1904) },
      { number: toHostSerial(period.end - 1, date1904) },
      { formula: `=IF(AND(${start}>=${request.coveredFrom},${end}<=${request.coveredTo}),"${words.yes}","${words.no}")` },
      ...columns.map((column): CellDraft => ({ formula: formulaOf(column.rule, source, cells) })),
    ];
  });
  const headers = [words.key[kind], words.start, words.end, words.complete, ...columns.map((column) => column.label)];
  const table = { row: HEADER_ROW, column: 0, rows: periods.length + 1, columns: width };
  const totalRow = lastRow + 2;
  const gapRow = totalRow + 1;
  const additive = columns.flatMap((column, index) => (isAdditive(column.rule) ? [{ column, place: FIRST_FIGURE + index }] : []));
  const body = (offset: number, count: number): StyleDraft['area'] => ({
    row: firstRow,
    column: offset,
    rows: periods.length,
    columns: count,
  });
  const checks: CellDraft[][] = [
    Array.from({ length: width }, (_, index): CellDraft => {
      if (index === 0) return { text: words.total };
      const found = additive.find(({ place }) => place === index);
      const letters = columnName(index);
      return found ? { formula: `=SUM(${letters}${String(firstRow + 1)}:${letters}${String(lastRow + 1)})` } : { empty: true };
    }),
    Array.from({ length: width }, (_, index): CellDraft => {
      if (index === 0) return { text: words.gap };
      const found = additive.find(({ place }) => place === index);
      return found
        ? { formula: `=ROUND(${cellName(totalRow, index)}-${totalFormula(found.column.rule, source)},6)` }
        : { empty: true };
    }),
  ];
  return {
    name: request.name,
    owner: 'own',
    tabColor: HEADER_FILL,
    showGridlines: false,
    columns: [
      { column: 0, width: 78 },
      { column: 1, count: 2, width: 72 },
      { column: 3, width: 66 },
      ...columns.map((column, index) => ({
        column: FIRST_FIGURE + index,
        width: Math.min(130, Math.max(72, 5.2 * Math.ceil(column.label.length / 2) + 26)),
      })),
    ],
    rows: [
      { row: 0, height: 24 },
      { row: HEADER_ROW, height: 32 },
    ],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: words.titles[kind] }], [{ text: `${words.source} : ${request.sourceText}` }]] },
      { row: HEADER_ROW, column: 0, cells: [headers.map((text): CellDraft => ({ text })), ...rows] },
      ...(additive.length > 0
        ? [
            { row: totalRow, column: 0, cells: checks },
            { row: gapRow + 1, column: 0, cells: [[{ text: words.gapNote } as const]] },
          ]
        : []),
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true, color: INK } } },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { font: { size: 9, color: '#4B5563' } } },
      {
        area: { row: HEADER_ROW, column: 0, rows: 1, columns: width },
        style: {
          font: { bold: true, color: '#FFFFFF' },
          fill: HEADER_FILL,
          wrap: true,
          vertical: 'center',
          horizontal: 'center',
        },
      },
      { area: body(1, 2), style: { numberFormat: DATE_FORMAT, horizontal: 'center' } },
      { area: body(3, 1), style: { horizontal: 'center' } },
      ...columns.map((column, index): StyleDraft => ({
        area: { row: firstRow, column: FIRST_FIGURE + index, rows: periods.length + 3, columns: 1 },
        style: { numberFormat: column.numberFormat, horizontal: 'right' },
      })),
      ...(additive.length > 0
        ? [
            {
              area: { row: totalRow, column: 0, rows: 2, columns: width },
              style: { font: { bold: true, color: INK }, borders: { top: { style: 'thin', color: '#9CA3AF' } } },
            } satisfies StyleDraft,
            {
              area: { row: gapRow + 1, column: 0, rows: 1, columns: 1 },
              style: { font: { size: 8, italic: true, color: '#4B5563' } },
            } satisfies StyleDraft,
          ]
        : []),
    ],
    tables: [{ name: PERIOD_TABLES[kind], area: table, style: 'TableStyleLight1', showFilters: false }],
    conditionalFormats: additive.map(({ place }) => ({
      area: { row: gapRow, column: place, rows: 1, columns: 1 },
      formula: `=ABS(${cellName(gapRow, place)})>0.000001*MAX(1,ABS(${cellName(totalRow, place)}))`,
      style: { fontColor: '#FFFFFF', fill: RED, bold: true },
    })),
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      fit: { pagesWide: 1 },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
  };
};
