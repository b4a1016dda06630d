import { addTemplate } from '../../actions/template';
import type { Language } from '../../core/meteo/content';
import { done, type Result } from '../../core/problem';
import type { TemplateDomain } from '../../core/template/domains';
import { typeset } from '../../core/words/typography';
import { today } from '../day';
import { makeWorkbook, rewriteWorkbook, type Made, type Session, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

export type TemplateOptions = WritingOptions & { from?: string; date?: number; examples: boolean };

const NOTHING: Record<Language, string> = { fr: 'rien à ajouter', en: 'nothing to add' };
const KPIS: Record<Language, string> = { fr: 'Indicateurs calculés (* : clés) :', en: 'KPIs computed (* marks key ones):' };

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
        terminal.err(`${output}: ${sheets.length > 0 ? sheets.join(', ') : NOTHING[language]}\n`);
        if (json)
          writeJson(terminal, { made: sheets, kept, kpis, problems: problems.map((item) => problemJson(item, language)) });
        else {
          const names = kpis.map(({ label, key }) => `${label}${key ? ' *' : ''}`);
          terminal.out(`${typeset(`${KPIS[language]} ${names.join(', ')}`, language)}\n`);
        }
      },
    });
  };
  return options.from === undefined
    ? makeWorkbook(terminal, output, options, work)
    : rewriteWorkbook(terminal, { input: options.from, output }, options, work);
};
