import type { Kpi } from '../../../src/core/kpi/kpi';
import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language } from '../../../src/core/meteo/content';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { preparationOf } from '../../../src/core/meteo/preparation';
import { coverageOf } from '../../../src/core/period/coverage';
import { serialOf } from '../../../src/core/period/serial';
import { valueOf } from '../grid';
import { inboundDays, ISSUED, ratioKpi, sumKpi, syntheticInput, type Day } from './syntheticInput';

/** Calls Monday to Friday, as many on each day but for some noise. */
const flat = (): Day[] =>
  inboundDays()
    .filter(({ serial }) => (serial - ISSUED + 700) % 7 < 5)
    .map((day, index) => ({ ...day, offered: 1000 + ((index * 37) % 11) * 6 - 30, answered: 930 }));

/** Days of the last weeks on which nobody worked: Tuesday to Thursday of the last one. */
const closedDays = [ISSUED - 6, ISSUED - 5, ISSUED - 4];

const inputOf = (days: readonly Day[], direction: Kpi['direction'], more: Partial<MeteoInput> = {}): MeteoInput => {
  const kept = days.filter(({ serial }) => !closedDays.includes(serial));
  const input = syntheticInput(kept, {
    kpis: [
      ratioKpi(kept, 'in_qs', 'QS', ['answered', 'offered'], {
        key: true,
        direction: 'higher',
        thresholds: { green: 0.8, amber: 0.7 },
      }),
      sumKpi(kept, 'in_offered', 'Appels reçus', 'offered', { direction }),
    ],
    ...more,
  });
  return { ...input, settings: { ...input.settings, closedDays } };
};

const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const factOf = (input: MeteoInput, id: string): string | undefined =>
  plain(valueOf(preparationOf(input)).proposals.find((proposal) => proposal.id === id)?.text);

test.each<Kpi['direction']>(['higher', 'lower', 'neutral'])('a week of two open days is no drift of what is %s', (direction) => {
  const input = inputOf(flat(), direction);
  expect(factOf(input, 'drift.in_offered')).toBeUndefined();
  expect(factOf(input, 'record.in_offered')).toBeUndefined();
  expect(valueOf(composeMeteo(input)).row.rule).not.toContain('Appels');
});

test.each<[Language, RegExp]>([
  ['fr', /^Appels reçus : 3 \d{3} en S47, plus haut que d’habitude \(1 \d{3} à 2 \d{3} pour 2 jours ouverts\)\.$/],
  ['en', /^Appels reçus: 3,\d{3} in W47, higher than usual \(1,\d{3} to 2,\d{3} for 2 open days\)\.$/],
])('one that brought half as much again has the limits of two days, in %s', (language, pattern) => {
  const busy = flat().map((day) => (day.serial >= ISSUED - 7 ? { ...day, offered: Math.round(1.5 * day.offered) } : day));
  expect(factOf(inputOf(busy, 'neutral', { language }), 'drift.in_offered')).toMatch(pattern);
});

test('a run with a short week in it says for how many days its mean is', () => {
  const noise = (serial: number): number => (Math.floor((ISSUED - 1 - serial) / 7) % 2 === 0 ? 60 : -60);
  const days = flat()
    // Without a year of history, nothing says that last year's autumn was alike.
    .filter(({ serial }) => serial >= ISSUED - 48 * 7)
    .map((day) => ({ ...day, offered: 1000 + (day.serial >= ISSUED - 49 ? 40 : noise(day.serial)) }));
  expect(factOf(inputOf(days, 'neutral'), 'drift.in_offered')).toMatch(
    /^Appels reçus : 7 semaines de suite au-dessus de la moyenne \(2 0\d\d pour 2 jours ouverts\), depuis S41\.$/,
  );
});

describe('rows that stand for a month', () => {
  const first = (month: number): number => serialOf({ year: 2024, month, day: 1 });
  const issued = serialOf({ year: 2026, month: 6, day: 3 });
  /** January 2024 to May 2026; April has 21 working days, May 17. */
  const months = (may: number): Day[] =>
    Array.from({ length: 29 }, (_, index) => ({
      ...{ serial: first(index + 1), answered: 0, abandoned: 0, handling: 1 },
      offered: index === 28 ? may : index === 27 ? 21_000 : 21_000 + ((index * 7) % 5) * 50,
    }));
  const pageOf = (may: number, language: Language = 'fr') => {
    const days = months(may);
    const coverage = coverageOf(
      days.map(({ serial }) => serial),
      'month',
    );
    const kpis = [
      sumKpi(days, 'in_offered', 'Appels reçus', 'offered', { key: true }),
      ratioKpi(days, 'in_qs', 'QS', ['answered', 'offered']),
    ];
    return syntheticInput(days, { issued, kpis, language, ...(coverage && { coverage }) });
  };

  test.each<[Language, string]>([
    ['fr', 'Volumes comparés tels quels : 17 jours ouvrés contre 21.'],
    ['en', 'Volumes compared as they are: 17 working days against 21.'],
  ])('sums are compared as they are, which is said, in %s', (language, note) => {
    const { green } = valueOf(composeMeteo(pageOf(17_000, language))).content;
    expect(plain(green.chart.note)).toContain(note);
    expect(plain(green.detail)).toMatch(language === 'fr' ? /21 000 en avril \(−19,0 %\)/ : /21,000 in April \(−19\.0%\)/);
  });

  test('a change that the working days explain is no news, one beyond them is', () => {
    expect(factOf(pageOf(17_000), 'change.in_offered')).toBeUndefined();
    expect(factOf(pageOf(9_000), 'change.in_offered')).toBe('Appels reçus : −57,1 % par rapport à avril.');
    expect(factOf(pageOf(17_000), 'drift.in_offered')).toBeUndefined();
  });
});
