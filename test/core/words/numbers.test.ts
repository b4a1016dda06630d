import {
  formatDuration,
  formatDurationChange,
  formatLongDuration,
  formatNumber,
  formatPercent,
  formatPercentChange,
  formatPoints,
  formatSigned,
  formatTime,
  round,
} from '../../../src/core/words/numbers';

const N = '\u202f';
const M = '\u2212';

describe('numbers as people read them', () => {
  test.each([
    ['half a hundredth goes up although the binary value is below it', 1.005, 2, 1.01],
    ['the same for the product of a rate', 0.285 * 100, 0, 29],
    ['a negative half goes away from zero', -2.5, 0, -3],
    ['a number with fewer decimals stays', 4.2, 2, 4.2],
  ])('%s', (_, value, decimals, expected) => expect(round(value, decimals)).toBe(expected));

  test.each([
    ['thousands in French', 12480, 'fr', 0, `12${N}480`],
    ['millions in French', 1234567.5, 'fr', 1, `1${N}234${N}567,5`],
    ['thousands in English', 12480, 'en', 0, '12,480'],
    ['a negative number has a true minus', -1234.5, 'fr', 1, `${M}1${N}234,5`],
    ['a value that rounds to zero has no sign', -0.04, 'fr', 1, '0,0'],
    ['decimals are kept', 4, 'en', 2, '4.00'],
  ] as const)('%s', (_, value, language, decimals, expected) => expect(formatNumber(value, language, decimals)).toBe(expected));

  test.each([
    ['a rate in French', formatPercent(0.918, 'fr', 1), `91,8${N}%`],
    ['a rate in English', formatPercent(0.918, 'en', 1), '91.8%'],
    ['a rise', formatPercentChange(0.045, 'fr', 1), `+4,5${N}%`],
    ['a fall', formatPercentChange(-0.03, 'en', 1), `${M}3.0%`],
    ['points', formatPoints(-0.6, 'fr', 1), `${M}0,6${N}pt`],
    ['points without decimal', formatPoints(1.2, 'en', 0), `+1${N}pt`],
    ['no change', formatPoints(0.04, 'fr', 1), '='],
    ['a signed index', formatSigned(31, 'fr'), '+31'],
    ['a signed zero has no sign', formatSigned(0.2, 'fr'), '0'],
    ['minutes and seconds', formatDuration(402), '6:42'],
    ['seconds are rounded before they are split', formatDuration(119.6), '2:00'],
    ['over an hour', formatDuration(3725), '62:05'],
    ['a sum of durations', formatLongDuration(423_990, 'fr'), '117\u202fh\u202f46'],
    ['one in English', formatLongDuration(423_990, 'en'), '117\u202fh\u202f46\u202fmin'],
    ['a second short of two hours', formatLongDuration(7199, 'fr'), '1\u202fh\u202f59'],
    ['a sum under an hour', formatLongDuration(2525, 'fr'), '42:05'],
    ['a longer duration', formatDurationChange(6), '+0:06'],
    ['a shorter duration', formatDurationChange(-72), `${M}1:12`],
    ['the same duration', formatDurationChange(0.3), '='],
    ['time of day in French', formatTime(46349 + 8 / 24 + 40 / 1440, 'fr'), `8${N}h${N}40`],
    ['a full hour in French', formatTime(0.625, 'fr'), `15${N}h`],
    ['time of day in English', formatTime(0.625, 'en'), '15:00'],
  ])('%s', (_, text, expected) => expect(text).toBe(expected));
});
