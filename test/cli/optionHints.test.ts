import { execFileSync } from 'node:child_process';
import { optionHint } from '../../src/cli/optionHints';
import { problemJson, sayProblem } from '../../src/cli/terminal';
import { problem, type ProblemCode } from '../../src/core/problem';
import { frenchProblems } from '../../src/core/words/problems-fr';

const codes = Object.keys(frenchProblems) as ProblemCode[];

const said = (language: 'fr' | 'en'): string => {
  let text = '';
  const terminal = { out: () => undefined, err: (line: string) => (text += line), environment: {} };
  sayProblem(terminal, problem('other-dated-table', { taken: 'Nord', other: 'Sud' }), language);
  return text;
};

test('the option that helps follows what to do, in the sentence and in the JSON', () => {
  expect(said('fr')).toMatch(/\(Données.›.Source\)\. Ici, --sheet FEUILLE le choisit\.\n$/);
  expect(said('en')).toContain('(Data › Source). Here, --sheet SHEET chooses it.');
  expect(problemJson(problem('no-dates', { sheets: 1 }), 'en').advice).toContain('--date COLUMN');
  expect(problemJson(problem('workbook-empty', {}), 'en').advice).not.toContain('--');
});

test('every option that a hint names is one of the program’s', () => {
  const help = ['consolidate', 'generate'].map((command) =>
    execFileSync(process.execPath, ['--require', 'tsx/cjs', 'src/cli/main.ts', command, '--help'], { encoding: 'utf8' }),
  );
  const named = codes.flatMap((code) =>
    (['fr', 'en'] as const).flatMap((language) => optionHint(code, language)?.match(/--[a-z-]+/g) ?? []),
  );
  expect(named.length).toBeGreaterThan(10);
  for (const option of named) expect(help.join('')).toContain(option);
});
