import { meteoWords } from '../words/meteoWords';
import { typeset } from '../words/typography';
import { vocabulary } from '../words/vocabulary';
import type { Orientation } from './content';
import { roles } from './layoutStyle';
import {
  causeIsElsewhere,
  hasSignal,
  keyClause,
  linkOf,
  offTargetClause,
  openingClause,
  outlookClause,
  signalClause,
  type Link,
  type MessageFacts,
} from './messageClauses';
import { wrapText } from './textMetrics';
import { isRaised } from './weather';

/** Width of the message on the page, in points. */
const WIDTH: Readonly<Record<Orientation, number>> = { portrait: 540, landscape: 780 };

const fits = (text: string, orientation: Orientation): boolean => {
  const { lines, fits: wordsFit } = wrapText(text, WIDTH[orientation], roles.message);
  return wordsFit && lines.length <= 2;
};

/** A clause and what parts it from the one before. */
type Clause = { text: string; join: string };

/** The clauses as a sentence; a reason that ends in a mark of its own has no full stop beside it. */
const sentenceOf = (clauses: readonly Clause[]): string => {
  const text = clauses.map((clause, index) => (index === 0 ? clause.text : `${clause.join}${clause.text}`)).join('');
  return /[!?…]$/.test(text) ? text : `${text}.`;
};

/**
 * The page's one sentence, drafted from the figures: the printed weather, a person's reason where they changed it, the key
 * figure against its objective, what made the weather, what is done about it. Two lines of the page at most. What made the
 * weather is always said: the key figure gives way to it, and the clauses after it go when they do not fit.
 */
export const draftMessage = (facts: MessageFacts): string => {
  const { language, orientation, override } = facts;
  const { message } = meteoWords(language);
  const word = vocabulary(language).weather[facts.weather];
  const compose = (clauses: readonly Clause[]): string => typeset(message.whole(word, sentenceOf(clauses)), language);
  const isShort = (clauses: readonly Clause[]): boolean => fits(compose(clauses), orientation);
  const clause = (join: string, text: string | null): Clause[] => (text === null ? [] : [{ join, text }]);

  const reason = clause('', override?.reason ?? null);
  const elsewhere = clause('', override && message.reasonElsewhere(vocabulary(language).weather[override.computed]));
  const opening = [...(isShort(reason) ? reason : elsewhere), ...clause(message.semicolon, openingClause(facts))];
  const key = clause(message.semicolon, keyClause(facts));
  const cause = (link: Link, isBrief = false): Clause[] =>
    clause(
      link === 'alone' ? message.semicolon : message.comma,
      signalClause(facts, link) ?? offTargetClause(facts, link, isBrief),
    );
  const whole = [...opening, ...key, ...cause(key.length === 0 ? 'alone' : linkOf(facts))];
  const others = hasSignal(facts) ? clause(message.comma, offTargetClause(facts, 'and')) : [];

  // A person's reason, an incident or missing data are why the weather is what it is; else it may be another KPI.
  // A better level than the computed one is not printed without what made that one either.
  const isHiding = override !== null && isRaised(facts.weather, override.computed);
  const alone = [cause('alone'), cause('alone', true)].map((clauses) => [...opening, ...clauses]);
  const shorter = [
    ...((opening.length === 0 || isHiding) && causeIsElsewhere(facts) ? alone : []),
    ...(opening.length === 0 && causeIsElsewhere(facts) ? [] : [[...opening, ...key], opening]),
  ];
  const choices = [whole, ...shorter].filter((choice) => choice.length > 0);
  const start = choices.find(isShort) ?? choices.at(-1) ?? [];
  const more = [...(start === whole ? [others] : []), clause(message.semicolon, outlookClause(facts))];
  return compose(more.reduce((clauses, next) => (isShort([...clauses, ...next]) ? [...clauses, ...next] : clauses), start));
};
