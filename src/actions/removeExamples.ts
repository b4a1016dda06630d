import { done, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { withoutExamplesSteps } from '../core/template/examples';
import type { Outcome } from './outcome';

function* examples(workbook: WorkbookSnapshot): Steps<Result<{ draft: WorkbookDraft; count: number }>> {
  return done(yield* withoutExamplesSteps(workbook));
}

/**
 * Takes the templates' example rows out: exactly those that nobody changed. `made` are the sheets that they were on; without
 * any, nothing is written.
 */
export const removeExamples = async (port: WorkbookPort): Promise<Result<Outcome & { removed: number }>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const found = await port.compute(examples(read.value));
  if (!found.ok) return found;
  const { draft, count } = found.value;
  if (count === 0) return done({ made: [], kept: [], problems: [], removed: 0 });
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: [], removed: count });
};
