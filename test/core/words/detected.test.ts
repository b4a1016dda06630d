import { columnReasonText, sampleText, tableReasonText } from '../../../src/core/words/detected';

test.each([
  ['a date', 'date', '45621', '25/11/2024'],
  ['a text date stays as typed', 'date', '2024-11-25', '2024-11-25'],
  ['a rate', 'rate', '0.924', '92,4\u202f%'],
  ['a count', 'count', '12480', '12\u202f480'],
  ['a decimal', 'number', '4.25', '4,25'],
  ['a word', 'category', 'lun.', 'lun.'],
  ['nothing', 'text', '', ''],
] as const)('the sample of %s', (_name, type, sample, text) => {
  expect(sampleText({ type, sample }, 'fr')).toBe(text);
});

test('reasons are words in the reader’s language', () => {
  expect(columnReasonText({ reason: 'date-format' }, 'fr')).toBe('dates réelles');
  expect(columnReasonText({ reason: 'date-format' }, 'en')).toBe('real dates');
  expect(tableReasonText('one-row-a-date', 'fr')).toBe('une ligne par date');
});
