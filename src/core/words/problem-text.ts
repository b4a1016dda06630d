import type { Language } from '../meteo/content';
import type { Place, Problem, ProblemCode, ProblemParams } from '../problem';
import { tokensFor, withNames } from './kept-names';
import { englishProblems } from './problems-en';
import { frenchProblems } from './problems-fr';
import { quoted, typeset } from './typography';

/** What is wrong and what became of the workbook; then where, and what to do. */
export type ProblemText = { title: string; body: string };

/** One text for each code: a code without its text does not compile. */
export type ProblemTexts = {
  readonly [C in ProblemCode]: (params: ProblemParams[C], place: Place) => ProblemText;
};

/** Codes of what detection finds odd in a workbook: their texts stand in files of their own. */
export type DetectionCode =
  | 'day-month-swap'
  | 'dates-not-exchanged'
  | 'dates-without-year'
  | 'snapshot-without-dates'
  | 'rows-without-figures'
  | 'sum-rows'
  | 'sum-rows-dated'
  | 'rows-repeated'
  | 'figures-copied'
  | 'done-with-remaining'
  | 'label-variants'
  | 'header-missing'
  | 'headers-repeated'
  | 'text-among-figures'
  | 'figures-as-text'
  | 'decimal-mark-unsure'
  | 'rate-scales-mixed'
  | 'cumulative-columns'
  | 'duration-without-unit'
  | 'dates-mixed'
  | 'dates-unread'
  | 'numbers-as-text'
  | 'totals-row'
  | 'duplicate-table'
  | 'lone-year'
  | 'error-cells'
  | 'dates-unordered';

/** Codes of series that cannot be forecast: their texts stand in a file of their own. */
export type SeriesCode = Extract<ProblemCode, `series-${string}`>;

/** Codes of the client's feedback: the same. */
export type FeedbackCode = Extract<ProblemCode, `feedback-${string}`>;

/** Codes of flash points: the same. */
export type FlashCode = Extract<ProblemCode, `flash-${string}`>;

/** Codes of the writing of a météo: the same. */
export type MeteoCode = Extract<ProblemCode, `${'meteo' | 'edits' | 'journal' | 'override'}-${string}`>;

/** Codes of what a page stands on, its client, what its indicators are held to and count in: the same. */
export type KpiCode =
  'client-missing' | 'client-proposed' | 'no-key-kpi' | 'currencies-mixed' | 'thresholds-from-past' | 'one-fact-twice';

type ProblemOf<C extends ProblemCode> = { [K in C]: { code: K; place?: Place; params: ProblemParams[K] } }[C];

const texts: Readonly<Record<Language, ProblemTexts>> = { fr: frenchProblems, en: englishProblems };

const textOf = <C extends ProblemCode>({ code, params, place }: ProblemOf<C>, language: Language): ProblemText =>
  texts[language][code](params, place ?? {});

/** Facts that are the product's words, which sentences look up, and not somebody's names. */
const OUR_WORDS: ReadonlySet<string> = new Set([
  'field',
  'decimal',
  'computed',
  'wanted',
  'weather',
  'asked',
  'step',
  'fault',
  'form',
]);

/** The problem with each text of its facts and place replaced by a token, and the texts in order of their tokens. */
const withTokens = (problem: Problem): { problem: Problem; names: readonly string[] } => {
  const names: string[] = [];
  const swap = <T extends object>(facts: T): T => tokensFor(facts, names, OUR_WORDS);
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
  const set = (text: string): string => withNames(typeset(text, language), names);
  return { title: set(title), body: set(body) };
};

/** Where a problem is, as a reader finds it: `feuille « Suivi », B4:B9`; empty when it has no place. */
export const placeText = (place: Place, language: Language): string => {
  const sheet = place.sheet === undefined ? '' : `${language === 'fr' ? 'feuille' : 'sheet'} ${quoted(place.sheet, language)}`;
  return [sheet, place.cell ?? ''].filter((part) => part !== '').join(', ');
};
