import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language } from '../../../src/core/meteo/content';
import type { HistoryRow, PrintedProjection } from '../../../src/core/meteo/history';
import { layoutMeteo } from '../../../src/core/meteo/layout';
import { valueOf } from '../grid';
import { inboundDays, ISSUED, syntheticInput, type Day } from './syntheticInput';

const days = inboundDays();
const { content, row } = valueOf(composeMeteo(syntheticInput(days)));
const ids = ['in_offered', 'in_qs', 'in_abandon_rate', 'in_aht'];

/** The last page, which projected what came but for the KPIs named: those it announced a tenth too high. */
const lastPage = (projected: readonly string[], missed: readonly string[]): HistoryRow => {
  const projectionOf = (id: string): PrintedProjection => {
    const value = (row.values[id] ?? 0) * (missed.includes(id) ? 1.1 : 1);
    return { value, low: 0.99 * value, high: 1.01 * value };
  };
  const projections = Object.fromEntries(projected.map((id) => [id, projectionOf(id)]));
  return { ...row, start: row.start - 14, last: row.start - 1, issued: ISSUED - 14, sent: ISSUED - 14, projections };
};

const checkOf = (history: readonly HistoryRow[], language: Language = 'fr', of: readonly Day[] = days): string => {
  const composed = valueOf(composeMeteo(syntheticInput(of, { history, language }))).content;
  const page = layoutMeteo(composed);
  expect(page.ok && page.problems).toEqual([]);
  return composed.green.readings.find(({ kind }) => kind === 'check')?.text.replaceAll(/\s/g, ' ') ?? '';
};

test.each<[string, string[], string[], RegExp, RegExp]>([
  [
    'the key figure is checked first, and its miss is said with the others',
    ids,
    ['in_qs', 'in_abandon_rate', 'in_aht'],
    /^Taux de décroché : prévu 10.*, hors de l’intervalle annoncé, .* ; 3 projections sur 4 hors de leur intervalle\.$/,
    /^Taux de décroché: projected 10.*, outside the interval .*; 3 of 4 projections outside their interval\.$/,
  ],
  [
    'a hit does not hide a miss',
    ids,
    ['in_aht'],
    /^Taux de décroché : .*, dans l’intervalle annoncé, .* ; 1 projection sur 4 hors de son intervalle\.$/,
    /^Taux de décroché: .*, within the interval .*; 1 of 4 projections outside its interval\.$/,
  ],
  [
    'with all of them inside nothing is counted',
    ids,
    [],
    /^Taux de décroché : .*, dans l’intervalle annoncé, [^;]* %\.$/,
    /^Taux de décroché: .*, within the interval [^;]*%\.$/,
  ],
  [
    'a single projection is not counted',
    ['in_qs'],
    ['in_qs'],
    /^Taux de décroché : .*, hors de l’intervalle annoncé, [^;]* %\.$/,
    /^Taux de décroché: .*, outside the interval [^;]*%\.$/,
  ],
  [
    'without a projection of the key figure the volume is checked',
    ['in_offered', 'in_aht'],
    ['in_aht'],
    /^Appels reçus : .*, dans l’intervalle annoncé, .* ; 1 projection sur 2 hors de son intervalle\.$/,
    /^Appels reçus: .*, within the interval .*; 1 of 2 projections outside its interval\.$/,
  ],
])('%s', (_name, projected, missed, french, english) => {
  expect(checkOf([lastPage(projected, missed)])).toMatch(french);
  expect(checkOf([lastPage(projected, missed)], 'en')).toMatch(english);
});

test('its figures print as in the head of the frame', () => {
  expect(checkOf([lastPage(ids, [])])).toContain(`réel ${content.green.value.text.replaceAll(/\s/g, ' ')} `);
});

test('a volume of which days are missing is no miss', () => {
  const short = days.filter(({ serial }) => serial !== ISSUED - 4);
  expect(checkOf([lastPage(['in_offered', 'in_qs'], ['in_offered'])], 'fr', short)).not.toMatch(/;|Appels/);
});
