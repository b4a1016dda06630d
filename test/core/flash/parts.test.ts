import { partsAboveWhole } from '../../../src/core/flash/parts';
import { flashPoint } from '../../../src/core/flash/point';
import { context, share } from './flashContext';

test.each<[string, readonly (number | null)[], { part: number; whole: number }[]]>([
  ['counts that can be', [812, 714, 559], []],
  ['all of them', [812, 812, 812], []],
  ['more answered than received', [812, 830, 559], [{ part: 1, whole: 0 }]],
  ['a whole that is not known', [null, 830, 559], []],
  ['a part that is not known', [812, null, null], []],
  ['some of nothing', [0, 3, 0], [{ part: 1, whole: 0 }]],
])('%s', (_name, values, parts) => {
  expect(partsAboveWhole(context(), values)).toEqual(parts);
});

test('a rate that is no share has no part', () => {
  const [answered] = context().kpis;
  if (!answered) throw new Error('no rate');
  const perHour = { ...answered, kpi: { ...answered.kpi, unit: 'number' as const } };
  expect(partsAboveWhole(context({ kpis: [perHour] }), [812, 830, 559])).toEqual([]);
});

test('more tickets may be resolved than are created, but not more in time than resolved', () => {
  const counts = context().counts.map((count, index) => ({
    ...count,
    id: ['tickets_crees', 'tickets_resolus', 'tickets_dans_delai'][index] ?? '',
  }));
  const kpis = [share('it_flow', 'Résolus / créés', 0.9, 0.8, 1), { ...share('it_sla', 'Délais', 0.9, 0.8, 2), bottom: 1 }];
  const tickets = context({ counts, kpis });
  expect(partsAboveWhole(tickets, [33, 35, 34])).toEqual([]);
  expect(partsAboveWhole(tickets, [33, 35, 36])).toEqual([{ part: 2, whole: 1 }]);
  expect(flashPoint(tickets, [33, 35, 34]).results[0]).toMatchObject({ status: 'green' });
});

test('a rate of more than all is no rate, and neither judges nor explains anything', () => {
  const { kpis } = context();
  const { results, cause } = flashPoint(context({ kpis: kpis.slice(0, 1) }), [812, 830, 559]);
  expect(results).toEqual([
    { kpi: kpis[0]?.kpi, value: null, status: 'none', target: 0.9, missed: false, slot: null, outlook: null },
  ]);
  expect(cause).toBeNull();
});
