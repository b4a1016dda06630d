import { generatedWorkbooks } from './generated';
import { sampleWorkbook, sharedWorkbooks } from './real';
import { otherWordsWorkbooks } from './vocabulary';
import { ASPECTS, scoreDetection, type Score } from './score';

const row = (title: string, score: Score): string =>
  [
    title.padEnd(24),
    String(score.tables).padStart(6),
    ...ASPECTS.map((aspect) => {
      const share = score.of[aspect] === 0 ? 1 : score.right[aspect] / score.of[aspect];
      return `${(100 * share).toFixed(1)} % (${String(score.right[aspect])}/${String(score.of[aspect])})`.padStart(22);
    }),
    String(score.silent.length).padStart(8),
  ].join(' ');

/** How many more times the same kinds of sheets are drawn, with other headers, figures and places. */
const DRAWS = 4;

/** Scores detection on every labelled table and says which ones it gets wrong. */
export const benchDetect = async (): Promise<void> => {
  const started = Date.now();
  const sets = {
    generated: generatedWorkbooks(),
    'drawn again': Array.from({ length: DRAWS }, (_, index) => generatedWorkbooks(index + 1)).flat(),
    'other words': otherWordsWorkbooks(),
    'our sample': await sampleWorkbook(),
    'shared reports': await sharedWorkbooks(),
  };
  const scores = Object.entries(sets).map(([title, set]): [string, Score] => [title, scoreDetection(set)]);
  const all = scoreDetection(Object.values(sets).flat());
  console.log(
    ['detection'.padEnd(24), 'tables'.padStart(6), ...ASPECTS.map((aspect) => aspect.padStart(22)), 'silent'.padStart(8)].join(
      ' ',
    ),
  );
  for (const [title, score] of scores) console.log(row(title, score));
  console.log(row('all', all));
  for (const failure of all.failures) console.log(`  ${failure}`);
  for (const date of all.silent) console.log(`  dates read wrong, nothing raised: ${date}`);
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
};
