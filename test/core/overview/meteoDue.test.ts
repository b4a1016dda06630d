import type { HistoryRow } from '../../../src/core/meteo/history';
import { meteoDue } from '../../../src/core/overview/meteoDue';

/** Monday 23/11/2026: the last complete weeks begin on 09/11. */
const MONDAY = 46_349;
const WEEKS = MONDAY - 14;

const made = (number: number, issued: number, sent: number | null, start = issued - 14): HistoryRow => ({
  number,
  period: '',
  start,
  last: start + 13,
  weather: number === 13 ? 'bright' : 'cloudy',
  computed: 'cloudy',
  rule: '',
  reason: '',
  values: {},
  projections: {},
  minutes: 5,
  issued,
  sent,
  sheet: `Météo ${String(number)}`,
});

test.each<[string, HistoryRow[], number, ReturnType<typeof meteoDue>['due'], number, number, boolean]>([
  ['no météo yet', [], MONDAY, null, 0, 1, false],
  ['sent on 12/11, every 14 days: before 26/11', [made(13, 46_338, 46_338)], MONDAY, 46_352, 0, 14, false],
  ['on the day it is due', [made(13, 46_338, 46_338)], 46_352, 46_352, 0, 14, false],
  ['two days after it was due', [made(13, 46_338, 46_338)], 46_354, 46_352, 2, 14, false],
  ['hours count for nothing', [made(13, 46_338, 46_338)], 46_354.9, 46_352, 2, 14, false],
  ['sent later than it was made', [made(13, 46_338, 46_340)], MONDAY, 46_354, 0, 14, false],
  ['made today and not sent', [made(13, 46_338, 46_338), made(14, MONDAY, null, WEEKS)], MONDAY, 46_352, 0, 14, true],
  ['the first one, made and not sent', [made(1, MONDAY, null, WEEKS)], MONDAY, null, 0, 1, true],
  ['never marked as sent, its weeks are over', [made(13, 46_338, null)], MONDAY, 46_352, 0, 14, false],
])('%s', (_name, history, today, due, lateBy, number, ready) => {
  expect(meteoDue(history, 14, today)).toMatchObject({ due, lateBy, number, ready });
});

test('the weather before the last one', () => {
  const { last, before } = meteoDue([made(13, 46_338, 46_338), made(14, MONDAY, null, WEEKS)], 14, MONDAY);
  expect([last?.weather, before]).toEqual(['cloudy', 'bright']);
});
