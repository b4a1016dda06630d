import { dueItems, type DueFacts, type DueItem } from '../../../src/core/overview/due';
import type { Reading } from '../../../src/core/overview/lastPeriod';

const MONDAY = 46_349;
const TWENTY_TO_THREE = MONDAY + 14 / 24 + 40 / 1440;

const alert: Reading = {
  id: 'in_sl',
  label: 'Niveau de service',
  value: '64,2 %',
  objective: '≥ 80 %',
  status: 'red',
  proposed: false,
  key: true,
};

/** A day on which there is nothing to do: the météo is sent, the sheets hold all the data. */
const quiet: DueFacts = {
  now: TWENTY_TO_THREE,
  questions: 0,
  kept: true,
  consolidated: { kinds: ['week'], sheets: ['Semaine'], until: 46_347, lacking: [] },
  lastDay: 46_347,
  meteo: { number: 14, last: null, before: null, ready: false, due: MONDAY + 10, lateBy: 0 },
  alerts: [],
  drifts: [],
  feedback: [],
  flash: null,
  unconfirmed: 0,
};
const meteo = (due: number | null, more: Partial<DueFacts['meteo']> = {}): Partial<DueFacts> => ({
  meteo: { ...quiet.meteo, due, ...more },
});

test.each<[string, Partial<DueFacts>, DueItem['kind'][]]>([
  ['nothing', {}, []],
  ['a météo due in four days is for later', meteo(MONDAY + 4), []],
  ['from three days before it is due', meteo(MONDAY + 3), ['meteo']],
  ['late', meteo(MONDAY - 2, { lateBy: 2 }), ['meteo']],
  ['the first one', meteo(null), ['meteo']],
  ['made and waiting to be sent, however far the day', meteo(MONDAY + 9, { ready: true }), ['meteo']],
  [
    'a flash point of today goes before a météo of Thursday, and that before what has no day',
    { flash: MONDAY + 15 / 24, ...meteo(MONDAY + 3), alerts: [alert], feedback: [{ text: 'Attente', date: null }] },
    ['flash', 'meteo', 'alerts', 'feedback'],
  ],
  [
    'a late météo goes before the flash point',
    { flash: MONDAY + 15 / 24, ...meteo(MONDAY - 1, { lateBy: 1 }) },
    ['meteo', 'flash'],
  ],
  ['a first météo has no day: what has a time goes before it', { flash: MONDAY + 15 / 24, ...meteo(null) }, ['flash', 'meteo']],
  ['questions hold up all the rest', { questions: 1, ...meteo(MONDAY - 1, { lateBy: 1 }) }, ['questions', 'meteo']],
  ['a drift alone', { drifts: ['DMT'] }, ['alerts']],
  ['data after the last consolidated day', { lastDay: 46_348 }, ['consolidation']],
  ['a KPI that the sheets lack', { consolidated: { ...quiet.consolidated, lacking: ['DMT'] } }, ['consolidation']],
  ['nothing consolidated', { consolidated: { kinds: [], sheets: [], until: null, lacking: [] } }, ['consolidation']],
  [
    'nothing consolidated and no dictionary: not yet',
    { kept: false, consolidated: { kinds: [], sheets: [], until: null, lacking: [] } },
    [],
  ],
  ['thresholds that are kept and not confirmed', { unconfirmed: 2 }, ['thresholds']],
  ['proposed thresholds of no dictionary', { unconfirmed: 2, kept: false }, []],
])('%s', (_name, facts, kinds) => {
  expect(dueItems({ ...quiet, ...facts }).map(({ kind }) => kind)).toEqual(kinds);
});

test('each with what is to be said of it, and its page', () => {
  const items = dueItems({
    ...quiet,
    flash: MONDAY + 15 / 24,
    alerts: [alert],
    drifts: ['DMT'],
    feedback: [
      { text: 'Attente du lundi', date: 46_346 },
      { text: 'Factures', date: null },
    ],
  });
  expect(items).toEqual([
    { kind: 'flash', page: 'flash', due: MONDAY + 15 / 24, minutes: 20 },
    { kind: 'alerts', page: 'watch', due: null, alerts: 1, drifts: 1, worst: alert, drifting: 'DMT' },
    { kind: 'feedback', page: 'client', due: null, count: 2, text: 'Attente du lundi', date: 46_346 },
  ]);
});
