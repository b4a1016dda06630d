import { detectSteps } from '../core/detect/detect';
import type { Finding } from '../core/lint/finding';
import { lintSteps } from '../core/lint/lint';
import { done, type Problem, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';

/** What was found, the wrong figures first, and what could not be understood of the workbook. */
export type LintOutcome = { findings: readonly Finding[]; problems: readonly Problem[] };

/** Reads the workbook with its formulas and PivotTables and says what is doubtful in it. Nothing is written. */
export const lintWorkbook = async (port: WorkbookPort): Promise<Result<LintOutcome>> => {
  const read = await port.read({ formulas: true, pivots: true });
  return read.ok ? port.compute(linting(read.value)) : read;
};

function* linting(workbook: WorkbookSnapshot): Steps<Result<LintOutcome>> {
  const detection = yield* detectSteps(workbook);
  const problems = detection.problems.filter(({ code }) => code === 'workbook-empty');
  return done({ findings: yield* lintSteps(workbook, detection), problems });
}
