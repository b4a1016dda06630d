import { consolidateWorkbook } from '../../actions/consolidate';
import type { ConsolidateRequest } from '../../actions/consolidateRequest';
import { summariseWorkbook } from '../../actions/summarise';
import { numberFormatOf } from '../../core/consolidation/propose';
import { readConsolidated, readGroups } from '../../core/consolidation/read';
import { columnsOf, type ConsolidatedColumn, type Rule } from '../../core/consolidation/rule';
import type { DateAnswer, DetectedColumn, DetectedTable } from '../../core/detect/detected';
import type { PeriodKind } from '../../core/period/period';
import { done, problem, refused, type Result } from '../../core/problem';
import { today } from '../day';
import { readRule, type MeasureText } from '../ruleText';
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

/** Rules that a column of words has nothing for. */
const OF_NUMBERS: readonly Rule['kind'][] = ['sum', 'mean', 'last', 'min', 'max'];

/** A column of words: its cells hold no number at all, not even as text. */
const isWords = ({ type, textNumbers, sample }: DetectedColumn): boolean =>
  textNumbers === undefined && ['category', 'text', 'person'].includes(type) && Number.isNaN(Number(sample));

/** The measures of the command line as columns over a table; the first rule that cannot be read refuses them all. */
const columnsFor =
  (measures: readonly MeasureText[]) =>
  (table: DetectedTable): Result<readonly ConsolidatedColumn[]> => {
    const columns: ConsolidatedColumn[] = [];
    for (const { name, rule: text } of measures) {
      const rule = readRule(text, table);
      if (!rule.ok) return rule;
      const source = table.columns.find(({ column }) => column === columnsOf(rule.value)[0]);
      if (source && OF_NUMBERS.includes(rule.value.kind) && isWords(source))
        return refused(problem('measure-without-numbers', { column: source.header }, { sheet: table.sheet }));
      columns.push({ id: name, label: name, rule: rule.value, numberFormat: numberFormatOf(rule.value, source) });
    }
    return done(columns);
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
      ...(measure && { columns: columnsFor(measure), explicit: true }),
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
            problems: problems.map((item) => problemJson(item, language)),
          });
      },
    });
  });
