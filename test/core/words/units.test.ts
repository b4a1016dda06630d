import { statusOf } from '../../../src/core/kpi/status';
import { changeStyle, pairStyle } from '../../../src/core/words/pairs';
import { figureOf, intervalText, objectiveText, valueStyle, type Styled } from '../../../src/core/words/units';
import type { Multiple } from '../../../src/core/words/currency';

const N = '\u202f';
const B = '\u00a0';
const M = '\u2212';

const kpi = (unit: Styled['unit'], direction: Styled['direction'] = 'neutral', objective: number | null = null): Styled => ({
  unit,
  direction,
  objective,
  thresholds: null,
});

/** Held to thresholds that are an alert below, or above, the second one. */
const held = (unit: Styled['unit'], direction: Styled['direction'], green: number, amber: number): Styled => ({
  ...kpi(unit, direction, green),
  thresholds: { green, amber },
});

const money = (sign: string, multiple: Multiple = ''): Styled => ({ ...kpi('currency'), currency: { sign, multiple } });

describe('values and their live cells', () => {
  test.each([
    ['a count', kpi('count'), 12480, false, `12${N}480`, '#,##0', 12480],
    ['the key rate has a decimal', kpi('percent', 'higher', 0.9), 0.918, true, `91,8${N}%`, `0.0"${N}"%`, 0.918],
    ['other rates have none', kpi('percent', 'higher', 0.85), 0.862, false, `86${N}%`, `0"${N}"%`, 0.862],
    ['a rate under 10 % has one', kpi('percent'), 0.056, false, `5,6${N}%`, `0.0"${N}"%`, 0.056],
    ['so has a rate whose objective is under 10 %', kpi('percent', 'lower', 0.05), 0.12, false, `12,0${N}%`, `0.0"${N}"%`, 0.12],
    ['a missed objective is not rounded away', kpi('percent', 'higher', 0.8), 0.796, false, `79,6${N}%`, `0.0"${N}"%`, 0.796],
    ['a met objective may be rounded to', kpi('percent', 'higher', 0.8), 0.804, false, `80${N}%`, `0"${N}"%`, 0.804],
    ['an alert is not rounded to its bound', held('score', 'higher', 4.2, 3.8), 3.775, false, '3,78', '#,##0.00', 3.775],
    ['nor that of a rate', held('percent', 'higher', 0.9, 0.8), 0.7967, false, `79,7${N}%`, `0.0"${N}"%`, 0.7967],
    ['nor one above a bound', held('percent', 'lower', 0.1, 0.2), 0.204, false, `20,4${N}%`, `0.0"${N}"%`, 0.204],
    ['what is no alert may be rounded to it', held('percent', 'higher', 0.9, 0.8), 0.8011, false, `80${N}%`, `0"${N}"%`, 0.8011],
    ['a bound between two figures', held('percent', 'higher', 0.9, 0.784), 0.7845, false, `78,5${N}%`, `0.0"${N}"%`, 0.7845],
    ['a long duration in seconds', kpi('seconds', 'lower', 405), 402, false, '6:42', '[m]:ss', 402 / 86400],
    ['a long one that is held to seconds', kpi('seconds', 'lower', 30), 65, false, `65${N}s`, `#,##0"${N}s"`, 65],
    ['a short one that is held to minutes', kpi('seconds', 'lower', 405), 45, false, '0:45', '[m]:ss', 45 / 86400],
    ['a short one', kpi('seconds', 'lower', 30), 28.4, false, `28${N}s`, `#,##0"${N}s"`, 28.4],
    ['an index is signed', kpi('index', 'higher', 30), 31, false, '+31', `+0;"${M}"0;0`, 31],
    ['a quotient is not', kpi('index', 'higher', 0.95), 0.985, false, '0,99', '#,##0.00', 0.985],
    ['nor is one above 1', kpi('index', 'higher', 0.95), 1.2, false, '1,20', '#,##0.00', 1.2],
    ['nor one without objective', kpi('index'), 0.985, false, '0,99', '#,##0.00', 0.985],
    ['a quotient that misses shows it', kpi('index', 'higher', 0.95), 0.948, false, '0,948', '#,##0.000', 0.948],
    ['a number misses by a hundredth', kpi('number', 'higher', 0.95), 0.94, false, '0,94', '#,##0.00', 0.94],
    ['a rate has the decimals of its objective', kpi('percent', 'higher', 0.995), 0.99, false, `99,0${N}%`, `0.0"${N}"%`, 0.99],
    ['and one more to miss it', kpi('percent', 'higher', 0.995), 0.9947, false, `99,47${N}%`, `0.00"${N}"%`, 0.9947],
    ['a score has those of its objective', kpi('score', 'higher', 4.25), 4.31, false, '4,31', '#,##0.00', 4.31],
    ['so have hours', kpi('hours', 'lower', 12.5), 14, false, `14,0${N}h`, `#,##0.0"${N}h"`, 14],
    ['an amount in nobody knows what has no sign', kpi('currency'), 12480, false, `12${N}480`, '#,##0', 12480],
    ['euros', money('€'), 12480, false, `12${N}480${N}€`, `#,##0"${N}€"`, 12480],
    ['dollars', money('$'), 59025, false, `59${N}025${N}$`, `#,##0"${N}$"`, 59025],
    ['Swiss francs', money('CHF'), 12480, false, `12${N}480${N}CHF`, `#,##0"${N}CHF"`, 12480],
    ['thousands of euros', money('€', 'k'), 12480, false, `12${N}480${N}k€`, `#,##0"${N}k€"`, 12480],
    ['hours', kpi('hours'), 3.25, false, `3,3${N}h`, `#,##0.0"${N}h"`, 3.25],
    ['a score', kpi('score'), 4.26, false, '4,3', '#,##0.0', 4.26],
  ])('%s', (_, of, value, isKey, text, numberFormat, cell) => {
    const figure = figureOf(value, valueStyle(of, value, 'fr', isKey));
    expect(figure).toEqual({ text, value: cell, numberFormat });
  });

  test('English has no space before % and the euro sign first', () => {
    expect(figureOf(0.918, valueStyle(kpi('percent'), 0.918, 'en', true))).toEqual({
      text: '91.8%',
      value: 0.918,
      numberFormat: '0.0%',
    });
    expect(figureOf(-1240, valueStyle(money('€'), 1240, 'en')).text).toBe(`${M}€1,240`);
  });

  test.each([
    ['dollars', money('$'), '$59,025', '"$"#,##0', '$59,025 to $59,030'],
    ['a code', money('CHF'), `CHF${N}59,025`, `"CHF${N}"#,##0`, `CHF${N}59,025 to CHF${N}59,030`],
    ['thousands', money('£', 'k'), '£59,025k', '"£"#,##0"k"', '£59,025k to £59,030k'],
    ['no currency', kpi('currency'), '59,025', '#,##0', '59,025 to 59,030'],
  ])('English: %s', (_, of, text, numberFormat, interval) => {
    const style = valueStyle(of, 59_025, 'en');
    expect(figureOf(59_025, style)).toEqual({ text, value: 59_025, numberFormat });
    expect(intervalText(59_025, 59_030, style, 'en')).toBe(interval.replace(' to ', `${B}to${B}`));
  });

  test('a currency is printed of amounts alone', () =>
    expect(figureOf(12, valueStyle({ ...money('$'), unit: 'count' }, 12, 'fr')).text).toBe('12'));

  test('what is not known prints as a dash', () =>
    expect(figureOf(null, valueStyle(kpi('count'), 0, 'fr'))).toMatchObject({ text: '–', value: null }));
});

describe('changes', () => {
  test.each([
    ['a count, relatively', kpi('count'), 12480, 11942, `+4,5${N}%`, 0.045, `+0.0"${N}"%;"${M}"0.0"${N}"%;0"${N}"%`],
    ['an unchanged count', kpi('count'), 100, 100, `0${N}%`, 0, `+0.0"${N}"%;"${M}"0.0"${N}"%;0"${N}"%`],
    ['a rate, in points', kpi('percent', 'lower', 0.05), 0.056, 0.047, `+0,9${N}pt`, 0.9, `+0.0"${N}pt";"${M}"0.0"${N}pt";"="`],
    ['a quotient, plainly', kpi('index', 'higher', 0.95), 0.985, 0.96, '+0,03', 0.03, `+0.00;"${M}"0.00;"="`],
    ['an index, in points', kpi('index'), 29, 31, `${M}2${N}pt`, -2, `+0"${N}pt";"${M}"0"${N}pt";"="`],
    ['a duration, as text', kpi('seconds', 'lower', 405), 402, 396, '+0:06', null, '@'],
    ['a duration’s, of the exact figures', kpi('seconds', 'lower', 405), 402.4, 395.6, '+0:07', null, '@'],
    ['a duration’s that is less than half a second', kpi('seconds', 'lower', 405), 402.6, 402.4, '=', null, '@'],
    [
      'a rate’s, of the exact figures',
      kpi('percent', 'higher', 0.8),
      0.8649,
      0.8551,
      `+1${N}pt`,
      1,
      `+0"${N}pt";"${M}"0"${N}pt";"="`,
    ],
    ['a loss that halves rises', kpi('count'), -5, -10, `+50,0${N}%`, 0.5, `+0.0"${N}"%;"${M}"0.0"${N}"%;0"${N}"%`],
    [
      'a gain that turns into a loss falls',
      kpi('count'),
      -5,
      10,
      `${M}150,0${N}%`,
      -1.5,
      `+0.0"${N}"%;"${M}"0.0"${N}"%;0"${N}"%`,
    ],
    ['from nothing', kpi('count'), 12, 0, '–', null, 'General'],
  ])('%s', (_, of, value, previous, text, cell, numberFormat) =>
    expect(valueStyle(of, value, 'fr').change(value, previous)).toEqual({ text, value: cell, numberFormat }),
  );
});

test.each([
  ['at least', kpi('percent', 'higher', 0.85), `≥${N}85${N}%`, `≥${N}85%`],
  ['at most', kpi('percent', 'lower', 0.045), `≤${N}4,5${N}%`, `≤${N}4.5%`],
  ['a duration', kpi('seconds', 'lower', 405), `≤${N}6:45`, `≤${N}6:45`],
  ['an index', kpi('index', 'higher', 30), `≥${N}+30`, `≥${N}+30`],
  ['a quotient', kpi('index', 'higher', 0.95), `≥${N}0,95`, `≥${N}0.95`],
  ['hours with a half', kpi('hours', 'lower', 12.5), `≤${N}12,5${N}h`, `≤${N}12.5${N}h`],
  [
    'a range',
    { ...kpi('percent', 'range'), thresholds: { green: 0.95, amber: 0.9, greenHigh: 1.05, amberHigh: 1.1 } },
    `95${B}à${B}105${N}%`,
    `95${B}to${B}105%`,
  ],
  ['none', kpi('count'), '–', '–'],
])('objective: %s', (_, of, fr, en) => {
  expect(objectiveText(of, 'fr')).toBe(fr);
  expect(objectiveText(of, 'en')).toBe(en);
});

test('an interval names its unit once', () => {
  expect(intervalText(0.045, 0.059, valueStyle(kpi('percent'), 0.052, 'fr'), 'fr')).toBe(`4,5${B}à${B}5,9${N}%`);
  expect(intervalText(391, 409, valueStyle(kpi('seconds'), 400, 'en'), 'en')).toBe(`6:31${B}to${B}6:49`);
});

test('an interval whose ends print the same is one figure', () =>
  expect(intervalText(0.8712, 0.8741, valueStyle(kpi('percent'), 0.87, 'fr'), 'fr')).toBe(`87${N}%`));

test.each([
  [
    'two that round alike have the decimals that tell them apart',
    kpi('percent', 'higher', 0.8),
    0.7953,
    0.8009,
    '79,5 % → 80,1 %',
  ],
  ['two decimals where one does not', kpi('percent', 'higher', 0.8), 0.79996, 0.8001, '80,00 % → 80,01 %'],
  ['no more than two', kpi('percent', 'higher', 0.8), 0.799999, 0.800001, '80 % → 80 %'],
  ['a missed objective is not rounded away', kpi('percent', 'higher', 0.8), 0.7992, 0.81, '79,9 % → 81,0 %'],
  ['nor is one that was met before', kpi('percent', 'higher', 0.8), 0.81, 0.7996, '81,00 % → 79,96 %'],
  ['−5 pt follows from the two', kpi('percent', 'higher', 0.8), 0.803, 0.758, '80,3 % → 75,8 %'],
  ['two far apart have none', kpi('percent', 'higher', 0.8), 0.71, 0.86, '71 % → 86 %'],
  ['cents go by two', money('€'), 450.6, 451.2, '450,60 € → 451,20 €'],
  ['minutes and seconds stay', kpi('seconds', 'lower', 405), 404.8, 405.2, '6:45 → 6:45'],
])('a value and an earlier one: %s', (_name, styled, earlier, value, text) => {
  const style = pairStyle(styled, value, earlier, 'fr');
  expect(`${style.text(earlier)} → ${style.text(value)}`.replaceAll(/\s/g, ' ')).toBe(text);
});

test.each([
  ['one more decimal where −0,1 would not follow', kpi('score'), 3.85, 3.74, '3,85 → 3,74 (−0,11)'],
  ['none where it does', kpi('score'), 3.91, 3.72, '3,9 → 3,7 (−0,2)'],
  ['none of two that print alike', kpi('score'), 3.71, 3.72, '3,7 → 3,7 (=)'],
  ['the change of the printed ones where no decimal makes it follow', kpi('score'), 3.7446, 3.7554, '3,74 → 3,76 (+0,02)'],
  ['none of a relative change', kpi('count'), 1000, 1031, '1 000 → 1 031 (+3,1 %)'],
  ['a duration’s of the printed ones', kpi('seconds', 'lower', 405), 395.6, 402.4, '6:36 → 6:42 (+0:06)'],
  ['a duration in seconds says so', kpi('seconds', 'lower', 30), 28.4, 26.1, '28 s → 26 s (−2 s)'],
])('a value, an earlier one and their change: %s', (_name, styled, earlier, value, text) => {
  const style = changeStyle(styled, value, earlier, 'fr', false);
  const shown = `${style.text(earlier)} → ${style.text(value)} (${style.change(value, earlier).text})`;
  expect(shown.replaceAll(/\s/g, ' ')).toBe(text);
});

test('the live cell of a change in seconds shows its unit', () => {
  const live = { value: 'A1', previous: 'A2' };
  const figure = valueStyle(kpi('seconds', 'lower', 30), 28, 'en').change(26, 28.4, live);
  expect(figure).toEqual({
    text: `${M}2${N}s`,
    value: -2,
    numberFormat: `+0"${N}s";"${M}"0"${N}s";"="`,
    formula: '=IFERROR(ROUND(A1-A2,0),"")',
  });
});

/** A figure as a reader takes it from the page: `93,64 %` 93.64, `−0:12` −12, `=` 0. */
const asRead = (text: string): number => {
  const [, sign, minutes, digits = '0'] = /^([+−]?)(?:(\d+):)?([\d,]*)/.exec(text.replaceAll(/\s/g, '')) ?? [];
  const size = Number(minutes ?? 0) * 60 + Number(digits.replace(',', '.'));
  return sign === M ? -size : size;
};

/** The same draws every time (a linear congruential generator). */
const draws = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
};

describe.each([
  ['a rate', held('percent', 'higher', 0.9, 0.8), 0.7, 1],
  ['a small rate', held('percent', 'lower', 0.05, 0.08), 0.03, 0.1],
  ['a mark', held('score', 'higher', 4.2, 3.8), 3.6, 4.4],
  ['an index', held('index', 'higher', 30, 20), -40, 60],
  ['a quotient', held('index', 'higher', 0.95, 0.9), 0.85, 1.1],
  ['minutes and seconds', held('seconds', 'lower', 405, 450), 380, 470],
  ['seconds', held('seconds', 'lower', 30, 45), 20, 50],
])('%s drawn at random', (_name, styled, low, high) => {
  const drawn = draws(7);
  const values = Array.from({ length: 400 }, () => low + (high - low) * drawn());

  test.each([true, false])('its printed change is the difference of the printed figures (key figure: %s)', (isKey) => {
    for (const [index, value] of values.entries()) {
      const earlier = values[index + 1] ?? low;
      const style = changeStyle(styled, value, earlier, 'fr', isKey);
      const [now, before, change] = [style.text(value), style.text(earlier), style.change(value, earlier).text];
      expect([now, before, asRead(change)]).toEqual([now, before, expect.closeTo(asRead(now) - asRead(before), 6)]);
    }
  });

  test('it is as printed at the level that it has', () => {
    // Minutes and seconds have no decimals to tell 6:45 from 6:45.
    if (styled.unit === 'seconds' && (styled.objective ?? 0) >= 60) return;
    const scale = styled.unit === 'percent' ? 100 : 1;
    // Two decimals more than usual, and no more, tell a figure from its bound.
    for (const value of values.map((exact) => Math.round(exact * scale * 100) / 100 / scale)) {
      const printed = asRead(valueStyle(styled, value, 'fr').text(value)) / scale;
      expect([value, statusOf(printed, styled)]).toEqual([value, statusOf(value, styled)]);
    }
  });
});
