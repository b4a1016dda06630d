import { civilOf } from '../period/serial';
import { formatDateNear, weeksLabel } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { shortLabel } from '../words/phrases';
import { listed, lowerFirst, typeset } from '../words/typography';
import type { Language } from './content';
import type { PageWeeks } from './pagePeriods';
import type { WeatherRule } from './weather';

/** The rule that fired, as the page prints it beside the icon: `1 indicateur en vigilance : taux d’abandon`. */
export const ruleText = (rule: WeatherRule, ahead: PageWeeks, issued: number, language: Language): string => {
  const { rules } = meteoWords(language);
  const names = (labels: readonly string[]): string =>
    listed(
      labels.map((label) => lowerFirst(shortLabel(label))),
      language,
    );
  const text = (): string => {
    switch (rule.kind) {
      case 'majorIncident':
        return rules.majorIncident(formatDateNear(rule.date, civilOf(issued).year));
      case 'missingDays':
        return rules.missingDays(rule.present, rule.required);
      case 'missingKpi':
        return rules.missingKpi(names(rule.labels));
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
      case 'allGreen':
        return rules.allGreen;
    }
  };
  return typeset(text(), language);
};
