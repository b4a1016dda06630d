import { showThresholds } from '../../actions/thresholds';
import { done } from '../../core/problem';
import { rewriteWorkbook, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

/** `thresholds IN OUT`: shows on the consolidation sheets where the dictionary's thresholds are missed. */
export const runThresholds = (
  terminal: Terminal,
  paths: { input: string; output: string },
  options: WritingOptions,
): Promise<number> =>
  rewriteWorkbook(terminal, paths, options, async ({ port, language, json }) => {
    const made = await showThresholds(port, { language });
    if (!made.ok) return made;
    const { made: sheets, kept, problems } = made.value;
    return done({
      print: () => {
        for (const item of problems) sayProblem(terminal, item, language);
        terminal.err(`${paths.output}: ${sheets.join(', ')}\n`);
        if (json) writeJson(terminal, { made: sheets, kept, problems: problems.map((item) => problemJson(item, language)) });
      },
    });
  });
