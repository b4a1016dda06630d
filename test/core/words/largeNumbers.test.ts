import { axisFormat, inMillions, scaleOfFormat, textsOfFormat } from '../../../src/core/words/largeNumbers';

const N = '\u202f';

test.each([
  ['a count that fits prints in full', 9_999_999, '', 'fr', null, null],
  ['millions of calls', 12_480_000, '', 'fr', `12,5${N}M`, `#,##0.0,,"${N}M"`],
  ['more than a milliard', 1_155_720_159, '', 'fr', `1${N}156${N}M`, `#,##0,,"${N}M"`],
  ['euros', 1_847_001, '€', 'fr', `1,85${N}M€`, `#,##0.00,,"${N}M€"`],
  ['euros in English', 1_847_001, '€', 'en', '€1.85M', '"€"#,##0.00,,"M"'],
  ['a loss', -12_500_000, '€', 'fr', `−12,5${N}M€`, `#,##0.0,,"${N}M€"`],
] as const)('%s', (_name, value, unit, language, text, numberFormat) => {
  const scaled = inMillions(value, unit, language);
  expect(scaled?.text(value) ?? null).toBe(text);
  expect(scaled?.numberFormat ?? null).toBe(numberFormat);
});

test.each([
  ['four figures', [1_200, 9_800], '', null],
  ['hundreds of thousands', [120_000, 300_000], '', `#,##0,"${N}k"`],
  ['euros sooner, their sign takes room', [12_000, 30_000], '€', `#,##0,"${N}k€"`],
  ['and what is below zero', [-62_000], '', `#,##0,"${N}k"`],
  ['nearly a million', [920_000], '€', `#,##0.0,,"${N}M€"`],
] as const)('an axis of %s', (_name, values, unit, format) => {
  expect(axisFormat(values, unit, 'fr')).toBe(format);
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
