import { nextWork } from '../../../src/taskpane/kpis/nextWork';

test.each([
  ['no dictionary yet', false, 3, true, 'keep'],
  ['no dictionary, though consolidated', false, 0, false, 'keep'],
  ['a first KPI saved and confirmed, nothing consolidated', true, 0, true, 'consolidate'],
  ['thresholds to confirm, nothing consolidated', true, 6, true, 'consolidate'],
  ['thresholds to confirm in consolidated sheets', true, 6, false, 'confirm'],
  ['all confirmed in consolidated sheets', true, 0, false, 'colour'],
] as const)('%s', (_name, isKept, unconfirmed, lacksConsolidation, next) => {
  expect(nextWork({ isKept, unconfirmed, lacksConsolidation })).toBe(next);
});
