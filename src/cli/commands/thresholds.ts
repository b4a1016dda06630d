import { showThresholds } from '../../actions/thresholds';
import { readWatch } from '../../actions/watch';
import { done } from '../../core/problem';
import { driftSentence } from '../../core/watch/sentences';
import { today } from '../day';
import { rewriteWorkbook, type WritingOptions } from '../session';
import { problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

export type ThresholdsOptions = WritingOptions & {
  /** Serial of the day it is. */
  date?: number;
};

/**
 * `thresholds IN OUT`: shows on the consolidation sheets where the dictionary's thresholds are missed, and says which KPIs
 * drift: a change over their last complete periods that chance does not explain.
 */
export const runThresholds = (
  terminal: Terminal,
  paths: { input: string; output: string },
  options: ThresholdsOptions,
): Promise<number> =>
  rewriteWorkbook(terminal, paths, options, async ({ port, language, json }) => {
    const made = await showThresholds(port, { language });
    if (!made.ok) return made;
    const { made: sheets, kept, problems } = made.value;
    const watched = await readWatch(port, { language, today: options.date ?? today() });
    const drifts = watched.ok
      ? watched.value.drifts.flatMap((drift) => {
          const sentence = driftSentence(drift, watched.value.kind, language);
          return sentence === null || !drift.drift?.signal ? [] : [{ id: drift.kpi.id, ...drift.drift.signal, sentence }];
        })
      : [];
    return done({
      print: () => {
        for (const item of problems) sayProblem(terminal, item, language);
        terminal.err(`${paths.output}: ${sheets.join(', ')}\n`);
        const said = problems.map((item) => problemJson(item, language, terminal.offered));
        if (json) writeJson(terminal, { made: sheets, kept, drifts, problems: said });
        else for (const { sentence } of drifts) terminal.out(`${sentence}\n`);
      },
    });
  });
