import type { Overview } from '../../src/core/overview/overview';
import { done, problem, refused } from '../../src/core/problem';
import { initialState, reduce, stageOf, type Stage } from '../../src/taskpane/flow';
import { isBehind, missingOf, pageFor } from '../../src/taskpane/data/missing';

const SOURCE = {
  sheet: 'Suivi',
  kind: 'daily',
  rows: 327,
  areDays: true,
  first: 46_021,
  last: 46_347,
  confirmed: true,
  questions: 0,
} as const;

/** A workbook in which all is in order, and no météo was made. */
const OVERVIEW: Overview = {
  tables: 1,
  source: SOURCE,
  nothing: null,
  remarks: [],
  examples: 0,
  client: { client: 'Hexalis', contract: '' },
  kpis: { followed: 7, keys: 3, unconfirmed: [], kept: true },
  consolidated: { kinds: ['week'], sheets: ['Semaine'], until: 46_347, lacking: [] },
  last: null,
  alerts: 0,
  drifts: 0,
  meteo: { number: 1, last: null, before: null, ready: false, due: null, lateBy: 0 },
  due: [],
  readOnly: false,
  structureProtected: false,
};
const NOT_CONSOLIDATED = { kinds: [], sheets: [], until: null, lacking: [] };
const MADE = {
  number: 13,
  weather: 'sun',
  rule: '',
  reason: '',
  minutes: 5,
  issued: 46_338,
  sent: null,
  sheet: 'Météo',
} as const;

test.each<[string, Partial<Overview>, Stage | null]>([
  ['no data', { source: null, consolidated: NOT_CONSOLIDATED }, 'source'],
  ['found, not confirmed', { source: { ...SOURCE, confirmed: false }, consolidated: NOT_CONSOLIDATED }, 'source'],
  ['confirmed, a question since', { source: { ...SOURCE, questions: 1 }, consolidated: NOT_CONSOLIDATED }, 'source'],
  ['confirmed', { kpis: { ...OVERVIEW.kpis, kept: false }, consolidated: NOT_CONSOLIDATED }, 'kpis'],
  ['KPIs kept', { consolidated: NOT_CONSOLIDATED }, 'consolidation'],
  ['consolidated', {}, null],
  ['consolidated by the command line, nothing confirmed', { source: { ...SOURCE, confirmed: false } }, null],
  ['a météo made, nothing consolidated', { consolidated: NOT_CONSOLIDATED, meteo: { ...OVERVIEW.meteo, last: MADE } }, null],
])('%s: the first use stands at %#', (_name, more, stage) => {
  expect(stageOf({ ...OVERVIEW, ...more })).toBe(stage);
});

test.each<[string, Partial<Overview>, string, string]>([
  ['no data', { source: null }, 'nothing', 'template'],
  ['not confirmed', { source: { ...SOURCE, confirmed: false } }, 'source', 'source'],
  ['a header that changed', { source: { ...SOURCE, questions: 1 } }, 'source', 'source'],
  ['no dictionary', { kpis: { ...OVERVIEW.kpis, kept: false } }, 'kpis', 'kpis'],
  ['not consolidated', { consolidated: NOT_CONSOLIDATED }, 'consolidation', 'consolidation'],
  ['data after the last sheet’s day', { source: { ...SOURCE, last: 46_348 } }, 'consolidation', 'consolidation'],
  [
    'a KPI that the sheets lack',
    { consolidated: { ...OVERVIEW.consolidated, lacking: ['DMT'] } },
    'consolidation',
    'consolidation',
  ],
  ['thresholds to confirm', { kpis: { ...OVERVIEW.kpis, unconfirmed: ['QS', 'DMT'] } }, 'thresholds', 'kpis'],
  ['all in order', {}, 'complete', 'meteo'],
])('%s: the hub offers the one thing that is missing', (_name, more, kind, page) => {
  const missing = missingOf({ ...OVERVIEW, ...more });
  expect([missing.kind, pageFor(missing)]).toEqual([kind, page]);
});

test('data up to the last consolidated day are not behind', () => {
  expect([isBehind(OVERVIEW), isBehind({ ...OVERVIEW, source: { ...SOURCE, last: 46_348 } })]).toEqual([false, true]);
});

test('what was read is kept with its hour until it is read again', () => {
  const at = new Date(2026, 10, 23, 14, 38);
  const read = reduce(initialState, { type: 'read', result: done(OVERVIEW), at });
  expect(read.reading).toEqual({ kind: 'found', overview: OVERVIEW, at });
  expect(reduce(read, { type: 'reading' }).reading).toEqual({ kind: 'loading' });
});

test('a workbook that cannot be read leaves the problem', () => {
  const refusal = problem('cell-editing', {});
  expect(reduce(initialState, { type: 'read', result: refused(refusal), at: new Date() }).reading).toEqual({
    kind: 'problem',
    problem: refusal,
  });
});

describe('read again because somebody else has changed the workbook', () => {
  const at = new Date(2026, 10, 23);
  const read = (overview: Overview, followed: boolean) => ({ type: 'read', result: done(overview), at, followed }) as const;
  const shown = reduce(initialState, read(OVERVIEW, false));

  test('what is shown follows, and pages are told', () => {
    expect(shown.followed).toBe(0);
    const state = reduce(shown, read({ ...OVERVIEW, readOnly: true }, true));
    expect(state).toMatchObject({ followed: 1, readOnly: true, reading: { kind: 'found' } });
  });

  test('a refusal that nobody asked for shows nothing; one that was asked for does, and what is known of the workbook stays', () => {
    const result = refused(problem('host-silent', {}));
    expect(reduce(shown, { type: 'read', result, at, followed: true })).toBe(shown);
    const readOnly = reduce(shown, read({ ...OVERVIEW, readOnly: true }, false));
    expect(reduce(readOnly, { type: 'read', result, at })).toMatchObject({ readOnly: true, reading: { kind: 'problem' } });
    expect(reduce(readOnly, { type: 'reading' }).readOnly).toBe(true);
  });
});
