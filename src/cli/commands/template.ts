import { addTemplate } from '../../actions/template';
import { done } from '../../core/problem';
import type { TemplateDomain } from '../../core/template/domains';
import { today } from '../day';
import { makeWorkbook, rewriteWorkbook, type Made, type Session, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';
import type { Result } from '../../core/problem';

export type TemplateOptions = WritingOptions & { from?: string; date?: number; examples: boolean };

/** `template DOMAIN OUT [--from IN]`: adds the sheets of a domain to a new workbook, or to an existing one. */
export const runTemplate = (
  terminal: Terminal,
  paths: { domain: TemplateDomain; output: string },
  options: TemplateOptions,
): Promise<number> => {
  const { domain, output } = paths;
  const work = async ({ port, language, json }: Session): Promise<Result<Made>> => {
    const made = await addTemplate(port, { domain, language, today: options.date ?? today(), examples: options.examples });
    if (!made.ok) return made;
    const { made: sheets, kept, problems, kpis } = made.value;
    return done({
      print: () => {
        for (const item of problems) sayProblem(terminal, item, language);
        terminal.err(`${output}: ${sheets.length > 0 ? sheets.join(', ') : '='}\n`);
        if (json)
          writeJson(terminal, { made: sheets, kept, kpis, problems: problems.map((item) => problemJson(item, language)) });
      },
    });
  };
  return options.from === undefined
    ? makeWorkbook(terminal, output, options, work)
    : rewriteWorkbook(terminal, { input: options.from, output }, options, work);
};
