import type { Language } from '../meteo/content';
import type { Finding, FindingFacts, FindingKind } from '../lint/finding';
import { englishLint } from './lint-english';
import { frenchLint } from './lint-french';
import { tokensFor, withNames } from './kept-names';
import { formatNumber, formatPercent, round } from './numbers';
import { quoted, typeset } from './typography';

/** What the finding is called, and one or two sentences: what is wrong, why it matters, what to do. */
export type FindingText = { title: string; body: string };

/** What sentences say beside the facts: the figures as people read them, null where there is none. */
export type FindingFigures = { shown: string | null; exact: string | null; count: number };

/** One text for each kind: a kind without its text does not compile. */
export type FindingTexts = {
  readonly [K in FindingKind]: (facts: FindingFacts[K], figures: FindingFigures) => FindingText;
};

/** Facts that are no text of the workbook: sentences choose by them. */
const OUR_WORDS: ReadonlySet<string> = new Set(['decimal']);

const texts: Readonly<Record<Language, FindingTexts>> = { fr: frenchLint, en: englishLint };

const RATES: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'average-of-rates',
  'conditional-average-of-rates',
  'subtotal-average-of-rates',
  'pivot-average-of-rates',
]);

/** Digits that tell the figure shown from the exact one. */
const decimalsFor = (figures: readonly number[], least: number): number => {
  for (let decimals = least; decimals < 4; decimals++)
    if (new Set(figures.map((figure) => round(figure, decimals))).size === figures.length) return decimals;
  return 4;
};

/**
 * The figure that a finding's cell shows, and the one that it should show, written alike: `82,3 %` and `79,9 %`. null where
 * there is no number.
 */
export const findingFigures = (
  finding: Pick<Finding, 'kind' | 'value' | 'expected'>,
  language: Language,
): { shown: string | null; exact: string | null } => {
  const { kind, value, expected } = finding;
  const figures = [value, expected].filter((figure) => typeof figure === 'number');
  const percent = RATES.has(kind) && figures.every((figure) => Math.abs(figure) <= 1.5);
  const whole = figures.every(Number.isInteger);
  const decimals = percent
    ? decimalsFor(
        figures.map((figure) => figure * 100),
        1,
      )
    : whole
      ? 0
      : decimalsFor(figures, 2);
  const write = (figure: unknown): string | null =>
    typeof figure !== 'number'
      ? null
      : percent
        ? formatPercent(figure, language, decimals)
        : formatNumber(figure, language, decimals);
  return { shown: typeof value === 'string' && value !== '' ? quoted(value, language) : write(value), exact: write(expected) };
};

type FindingOf<K extends FindingKind> = { [P in K]: { kind: P; facts: FindingFacts[P] } }[K];

const textOf = <K extends FindingKind>({ kind, facts }: FindingOf<K>, figures: FindingFigures, language: Language): FindingText =>
  texts[language][kind](facts, figures);

/**
 * A finding in words: `Moyenne de taux` and `« Taux » est moyenné sur 30 lignes qui pèsent toutes autant …`, with the
 * workbook's own numbers. `beside`: its figures and its neighbours are shown next to the sentences, which leave them out.
 */
export const findingText = (finding: Finding, language: Language, beside = false): FindingText => {
  const names: string[] = [];
  const facts = tokensFor(finding.facts, names, OUR_WORDS);
  const said = beside ? { shown: null, exact: null, count: 1 } : { ...findingFigures(finding, language), count: finding.count };
  const figures = tokensFor(said, names);
  const { title, body } = textOf<FindingKind>({ ...finding, facts } as FindingOf<FindingKind>, figures, language);
  return { title: typeset(title, language), body: withNames(typeset(body, language), names) };
};
