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

/** A native table of days with three rates of each, and the means of those columns under it. */
const LINES = 4_000;
const RATES = ['D', 'E', 'F'];
const sheet = calculated('Suivi', [
  ['Date', 'Appels', 'Traités', ...RATES.map((letter) => `Taux ${letter}`)],
  ...Array.from({ length: LINES }, (_, day) => {
    const [offered, answered] = [100 + (day % 7), 60 + (day % 11)];
    const rate = ['=[@Traités]/[@Appels]', answered / offered] as const;
    return [42_023 + day, offered, answered, ...RATES.map(() => rate)];
  }),
  [],
  ['Moyenne', null, null, ...RATES.map((letter) => [`=AVERAGE(tblAppels[Taux ${letter}])`, 0.61] as const)],
]);
const table = {
  name: 'tblAppels',
  area: { row: 0, column: 0, rows: LINES + 1, columns: 6 },
  columns: (sheet.values[0] ?? []).map(String),
  hasHeaders: true,
  hasTotals: false,
};
const TABLE = workbookOf({ ...sheet, tables: [table] });

test('so are the rates of thousands of lines that a mean takes, each a formula of its own', () => {
  const detection = detect(TABLE);
  const { longest, all } = longestStretch(() => lintSteps(TABLE, detection), 3);
  expect(longest).toBeLessThan(all / 20);
  const means = RATES.map((letter) => ({ kind: 'average-of-rates', cell: `${letter}${String(LINES + 3)}` }));
  expect(lint(TABLE, detection)).toMatchObject(means);
});

/** A few long rows of formulas, no two of which were filled from one another. */
const WIDE = workbookOf(
  calculated('Calculs', [
    Array.from({ length: 300 }, (_, column) => column + 1),
    ...Array.from({ length: 20 }, (_, row) =>
      Array.from({ length: 300 }, (_column, column) => {
        const terms = Array.from({ length: 6 }, (_term, term) => `$${'ABCDEF'.charAt(term)}$1*${String(row + 2)}`);
        return [`=${terms.join('+')}+${String(column + 2)}`, 21 * (row + 2) + column + 2] as const;
      }),
    ),
  ]),
);

test('and the formulas of a wide sheet', () => {
  const detection = detect(WIDE);
  const { longest, all } = longestStretch(() => lintSteps(WIDE, detection), 3);
  expect(longest).toBeLessThan(all / 20);
});
