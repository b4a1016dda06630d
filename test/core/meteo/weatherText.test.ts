import { pagePeriods } from '../../../src/core/meteo/pagePeriods';
import type { WeatherRule } from '../../../src/core/meteo/weather';
import { ruleText } from '../../../src/core/meteo/weatherText';
import { serialOf } from '../../../src/core/period/serial';

/** `_` stands for U+202F and `~` for U+00A0. */
const fr = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');
const issued = serialOf({ year: 2026, month: 11, day: 23 });
const { ahead } = pagePeriods(issued, 14);

test.each<[WeatherRule, string, string]>([
  [
    { kind: 'allGreen', drift: 'none', others: [] },
    'Indicateurs clés conformes, sans dérive ni retard',
    'Key indicators on target, no drift, nothing overdue',
  ],
  [
    { kind: 'noneJudged', drift: 'none', others: [] },
    'Indicateurs clés suivis sans seuil, sans dérive ni retard',
    'Key indicators without threshold, no drift, nothing overdue',
  ],
  [
    { kind: 'allGreen', drift: 'unknown', others: [] },
    'Indicateurs clés conformes, sans retard',
    'Key indicators on target, nothing overdue',
  ],
  [
    { kind: 'noneJudged', drift: 'unknown', others: [] },
    'Indicateurs clés suivis sans seuil, sans retard',
    'Key indicators without threshold, nothing overdue',
  ],
  [
    { kind: 'allGreen', drift: 'none', others: ['DMT, durée (min:s)'] },
    'Indicateurs clés conformes_; dérive non clé~: DMT',
    'Key indicators on target; non-key drift: DMT',
  ],
  [
    { kind: 'noneJudged', drift: 'unknown', others: ['DMT, durée (min:s)', 'CSAT', 'NPS'] },
    'Indicateurs clés sans seuil_; dérive non clé~: DMT et 2 autres',
    'Key indicators without threshold; non-key drift: DMT and 2 more',
  ],
  [{ kind: 'overdue', count: 1 }, '1 action en retard', '1 overdue action'],
  [{ kind: 'overdue', count: 2 }, '2 actions en retard', '2 overdue actions'],
  [
    { kind: 'drift', labels: ["Taux d'abandon"] },
    'Dérive, hors des variations habituelles~: taux d’abandon',
    'Drift, outside usual variation: taux d’abandon',
  ],
  [{ kind: 'oneAmber', labels: ['DMT, durée (min:s)'] }, '1 indicateur clé en vigilance~: DMT', '1 key indicator to watch: DMT'],
  [{ kind: 'otherRed', labels: ['CSAT'] }, 'Alerte non clé~: CSAT', 'Non-key alert: CSAT'],
  [
    { kind: 'otherRed', labels: ["Taux d'abandon", 'Attente moyenne avant décroché', 'Note moyenne de satisfaction'] },
    'Alerte non clé~: taux d’abandon et 2 autres',
    'Non-key alert: taux d’abandon and 2 more',
  ],
  [
    { kind: 'severalAmber', labels: ['CSAT', "Taux d'abandon"] },
    '2 indicateurs clés en vigilance~: CSAT et taux d’abandon',
    '2 key indicators to watch: CSAT and taux d’abandon',
  ],
  [{ kind: 'projectedRed', labels: ['QS'] }, 'Alerte prévue en S48–S49~: QS', 'Alert projected in W48–49: QS'],
  [
    { kind: 'underWay', labels: ["Taux d'abandon"] },
    'Semaine en cours (S48) hors seuil~: taux d’abandon',
    'Week under way (W48) off target: taux d’abandon',
  ],
  [{ kind: 'oneRed', labels: ['QS'] }, '1 indicateur clé en alerte~: QS', '1 key indicator in alert: QS'],
  [{ kind: 'redTwice', labels: ['QS'] }, 'Alerte deux fois de suite~: QS', 'Alert twice running: QS'],
  [
    { kind: 'severalRed', labels: ['QS', 'NPS', 'CSAT'] },
    '3 indicateurs clés en alerte~: QS, NPS et CSAT',
    '3 key indicators in alert: QS, NPS and CSAT',
  ],
  [{ kind: 'majorIncident', date: issued - 11 }, 'Incident majeur le~12/11', 'Major incident on~12~Nov'],
  [
    { kind: 'missingDays', present: 1, required: 12, step: 'day' },
    'Données~: 1 jour sur 12, moins de 90_%',
    'Data: 1 day of 12, under 90%',
  ],
  [
    { kind: 'missingKpi', labels: ['Taux de décroché / QS'] },
    'Indicateur clé sans donnée~: taux de décroché',
    'Key indicator without data: taux de décroché',
  ],
  [
    { kind: 'noVolume', labels: ['Taux de décroché / QS'] },
    'Indicateur clé non calculable, volume à~0~: taux de décroché',
    'Key indicator that cannot be computed, volume at~0: taux de décroché',
  ],
])('%j', (rule, french, english) => {
  expect(ruleText(rule, ahead, issued, 'fr')).toBe(fr(french));
  expect(ruleText(rule, ahead, issued, 'en')).toBe(fr(english));
});
