import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { withoutExamples } from '../core/template/examples';
import type { Outcome } from './outcome';

/**
 * Takes the templates' example rows out: exactly those that nobody changed. `made` are the sheets that they were on; without
 * any, nothing is written.
 */
export const removeExamples = async (port: WorkbookPort): Promise<Result<Outcome & { removed: number }>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const { draft, count } = withoutExamples(read.value);
  if (count === 0) return done({ made: [], kept: [], problems: [], removed: 0 });
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: [], removed: count });
};
