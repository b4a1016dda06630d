import { consolidate } from '../../src/core/consolidation/consolidate';
import type { ConsolidatedColumn } from '../../src/core/consolidation/rule';
import { detect } from '../../src/core/detect/detect';
import type { PeriodKind } from '../../src/core/period/period';
import type { Result } from '../../src/core/problem';
import type { CellDraft, WorkbookDraft } from '../../src/core/sheet/draft';
import { createEmbeddedExcel } from '../../src/embedded';
import { WireCounter } from '../../src/embedded/host/wireObserver';
import { excelWorkbook } from '../../src/excel/workbook';

/** Ten years of days, forty measures, forty KPIs: twenty sums, and twenty ratios of two measures. */
export const DAYS = 3_652;
const MEASURES = 40;
const FIRST_DAY = 42_370;

/** What the oldest Excel that runs the add-in declares. */
const EXCEL_API = '1.14';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const source = (firstDay: number): WorkbookDraft => {
  const headers = ['Date', ...Array.from({ length: MEASURES }, (_, index) => `Mesure ${String(index + 1)}`)];
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] => [
    { number: firstDay + day },
    ...Array.from({ length: MEASURES }, (_measure, index): CellDraft => ({ number: 100 + ((day * 37 + index * 101) % 997) })),
  ]);
  return {
    sheets: [
      {
        name: 'Suivi',
        owner: 'own',
        blocks: [{ row: 0, column: 0, cells: [headers.map((text): CellDraft => ({ text })), ...rows] }],
        styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
      },
    ],
    names: [],
  };
};

/** Measures that a KPI of the bench adds up: one, or a numerator and a denominator (0-based columns of the sheet). */
export const partsOf = (index: number): [number] | [numerator: number, denominator: number] =>
  index % 2 === 0 ? [index + 1] : [index, index + 1];

const COLUMNS: readonly ConsolidatedColumn[] = Array.from({ length: MEASURES }, (_, index) => {
  const [first, second] = partsOf(index);
  const label = `Indicateur ${String(index + 1)}`;
  const sum = (column: number) => ({ kind: 'sum' as const, column });
  return second === undefined
    ? { id: label, label, rule: sum(first), numberFormat: '#,##0' }
    : { id: label, label, rule: { kind: 'ratio', numerator: sum(first), denominator: sum(second) }, numberFormat: '0.0%' };
});

/** The source as a file; its rows are the days from `firstDay` on, 1/1/2016 where it is not said. */
export const tenYears = async (firstDay = FIRST_DAY): Promise<Uint8Array> => {
  const excel = await createEmbeddedExcel({ excelApi: EXCEL_API });
  const port = excelWorkbook(excel);
  valueOf(await port.read());
  valueOf(await port.write(source(firstDay)));
  const bytes = excel.save();
  excel.close();
  return bytes;
};

/** Milliseconds of processor time that this program has used: what else runs on the machine does not count. */
const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What the consolidation of a file took of processor time, on the wire, and what it made. */
export type Consolidated = {
  bytes: Uint8Array;
  formulas: number;
  milliseconds: { read: number; draft: number; write: number };
  writes: number;
  largestRequest: number;
};

/** Consolidates a file through office.js, as the add-in does. */
export const consolidated = async (source: Uint8Array, kinds: readonly PeriodKind[]): Promise<Consolidated> => {
  const excel = await createEmbeddedExcel({ bytes: source, excelApi: EXCEL_API });
  const port = excelWorkbook(excel);
  const wire = new WireCounter();
  const started = milliseconds();
  const workbook = valueOf(await port.read());
  const read = milliseconds();
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  const draft = valueOf(consolidate({ workbook, table, columns: COLUMNS, kinds, language: 'fr' }));
  const drafted = milliseconds();
  excel.host.observe(wire.observe);
  valueOf(await port.write(draft));
  const written = milliseconds();
  const result = {
    bytes: excel.save(),
    formulas: draft.sheets.reduce(
      (sum, { fills = [] }) => sum + fills.reduce((cells, { area }) => cells + area.rows * area.columns, 0),
      0,
    ),
    milliseconds: { read: read - started, draft: drafted - read, write: written - drafted },
    writes: wire.writes,
    largestRequest: wire.largestRequest,
  };
  excel.close();
  return result;
};
