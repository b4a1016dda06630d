import { detect, detectSteps } from '../../../src/core/detect/detect';
import { atOnce } from '../../../src/core/steps';
import { sheetOf, workbookOf } from '../grid';
import { longestStretch } from '../stretch';

const DAYS = 3_000;
const MEASURES = 40;

/** A sheet of days by measures, and one with the same dates across. */
const WORKBOOK = workbookOf(
  sheetOf(
    'Suivi',
    [
      ['Date', ...Array.from({ length: MEASURES }, (_, index) => `Mesure ${String(index + 1)}`)],
      ...Array.from({ length: DAYS }, (_, day) => [
        42_370 + day,
        ...Array.from({ length: MEASURES }, (_measure, index) => 100 + ((day * 37 + index * 101) % 997)),
      ]),
    ],
    { formats: { 0: 'dd/mm/yyyy' } },
  ),
);

test('a workbook of ten years is looked at in many small pieces, and found to be the same', () => {
  const { longest, pauses, all } = longestStretch(() => detectSteps(WORKBOOK));
  expect(pauses).toBeGreaterThan(3 * MEASURES);
  expect(longest).toBeLessThan(all / 6);
  expect(atOnce(detectSteps(WORKBOOK))).toEqual(detect(WORKBOOK));
  expect(detect(WORKBOOK).tables[0]).toMatchObject({ kind: 'daily', dateColumn: 0, lastRow: DAYS });
});
