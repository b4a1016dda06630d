import type { HistoryRow } from '../../../src/core/meteo/history';
import { withGaps } from '../../../src/taskpane/meteo/gaps';

const made = (number: number, issued: number): HistoryRow => ({
  number,
  issued,
  period: '2026-S46–2026-S47',
  start: issued - 14,
  last: issued - 1,
  weather: 'sun',
  computed: 'sun',
  rule: '',
  reason: '',
  values: {},
  projections: {},
  minutes: null,
  sent: null,
  sheet: 'Météo',
});

test('the latest météo comes first, each with the days since the one before', () => {
  const rows = withGaps([made(12, 46_300), made(13, 46_314), made(14, 46_335)]);
  expect(rows.map(({ row, gap }) => [row.number, gap])).toEqual([
    [14, 21],
    [13, 14],
    [12, null],
  ]);
});
