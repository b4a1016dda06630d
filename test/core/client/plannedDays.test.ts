import { readDays, readEvents, readOpenHolidays } from '../../../src/core/client/planned-days';
import { daysText, eventsText, openHolidaysText } from '../../../src/core/client/planned-text';
import { HOLIDAY_NAMES, holidaysOf } from '../../../src/core/period/holidays';
import { holidayNamed } from '../../../src/core/period/holiday-named';
import { serialOf } from '../../../src/core/period/serial';
import { problem } from '../../../src/core/problem';
import { problemText } from '../../../src/core/words/problem-text';

const on = (year: number, month: number, day: number): number => serialOf({ year, month, day });
const run = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const CHRISTMAS = run(on(2026, 12, 24), on(2027, 1, 2));

describe('closed days', () => {
  test.each([
    ['an en dash', '24/12/2026–02/01/2027'],
    ['spaces and a hyphen', '24/12/2026 - 02/01/2027'],
    ['a hyphen alone', '24/12/2026-02/01/2027'],
    ['words', 'du 24/12/2026 au 02/01/2027'],
    ['English words', 'from 24/12/2026 to 02/01/2027'],
    ['the first year left out', '24/12–02/01/2027'],
    ['dots for slashes', '24.12.2026 – 02.01.2027'],
    ['dates written with hyphens', '24-12-2026 - 02-01-2027'],
    ['years first', '2026-12-24–2027-01-02'],
    ['months by their names', '24 décembre 2026 au 2 janvier 2027'],
    ['years of two digits', '24/12/26–02/01/27'],
  ])('a stretch with %s', (_, typed) => {
    expect(readDays(typed, false)).toEqual({ days: CHRISTMAS, faults: [] });
  });

  test('days of one month', () => {
    expect(readDays('22–24/12/2026', false).days).toEqual(run(on(2026, 12, 22), on(2026, 12, 24)));
  });

  test('several, between semicolons, commas or on lines of their own, in order and once each', () => {
    const typed = '02/01/2027 ; 24/12/2026–26/12/2026,\n25/12/2026\n11/11/2026;';
    expect(readDays(typed, false)).toEqual({
      days: [on(2026, 11, 11), ...run(on(2026, 12, 24), on(2026, 12, 26)), on(2027, 1, 2)],
      faults: [],
    });
  });

  test('a date of Excel’s, in both date systems', () => {
    expect(readDays(46_381, false).days).toEqual([46_381]);
    expect(readDays(46_381 - 1462, true).days).toEqual([46_381]);
  });

  test.each([
    ['no such day', '30/02/2027', 'day'],
    ['a text', 'Noël', 'day'],
    ['a month', 'janvier 2027', 'day'],
    ['a stretch without end', '24/12/2026–', 'day'],
    ['the end before the beginning', '02/01/2027–24/12/2026', 'backwards'],
    ['a mistyped year', '24/12/2026–02/01/2072', 'long'],
  ])('%s is a fault, and the other days are kept', (_, text, fault) => {
    expect(readDays(`11/11/2026 ; ${text}`, false)).toEqual({ days: [on(2026, 11, 11)], faults: [{ text, fault }] });
  });
});

describe('planned events', () => {
  const day = on(2027, 1, 15);
  test.each([
    ['a rise', '15/01/2027 = +30 %', 1.3, ''],
    ['a fall with the typographer’s sign', '15/01/2027 = −50 %', 0.5, ''],
    ['a fall with a hyphen', '15/01/2027=-50%', 0.5, ''],
    ['a decimal comma', '15/01/2027 = +12,5 %', 1.125, ''],
    ['a decimal point', '15/01/2027 = +12.5%', 1.125, ''],
    ['a colon', '15/01/2027 : +30 %', 1.3, ''],
    ['a name', '15/01/2027 = +30 % (relance : lot 2)', 1.3, 'relance : lot 2'],
    ['closed', '15/01/2027 = fermé', 0, ''],
    ['closed in English, with a name', '15/01/2027 = Closed (stocktaking)', 0, 'stocktaking'],
    ['nothing left', '15/01/2027 = -100 %', 0, ''],
  ])('%s', (_, typed, factor, label) => {
    expect(readEvents(typed, false)).toEqual({ events: [{ first: day, last: day, factor, label }], faults: [] });
  });

  test('several, as the help shows them', () => {
    expect(readEvents('15/01/2027–20/01/2027 = +30 %; 03/02/2027 = −50 % ; 11/02/2027 = fermé', false)).toEqual({
      events: [
        { first: day, last: day + 5, factor: 1.3, label: '' },
        { first: on(2027, 2, 3), last: on(2027, 2, 3), factor: 0.5, label: '' },
        { first: on(2027, 2, 11), last: on(2027, 2, 11), factor: 0, label: '' },
      ],
      faults: [],
    });
  });

  test('a comma separates before a day and is a decimal mark elsewhere', () => {
    const { events } = readEvents('15/01/2027 = +12,5 %, 16/01/2027 = −7,5 %', false);
    expect(events.map(({ factor }) => factor)).toEqual([1.125, 0.925]);
  });

  test.each([
    ['no sign', '15/01/2027 = 30 %', 'sign'],
    ['no effect', '15/01/2027', 'effect'],
    ['a word', '15/01/2027 = beaucoup', 'effect'],
    ['less than nothing', '15/01/2027 = −120 %', 'effect'],
    ['a mistyped figure', '15/01/2027 = +3000 %', 'effect'],
    ['no day', 'soldes = +30 %', 'day'],
    ['days the wrong way round', '20/01/2027–15/01/2027 = +30 %', 'backwards'],
  ])('%s is a fault', (_, text, fault) => {
    expect(readEvents(`${text} ; 03/02/2027 = −50 %`, false)).toEqual({
      events: [{ first: on(2027, 2, 3), last: on(2027, 2, 3), factor: 0.5, label: '' }],
      faults: [{ text, fault }],
    });
  });

  test('a date alone, of which Excel makes a number', () => {
    expect(readEvents(day, false)).toEqual({ events: [], faults: [{ text: '15/01/2027', fault: 'effect' }] });
  });
});

describe('open on public holidays', () => {
  test.each([
    ['', 'learnt'],
    ['oui', 'all'],
    ['Yes', 'all'],
    [true, 'all'],
    ['non', 'none'],
    ['none', 'none'],
    [false, 'none'],
    ['Lundi de Pentecôte', { days: [], ids: ['whit-monday'] }],
    ['lundi de paques ; 11/11/2026', { days: [on(2026, 11, 11)], ids: ['easter-monday'] }],
    ['the 14 July, Assumption Day', { days: [], ids: ['national-day', 'assumption'] }],
    [on(2026, 5, 14), { days: [on(2026, 5, 14)], ids: [] }],
  ])('%s', (typed, open) => {
    expect(readOpenHolidays(typed, false, 'france')).toEqual({ open, faults: [] });
  });

  test('a day that is no public holiday there is a fault; a list without any other says nothing', () => {
    expect(readOpenHolidays('26/12/2026', false, 'france')).toEqual({
      open: 'learnt',
      faults: [{ text: '26/12/2026', fault: 'holiday' }],
    });
    expect(readOpenHolidays('26/12/2026', false, 'alsace-moselle').faults).toEqual([]);
  });

  test('every holiday is known by its French and its English name, in capitals without accents as well', () => {
    for (const { id } of holidaysOf(2026, 'alsace-moselle'))
      for (const name of [HOLIDAY_NAMES.fr[id], HOLIDAY_NAMES.en[id]]) {
        expect(holidayNamed(name)).toBe(id);
        expect(holidayNamed(name.toUpperCase().normalize('NFD').replace(/\p{M}/gu, ''))).toBe(id);
      }
    expect(holidayNamed('Halloween')).toBeNull();
  });
});

describe('written as it is read', () => {
  test('two days in a row stay two, three are a stretch', () => {
    const days = [on(2026, 11, 11), on(2026, 12, 24), on(2026, 12, 25), ...run(on(2027, 1, 1), on(2027, 1, 3))];
    expect(daysText(days)).toBe('11/11/2026, 24/12/2026, 25/12/2026, 01/01/2027–03/01/2027');
    expect(readDays(daysText(days), false)).toEqual({ days, faults: [] });
  });

  test.each(['fr', 'en'] as const)('events and holidays in %s', (language) => {
    const typed = '15/01/2027–20/01/2027 = +12,5 % (relance) ; 03/02/2027 = −7,5 % ; 11/02/2027 = fermé';
    const { events } = readEvents(typed, false);
    const text = eventsText(events, language);
    expect(text).toBe(
      language === 'fr' ? typed : '15/01/2027–20/01/2027 = +12.5% (relance); 03/02/2027 = −7.5%; 11/02/2027 = closed',
    );
    expect(readEvents(text, false)).toEqual({ events, faults: [] });
    for (const typedHolidays of ['', 'oui', 'non', 'lundi de Pentecôte ; 11/11/2026']) {
      const { open } = readOpenHolidays(typedHolidays, false, 'france');
      expect(readOpenHolidays(openHolidaysText(open, language), false, 'france')).toEqual({ open, faults: [] });
    }
  });
});

test.each(['day', 'backwards', 'long', 'effect', 'sign', 'holiday', 'choice'] as const)(
  '%s: each language says which part of which cell, and what to write',
  (fault) => {
    const one = problem(
      'setting-fault',
      { setting: 'événements prévus', text: '15/01/2027 = 30', fault },
      { sheet: 'Paramètres', cell: 'B10' },
    );
    for (const [language, quoted, verb] of [
      ['fr', '«\u202f15/01/2027 = 30\u202f»', /Écrivez|Vérifiez|Suivez/],
      ['en', '“15/01/2027 = 30”', /Write|Check|Follow/],
    ] as const) {
      const { body } = problemText(one, language);
      expect(body).toContain('événements prévus');
      expect(body).toContain('B10');
      expect(body).toContain(quoted);
      expect(body).toMatch(verb);
    }
  },
);
