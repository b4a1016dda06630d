import type { Language } from '../meteo/content';
import type { Place, Problem, ProblemCode, ProblemParams } from '../problem';
import { englishProblems } from './problems-en';
import { frenchProblems } from './problems-fr';
import { quoted, typeset } from './typography';

/** What is wrong and what became of the workbook; then where, and what to do. */
export type ProblemText = { title: string; body: string };

/** One text for each code: a code without its text does not compile. */
export type ProblemTexts = {
  readonly [C in ProblemCode]: (params: ProblemParams[C], place: Place) => ProblemText;
};

type ProblemOf<C extends ProblemCode> = { [K in C]: { code: K; place?: Place; params: ProblemParams[K] } }[C];

const texts: Readonly<Record<Language, ProblemTexts>> = { fr: frenchProblems, en: englishProblems };

const textOf = <C extends ProblemCode>({ code, params, place }: ProblemOf<C>, language: Language): ProblemText =>
  texts[language][code](params, place ?? {});

/** Stands for a name while the sentence around it is set, so that names stay as their owner wrote them. */
const token = (index: number): string => String.fromCharCode(0xe000 + index);

/** Facts that are the product's words, which sentences look up, and not somebody's names. */
const OUR_WORDS: ReadonlySet<string> = new Set(['computed', 'wanted', 'weather', 'asked', 'step']);

/** The problem with each text of its facts and place replaced by a token, and the texts in order of their tokens. */
const withTokens = (problem: Problem): { problem: Problem; names: readonly string[] } => {
  const names: string[] = [];
  const swap = <T extends object>(facts: T): T =>
    Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [
        key,
        typeof value === 'string' && value !== '' && !OUR_WORDS.has(key) ? token(names.push(value) - 1) : value,
      ]),
    ) as T;
  return {
    problem: { ...problem, params: swap(problem.params), ...(problem.place && { place: swap(problem.place) }) } as Problem,
    names,
  };
};

/**
 * A problem in words, for the pane's message bar and the command line.
 * `problemText(problem('fog', { days: 2 }), 'fr').title` is `Données manquantes : 2 jours.`
 */
export const problemText = (problem: Problem, language: Language): ProblemText => {
  const { problem: tokens, names } = withTokens(problem);
  const { title, body } = textOf<ProblemCode>(tokens, language);
  const set = (text: string): string =>
    names.reduce((done, name, index) => done.replaceAll(token(index), () => name), typeset(text, language));
  return { title: set(title), body: set(body) };
};

/** Where a problem is, as a reader finds it: `feuille « Suivi », B4:B9`; empty when it has no place. */
export const placeText = (place: Place, language: Language): string => {
  const sheet = place.sheet === undefined ? '' : `${language === 'fr' ? 'feuille' : 'sheet'} ${quoted(place.sheet, language)}`;
  return [sheet, place.cell ?? ''].filter((part) => part !== '').join(', ');
};
