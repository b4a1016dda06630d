import { cellReader } from '../../../src/cli/csv/cells';
import { readRows } from '../../../src/cli/csv/rows';
import { CellError } from '../../../src/embedded/book/cell';
import { serialOf } from '../../../src/core/period/serial';
import { valueOf } from '../../core/grid';

/** The fields of the second column of a file whose rows are `1;FIELD`, read as that file's. */
const readAll = (fields: readonly string[], delimiter = ';'): unknown[] => {
  const table = valueOf(readRows(fields.map((field) => `1${delimiter}${field}`).join('\n'), 'essai.csv'));
  const read = cellReader(table);
  return table.rows.map((row) => read(row[1] ?? '').value);
};
const cell = (field: string): unknown => {
  const read = cellReader({ rows: [[field]], delimiter: ';' });
  return read(field);
};

describe('decimal marks are those that the file’s own values tell', () => {
  test.each<[string, string[], string, unknown[]]>([
    ['commas beside semicolons', ['94,01', '91', '1 092,5', '-0,5'], ';', [94.01, 91, 1092.5, -0.5]],
    ['points beside semicolons', ['91.9', '82.514'], ';', [91.9, 82.514]],
    ['points and comma groups beside commas', ['91.9', '"1,234.5"', '"1,234"'], ',', [91.9, 1234.5, 1234]],
    ['commas, quoted, beside commas', ['"94,01"', '"12,5"'], ',', [94.01, 12.5]],
    ['commas beside tabs', ['94,01', '3'], '\t', [94.01, 3]],
    ['commas and point groups', ['1.234,56', '1.234', '12'], ';', [1234.56, 1234, 12]],
    ['commas before a currency', ['12,50 €', '7'], ';', [12.5, 7]],
    ['spaces of all kinds as groups', ['1\u00a0092', '1\u202f092', '10 092 117'], ';', [1092, 1092, 10_092_117]],
  ])('%s', (_, fields, delimiter, expected) => {
    expect(readAll(fields, delimiter)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['three figures after a comma, and nothing else to tell', ['1,234', '5,678']],
    ['three figures after a point, and nothing else to tell', ['1.234', '5.678']],
  ])('%s stay texts', (_, fields) => {
    expect(readAll(fields)).toEqual(fields);
  });

  test('the rarer of two marks stays text', () => {
    expect(readAll(['94,01', '91,5', '88.2'])).toEqual([94.01, 91.5, '88.2']);
  });
});

test.each<[string, number, string]>([
  ['12 %', 0.12, '0%'],
  ['94,01%', 0.9401, '0.00%'],
  ['1 234,50 €', 1234.5, '#,##0.00\\ "€"'],
  ['-12,5€', -12.5, '#,##0.00\\ "€"'],
  ['$12', 12, '"$"#,##0.00'],
  ['0:02:14', 134 / 86_400, '[h]:mm:ss'],
  ['00:02:14', 134 / 86_400, 'hh:mm:ss'],
  ['26:00:00', 26 / 24, '[h]:mm:ss'],
  ['09:30', 9.5 / 24, 'hh:mm'],
  ['9:30 PM', 21.5 / 24, 'h:mm AM/PM'],
  ['12:15 am', 0.25 / 24, 'h:mm AM/PM'],
  ['2026-01-05', serialOf({ year: 2026, month: 1, day: 5 }), 'yyyy-mm-dd'],
  ['2026/1/5 18:00', serialOf({ year: 2026, month: 1, day: 5 }) + 0.75, 'yyyy-mm-dd hh:mm:ss'],
  ['1er février 2026', serialOf({ year: 2026, month: 2, day: 1 }), 'yyyy-mm-dd'],
  ['Jan 5, 2026', serialOf({ year: 2026, month: 1, day: 5 }), 'yyyy-mm-dd'],
])('%s is a number with its format', (field, value, numberFormat) => {
  const read = cell(field) as { value: number; numberFormat: string };
  expect(read.value).toBeCloseTo(value, 9);
  expect(read.numberFormat).toBe(numberFormat);
});

test.each([
  ['1E-05', 1e-5],
  ['1,16E-05', 1.16e-5],
  ['44927', 44_927],
  ['-12', -12],
  ['TRUE', true],
  ['faux', false],
  ['#DIV/0!', CellError.of('#DIV/0!')],
  ['#VALEUR!', CellError.of('#VALUE!')],
  ['="0612"', '0612'],
  ['   ', null],
])('%s is %s', (field, value) => {
  expect(cell(field)).toEqual({ value });
});

describe('what another locale reads otherwise, or Excel would damage, stays text', () => {
  test.each([
    ['a day and month', '03/04/2026'],
    ['a day past the 12th, as its neighbours', '31/12/2026'],
    ['a month and a year, or a day', 'Apr-15'],
    ['a month', '2013-01'],
    ['a week', '2026-S05'],
    ['a day that does not exist', '2026-02-31'],
    ['a telephone number', '0612345678'],
    ['a number longer than Excel’s figures', '12345678901234567890'],
    ['an international number', '+33612345678'],
    ['a code with an E', '12E5'],
    ['a price by the unit', '12,50 €/h'],
    ['a formula', '=HYPERLINK("http://x")'],
    ['a time that does not exist', '9:75'],
    ['not a number', 'NaN'],
    ['a text with its blanks', ' Lyon '],
  ])('%s', (_, field) => {
    expect(cell(field)).toEqual({ value: field });
  });
});
