import type { Status } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import { weekdayOf } from '../period/serial';
import { formatDayMonth, weekdayName } from '../words/dates';
import { formatNumber, formatPercent, formatTime } from '../words/numbers';
import { shortLabel } from '../words/phrases';
import { typeset, upperFirst } from '../words/typography';
import { thresholdText, valueStyle } from '../words/units';
import type { FlashPoint, FlashResult } from './point';
import type { FlashRated } from './subject';

/** Signs of the statuses in a text without colours. */
const SYMBOLS: Readonly<Record<Status, string>> = { green: '✔', amber: '▲', red: '✖', none: '' };

type Target = { target: string; proposed: boolean; lower: boolean };

type Words = {
  head: (client: string, day: string, time: string) => string;
  title: (time: string) => string;
  since: (day: string, opening: string) => string;
  day: (day: string) => string;
  volume: (label: string, value: string) => string;
  expected: (label: string, value: string, forecast: string, pace: string, guess: boolean) => string;
  figure: (figure: { label: string; value: string; symbol: string }) => string;
  held: (figure: { label: string; value: string; symbol: string } & Target) => string;
  target: (target: Target) => string;
  /** Follows a figure that misses its target. */
  andNeeded: (held: string, rate: string, rest: string) => string;
  andLost: (held: string, best: string) => string;
  needed: (target: string, rate: string, rest: string) => string;
  neededAtMost: (target: string, rate: string, rest: string) => string;
  lost: (target: string, best: string) => string;
  met: (target: string) => string;
  slot: (since: string, figures: string) => string;
  volumeCause: (pace: string) => string;
  otherCause: (pace: string) => string;
  volumeSentence: (pace: string) => string;
  otherSentence: (pace: string) => string;
  causeLine: (cause: string) => string;
  action: (action: string) => string;
  next: (time: string) => string;
  nextDay: (day: string, time: string) => string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    head: (client, day, time) => (client === '' ? `${upperFirst(day)}, point de ${time}` : `${client}, ${day}, point de ${time}`),
    title: (time) => `Point flash de ${time}`,
    since: (day, opening) => `${upperFirst(day)}, cumul depuis l’ouverture (${opening})`,
    day: (day) => `${upperFirst(day)}, cumul depuis l’ouverture`,
    volume: (label, value) => `${label} ${value}`,
    expected: (label, value, forecast, pace, guess) =>
      `${label} ${value} (${guess ? 'prévu au prorata de l’heure' : 'prévu'} ${forecast}, ${pace})`,
    figure: ({ label, value, symbol }) => `${label} ${value} ${symbol}`,
    held: ({ label, value, symbol, target, proposed, lower }) =>
      `${label} ${value} ${symbol} ${proposed ? 'seuil proposé' : 'objectif'} ${target}${lower ? ' au plus' : ''}`,
    target: ({ target, proposed, lower }) => `${proposed ? 'seuil proposé' : 'objectif'} ${lower ? '≤' : '≥'} ${target}`,
    andNeeded: (held, rate, rest) => `${held}, il faut ${rate} des ${rest} à venir`,
    andLost: (held, best) => `${held}, hors d’atteinte (${best} au mieux)`,
    needed: (target, rate, rest) => `Pour finir à ${target} : ${rate} des ${rest} à venir`,
    neededAtMost: (target, rate, rest) => `Pour finir à ${target} : au plus ${rate} des ${rest} à venir`,
    lost: (target, best) => `${target} est hors d’atteinte : au mieux ${best}`,
    met: (target) => `${target} est assuré pour la journée`,
    slot: (since, figures) => `Depuis ${since} : ${figures}`,
    volumeCause: (pace) => `volume à ${pace} de la prévision, pas un problème d’organisation`,
    otherCause: (pace) => `le volume (${pace} de la prévision) n’explique pas l’écart`,
    volumeSentence: (pace) => `Volume à ${pace} de la prévision : ce n’est pas un problème d’organisation.`,
    otherSentence: (pace) => `Volume à ${pace} de la prévision : il n’explique pas l’écart.`,
    causeLine: (cause) => `Cause : ${cause}`,
    action: (action) => `Action : ${action}`,
    next: (time) => `Prochain point : ${time}`,
    nextDay: (day, time) => `Prochain point : ${day}, ${time}`,
  },
  en: {
    head: (client, day, time) => (client === '' ? `${day}, ${time} point` : `${client}, ${day}, ${time} point`),
    title: (time) => `${time} flash point`,
    since: (day, opening) => `${day}, total since opening (${opening})`,
    day: (day) => `${day}, total since opening`,
    volume: (label, value) => `${label} ${value}`,
    expected: (label, value, forecast, pace, guess) =>
      `${label} ${value} (${guess ? 'forecast by the clock' : 'forecast'} ${forecast}, ${pace})`,
    figure: ({ label, value, symbol }) => `${label} ${value} ${symbol}`,
    held: ({ label, value, symbol, target, proposed, lower }) =>
      `${label} ${value} ${symbol} ${proposed ? 'suggested threshold' : 'target'} ${target}${lower ? ' at most' : ''}`,
    target: ({ target, proposed, lower }) => `${proposed ? 'suggested threshold' : 'target'} ${lower ? '≤' : '≥'} ${target}`,
    andNeeded: (held, rate, rest) => `${held}, needs ${rate} of the ${rest} to come`,
    andLost: (held, best) => `${held}, out of reach (${best} at best)`,
    needed: (target, rate, rest) => `To end at ${target}: ${rate} of the ${rest} to come`,
    neededAtMost: (target, rate, rest) => `To end at ${target}: at most ${rate} of the ${rest} to come`,
    lost: (target, best) => `${target} is out of reach: ${best} at best`,
    met: (target) => `${target} is certain for the day`,
    slot: (since, figures) => `Since ${since}: ${figures}`,
    volumeCause: (pace) => `volume at ${pace} of forecast, not a problem of organisation`,
    otherCause: (pace) => `volume (${pace} of forecast) does not explain the gap`,
    volumeSentence: (pace) => `Volume at ${pace} of forecast: this is not a problem of organisation.`,
    otherSentence: (pace) => `Volume at ${pace} of forecast: it does not explain the gap.`,
    causeLine: (cause) => `Cause: ${cause}`,
    action: (action) => `Action: ${action}`,
    next: (time) => `Next point: ${time}`,
    nextDay: (day, time) => `Next point: ${day}, ${time}`,
  },
};

/** A rate with a decimal, so that 93.9 % is not told as 94 %; other figures as their rows print them. */
const rateText = (kpi: FlashRated, value: number, language: Language): string =>
  kpi.unit === 'percent' ? formatPercent(value, language, 1) : valueStyle(kpi, value, language, true).text(value);

const dayText = (moment: number, language: Language): string =>
  `${weekdayName(weekdayOf(Math.floor(moment)), language)} ${formatDayMonth(Math.floor(moment), language)}`;

/** Time of a moment: `15 h`, `15:00`. */
const timeText = (moment: number, language: Language): string => formatTime(moment - Math.floor(moment), language);

/** Title of a flash point: `Point flash de 15 h`. */
export const flashTitle = (moment: number, language: Language): string =>
  typeset(WORDS[language].title(timeText(moment, language)), language);

/** What a flash point counts from: `Lundi 23/11, cumul depuis l’ouverture (8 h)`. */
export const flashCaption = ({ moment, opening }: FlashPoint['context'], language: Language): string => {
  const day = dayText(moment, language);
  return opening === null ? WORDS[language].day(day) : WORDS[language].since(day, formatTime(opening, language));
};

const targetOf = ({ kpi, target }: FlashResult, language: Language): Target | null =>
  target === null
    ? null
    : {
        target: thresholdText({ ...kpi, objective: target }, target, language),
        proposed: kpi.thresholdsProposed,
        lower: kpi.direction === 'lower',
      };

/** What a result prints: its value, `–` where nobody has typed it. */
export const resultValue = ({ kpi, value }: FlashResult, language: Language): string =>
  value === null ? '–' : rateText(kpi, value, language);

/**
 * What is under a result: what remains possible where its target is missed, else the target. « Pour finir à 90 % : 93,9 % des
 * 428 à venir », « 80 % est hors d’atteinte : au mieux 79,6 % ». Empty for a figure that is held to nothing.
 */
export const outlookText = (result: FlashResult, language: Language): string => {
  const words = WORDS[language];
  const held = targetOf(result, language);
  if (!held) return '';
  const { outlook, kpi, missed } = result;
  const said = (): string => {
    if (!missed || !outlook) return words.target(held);
    switch (outlook.kind) {
      case 'lost':
        return words.lost(held.target, rateText(kpi, outlook.best, language));
      case 'needed': {
        const rest = formatNumber(outlook.rest, language);
        return (held.lower ? words.neededAtMost : words.needed)(held.target, rateText(kpi, outlook.rate, language), rest);
      }
      case 'met':
        return words.met(held.target);
    }
  };
  return typeset(said(), language);
};

/** The cause as a sentence of its own; null where it cannot be computed. */
export const causeSentence = ({ cause, pace }: FlashPoint, language: Language): string | null => {
  if (cause === null || pace === null) return null;
  const words = WORDS[language];
  return typeset((cause === 'volume' ? words.volumeSentence : words.otherSentence)(formatPercent(pace, language)), language);
};

/** The computed cause as the table and the text have it; empty where it cannot be computed. */
const causeText = ({ cause, pace }: FlashPoint, language: Language): string => {
  if (cause === null || pace === null) return '';
  const words = WORDS[language];
  return typeset((cause === 'volume' ? words.volumeCause : words.otherCause)(formatPercent(pace, language)), language);
};

/** A cause whatever its pace and the kinds of its spaces, which another version may have set otherwise. */
const paceless = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/\d+/g, '#');

/** Is a cause one that was computed, at whatever pace, and not what somebody typed? */
export const isComputedCause = (text: string): boolean =>
  (['fr', 'en'] as const).some((language) =>
    [WORDS[language].volumeCause, WORDS[language].otherCause].some(
      (words) => paceless(typeset(words(formatPercent(1, language)), language)) === paceless(text),
    ),
  );

/** What explains the gap: what somebody typed in the workbook, else what is computed; empty for nothing. */
export const causeOfPoint = (point: FlashPoint): string => {
  const { kept, language } = point.context;
  return kept.cause !== '' && !isComputedCause(kept.cause) ? kept.cause : causeText(point, language);
};

const resultLine = (result: FlashResult, language: Language): string => {
  const words = WORDS[language];
  const figure = {
    label: shortLabel(result.kpi.label),
    value: resultValue(result, language),
    symbol: SYMBOLS[result.status],
  };
  const target = targetOf(result, language);
  if (!target) return words.figure(figure).trim();
  const held = words.held({ ...figure, ...target }).replace(/ {2,}/g, ' ');
  const { outlook, kpi, missed } = result;
  if (!missed || !outlook || outlook.kind === 'met') return held;
  return outlook.kind === 'lost'
    ? words.andLost(held, rateText(kpi, outlook.best, language))
    : words.andNeeded(held, rateText(kpi, outlook.rate, language), formatNumber(outlook.rest, language));
};

const slotLine = ({ context, results }: FlashPoint, language: Language): string | null => {
  const known = results.filter(({ slot }) => slot !== null);
  if (context.since === null || known.length === 0) return null;
  const figures = known.map(({ kpi, slot }) => WORDS[language].volume(shortLabel(kpi.label), rateText(kpi, slot ?? 0, language)));
  return WORDS[language].slot(timeText(context.since, language), figures.join(', '));
};

const volumeLine = ({ context, values, pace }: FlashPoint, language: Language): string | null => {
  const [volume, value] = [context.counts[0], values[0]];
  if (!volume || typeof value !== 'number') return null;
  const words = WORDS[language];
  const [label, said] = [shortLabel(volume.label), formatNumber(value, language)];
  if (volume.expected === null || pace === null) return words.volume(label, said);
  const forecast = formatNumber(volume.expected, language);
  return words.expected(label, said, forecast, formatPercent(pace, language), context.basis === 'clock');
};

const nextLine = ({ context: { moment, next } }: FlashPoint, language: Language): string | null => {
  if (next === null) return null;
  const words = WORDS[language];
  const time = timeText(next, language);
  return Math.floor(next) === Math.floor(moment) ? words.next(time) : words.nextDay(dayText(next, language), time);
};

/**
 * The text to paste into a mail or a chat, a line each: who and when, the volume beside its forecast, each rate with what it is
 * held to and what remains possible, the last slot, the cause, the action, the next point.
 */
export const flashText = (point: FlashPoint, action: string): string => {
  const { context } = point;
  const { language } = context;
  const words = WORDS[language];
  const cause = causeOfPoint(point);
  const lines = [
    words.head(context.client, dayText(context.moment, language), timeText(context.moment, language)),
    volumeLine(point, language),
    ...point.results.filter(({ value }) => value !== null).map((result) => resultLine(result, language)),
    slotLine(point, language),
    cause === '' ? null : words.causeLine(cause),
    action.trim() === '' ? null : words.action(action.trim()),
    nextLine(point, language),
  ];
  return lines.flatMap((line) => (line === null ? [] : typeset(line, language))).join('\n');
};
