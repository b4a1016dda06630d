import { countsFrom1904 } from '../../src/excel/dateSystem';

// 45355 is 04/03/2024 from 1900 and 05/03/2028 from 1904.
test.each([
  ['a full date of the 1900 system', 45355, 'dd/mm/yyyy', '04/03/2024', false],
  ['a full date of the 1904 system', 45355, 'dd/mm/yyyy', '05/03/2028', true],
  ['a year of two digits', 45355, 'd-mmm-yy', '5-Mar-28', true],
  ['a date without year', 45355, 'd mmm', '5 mars', null],
  ['a column that is too narrow', 45355, 'dd/mm/yyyy', '########', null],
  ['a plain number', 45355, '#,##0', '45,355', null],
  ['a literal y in the format', 45355, '0" days"', '45355 days', null],
])('%s', (_, value, format, text, expected) => {
  expect(countsFrom1904([[value]], [[format]], [[text]])).toBe(expected);
});

test('the first date that tells decides', () => {
  expect(
    countsFrom1904(
      [['Date'], [45355], [45356]],
      [['General'], ['d mmm'], ['dd/mm/yyyy']],
      [['Date'], ['5 mars'], ['06/03/2028']],
    ),
  ).toBe(true);
});
