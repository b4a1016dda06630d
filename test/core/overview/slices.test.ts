import { detect } from '../../../src/core/detect/detect';
import { consolidationView, consolidationViewSteps } from '../../../src/core/overview/consolidationView';
import { overviewOf, overviewSteps } from '../../../src/core/overview/overview';
import { atOnce } from '../../../src/core/steps';
import { sheetOf, workbookOf } from '../grid';
import { longestStretch } from '../stretch';

const DAYS = 2_000;
const FIRST = 44_197;
const TODAY = FIRST + DAYS;

/** Six years of calls by day. */
const WORKBOOK = workbookOf(
  sheetOf(
    'Suivi',
    [
      ['Date', 'Appels reçus', 'Appels traités', 'Traités en 20 s', 'Tickets créés', 'Tickets résolus'],
      ...Array.from({ length: DAYS }, (_, day) => {
        const offered = 200 + ((day * 37) % 101);
        return [FIRST + day, offered, offered - (day % 23), offered - (day % 59), 20 + (day % 9), 18 + (day % 11)];
      }),
    ],
    { formats: { 0: 'dd/mm/yyyy' } },
  ),
);

test('the overview of six years is made in many small pieces, and is the same', () => {
  const { longest, pauses, all } = longestStretch(() => overviewSteps(WORKBOOK, TODAY, 'fr'));
  expect(pauses).toBeGreaterThan(50);
  expect(longest).toBeLessThan(all / 4);
  expect(atOnce(overviewSteps(WORKBOOK, TODAY, 'fr'))).toEqual(overviewOf(WORKBOOK, TODAY, 'fr'));
});

test('so is what a consolidation would compute', () => {
  const [table] = detect(WORKBOOK).tables;
  if (!table) throw new Error('no table');
  const steps = () => consolidationViewSteps(WORKBOOK, table, TODAY, 'fr');
  const { longest, all } = longestStretch(steps);
  expect(longest).toBeLessThan(all / 2);
  expect(atOnce(steps())).toEqual(consolidationView(WORKBOOK, table, TODAY, 'fr'));
});
