import type { Season, SeasonKind, Seasonality } from '../../../src/core/forecast/seasonality';
import type { Language } from '../../../src/core/meteo/content';
import { serialOf } from '../../../src/core/period/serial';
import { seasonStatements, seasonalityReport } from '../../../src/core/words/season-text';

/** Spaces that a printer sets, as an underscore; the rest as it is read. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, '_');

type Effect = readonly [phase: number, effect: number] | null;

const seasonOf = (kind: SeasonKind, peak: Effect, trough: Effect = null, more: Partial<Season> = {}): Season => {
  const named = (one: Effect): Season['peak'] => (one ? { phase: one[0], effect: one[1] } : null);
  const effects = Array.from({ length: 7 }, (_, index) => ({ phase: index + 1, effect: 0 }));
  return { kind, peak: named(peak), trough: named(trough), effects, strength: 0.42, chance: 1e-6, change: null, ...more };
};

const found = (...seasons: Season[]): Seasonality => ({
  weekday: null,
  month: null,
  seasons,
  tested: ['weekday'],
  history: { unit: 'day', count: 61 },
});

const said = (season: Season, language: Language): string => plain(seasonStatements(found(season), language).join(' | '));

describe('a short statement', () => {
  test.each([
    ['a weekday above', seasonOf('weekday', [1, 0.18]), 'pic le lundi, +18_%', 'peak on Mondays, +18%'],
    ['a weekday below', seasonOf('weekday', null, [7, -0.4]), 'creux le dimanche, −40_%', 'low on Sundays, −40%'],
    [
      'a weekday above before one further below',
      seasonOf('weekday', [3, 0.2], [6, -0.6]),
      'pic le mercredi, +20_%',
      'peak on Wednesdays, +20%',
    ],
    ['a month below', seasonOf('month', null, [8, -0.32]), 'creux en août, −32_%', 'low in August, −32%'],
    ['the month that departs more', seasonOf('month', [4, 0.12], [8, -0.32]), 'creux en août, −32_%', 'low in August, −32%'],
    ['a month in an open vowel', seasonOf('month', [10, 0.125]), 'pic en octobre, +13_%', 'peak in October, +13%'],
    [
      'more than double, with its thousands',
      seasonOf('month', [12, 12.5]),
      'pic en décembre, +1_250_%',
      'peak in December, +1,250%',
    ],
    [
      'the first week of the month',
      seasonOf('weekOfMonth', [1, 0.12]),
      'pic la première semaine du mois, +12_%',
      'peak in the first week of the month, +12%',
    ],
    [
      'the second',
      seasonOf('weekOfMonth', null, [2, -0.06]),
      'creux la deuxième semaine du mois, −6_%',
      'low in the second week of the month, −6%',
    ],
    [
      'the third',
      seasonOf('weekOfMonth', null, [3, -0.06]),
      'creux la troisième semaine du mois, −6_%',
      'low in the third week of the month, −6%',
    ],
    [
      'the last',
      seasonOf('weekOfMonth', [4, 0.3]),
      'pic la dernière semaine du mois, +30_%',
      'peak in the last week of the month, +30%',
    ],
    [
      'the eve of a holiday',
      seasonOf('holiday', null, [1, -0.2]),
      'creux la veille d’un jour férié, −20_%',
      'low on the day before a public holiday, −20%',
    ],
    ['holidays', seasonOf('holiday', null, [2, -0.7]), 'creux les jours fériés, −70_%', 'low on public holidays, −70%'],
    [
      'the day after a holiday',
      seasonOf('holiday', [3, 0.25]),
      'pic le lendemain d’un jour férié, +25_%',
      'peak on the day after a public holiday, +25%',
    ],
    [
      'bridges',
      seasonOf('holiday', null, [4, -0.4]),
      'creux les jours de pont, −40_%',
      'low on bridge days between a public holiday and a weekend, −40%',
    ],
    ['an hour', seasonOf('hour', [10, 0.4]), 'pic de 10_h_à_11_h, +40_%', 'peak from 10:00_to_11:00, +40%'],
    ['the first hour of the day', seasonOf('hour', null, [0, -0.5]), 'creux de 0_h_à_1_h, −50_%', 'low from 0:00_to_1:00, −50%'],
    ['the last one', seasonOf('hour', null, [23, -0.5]), 'creux de 23_h à minuit, −50_%', 'low from 23:00 to midnight, −50%'],
    [
      'a place in a cycle',
      seasonOf('cycle', [3, 0.1]),
      'pic à la valeur 3 de chaque cycle de 7, +10_%',
      'peak at value 3 of each cycle of 7, +10%',
    ],
  ])('%s', (_, season, french, english) => {
    expect(said(season, 'fr')).toBe(french);
    expect(said(season, 'en')).toBe(english);
  });

  const since = (year: number, month: number, before: Effect): Partial<Season> => ({
    change: {
      since: serialOf({ year, month, day: 9 }),
      peak: before ? { phase: before[0], effect: before[1] } : null,
      trough: null,
    },
  });

  test.each([
    [
      'a peak that moved',
      seasonOf('weekday', [2, 0.15], null, since(2026, 3, [1, 0.18])),
      'pic le mardi, +15_%, depuis mars 2026',
      'peak on Tuesdays, +15%, since March 2026',
    ],
    [
      'a week that has none any more',
      seasonOf('weekday', null, null, since(2026, 8, [1, 0.18])),
      'le rythme de la semaine a changé depuis août 2026, sans écart net pour l’instant',
      'the rhythm of the week has changed since August 2026, with no clear difference for now',
    ],
    [
      'a year that has none any more',
      seasonOf('month', null, null, since(2025, 10, [1, 0.18])),
      'le rythme de l’année a changé depuis octobre 2025, sans écart net pour l’instant',
      'the rhythm of the year has changed since October 2025, with no clear difference for now',
    ],
  ])('%s', (_, season, french, english) => {
    expect(said(season, 'fr')).toBe(french);
    expect(said(season, 'en')).toBe(english);
  });

  test('of several seasons, the week and the year come before the parts of the month', () => {
    const several = found(
      seasonOf('weekday', [1, 0.18]),
      seasonOf('weekOfMonth', [1, 0.12]),
      seasonOf('month', null, [8, -0.32]),
    );
    expect(seasonStatements(several, 'en')).toEqual([
      'peak on Mondays, +18%',
      'low in August, −32%',
      'peak in the first week of the month, +12%',
    ]);
  });
});

describe('the report', () => {
  const two = found(
    seasonOf('weekday', [1, 0.18], [5, -0.07]),
    seasonOf('month', null, [8, -0.32], { chance: 0.004, strength: 0.002 }),
  );

  test('one line, and a line a season with how much and how sure', () => {
    const report = seasonalityReport(two, 'fr');
    expect(plain(report.text)).toBe('Pic le lundi, +18_%_; creux en août, −32_%.');
    expect(report.details.map(plain)).toEqual([
      'Jours de la semaine_: pic le lundi, +18_%_; creux le vendredi, −7_%. Explique 42_% des variations_; le hasard seul en montre autant moins d’une fois sur 1_000.',
      'Mois de l’année_: creux en août, −32_%. Explique 1_% des variations_; le hasard seul en montre autant moins d’une fois sur 100.',
      'Établi sur 61 jours.',
    ]);
    expect(report.seasons.map(({ text }) => text)).toEqual(report.details.slice(0, 2));
  });

  test('the same in English', () => {
    const report = seasonalityReport(two, 'en');
    expect(plain(report.text)).toBe('Peak on Mondays, +18%; low in August, −32%.');
    expect(report.details.map(plain)).toEqual([
      'Days of the week: peak on Mondays, +18%; low on Fridays, −7%. Explains 42% of the variation; chance alone shows as much less than once in 1,000.',
      'Months of the year: low in August, −32%. Explains 1% of the variation; chance alone shows as much less than once in 100.',
      'Based on 61 days.',
    ]);
  });

  test('a change tells what was before', () => {
    const change = { since: serialOf({ year: 2026, month: 3, day: 2 }), peak: { phase: 1, effect: 0.18 }, trough: null };
    const moved = found(seasonOf('weekday', [2, 0.15], null, { change, chance: 0.02 }));
    const started = found(seasonOf('weekday', [2, 0.15], null, { change: { ...change, peak: null } }));
    expect(plain(seasonalityReport(moved, 'fr').details[0] ?? '')).toBe(
      'Jours de la semaine_: pic le mardi, +15_%, depuis mars 2026. Avant_: pic le lundi, +18_%. Explique 42_% des variations_; le hasard seul en montre autant moins d’une fois sur 20.',
    );
    expect(seasonalityReport(started, 'en').details[0]).toContain('Before: no clear difference.');
  });

  test.each([
    [
      'nothing found in days',
      { tested: ['weekday'], history: { unit: 'day', count: 61 } },
      'Pas de saisonnalité nette sur 61 jours.',
      'No clear seasonality over 61 days.',
    ],
    [
      'nothing found in months',
      { tested: ['month'], history: { unit: 'month', count: 24 } },
      'Pas de saisonnalité nette sur 24 mois.',
      'No clear seasonality over 24 months.',
    ],
    [
      'nothing found in events',
      { tested: ['hour'], history: { unit: 'event', count: 12_480 } },
      'Pas de saisonnalité nette sur 12_480 événements.',
      'No clear seasonality over 12,480 events.',
    ],
    [
      'one day',
      { tested: [], history: { unit: 'day', count: 1 } },
      'Historique trop court pour parler de saisonnalité_: 1 jour.',
      'History too short to speak of seasonality: 1 day.',
    ],
    [
      'no week at all',
      { tested: [], history: { unit: 'week', count: 0 } },
      'Historique trop court pour parler de saisonnalité_: 0 semaine.',
      'History too short to speak of seasonality: 0 weeks.',
    ],
    [
      'two values',
      { tested: [], history: { unit: 'value', count: 2 } },
      'Historique trop court pour parler de saisonnalité_: 2 valeurs.',
      'History too short to speak of seasonality: 2 values.',
    ],
    [
      'figures below 0',
      { tested: [], history: { unit: 'day', count: 400 } },
      'Saisonnalité non mesurable sur 400 jours.',
      'Seasonality cannot be measured over 400 days.',
    ],
  ] as const)('%s', (_, more, french, english) => {
    const nothing: Seasonality = { ...found(), ...more };
    expect(plain(seasonalityReport(nothing, 'fr').text)).toBe(french);
    expect(seasonalityReport(nothing, 'en').text).toBe(english);
    expect(seasonalityReport(nothing, 'en').details).toEqual([english]);
  });

  test('is the same after a trip through JSON', () => {
    const report = seasonalityReport(two, 'fr');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
