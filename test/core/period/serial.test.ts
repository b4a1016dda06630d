import { civilOf, fromHostSerial, isCivil, serialOf, toHostSerial, weekdayOf } from '../../../src/core/period/serial';

describe('serials of the 1900 system', () => {
  test.each([
    ['the first day', 1, '1900-1-1'],
    ['the day before the false leap day', 59, '1900-2-28'],
    ['the leap day that never was, as Excel shows it', 60, '1900-2-29'],
    ['the day after it', 61, '1900-3-1'],
    ['a day of our time', 46347, '2026-11-21'],
    ['with hours', 46347.99, '2026-11-21'],
    ['the last day', 2958465, '9999-12-31'],
  ])('%s', (_, serial, day) => {
    const { year, month, day: date } = civilOf(serial);
    expect(`${String(year)}-${String(month)}-${String(date)}`).toBe(day);
  });

  test.each([1, 59, 61, 36526, 46347])('%i comes back from its day', (serial) => {
    expect(serialOf(civilOf(serial))).toBe(serial);
  });

  test('the 1904 system counts from 1,462 days later', () => {
    expect(fromHostSerial(0, true)).toBe(serialOf({ year: 1904, month: 1, day: 1 }));
    expect(toHostSerial(fromHostSerial(42, true), true)).toBe(42);
    expect(fromHostSerial(46347, false)).toBe(46347);
  });

  test('29 February is a day every fourth year only', () => {
    expect(isCivil({ year: 2024, month: 2, day: 29 })).toBe(true);
    expect(isCivil({ year: 2026, month: 2, day: 29 })).toBe(false);
    expect(isCivil({ year: 2026, month: 13, day: 1 })).toBe(false);
  });

  test('21 November 2026 is a Saturday, hours or not, and weekdays follow each other from 1 March 1900 to 2100', () => {
    expect([weekdayOf(46347), weekdayOf(46347.9)]).toEqual([6, 6]);
    // 1 March 1900 was a Thursday.
    for (let serial = 61; serial < 73_100; serial++)
      if (weekdayOf(serial) !== ((serial - 61 + 3) % 7) + 1) expect(serial).toBe(0);
  });
});
