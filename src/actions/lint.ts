import { detect } from '../core/detect/detect';
import type { Finding } from '../core/lint/finding';
import { lint } from '../core/lint/lint';
import { done, type Problem, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';

/** What was found, the wrong figures first, and what could not be understood of the workbook. */
export type LintOutcome = { findings: readonly Finding[]; problems: readonly Problem[] };

/** Reads the workbook with its formulas and PivotTables and says what is doubtful in it. Nothing is written. */
export const lintWorkbook = async (port: WorkbookPort): Promise<Result<LintOutcome>> => {
  const read = await port.read({ formulas: true, pivots: true });
  if (!read.ok) return read;
  const detection = detect(read.value);
  const problems = detection.problems.filter(({ code }) => code === 'workbook-empty');
  return done({ findings: lint(read.value, detection), problems });
};
