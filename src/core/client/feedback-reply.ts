import type { Language } from '../meteo/content';
import type { KpiSeries, Span } from '../meteo/input';
import type { JournalEntry } from '../meteo/journal';
import { civilOf } from '../period/serial';
import { formatDateNear, formatRange, weekdayName } from '../words/dates';
import { quoted, typeset } from '../words/typography';
import type { FeedbackEntry } from './feedback';
import type { Mood } from './moods';
import {
  figureOf,
  kpiOfSubject,
  subjectWords,
  WEEKDAY_WEEKS,
  weekdayFigure,
  type SubjectFigure,
  type WeekdayFigure,
} from './feedback-figures';

/** What a proposed reply stands on: an action of the journal with its day, the figures, or nothing but courtesy. */
export type ReplyBasis = { kind: 'action'; due: number | null } | { kind: 'figures' } | { kind: 'courtesy' };

/** A reply to correct and send: whole sentences, set for print. */
export type ProposedReply = { text: string; basis: ReplyBasis };

/** What replies are drafted from. */
export type ReplySources = {
  journal: readonly JournalEntry[];
  series: readonly KpiSeries[];
  /** The last complete weeks, as many as a météo speaks of. */
  span: Span;
  /** Serial of the day. */
  today: number;
  language: Language;
};

type Words = {
  opening: Readonly<Record<Mood | 'right', string>>;
  figure: (label: string, value: string, range: string) => string;
  held: (label: string, value: string, range: string, objective: string) => string;
  weekday: (day: string, value: string, others: string) => string;
  action: (text: string) => string;
  actionBy: (day: string, text: string) => string;
  effect: (text: string) => string;
  noAction: string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    opening: {
      right: 'Vous avez raison, et les chiffres le disent aussi.',
      unhappy: 'Nous avons bien noté votre remarque.',
      neutral: 'Merci pour ce retour.',
      satisfied: 'Merci pour ce retour, que nous partageons avec l’équipe.',
    },
    figure: (label, value, range) => `${quoted(label, 'fr')} : ${value}, ${range}.`,
    held: (label, value, range, objective) => `${quoted(label, 'fr')} : ${value} ${range}, pour un objectif ${objective}.`,
    weekday: (day, value, others) =>
      `Le ${day} : ${value}, contre ${others} les autres jours, sur les ${String(WEEKDAY_WEEKS)} dernières semaines.`,
    action: (text) => `Prévu : ${text}`,
    actionBy: (day, text) => `Prévu pour le ${day} : ${text}`,
    effect: (text) => `Effet attendu : ${text}`,
    noAction: 'Nous revenons vers vous avec une action et une date.',
  },
  en: {
    opening: {
      right: 'You are right, and the figures say so too.',
      unhappy: 'We have taken note of your remark.',
      neutral: 'Thank you for this feedback.',
      satisfied: 'Thank you for this feedback, which we share with the team.',
    },
    figure: (label, value, range) => `${quoted(label, 'en')}: ${value}, ${range}.`,
    held: (label, value, range, objective) => `${quoted(label, 'en')}: ${value}, ${range}, for an objective of ${objective}.`,
    weekday: (day, value, others) =>
      `On ${day}s: ${value}, against ${others} on the other days, over the last ${String(WEEKDAY_WEEKS)} weeks.`,
    action: (text) => `Planned: ${text}`,
    actionBy: (day, text) => `Planned by ${day}: ${text}`,
    effect: (text) => `Expected effect: ${text}`,
    noAction: 'We will come back to you with an action and a date.',
  },
};

/** Words that any feedback and any action may share without being about the same thing. */
const COMMON_WORDS: readonly string[] = 'client equipe service appel semaine team call customer week'.split(' ');

/** Do an action and some feedback share a word that tells what they are about? */
const isAbout = (entry: JournalEntry, feedback: Pick<FeedbackEntry, 'subject' | 'text'>): boolean => {
  const said = new Set(subjectWords(`${feedback.subject} ${feedback.text}`));
  return subjectWords(`${entry.text} ${entry.effect}`).some((word) => said.has(word) && !COMMON_WORDS.includes(word));
};

/** The action, else the planned activity, that the client may read of, is not over, and shares a word with the feedback; the soonest. */
const actionFor = (feedback: FeedbackEntry, { journal, today }: ReplySources): JournalEntry | null => {
  const ahead = journal.filter(
    ({ kind, state, visible, due, date }) =>
      (kind === 'action' || kind === 'planned') && state !== 'done' && visible && (due ?? date ?? today) >= today,
  );
  const soonest = ahead
    .filter((entry) => isAbout(entry, feedback))
    .sort((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity) || 0);
  return soonest.find(({ kind }) => kind === 'action') ?? soonest[0] ?? null;
};

const figureSentence = ({ label, value, objective, span }: SubjectFigure, language: Language): string => {
  const words = WORDS[language];
  const range = formatRange(span.start, span.end - 1, language);
  return objective === null ? words.figure(label, value, range) : words.held(label, value, range, objective);
};

const weekdaySentence = ({ weekday, value, others }: WeekdayFigure, language: Language): string =>
  WORDS[language].weekday(weekdayName(weekday, language), value, others);

/** What somebody typed, closed with a full stop: it stands after a colon, so that its first letter stays. */
const closed = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const actionSentences = ({ text, effect, due }: JournalEntry, { today, language }: ReplySources): string[] => {
  const words = WORDS[language];
  const sentence = closed(text);
  const planned =
    due === null ? words.action(sentence) : words.actionBy(formatDateNear(due, civilOf(today).year, language), sentence);
  return effect === '' ? [planned] : [planned, words.effect(closed(effect))];
};

/**
 * A reply to some feedback, for a person to correct: what the figures say of its subject over the last complete weeks, how
 * the weekday that it names compares, and the planned action that is about the same thing. A complaint that the figures
 * contradict is not contradicted; praise that they contradict gets no figure. No day is promised that the journal does not hold.
 */
export const proposeReply = (feedback: FeedbackEntry, sources: ReplySources): ProposedReply => {
  const { series, span, language } = sources;
  const words = WORDS[language];
  const mood = feedback.mood ?? 'neutral';
  const about = kpiOfSubject(feedback.subject, series);
  const figure = about && figureOf(about, span, language);
  const isBad = figure?.status === 'red' || figure?.status === 'amber';
  const weekday = mood === 'unhappy' && about ? weekdayFigure(about, feedback, span.end, language) : null;
  const shown = figure && !(mood === 'satisfied' && isBad) ? figure : null;
  const action = mood === 'satisfied' ? null : actionFor(feedback, sources);
  const sentences = [
    mood === 'unhappy' && (isBad || weekday) ? words.opening.right : words.opening[mood],
    ...(shown ? [figureSentence(shown, language)] : []),
    ...(weekday ? [weekdaySentence(weekday, language)] : []),
    ...(action ? actionSentences(action, sources) : mood === 'unhappy' ? [words.noAction] : []),
  ];
  const basis: ReplyBasis = action
    ? { kind: 'action', due: action.due }
    : shown || weekday
      ? { kind: 'figures' }
      : { kind: 'courtesy' };
  return { text: sentences.map((sentence) => typeset(sentence, language)).join(' '), basis };
};
