import type { Language } from '../core/meteo/content';
import type { Problem } from '../core/problem';
import { placeText, problemText } from '../core/words/problem-text';
import { optionHint } from './optionHints';

/** Where a command says things: results on `out`, messages on `err`. */
export type Terminal = {
  out(text: string): void;
  err(text: string): void;
  environment: Readonly<Record<string, string | undefined>>;
  /** Options of the command that runs, as it declares them (`--date <day>`): what may be advised. Absent: none. */
  offered?: readonly string[];
};

/** Exit status of a command. */
export const DONE = 0;
export const PROBLEM = 1;
export const USAGE = 2;

/** A problem in words, with the option that helps among those that the command offers. */
const wordsOf = (problem: Problem, language: Language, offered: readonly string[] = []): { title: string; body: string } => {
  const { title, body } = problemText(problem, language);
  const hint = optionHint(problem.code, language, offered);
  return { title, body: hint === null ? body : `${body} ${hint}` };
};

/** A problem as JSON: its code, where it is, its sentence, with the option that helps among those offered, and the facts in it. */
export const problemJson = (problem: Problem, language: Language, offered?: readonly string[]): Record<string, unknown> => {
  const { title, body } = wordsOf(problem, language, offered);
  return { code: problem.code, ...problem.place, message: title, advice: body, facts: problem.params };
};

/** A problem as lines on the error stream: `[file-encrypted] Fichier chiffré …`, then what to do. */
export const sayProblem = (terminal: Terminal, problem: Problem, language: Language): void => {
  const { title, body } = wordsOf(problem, language, terminal.offered);
  const place = placeText(problem.place ?? {}, language);
  terminal.err(`[${problem.code}] ${title}${place === '' ? '' : ` (${place})`}\n  ${body}\n`);
};

/** Ends a command that could not do its work: the sentence on the error stream, and the JSON value when one was asked for. */
export const fail = (terminal: Terminal, problem: Problem, language: Language, json: boolean): number => {
  sayProblem(terminal, problem, language);
  if (json) writeJson(terminal, { problem: problemJson(problem, language, terminal.offered) });
  return PROBLEM;
};

export const writeJson = (terminal: Terminal, value: unknown): void => terminal.out(`${JSON.stringify(value, null, 2)}\n`);
