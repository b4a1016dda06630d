import type { Forecast } from '../../../src/core/forecast/forecast';
import { forecast } from '../../../src/core/forecast/forecast';
import type { Language } from '../../../src/core/meteo/content';
import { explainedText } from '../../../src/core/words/explained-text';
import { METHODS, type Method } from '../../../src/core/forecast/methods';

type Made = Pick<Forecast, 'observed' | 'season' | 'weights' | 'cleaned'>;

const weights = (shares: Partial<Record<Method, number>>): Forecast['weights'] =>
  ({ ...Object.fromEntries(METHODS.map((method) => [method, 0])), ...shares }) as Forecast['weights'];

const made: Made = {
  observed: 130,
  season: 52,
  weights: weights({ smoothing: 0.5, autoregression: 0.29, seasonalNaive: 0.13, adjustedSeasonal: 0.08 }),
  cleaned: [],
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const said = (one: Made, language: Language): string => plain(explainedText(one, (index) => `S${String(index)}`, language));

test.each<[string, Made, Language, string]>([
  [
    'a long history, in French',
    made,
    'fr',
    'Établie sur 130 semaines connues, avec le rythme de l’année. Elle suit le niveau récent (50 %), l’enchaînement des semaines (29 %) et l’année précédente (21 %). Aucune valeur n’a été écartée.',
  ],
  [
    'a long history, in English',
    made,
    'en',
    'Made from 130 known weeks, with the rhythm of the year. It follows the recent level (50%), how weeks follow each other (29%) and the year before (21%). No value was set aside.',
  ],
  [
    'a short one, for which last year is no year',
    { ...made, observed: 30, season: 1, weights: weights({ seasonalNaive: 0.6, smoothing: 0.2, holtWinters: 0.2 }) },
    'fr',
    'Établie sur 30 semaines connues, trop peu pour le rythme de l’année. Elle suit la dernière semaine (60 %) et le niveau récent (40 %). Aucune valeur n’a été écartée.',
  ],
  [
    'one cleaned week',
    { ...made, weights: weights({ smoothing: 1 }), cleaned: [{ index: 12, from: 900, to: 100 }] },
    'en',
    'Made from 130 known weeks, with the rhythm of the year. It follows the recent level (100%). One week out of all proportion was brought back to the usual before projecting: S12.',
  ],
  [
    'several, without any weight told',
    {
      ...made,
      weights: weights({}),
      cleaned: [
        { index: 12, from: 900, to: 100 },
        { index: 40, from: 0, to: 100 },
      ],
    },
    'fr',
    'Établie sur 130 semaines connues, avec le rythme de l’année. Semaines hors de proportion, ramenées à l’usage avant de prévoir : S12 et S40.',
  ],
])('%s', (_, one, language, text) => {
  expect(said(one, language)).toBe(text);
});

test('every method of the engine has its family: nothing is put down to other methods', () => {
  for (const method of METHODS) expect(said({ ...made, weights: weights({ [method]: 1 }) }, 'en')).not.toContain('other methods');
});

test('a real forecast is told with its own history', () => {
  const series = Array.from({ length: 60 }, (_, week) => 100 + (week % 5) * 3);
  expect(said(forecast(series, { horizon: 4, season: 52 }), 'fr')).toMatch(
    /^Établie sur 60 semaines connues, trop peu .* Elle suit /,
  );
});
