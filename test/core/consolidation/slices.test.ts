import { consolidateSteps } from '../../../src/core/consolidation/consolidate';
import { consolidateGroupsSteps } from '../../../src/core/consolidation/groups';
import { detect } from '../../../src/core/detect/detect';
import type { Steps } from '../../../src/core/steps';
import { sheetOf, workbookOf } from '../grid';
import { longestStretch } from '../stretch';

const DAYS = 3_000;
const MEASURES = 30;
const TEAMS = 40;

/** Ten years of days by measures, each by one of forty teams. */
const WORKBOOK = workbookOf(
  sheetOf(
    'Suivi',
    [
      ['Date', 'Équipe', ...Array.from({ length: MEASURES }, (_, index) => `Mesure ${String(index + 1)}`)],
      ...Array.from({ length: DAYS }, (_, day) => [
        42_370 + day,
        `Équipe ${String(day % TEAMS)}`,
        ...Array.from({ length: MEASURES }, (_measure, index) => 100 + ((day * 37 + index * 101) % 997)),
      ]),
    ],
    { formats: { 0: 'dd/mm/yyyy' } },
  ),
);

const [TABLE] = detect(WORKBOOK).tables;

test.each<[string, number, () => Steps<{ ok: boolean }> | null]>([
  [
    'periods are drafted column by column and some hundred rows at a time',
    4 * MEASURES + (3 * DAYS) / 500,
    () =>
      TABLE
        ? consolidateSteps({ workbook: WORKBOOK, table: TABLE, kinds: ['day', 'week', 'month', 'year'], language: 'fr' })
        : null,
  ],
  [
    'groups are drafted group by group',
    TEAMS + 2 * MEASURES,
    () => (TABLE ? consolidateGroupsSteps({ workbook: WORKBOOK, table: TABLE, group: 'Équipe', language: 'fr' }) : null),
  ],
])('%s', (_, least, work) => {
  const made: boolean[] = [];
  const { longest, pauses, all } = longestStretch(function* (): Steps<void> {
    const steps = work();
    if (steps) made.push((yield* steps).ok);
  });
  expect(made).not.toHaveLength(0);
  expect(made.every(Boolean)).toBe(true);
  expect(pauses).toBeGreaterThan(least);
  expect(longest).toBeLessThan(all / 6);
});
