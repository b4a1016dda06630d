import { refused, problem } from '../../src/core/problem';
import type { WorkbookPort } from '../../src/core/sheet/workbook';
import { paneActions } from '../../src/taskpane/paneActions';
import type { Preparation } from '../../src/taskpane/preparation';

const now = new Date(2026, 10, 23, 9, 0);
const preparation: Preparation = { started: () => Promise.resolve(now), finished: () => Promise.resolve() };

const broken: WorkbookPort = {
  read: () => Promise.reject(new TypeError('values is null')),
  write: () => Promise.reject(new TypeError('values is null')),
  select: () => Promise.resolve(refused(problem('workbook-empty', {}))),
};

const fault = { ok: false, problem: { code: 'unexpected', params: { message: 'values is null' } } };

test('what is thrown while reading reaches the pane as a problem', async () => {
  expect(await paneActions(broken, 'fr', () => now, preparation).read()).toEqual(fault);
});

test.each(['consolidate', 'thresholds', 'generate'] as const)('and while doing: %s', async (step) => {
  expect(await paneActions(broken, 'fr', () => now, preparation).run(step, null)).toEqual(fault);
});

test('and what is thrown beside the workbook', async () => {
  const failing: Preparation = { ...preparation, started: () => Promise.reject(new Error('no room left')) };
  expect(await paneActions(broken, 'fr', () => now, failing).run('generate', null)).toEqual({
    ok: false,
    problem: { code: 'unexpected', params: { message: 'no room left' } },
  });
});
