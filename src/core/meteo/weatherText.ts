import { civilOf } from '../period/serial';
import { formatDateNear, weeksLabel } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { countedPeriods } from '../words/periodNouns';
import { shortLabel } from '../words/phrases';
import { listed, lowerFirst, typeset } from '../words/typography';
import type { Language } from './content';
import type { PageWeeks } from './pagePeriods';
import type { WeatherRule } from './weather';

/** Characters of two lines beside the icon: a rule that says more names one KPI and counts the others. */
const ROOM = 56;

/** The rule that fired, as the page prints it beside the icon: `1 indicateur clé en vigilance : taux d’abandon`. */
export const ruleText = (rule: WeatherRule, ahead: PageWeeks, issued: number, language: Language): string => {
  const { rules } = meteoWords(language);
  const all = (labels: readonly string[]): string =>
    listed(
      labels.map((label) => lowerFirst(shortLabel(label))),
      language,
    );
  const first = (labels: readonly string[]): string => rules.andMore(lowerFirst(shortLabel(labels[0] ?? '')), labels.length - 1);
  const text = (names: (labels: readonly string[]) => string): string => {
    switch (rule.kind) {
      case 'majorIncident':
        return rules.majorIncident(formatDateNear(rule.date, civilOf(issued).year, language));
      case 'notBegun':
        return rules.notBegun(formatDateNear(rule.date, civilOf(issued).year, language));
      case 'noData':
        return rules.noData;
      case 'missingDays':
        return rules.missingDays(countedPeriods(rule.present, rule.step, language), rule.required);
      case 'missingKpi':
        return rules.missingKpi(names(rule.labels));
      case 'noVolume':
        return rules.noVolume(names(rule.labels));
      case 'redTwice':
        return rules.redTwice(names(rule.labels));
      case 'severalRed':
        return rules.severalRed(rule.labels.length, names(rule.labels));
      case 'oneRed':
        return rules.oneRed(names(rule.labels));
      case 'projectedRed':
        return rules.projectedRed(weeksLabel(ahead, language), names(rule.labels));
      case 'severalAmber':
        return rules.severalAmber(rule.labels.length, names(rule.labels));
      case 'otherRed':
        return rules.otherRed(names(rule.labels));
      case 'oneAmber':
        return rules.oneAmber(names(rule.labels));
      case 'drift':
        return rules.drift(names(rule.labels));
      case 'overdue':
        return rules.overdue(rule.count);
      case 'underWay':
        return rules.underWay(weeksLabel(ahead.slice(0, 1), language), names(rule.labels));
      case 'noneJudged':
      case 'allGreen': {
        const known = rule.drift === 'none';
        if (rule.others.length > 0) return rules.otherDrift(rule.kind === 'allGreen', names(rule.others));
        return rule.kind === 'allGreen' ? rules.allGreen(known) : rules.noneJudged(known);
      }
    }
  };
  const whole = text(all);
  const named = 'labels' in rule ? rule.labels : 'others' in rule ? rule.others : [];
  const several = named.length > 1;
  return typeset(several && whole.length > ROOM ? text(first) : whole, language);
};
