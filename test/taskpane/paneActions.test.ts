import { refused, problem } from '../../src/core/problem';
import type { AbandonablePort } from '../../src/core/sheet/workbook';
import type { PaneActions } from '../../src/taskpane/flow';
import { paneActions } from '../../src/taskpane/paneActions';
import type { Preparation } from '../../src/taskpane/preparation';

const now = new Date(2026, 10, 23, 9, 0);
const preparation: Preparation = { started: () => Promise.resolve(now), finished: () => Promise.resolve() };

const broken: AbandonablePort = {
  read: () => Promise.reject(new TypeError('values is null')),
  write: () => Promise.reject(new TypeError('values is null')),
  compute: () => Promise.reject(new TypeError('values is null')),
  select: () => Promise.resolve(refused(problem('workbook-empty', {}))),
  with: () => broken,
};

const fault = { ok: false, problem: { code: 'unexpected', params: { message: 'values is null' } } };

test('what is thrown while reading reaches the pane as a problem', async () => {
  expect(await paneActions(broken, 'fr', () => now, preparation).read()).toEqual(fault);
});

test.each<[string, (actions: PaneActions) => Promise<unknown>]>([
  ['consolidate', (actions) => actions.consolidate(['week'])],
  ['colour the thresholds', (actions) => actions.thresholds()],
  ['confirm the thresholds', (actions) => actions.confirmThresholds()],
  ['show what would be consolidated', (actions) => actions.consolidation()],
  ['show the settings', (actions) => actions.settings()],
  ['look for what is doubtful', (actions) => actions.findings(new AbortController().signal)],
  ['show the projections', (actions) => actions.projections(new AbortController().signal)],
  ['save a setting', (actions) => actions.saveSetting('cadence', '10', null)],
])('and while doing: %s', async (_name, act) => {
  expect(await act(paneActions(broken, 'fr', () => now, preparation))).toEqual(fault);
});
