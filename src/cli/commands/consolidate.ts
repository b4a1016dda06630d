import { consolidateWorkbook } from '../../actions/consolidate';
import type { ConsolidateRequest } from '../../actions/consolidateRequest';
import { summariseWorkbook } from '../../actions/summarise';
import { readConsolidated, readGroups } from '../../core/consolidation/read';
import type { DateAnswer } from '../../core/detect/detected';
import type { PeriodKind } from '../../core/period/period';
import { done } from '../../core/problem';
import { today } from '../day';
import { measureColumns } from '../measureColumns';
import type { MeasureText } from '../ruleText';
import { rewriteWorkbook, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

export type ConsolidateOptions = WritingOptions & {
  by?: readonly PeriodKind[];
  sheet?: string;
  table?: string;
  date?: string;
  dates?: DateAnswer;
  group?: string;
  measure?: readonly MeasureText[];
};

/**
 * `consolidate IN OUT`: writes the consolidation sheets. The JSON holds the values that the written formulas show, read back
 * through Excel, by kind of period, period and measure; with `--group`, by value of that column, and of all rows.
 */
export const runConsolidate = (
  terminal: Terminal,
  paths: { input: string; output: string },
  options: ConsolidateOptions,
): Promise<number> =>
  rewriteWorkbook(terminal, paths, options, async ({ port, language, json }) => {
    const { by, sheet, table, date, dates, group, measure } = options;
    const request: ConsolidateRequest = {
      language,
      today: today(),
      ...(by && { kinds: by }),
      ...(sheet !== undefined && { sheet }),
      ...(table !== undefined && { table }),
      ...(date !== undefined && { date }),
      ...(dates && { dates }),
      ...(measure && { columns: measureColumns(measure, language), explicit: true }),
    };
    // Groups need no dates: periods are written beside them only when they are asked for too.
    const periods = group === undefined || by ? await consolidateWorkbook(port, request) : null;
    if (periods && !periods.ok) return periods;
    const groups = group === undefined ? null : await summariseWorkbook(port, { ...request, group });
    if (groups && !groups.ok) return groups;
    const made = [periods, groups].flatMap((outcome) => outcome?.value.made ?? []);
    const written = json ? await port.read({ sheets: made }) : null;
    if (written && !written.ok) return written;
    const problems = (periods ?? groups)?.value.problems ?? [];
    return done({
      print: () => {
        for (const item of problems) sayProblem(terminal, item, language);
        terminal.err(`${paths.output}: ${made.join(', ')}\n`);
        if (written)
          writeJson(terminal, {
            ...readConsolidated(written.value),
            ...readGroups(written.value),
            problems: problems.map((item) => problemJson(item, language, terminal.offered)),
          });
      },
    });
  });
