import { execFileSync } from 'node:child_process';
import { optionHint } from '../../src/cli/optionHints';
import { problemJson, sayProblem } from '../../src/cli/terminal';
import { problem, type ProblemCode } from '../../src/core/problem';
import { frenchProblems } from '../../src/core/words/problems-fr';

const codes = Object.keys(frenchProblems) as ProblemCode[];

const said = (language: 'fr' | 'en', offered: readonly string[]): string => {
  let text = '';
  const terminal = { out: () => undefined, err: (line: string) => (text += line), environment: {}, offered };
  sayProblem(terminal, problem('other-dated-table', { taken: 'Nord', other: 'Sud' }), language);
  return text;
};

/** The options of a command, as its help lists them: `--sheet <name>`. */
const offeredBy = (command: string): readonly string[] => {
  const words = ['--require', 'tsx/cjs', 'src/cli/main.ts', command, '--help'];
  return execFileSync(process.execPath, words, { encoding: 'utf8' }).match(/--[a-z-]+ <[a-z=]+>/g) ?? [];
};

test('the option that helps follows what to do, in the sentence and in the JSON', () => {
  expect(said('fr', ['--sheet <name>'])).toMatch(/\(Données.›.Source\)\. Ici, --sheet FEUILLE le choisit\.\n$/);
  expect(said('en', ['--sheet <name>'])).toContain('(Data › Source). Here, --sheet SHEET chooses it.');
  const advice = problemJson(problem('no-dates', { sheets: 1 }), 'en', ['--date <column>']).advice;
  expect(advice).toContain('--date COLUMN');
  expect(advice).not.toContain('--group');
  expect(problemJson(problem('workbook-empty', {}), 'en', ['--date <column>']).advice).not.toContain('--');
});

test('an option that the command has not is not advised, nor one of that name that means something else', () => {
  expect(said('fr', ['--date <day>'])).not.toContain('--');
  expect(problemJson(problem('no-dates', { sheets: 1 }), 'fr', ['--date <day>']).advice).not.toContain('--');
  expect(problemJson(problem('no-measures', { sheet: 'Nord' }), 'fr').advice).not.toContain('--');
});

test.each([
  ['consolidate', ['no-measures', 'columns-dropped', 'other-dated-table', 'day-month-swap', 'dates-not-exchanged', 'no-dates']],
  ['forecast', ['no-measures', 'columns-dropped', 'other-dated-table', 'day-month-swap', 'dates-not-exchanged', 'no-dates']],
  ['generate', ['old-data']],
  ['lint', []],
] as const)('every option that %s advises is one of its own', (command, hinted) => {
  const offered = offeredBy(command);
  const hints = codes.flatMap((code) => {
    const hint = optionHint(code, 'fr', offered);
    return hint === null ? [] : [{ code, hint }];
  });
  expect(hints.map(({ code }) => code).sort()).toEqual([...hinted].sort());
  for (const { hint } of hints)
    for (const option of hint.match(/--[a-z-]+/g) ?? []) expect(offered.join(' ')).toContain(`${option} `);
});
