import { formatDateNear, weeksLabel } from '../words/dates';
import { civilOf } from '../period/serial';
import { projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { countedPeriods } from '../words/periodNouns';
import { countedNoun, ratePhrase, shortLabel, withArticle, withEnglishArticle } from '../words/phrases';
import { lowerFirst } from '../words/typography';
import { objectiveOf, objectiveText, thresholdText, valueStyle } from '../words/units';
import type { Language, Orientation, Weather } from './content';
import type { JournalEntry } from './journal';
import type { MeteoInput } from './input';
import { judgedUnderWay } from './judgedUnderWay';
import type { PagePeriods } from './pagePeriods';
import type { Standing } from './standing';
import type { WeatherRule } from './weather';

/** What the message is drafted from. */
export type MessageFacts = {
  language: Language;
  orientation: Orientation;
  /** The level that is printed. */
  weather: Weather;
  /** The rule that gave the computed one. */
  rule: WeatherRule;
  /** Why a person prints another level than `computed`, as a clause; null where nobody does. */
  override: { computed: Weather; reason: string } | null;
  keyFigure: Standing;
  standings: readonly Standing[];
  actions: readonly JournalEntry[];
  periods: PagePeriods;
  issued: number;
  /** What the page is made from. */
  input: MeteoInput;
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

const inWords = (standing: Standing, value: number, language: Language, isKey = false) => {
  const label = lowerFirst(shortLabel(standing.kpi.label));
  const subject = language === 'fr' ? withArticle(standing.kpi.label) : withEnglishArticle(standing.kpi.label);
  return {
    label,
    subject: subject?.text ?? null,
    singular: subject?.singular ?? true,
    value: valueText(standing, value, language, isKey),
    objective: boundOf(standing, language, isKey),
    proposed: standing.kpi.thresholdsProposed,
  };
};

/** Are data missing that the weather would need? By the rules, whatever level a person prints. */
const isUnsure = ({ rule, weather }: MessageFacts): boolean =>
  weather === 'fog' || ['notBegun', 'noData', 'missingDays', 'missingKpi', 'noVolume'].includes(rule.kind);

/** `l’objectif est tenu (91,8 % d’appels décrochés, pour 90 % promis)`. */
export const keyClause = (facts: MessageFacts): string | null => {
  const { keyFigure, language } = facts;
  const { message } = meteoWords(language);
  const { value, kpi, status } = keyFigure;
  if (value === null) return null;
  const shown = valueStyle(kpi, value, language, true).text(value);
  const label = shortLabel(kpi.label);
  if (status === 'none' || status === null)
    return message.keyTracked(label, shown, kpi.unit === 'count' ? (countedNoun(kpi.label, language)?.noun ?? null) : null);
  const phrase = ratePhrase(kpi.id, language)?.plain ?? null;
  const figure = message.promised(shown, phrase, label, boundOf(keyFigure, language, true));
  // What is not known well enough is not judged.
  if (isUnsure(facts)) return figure;
  return { green: message.keyGreen, amber: message.keyAmber, red: message.keyRed }[status](figure, kpi.thresholdsProposed);
};

const SEVERITY = { red: 0, amber: 1, green: 2, none: 3 } as const;

/** Is it one of those that the rule of the weather names? */
const isCause = ({ kpi }: Standing, { rule }: MessageFacts): boolean => 'labels' in rule && rule.labels.includes(kpi.label);

const isOff = ({ status }: Standing): boolean => status === 'red' || status === 'amber';

/** The other KPIs that are off their objective: those that make the weather first, then the worst and the key ones. */
const offTarget = (facts: MessageFacts): Standing[] =>
  facts.standings
    .filter((one) => one !== facts.keyFigure && isOff(one))
    .sort(
      (a, b) =>
        Number(isCause(b, facts)) - Number(isCause(a, facts)) ||
        SEVERITY[a.status ?? 'none'] - SEVERITY[b.status ?? 'none'] ||
        Number(b.kpi.key) - Number(a.kpi.key),
    );

/** How a clause goes on after the key figure's: against it, with it, or alone. */
export type Link = 'but' | 'and' | 'alone';

/** `mais` after a key figure that is as promised, `et` after one that is not. */
export const linkOf = ({ keyFigure: { status } }: MessageFacts): Link =>
  status === 'green' || status === 'none' ? 'but' : 'and';

/**
 * KPIs that are off their objective: one by its value, several by the most telling one. After the key figure's clause they are
 * those besides it; `alone`, where that clause is not said, the key figure is counted with them and named before, unless
 * `isBrief`.
 */
export const offTargetClause = (facts: MessageFacts, link: Link, isBrief = false): string | null => {
  const { language, keyFigure } = facts;
  const { message } = meteoWords(language);
  const others = offTarget(facts);
  const unsaid = link === 'alone' && isOff(keyFigure) && !isUnsure(facts) ? [keyFigure] : [];
  const off = [...unsaid, ...others];
  const telling = [...(isBrief && others.length > 0 ? [] : unsaid), ...others.slice(0, 1)];
  const named = telling.flatMap((one) => (one.value === null ? [] : [inWords(one, one.value, language, one === keyFigure)]));
  const [first] = named;
  if (!first) return null;
  return off.length === 1
    ? message.one(link, first)
    : message.several(
        link,
        off.length,
        off.every(({ kpi }) => kpi.thresholdsProposed),
        named,
      );
};

/** What made the weather, where that is no figure of the period: an alert to come, a drift, actions overdue. */
export const signalClause = ({ language, rule, periods, standings, input }: MessageFacts, link: Link): string | null => {
  const { message } = meteoWords(language);
  switch (rule.kind) {
    case 'projectedRed': {
      const projected = standings.find((one) => one.kpi.key && one.projectedStatus === 'red');
      if (!projected?.projection) return null;
      return message.projectedRed(
        link,
        inWords(projected, projected.projection.value, language),
        weeksLabel(periods.ahead, language),
      );
    }
    case 'underWay': {
      const [week] = periods.ahead;
      const begun = standings.find(({ kpi }) => kpi.label === rule.labels[0]);
      const judged = begun && judgedUnderWay(begun.series, periods, input);
      return begun && judged && week
        ? message.underWay(link, inWords(begun, judged.value, language), weeksLabel([week], language))
        : null;
    }
    case 'drift':
      return message.drift(link, lowerFirst(shortLabel(rule.labels[0] ?? '')));
    case 'overdue':
      return message.overdue(link, rule.count);
    default:
      return null;
  }
};

/** Does the rule name what no figure of the period shows? */
export const hasSignal = (facts: MessageFacts): boolean => signalClause(facts, 'alone') !== null;

/** Is what made the weather not said by the key figure's own clause? */
export const causeIsElsewhere = (facts: MessageFacts): boolean =>
  hasSignal(facts) || ('labels' in facts.rule && !facts.rule.labels.includes(facts.keyFigure.kpi.label));

/** The first action that is not done, or what volume to expect. */
export const outlookClause = ({ actions, language, issued, standings, periods, rule }: MessageFacts): string | null => {
  const { message } = meteoWords(language);
  const year = civilOf(issued).year;
  const next = actions.find((action) => action.due === null || action.due >= Math.floor(issued));
  if (next)
    return message.action(
      lowerFirst(next.text.replace(/[.\s]+$/, '')),
      next.due === null ? null : formatDateNear(next.due, year, language),
    );
  // Nothing is expected of weeks of which one is over, though its figures are not there yet.
  if (periods.toCome > 0) return null;
  // After weeks at 0 that nobody explains, what was usual before is no promise.
  if (rule.kind === 'noVolume') return null;
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
export const openingClause = ({ rule, language, issued }: MessageFacts): string | null => {
  const { message } = meteoWords(language);
  switch (rule.kind) {
    case 'majorIncident':
      return message.incident(formatDateNear(rule.date, civilOf(issued).year, language));
    case 'notBegun':
      return message.notBegun(formatDateNear(rule.date, civilOf(issued).year, language));
    case 'noData':
      return message.noData(countedPeriods(0, rule.step, language), rule.required);
    case 'missingDays':
      return message.fogDays(countedPeriods(rule.present, rule.step, language), rule.required);
    case 'missingKpi':
      return message.fogKpi(lowerFirst(shortLabel(rule.labels[0] ?? '')));
    case 'noVolume':
      return message.noVolume(lowerFirst(shortLabel(rule.labels[0] ?? '')));
    default:
      return null;
  }
};
