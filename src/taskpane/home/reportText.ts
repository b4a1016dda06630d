import type { LastPeriod } from '../../core/overview/lastPeriod';
import type { Overview } from '../../core/overview/overview';
import type { Language } from '../../core/meteo/content';
import { vocabulary } from '../../core/words/vocabulary';
import { typeset } from '../../core/words/typography';
import type { HomeStrings } from './strings';

/**
 * The last period in a few lines, to paste into a mail or a message: `Samedi 21/11 – Hexalis`, then a line for each KPI,
 * `Taux de décroché : 90,6 % (objectif ≥ 90 %, Conforme)`.
 */
export const reportText = (
  { client }: Overview,
  last: LastPeriod,
  { today, strings, language }: { today: number; strings: HomeStrings; language: Language },
): string => {
  const { status } = vocabulary(language);
  const head = strings.today.reportHead(strings.today.last(last.period, today), client.client);
  const lines = last.readings.map((reading) => {
    const held = reading.objective === null ? null : strings.today.objective(reading.objective);
    const said = reading.status === 'none' ? null : status[reading.status];
    return strings.today.reportLine(
      typeset(reading.label, language),
      reading.value,
      [held, said].filter((fact) => fact !== null),
    );
  });
  return [head, ...lines].join('\n');
};
