import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { readConsolidated, type ConsolidatedValues } from '../../../src/core/consolidation/read';
import type { Rule } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable, Detection } from '../../../src/core/detect/detected';
import type { PeriodKind } from '../../../src/core/period/period';
import { openWorkbookFile } from '../../../src/cli/workbookFile';
import { valueOf } from '../grid';

/** Real workbooks with values computed independently; not part of the project. */
const FOLDER = join(__dirname, '../../../../shared/data/workbooks');
const present = existsSync(join(FOLDER, 'truth.json'));
const whenShared = present ? test : test.skip;
if (!present) console.warn(`no real workbooks in ${FOLDER}: their tests are left out`);

type Truth = Record<string, Record<'weekly' | 'monthly' | 'yearly', Record<string, Record<string, number>> | undefined>>;
const truth = present ? (JSON.parse(readFileSync(join(FOLDER, 'truth.json'), 'utf8')) as Truth) : {};

const TRUTH_KEYS = { week: 'weekly', month: 'monthly', year: 'yearly' } as const;

type Report = { file: string; id: string; expected: Partial<DetectedTable>; rules: Record<string, Rule>; kinds: PeriodKind[] };

const sum = (column: number): Rule => ({ kind: 'sum', column });
const REPORTS: Report[] = [
  {
    file: 'R06_Call Center Data.xlsx',
    id: 'R06',
    expected: { sheet: 'Data', table: 'calls', kind: 'events', headerRow: 2, lastRow: 1002, lastColumn: 11, dateColumn: 5 },
    rules: {
      calls: { kind: 'count' },
      purchase_sum: sum(6),
      rating_mean: { kind: 'mean', column: 7 },
      duration_mean_min: { kind: 'mean', column: 3 },
    },
    kinds: ['week', 'month'],
  },
  {
    file: 'R09_Call Center Dashboard.xlsx',
    id: 'R09',
    expected: { sheet: 'Raw Data ', kind: 'daily', headerRow: 0, lastRow: 312, dateColumn: 2 },
    rules: {
      total_calls: sum(3),
      calls_reached: sum(4),
      reach_rate: { kind: 'ratio', numerator: sum(4), denominator: sum(3) },
      deals: sum(6),
      deal_value: sum(8),
      drop_rate_mean: { kind: 'mean', column: 10 },
    },
    kinds: ['week', 'month'],
  },
  {
    file: 'R10_Dataset.xlsx',
    id: 'R10',
    expected: { sheet: 'Sheet1', kind: 'events', headerRow: 0, lastRow: 5000, dateColumn: 2, dateWriting: 'iso' },
    rules: {
      calls: { kind: 'count' },
      answered: { kind: 'countWhere', column: 5, text: 'Y' },
      answer_rate: { kind: 'ratio', numerator: { kind: 'countWhere', column: 5, text: 'Y' }, denominator: { kind: 'count' } },
      'avg_speed_answer_s(answered only)': { kind: 'mean', column: 7 },
      satisfaction_mean: { kind: 'mean', column: 9 },
    },
    kinds: ['week', 'month'],
  },
  {
    file: 'R15_Indicateurs.xlsx',
    id: 'R15',
    expected: { sheet: 'Mensuelle', kind: 'periods', headerRow: 0, lastRow: 74, dateColumn: 0 },
    rules: { 'Recettes et dons': sum(1), 'Dépenses totales': sum(13) },
    kinds: ['year'],
  },
];

const run = async (report: Report): Promise<{ detection: Detection; table: DetectedTable; shown: ConsolidatedValues }> => {
  const file = valueOf(await openWorkbookFile(join(FOLDER, 'reports', report.file)));
  try {
    const workbook = valueOf(await file.port.read());
    const detection = detect(workbook);
    const [table] = detection.tables;
    if (!table) throw new Error('no table');
    const columns = Object.entries(report.rules).map(([label, rule]) => ({ id: label, label, rule, numberFormat: 'General' }));
    const draft = valueOf(consolidate({ workbook, table, columns, kinds: report.kinds, language: 'fr' }));
    valueOf(await file.port.write(draft));
    return { detection, table, shown: readConsolidated(valueOf(await file.port.read())) };
  } finally {
    file.close();
  }
};

whenShared.each(REPORTS)(
  '$file: found, consolidated by formulas, and as counted independently',
  async (report) => {
    const { detection, table, shown } = await run(report);
    expect(table).toMatchObject(report.expected);
    const duplicates = detection.problems.filter(({ code }) => code === 'duplicate-table').map(({ place }) => place?.sheet);
    expect(duplicates).toEqual(report.id === 'R09' ? ['Data'] : []);
    const wrong: string[] = [];
    let compared = 0;
    for (const kind of report.kinds)
      for (const label of Object.keys(report.rules)) {
        const expected = kind === 'day' ? {} : (truth[report.id]?.[TRUTH_KEYS[kind]]?.[label] ?? {});
        for (const [key, value] of Object.entries(expected)) {
          const found = shown[kind]?.[key]?.[label];
          compared++;
          // The counts were rounded to four decimals; 0 stands for a period without data, which shows nothing.
          const right =
            value === 0
              ? found === null
              : typeof found === 'number' && Math.abs(found - value) <= 5.1e-5 * Math.max(1, Math.abs(value));
          if (!right) wrong.push(`${key} ${label}: ${String(found)} instead of ${String(value)}`);
        }
      }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(14);
  },
  120_000,
);
