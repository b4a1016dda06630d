import { formatDateNear } from '../words/dates';
import { civilOf } from '../period/serial';
import { projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { countedNoun, ratePhrase, shortLabel, withArticle } from '../words/phrases';
import { lowerFirst, typeset } from '../words/typography';
import { objectiveOf, objectiveText, thresholdText, valueStyle } from '../words/units';
import { weeksLabel } from '../words/dates';
import { vocabulary } from '../words/vocabulary';
import type { Language, Orientation, Weather } from './content';
import type { JournalEntry } from './journal';
import { roles } from './layoutStyle';
import type { PagePeriods } from './pagePeriods';
import type { Standing } from './standing';
import { wrapText } from './textMetrics';
import type { WeatherRule } from './weather';

/** What the message is drafted from. */
export type MessageFacts = {
  language: Language;
  orientation: Orientation;
  weather: Weather;
  rule: WeatherRule;
  keyFigure: Standing;
  standings: readonly Standing[];
  actions: readonly JournalEntry[];
  periods: PagePeriods;
  issued: number;
};

/** Width of the message on the page, in points. */
const WIDTH: Readonly<Record<Orientation, number>> = { portrait: 540, landscape: 780 };

const fits = (text: string, orientation: Orientation): boolean => {
  const { lines, fits: wordsFit } = wrapText(text, WIDTH[orientation], roles.message);
  return wordsFit && lines.length <= 2;
};

/** `, pour 90 % promis`, `, pour 5 % au plus`, `, pour 95 à 105 % attendus`; `proposés` while unconfirmed; null without objective. */
const boundOf = ({ kpi }: Standing, language: Language, isKey = false): string | null => {
  const { message } = meteoWords(language);
  const objective = objectiveOf(kpi);
  if (kpi.direction === 'range' && kpi.thresholds) return message.between(objectiveText(kpi, language), kpi.thresholdsProposed);
  if (objective === null || kpi.direction === 'neutral') return null;
  const text = thresholdText(kpi, objective, language, isKey);
  const proposed = kpi.thresholdsProposed;
  return kpi.direction === 'lower' ? message.atMost(text, proposed) : message.atLeast(text, proposed);
};

const valueText = ({ kpi }: Standing, value: number, language: Language, isKey = false): string =>
  valueStyle(kpi, value, language, isKey).text(value);

const inWords = (standing: Standing, value: number, language: Language) => {
  const label = lowerFirst(shortLabel(standing.kpi.label));
  const subject = language === 'fr' ? withArticle(standing.kpi.label) : { text: label, singular: !label.endsWith('s') };
  return {
    label,
    subject: subject?.text ?? null,
    singular: subject?.singular ?? true,
    value: valueText(standing, value, language),
    objective: boundOf(standing, language),
    proposed: standing.kpi.thresholdsProposed,
  };
};

/** `l’objectif est tenu (91,8 % d’appels décrochés, pour 90 % promis)`. */
const keyClause = ({ keyFigure, language, weather }: MessageFacts): string | null => {
  const { message } = meteoWords(language);
  const { value, kpi, status } = keyFigure;
  if (value === null) return null;
  const shown = valueText(keyFigure, value, language, true);
  const label = shortLabel(kpi.label);
  if (status === 'none' || status === null)
    return message.keyTracked(label, shown, kpi.unit === 'count' ? (countedNoun(kpi.label, language)?.noun ?? null) : null);
  const phrase = ratePhrase(kpi.id, language)?.plain ?? null;
  const figure = message.promised(shown, phrase, label, boundOf(keyFigure, language, true));
  // What is not known well enough is not judged.
  if (weather === 'fog') return figure;
  return { green: message.keyGreen, amber: message.keyAmber, red: message.keyRed }[status](figure, kpi.thresholdsProposed);
};

const SEVERITY = { red: 0, amber: 1, green: 2, none: 3 } as const;

/** The other KPIs that are off their objective, the worst and the key ones first. */
const offTarget = ({ standings, keyFigure }: MessageFacts): Standing[] =>
  standings
    .filter((one) => one !== keyFigure && (one.status === 'red' || one.status === 'amber'))
    .sort((a, b) => SEVERITY[a.status ?? 'none'] - SEVERITY[b.status ?? 'none'] || Number(b.kpi.key) - Number(a.kpi.key));

/** What is not well, after what is. */
const problemClause = (facts: MessageFacts): string | null => {
  const { language, keyFigure, rule, periods, standings } = facts;
  const { message } = meteoWords(language);
  const but = keyFigure.status === 'green' || keyFigure.status === 'none';
  const off = offTarget(facts);
  const [worst, ...more] = off;
  if (worst?.value !== null && worst?.value !== undefined) {
    const words = inWords(worst, worst.value, language);
    return more.length === 0
      ? message.one(but, words)
      : message.several(but, off.length, { ...words, proposed: off.every(({ kpi }) => kpi.thresholdsProposed) });
  }
  if (rule.kind === 'projectedRed') {
    const projected = standings.find((one) => one.kpi.key && one.projectedStatus === 'red');
    if (!projected?.projection) return null;
    return message.projectedRed(inWords(projected, projected.projection.value, language), weeksLabel(periods.ahead, language));
  }
  if (rule.kind === 'drift') return message.drift(lowerFirst(shortLabel(rule.labels[0] ?? '')));
  return rule.kind === 'overdue' ? message.overdue(rule.count) : null;
};

/** The first action that is not done, or what volume to expect. */
const outlookClause = ({ actions, language, issued, standings, periods }: MessageFacts): string | null => {
  const { message } = meteoWords(language);
  const year = civilOf(issued).year;
  const next = actions.find((action) => action.due === null || action.due >= Math.floor(issued));
  if (next)
    return message.action(
      lowerFirst(next.text.replace(/[.\s]+$/, '')),
      next.due === null ? null : formatDateNear(next.due, year),
    );
  const volume = standings.find((one) => one.kpi.unit === 'count' && one.projection);
  const counted = volume && countedNoun(volume.kpi.label, language);
  if (!volume?.projection || !counted || projectedAs(volume.kpi.unit, volume.projection.value) === 0) return null;
  return message.ahead(
    valueText(volume, projectedAs(volume.kpi.unit, volume.projection.value), language),
    counted.noun,
    counted.feminine,
    weeksLabel(periods.ahead, language),
  );
};

/** What comes before all else: an incident, or data that are missing. */
const openingClause = ({ rule, language, issued }: MessageFacts): string | null => {
  const { message } = meteoWords(language);
  switch (rule.kind) {
    case 'majorIncident':
      return message.incident(formatDateNear(rule.date, civilOf(issued).year));
    case 'missingDays':
      return message.fogDays(rule.present, rule.required);
    case 'missingKpi':
      return message.fogKpi(lowerFirst(shortLabel(rule.labels[0] ?? '')));
    default:
      return null;
  }
};

/**
 * The page's one sentence, drafted from the figures: the weather, the key figure against its objective, what is not well,
 * what is done about it. Two lines of the page at most: the last clauses go when they do not fit.
 */
export const draftMessage = (facts: MessageFacts): string => {
  const { language, orientation } = facts;
  const { message } = meteoWords(language);
  const opening = openingClause(facts);
  const candidates = [
    { text: opening, join: '' },
    { text: keyClause(facts), join: message.semicolon },
    { text: problemClause(facts), join: message.comma },
    { text: outlookClause(facts), join: message.semicolon },
  ];
  const word = vocabulary(language).weather[facts.weather];
  const compose = (clauses: readonly string[]): string => typeset(message.whole(word, clauses), language);
  return compose(
    candidates.reduce<string[]>((clauses, { text, join }) => {
      if (text === null) return clauses;
      const longer = [...clauses, clauses.length === 0 ? text : `${join}${text}`];
      return clauses.length === 0 || fits(compose(longer), orientation) ? longer : clauses;
    }, []),
  );
};
