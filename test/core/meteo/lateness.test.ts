import type { HistoryRow } from '../../../src/core/meteo/history';
import { preparationOf } from '../../../src/core/meteo/preparation';
import { valueOf } from '../grid';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

const page = (number: number, start: number, issued: number): HistoryRow => ({
  number,
  period: '',
  start,
  last: start + 13,
  weather: 'bright',
  computed: 'bright',
  rule: '',
  reason: '',
  values: {},
  projections: {},
  minutes: 5,
  issued,
  sent: null,
  sheet: `Météo ${String(number)}`,
});

const cadenceWith = (history: readonly HistoryRow[], issued = ISSUED) => {
  const { number, cadence } = valueOf(preparationOf(syntheticInput(inboundDays(), { history, issued })));
  return { number, due: cadence.due, lateBy: cadence.lateBy };
};

const { first: START } = valueOf(preparationOf(syntheticInput(inboundDays(), {}))).period;

test('a page is late by the page before it', () => {
  expect(cadenceWith([page(1, START - 28, ISSUED - 35)])).toEqual({ number: 2, due: ISSUED - 21, lateBy: 21 });
});

test('a page of older weeks that was made later makes no page late', () => {
  const history = [page(1, START, ISSUED), page(2, START - 28, ISSUED - 35)];
  expect(cadenceWith(history)).toEqual({ number: 1, due: null, lateBy: 0 });
});
