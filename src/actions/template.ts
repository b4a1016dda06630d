import { detectSteps } from '../core/detect/detect';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { draftTemplateSteps, type Template, type TemplateRequest } from '../core/template/template';
import type { TemplateOutcome } from './outcome';

function* template(workbook: WorkbookSnapshot, request: TemplateRequest): Steps<Result<Template>> {
  return yield* draftTemplateSteps(workbook, yield* detectSteps(workbook), request);
}

/**
 * Adds the sheets of a domain's template that the workbook lacks. Run twice, the second finds them all and writes nothing.
 */
export const addTemplate = async (port: WorkbookPort, request: TemplateRequest): Promise<Result<TemplateOutcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const drafted = await port.compute(template(read.value, request));
  if (!drafted.ok) return drafted;
  const { draft, kept, kpis } = drafted.value;
  const named = kpis.map(({ id, label, key }) => ({ id, label, key }));
  if (draft.sheets.length === 0) return done({ made: [], kept, problems: drafted.problems, kpis: named });
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept, problems: drafted.problems, kpis: named });
};
