import { axisFormat, inMillions, scaleOfFormat, textsOfFormat } from '../../../src/core/words/largeNumbers';

const N = '\u202f';
const EURO = { sign: '€', multiple: '' } as const;
const K_EURO = { sign: '€', multiple: 'k' } as const;

test('an interval says the size at both ends where the sign stands in front', () => {
  const ends = (language: 'fr' | 'en') => inMillions(12_500_000, language, { currency: EURO })?.bare(12_500_000);
  expect([ends('fr'), ends('en')]).toEqual(['12,5', '€12.5M']);
});

test.each([
  ['a count that fits prints in full', 9_999_999, undefined, 'fr', null, null],
  ['millions of calls', 12_480_000, undefined, 'fr', `12,5${N}M`, `#,##0.0,,"${N}M"`],
  ['more than a milliard', 1_155_720_159, undefined, 'fr', `1${N}156${N}M`, `#,##0,,"${N}M"`],
  ['euros', 1_847_001, EURO, 'fr', `1,85${N}M€`, `#,##0.00,,"${N}M€"`],
  ['euros in English', 1_847_001, EURO, 'en', '€1.85M', '"€"#,##0.00,,"M"'],
  ['a loss', -12_500_000, EURO, 'fr', `−12,5${N}M€`, `#,##0.0,,"${N}M€"`],
  ['dollars', 59_025_000, { sign: '$', multiple: '' }, 'fr', `59,0${N}M$`, `#,##0.0,,"${N}M$"`],
  ['dollars in English', 59_025_000, { sign: '$', multiple: '' }, 'en', '$59.0M', '"$"#,##0.0,,"M"'],
  ['a code in English', 59_025_000, { sign: 'CHF', multiple: '' }, 'en', `CHF${N}59.0M`, `"CHF${N}"#,##0.0,,"M"`],
  ['what is counted in thousands is told in milliards', 1_847_001, K_EURO, 'fr', `1,85${N}Md€`, `#,##0.00,,"${N}Md€"`],
  ['billions in English', 1_847_001, K_EURO, 'en', '€1.85bn', '"€"#,##0.00,,"bn"'],
  ['there is no sign beyond milliards', 1_847_001, { sign: '€', multiple: 'M' }, 'fr', null, null],
] as const)('%s', (_name, value, currency, language, text, numberFormat) => {
  const scaled = inMillions(value, language, { currency });
  expect(scaled?.text(value) ?? null).toBe(text);
  expect(scaled?.numberFormat ?? null).toBe(numberFormat);
});

test.each([
  ['four figures', [1_200, 9_800], undefined, null],
  ['hundreds of thousands', [120_000, 300_000], undefined, `#,##0,"${N}k"`],
  ['euros sooner, their sign takes room', [12_000, 30_000], EURO, `#,##0,"${N}k€"`],
  ['and what is below zero', [-62_000], undefined, `#,##0,"${N}k"`],
  ['nearly a million', [920_000], EURO, `#,##0.0,,"${N}M€"`],
  ['thousands of euros', [12_000, 30_000], K_EURO, `#,##0,"${N}M€"`],
] as const)('an axis of %s', (_name, values, currency, format) => {
  expect(axisFormat(values, currency, 'fr')).toBe(format);
});

test.each([
  ['#,##0', 1, '', ''],
  [`#,##0.0,,"${N}M"`, 1e6, '', `${N}M`],
  ['"€"#,##0,"k"', 1e3, '€', 'k'],
  [`#,##0"${N}€"`, 1, '', `${N}€`],
  ['+0;"−"0;0', 1, '', ''],
])('the format %s', (format, scale, before, after) => {
  expect([scaleOfFormat(format), textsOfFormat(format)]).toEqual([scale, { before, after }]);
});
