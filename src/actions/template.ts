import { detect } from '../core/detect/detect';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { draftTemplate, type TemplateRequest } from '../core/template/template';
import type { TemplateOutcome } from './outcome';

/**
 * Adds the sheets of a domain's template that the workbook lacks. Run twice, the second finds them all and writes nothing.
 */
export const addTemplate = async (port: WorkbookPort, request: TemplateRequest): Promise<Result<TemplateOutcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const template = draftTemplate(workbook, detect(workbook), request);
  if (!template.ok) return template;
  const { draft, kept, kpis } = template.value;
  const named = kpis.map(({ id, label, key }) => ({ id, label, key }));
  if (draft.sheets.length === 0) return done({ made: [], kept, problems: template.problems, kpis: named });
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept, problems: template.problems, kpis: named });
};
