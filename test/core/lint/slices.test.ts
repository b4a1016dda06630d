import { detect } from '../../../src/core/detect/detect';
import { lint, lintSteps } from '../../../src/core/lint/lint';
import { atOnce } from '../../../src/core/steps';
import { workbookOf } from '../grid';
import { longestStretch } from '../stretch';
import { calculated } from './sheet';

const ROWS = 400;

/** Days with eight rates each, and under them the mean of the first. */
const WORKBOOK = workbookOf(
  calculated('Suivi', [
    ['Date', 'Appels', 'Traités', ...Array.from({ length: 8 }, (_, index) => `Taux ${String(index + 1)}`)],
    ...Array.from({ length: ROWS }, (_, day) => {
      const line = String(day + 2);
      const [offered, answered] = [100 + (day % 7), 60 + (day % 11)];
      const rate = [`=C${line}/B${line}`, answered / offered] as const;
      return [46_023 + day, offered, answered, ...Array.from({ length: 8 }, () => rate)];
    }),
    ['Moyenne', null, null, [`=AVERAGE(D2:D${String(ROWS + 1)})`, 0.63]],
  ]),
);

test('thousands of formulas are looked at in many small pieces, and found to be the same', () => {
  const detection = detect(WORKBOOK);
  const { longest, pauses, all } = longestStretch(() => lintSteps(WORKBOOK, detection), 3);
  expect(pauses).toBeGreaterThan(ROWS);
  expect(longest).toBeLessThan(all / 5);
  const findings = atOnce(lintSteps(WORKBOOK, detection));
  expect(findings).toEqual(lint(WORKBOOK, detection));
  expect(findings.map(({ kind, cell }) => `${kind} ${cell}`)).toContain(`average-of-rates D${String(ROWS + 2)}`);
});
