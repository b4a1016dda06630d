import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoContent, Language } from '../../../src/core/meteo/content';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { preparationOf } from '../../../src/core/meteo/preparation';
import { valueOf } from '../grid';
import { inboundDays, inboundKpis, ISSUED, syntheticInput, type Day } from './syntheticInput';

/** Wednesday 18/11/2026, in the second of the page's two weeks; Wednesday 11/11, in the first. */
const WEDNESDAY = ISSUED - 5;
const since = (first: number): Day[] => inboundDays().filter(({ serial }) => serial >= first);
const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const inputSince = (first: number, language: Language = 'fr'): MeteoInput => syntheticInput(since(first), { language });
const contentSince = (first: number, language: Language = 'fr'): MeteoContent =>
  valueOf(composeMeteo(inputSince(first, language))).content;

describe.each<[string, number, { period: string; days: string; column: string }]>([
  ['in the second week', WEDNESDAY, { period: 'S47 2026, du 18/11 au 22/11/2026', days: '4 jours sur 4', column: 'S47' }],
  [
    'in the first week',
    WEDNESDAY - 7,
    { period: 'S46–S47 2026, du 11/11 au 22/11/2026', days: '10 jours sur 10', column: 'S46–S47' },
  ],
  ['on its Monday', ISSUED - 14, { period: 'S46–S47 2026, du 09/11 au 22/11/2026', days: '12 jours sur 12', column: 'S46–S47' }],
])('a contract that begins %s', (_, first, { period, days, column }) => {
  const { header, footer, green, blue, yellow } = contentSince(first);

  test('is told of from its first day on, with no day missing', () => {
    expect(plain(header.period)).toContain(period);
    expect(plain(footer.source)).toContain(`, ${days},`);
    expect(green.tableHead.value).toBe(column);
    expect(blue.weather).not.toBe('fog');
    expect(yellow.highlights.items.filter(({ text }) => /sans donnée/.test(text))).toEqual([]);
  });

  test('has nothing to compare with, and says so', () => {
    expect(plain(green.detail)).toMatch(/^premiers chiffres, rien à comparer · /);
    expect(green.rows.map(({ change }) => change.text)).toEqual(['–', '–', '–']);
  });

  test('has the same first day in the pane', () => {
    expect(valueOf(preparationOf(inputSince(first))).period.first).toBe(Math.max(first, ISSUED - 14));
  });
});

test.each<[Language, string, string]>([
  ['fr', 'premiers chiffres, rien à comparer', 'Aucune semaine complète en S42–S47 : rien à tracer.'],
  ['en', 'first figures, nothing to compare', 'No complete week in W42–47: nothing to draw.'],
])('four days are no week to draw, though they have a figure, in %s', (language, detail, nothing) => {
  const { green } = contentSince(WEDNESDAY, language);
  expect(green.value.value).not.toBeNull();
  expect(plain(green.detail)).toContain(detail);
  expect(plain(green.chart.nothing)).toBe(nothing);
});

test('the second page compares with the days that the first one had, per open day', () => {
  const { green, footer } = contentSince(ISSUED - 19);
  expect(plain(footer.source)).toContain('12 jours sur 12');
  expect(plain(green.chart.note)).toContain('Écarts des volumes par jour ouvert : 12 jours contre 4.');
});

test('a day missing after the first one is missing', () => {
  const days = since(WEDNESDAY).filter(({ serial }) => serial !== WEDNESDAY + 1);
  const { footer, blue } = valueOf(composeMeteo(syntheticInput(days))).content;
  expect(plain(footer.source)).toContain('3 jours sur 4');
  expect(blue.weather).toBe('fog');
});

describe('weeks at 0', () => {
  const zero = (from: number, first = 0) => {
    const days = inboundDays().map((day) =>
      day.serial >= from ? { ...day, offered: 0, answered: 0, abandoned: 0, handling: 0 } : day,
    );
    return days.filter(({ serial }) => serial >= first);
  };
  const page = (days: readonly Day[], language: Language = 'fr') =>
    valueOf(composeMeteo(syntheticInput(days, { kpis: inboundKpis(days), language }))).content;
  const news = ({ yellow }: MeteoContent): string[] => yellow.highlights.items.map(({ text }) => plain(text));

  test.each<[Language, RegExp, RegExp]>([
    [
      'fr',
      /^Brouillard : volume à 0 sur la période, taux de décroché non calculable\.$/,
      /^Appels reçus : 0 en S46–S47, d’ordinaire ≈ 5 \d{3} par semaine\.$/,
    ],
    [
      'en',
      /^Fog: volume at 0 over the period, taux de décroché cannot be computed\.$/,
      /^Appels reçus: 0 in W46–47, usually ≈ 5,\d{3} by week\.$/,
    ],
  ])('are data: nothing is incomplete, and the zero is said, in %s', (language, message, fact) => {
    const content = page(zero(ISSUED - 14), language);
    expect(plain(content.footer.source)).toMatch(/12 (jours sur|days of) 12/);
    expect(plain(content.message)).toMatch(message);
    expect(content.blue.rule).not.toMatch(/sans donnée|without data/);
    expect(news(content)).toContainEqual(expect.stringMatching(fact));
    expect(news(content).filter((text) => text.startsWith('Appels reçus'))).toHaveLength(1);
  });

  test.each<[Language, string, string]>([
    ['fr', 'volume à 0, non projeté', 'Aucune projection : volume à 0 en S47.'],
    ['en', 'volume at 0, not projected', 'No projection: volume at 0 in W47.'],
  ])('nothing is projected from them, which is said, in %s', (language, note, anticipation) => {
    const { green } = page(zero(ISSUED - 14), language);
    expect(plain(green.detail).toLowerCase()).toContain(anticipation.slice(0, -1).toLowerCase());
    expect(plain(green.readings.find(({ kind }) => kind === 'anticipation')?.text)).toBe(anticipation);
    expect(green.rows.map(({ projection, historyNote }) => [projection, plain(historyNote)])).toEqual(
      green.rows.map(() => [null, note]),
    );
    expect(green.chart.projection.every((value) => value === null)).toBe(true);
  });

  test('a week at 0 before a usual one leaves the projections', () => {
    const back = zero(ISSUED - 14).map((day) => (day.serial >= ISSUED - 7 ? { ...day, offered: 1000, answered: 930 } : day));
    expect(page(back).green.rows.find(({ id }) => id === 'in_offered')?.projection).not.toBeNull();
  });

  test('one of the two is said, with its week', () => {
    const content = page(zero(ISSUED - 7));
    expect(news(content)).toContainEqual(expect.stringMatching(/^Appels reçus : 0 en S47, d’ordinaire/));
    expect(content.green.value.value).not.toBeNull();
  });

  test.each<[string, readonly Day[]]>([
    ['of what has always been 0', zero(0)],
    ['of a service that has hardly begun', zero(ISSUED - 14, ISSUED - 28)],
  ])('are no news %s', (_, days) => {
    expect(news(page(days)).filter((text) => / 0 en /.test(text))).toEqual([]);
  });

  test('of abandoned calls are as wanted', () => {
    const days = inboundDays().map((day) => (day.serial >= ISSUED - 14 ? { ...day, abandoned: 0 } : day));
    expect(news(page(days)).filter((text) => / 0 en /.test(text))).toEqual([]);
  });
});
