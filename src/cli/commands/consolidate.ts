import { consolidateWorkbook } from '../../actions/consolidate';
import { numberFormatOf } from '../../core/consolidation/propose';
import { readConsolidated } from '../../core/consolidation/read';
import { columnsOf, type ConsolidatedColumn } from '../../core/consolidation/rule';
import type { DetectedTable } from '../../core/detect/detected';
import type { PeriodKind } from '../../core/period/period';
import { done, type Result } from '../../core/problem';
import { today } from '../day';
import { readRule, type MeasureText } from '../ruleText';
import { rewriteWorkbook, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

export type ConsolidateOptions = WritingOptions & {
  by?: readonly PeriodKind[];
  sheet?: string;
  table?: string;
  date?: string;
  measure?: readonly MeasureText[];
};

/** The measures of the command line as columns over a table; the first rule that cannot be read refuses them all. */
const columnsFor =
  (measures: readonly MeasureText[]) =>
  (table: DetectedTable): Result<readonly ConsolidatedColumn[]> => {
    const columns: ConsolidatedColumn[] = [];
    for (const { name, rule: text } of measures) {
      const rule = readRule(text, table);
      if (!rule.ok) return rule;
      const source = table.columns.find(({ column }) => column === columnsOf(rule.value)[0]);
      columns.push({ id: name, label: name, rule: rule.value, numberFormat: numberFormatOf(rule.value, source) });
    }
    return done(columns);
  };

/**
 * `consolidate IN OUT`: writes the consolidation sheets. The JSON holds the values that the written formulas show, read back
 * through Excel, by kind of period, period and measure.
 */
export const runConsolidate = (
  terminal: Terminal,
  paths: { input: string; output: string },
  options: ConsolidateOptions,
): Promise<number> =>
  rewriteWorkbook(terminal, paths, options, async ({ port, language, json }) => {
    const { by, sheet, table, date, measure } = options;
    const made = await consolidateWorkbook(port, {
      language,
      today: today(),
      ...(by && { kinds: by }),
      ...(sheet !== undefined && { sheet }),
      ...(table !== undefined && { table }),
      ...(date !== undefined && { date }),
      ...(measure && { columns: columnsFor(measure) }),
    });
    if (!made.ok) return made;
    const written = json ? await port.read({ sheets: made.value.made }) : null;
    if (written && !written.ok) return written;
    const { problems } = made.value;
    return done({
      print: () => {
        for (const item of problems) sayProblem(terminal, item, language);
        terminal.err(`${paths.output}: ${made.value.made.join(', ')}\n`);
        if (written)
          writeJson(terminal, {
            ...readConsolidated(written.value),
            problems: problems.map((item) => problemJson(item, language)),
          });
      },
    });
  });
