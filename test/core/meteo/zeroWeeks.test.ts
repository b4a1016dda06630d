import { standingsOf } from '../../../src/core/meteo/standing';
import { inboundDays, ISSUED, ratioKpi, sumKpi, syntheticInput, type Day } from './syntheticInput';

type Zero = Partial<Pick<Day, 'offered' | 'answered' | 'abandoned' | 'handling'>>;

/** Which figures are not projected for being at 0, where the last two weeks are changed. */
const silentWith = (zero: Zero): string[] => {
  const days = inboundDays().map((day) => (day.serial >= ISSUED - 14 ? { ...day, ...zero } : day));
  const kpis = [
    sumKpi(days, 'offered', 'Appels reçus', 'offered'),
    sumKpi(days, 'abandoned', 'Appels abandonnés', 'abandoned', { direction: 'lower' }),
    sumKpi(days, 'waiting', "Durée d'attente", 'handling', { direction: 'lower', unit: 'seconds' }),
    ratioKpi(days, 'rate', "Taux d'abandon", ['abandoned', 'offered'], { direction: 'lower' }),
  ];
  const { standings } = standingsOf(syntheticInput(days, { kpis }));
  for (const { silent, projection } of standings) expect(projection === null).toBe(silent);
  return standings.filter(({ silent }) => silent).map(({ kpi }) => kpi.id);
};

test('what is wanted low is silent with the whole that it is a part of', () => {
  expect(silentWith({ offered: 0, answered: 0, abandoned: 0, handling: 0 })).toEqual(['offered', 'abandoned', 'waiting', 'rate']);
});

test('no abandoned call among many is a good week, and is projected', () => {
  expect(silentWith({ abandoned: 0 })).toEqual([]);
});

test('nor is an abandoned call silent that the figures have although none came', () => {
  expect(silentWith({ offered: 0, abandoned: 3 })).toEqual(['offered', 'rate']);
});

test('a count that was more than another is no part of it', () => {
  const days = inboundDays().map((day) => (day.serial >= ISSUED - 14 ? { ...day, offered: 0, answered: 0, abandoned: 0 } : day));
  const kpis = [
    sumKpi(days, 'abandoned', 'Appels abandonnés', 'abandoned'),
    sumKpi(days, 'offered', 'Réclamations', 'offered', { direction: 'lower' }),
  ];
  expect(standingsOf(syntheticInput(days, { kpis })).standings.map(({ silent }) => silent)).toEqual([true, false]);
});
