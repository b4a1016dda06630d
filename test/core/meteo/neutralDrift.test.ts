import { preparationOf } from '../../../src/core/meteo/preparation';
import type { Language } from '../../../src/core/meteo/content';
import type { Kpi } from '../../../src/core/kpi/kpi';
import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { valueOf } from '../grid';
import { inboundDays, inboundKpis, ISSUED, syntheticInput } from './syntheticInput';

/** Calls that were handled in much less time in the page's last week. */
const days = inboundDays().map((day) => (day.serial >= ISSUED - 7 ? { ...day, handling: Math.round(0.9 * day.handling) } : day));

const inputWith = (direction: Kpi['direction'], language: Language = 'fr'): MeteoInput => {
  const kpis = inboundKpis(days).map((series) =>
    series.kpi.id === 'in_aht' ? { ...series, kpi: { ...series.kpi, direction, objective: null, thresholds: null } } : series,
  );
  return syntheticInput(days, { kpis, language });
};
const ruleOf = (direction: Kpi['direction']): string => valueOf(composeMeteo(inputWith(direction))).row.rule;
const factOf = (direction: Kpi['direction'], language: Language): string | undefined =>
  valueOf(preparationOf(inputWith(direction, language)))
    .proposals.find(({ id }) => id === 'drift.in_aht')
    ?.text.replaceAll(/\s/g, ' ');

test('the rule of the weather names a drift for the worse alone, never that of a KPI without direction', () => {
  expect(ruleOf('higher')).toMatch(/dérive non clé.: DMT/i);
  expect(ruleOf('neutral')).not.toMatch(/DMT|dérive non clé/i);
  expect(ruleOf('lower')).not.toMatch(/DMT|dérive non clé/i);
});

test('the facts tell the change of its level, with its direction and without a judgement', () => {
  expect(factOf('neutral', 'fr')).toMatch(/^DMT : \d:\d\d en S47, plus bas que d’habitude \(\d:\d\d à \d:\d\d\)\.$/u);
  expect(factOf('neutral', 'en')).toMatch(/^DMT: \d:\d\d in W47, lower than usual \(\d:\d\d to \d:\d\d\)\.$/u);
  expect(factOf('higher', 'fr')).toContain('hors des variations habituelles');
  expect(factOf('lower', 'fr')).toBeUndefined();
});
