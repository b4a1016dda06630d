import { rowsValue } from '../consolidation/evaluate';
import { SourceRows } from '../consolidation/rows';
import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { sheetOfTable } from '../detect/places';
import type { PeriodKind } from '../period/period';
import { columnName } from '../sheet/address';
import { done, problem, refused, type Result } from '../problem';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';
import { eachInSteps, type Steps } from '../steps';
import { figureKindOf, type FigureColumn } from './figure-columns';
import { cycleOf, stepForecast, usualHorizonOf, type Step } from './figure-step';
import type { FigureForecast } from './figures';
import { forecastSteps } from './forecast';
import { seasonalityOfSeriesSteps } from './seasonality';

/** Series without dates: the rows of a table, one after the other. */

const FIGURES: readonly DetectedColumn['type'][] = ['count', 'amount', 'duration', 'rate', 'number'];

/** 1, 2, 3…: the number of the row, which is no figure. */
const isCounter = (values: readonly (number | null)[]): boolean => {
  const [first = null] = values;
  return first !== null && values.length > 2 && values.every((value, index) => value === first + index);
};

/**
 * True for a table whose rows may be a series: figures, and one column of labels at most, each once. Tasks, tickets and
 * products are no series, whatever figures they have.
 */
const readsAsSeries = (table: DetectedTable, rows: SourceRows): boolean => {
  const others = table.columns.filter(({ type }) => !FIGURES.includes(type) && type !== 'empty');
  const [label] = others;
  if (!label) return table.columns.some(({ type }) => FIGURES.includes(type));
  if (others.length > 1) return false;
  const texts = Array.from({ length: rows.count }, (_, row) => String(rows.value(row, label.column)));
  return new Set(texts).size === texts.length;
};

const isNumber = (value: CellValue | undefined): value is number => typeof value === 'number';

/** Columns of numbers without any header as a table; null where the sheet holds anything else. */
export const bareTable = (workbook: WorkbookSnapshot): DetectedTable | null => {
  const sheet = workbook.sheets.find(({ visibility, used }) => visibility === 'visible' && used !== null);
  if (!sheet?.used || !sheet.values.every((line) => line.every((value) => value === '' || isNumber(value)))) return null;
  const { row, rows, column, columns } = sheet.used;
  return {
    sheet: sheet.name,
    visibility: sheet.visibility,
    kind: 'snapshot',
    headerRow: row - 1,
    firstRow: row,
    lastRow: row + rows - 1,
    firstColumn: column,
    lastColumn: column + columns - 1,
    dateColumn: null,
    dateWriting: null,
    columns: Array.from({ length: columns }, (_, index) => bareColumn(sheet, column + index, index)),
    confidence: 0.2,
    reason: 'no-date',
  };
};

const bareColumn = (sheet: SheetSnapshot, column: number, index: number): DetectedColumn => ({
  column,
  header: columnName(column),
  type: sheet.values.some((line) => isNumber(line[index])) ? 'number' : 'empty',
  confidence: 0.2,
  reason: 'numbers',
  sample: String(sheet.values[0]?.[index] ?? ''),
});

/** The columns of figures of such a table as they stand, each row a period. */
const columnsAsTheyStand = (table: DetectedTable, rows: SourceRows): readonly FigureColumn[] =>
  table.columns
    .filter(({ type }) => FIGURES.includes(type))
    .filter(({ column }) => !isCounter(Array.from({ length: rows.count }, (_, row) => rows.number(row, column))))
    .map(({ column, header, type, scale }) => ({
      id: header,
      label: header,
      rule: { kind: 'sum', column },
      numberFormat: 'General',
      unit: type === 'rate' && scale !== 'points' ? 'percent' : type === 'count' ? 'count' : 'number',
    }));

/**
 * Projects the rows of a table without dates, in the order in which they stand. `kind` says what a row is, where the user
 * does: weeks have a cycle of 52. Refused where the rows are things rather than periods.
 */
export function* forecastRowsSteps(request: {
  workbook: WorkbookSnapshot;
  table: DetectedTable;
  columns?: readonly FigureColumn[];
  kind?: PeriodKind;
  horizon?: number;
}): Steps<Result<readonly FigureForecast[]>> {
  const { workbook, table, kind } = request;
  const sheet = sheetOfTable(workbook, table);
  const rows = sheet && new SourceRows(sheet, table, workbook.date1904);
  if (!rows || (!request.columns && !readsAsSeries(table, rows)))
    return refused(problem('no-dates', { sheets: workbook.sheets.length }, { sheet: table.sheet }));
  const by: Step = kind ?? 'row';
  const horizon = request.horizon ?? usualHorizonOf(by);
  const columns = request.columns ?? columnsAsTheyStand(table, rows);
  if (columns.length === 0) return refused(problem('no-measures', {}, { sheet: table.sheet }));
  return done(
    yield* eachInSteps(columns, function* (column) {
      const values = Array.from({ length: rows.count }, (_, row) => rowsValue(column.rule, rows, [row]));
      const projected = yield* forecastSteps(values, { horizon, season: cycleOf(by), kind: figureKindOf(column.unit) });
      const name = (index: number): string => String(index + 1);
      const step = stepForecast(
        by,
        projected,
        projected.points.map((point, index) => ({ name: name(values.length + index), point })),
        values.map((actual, index) => ({ name: name(index), actual })),
      );
      return { column, seasonality: yield* seasonalityOfSeriesSteps(values, cycleOf(by)), steps: [step] };
    }),
  );
}
