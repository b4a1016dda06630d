import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoContent, Language, Orientation } from '../../../src/core/meteo/content';
import { meteoSheet } from '../../../src/core/meteo/sheet';
import { previewSvg } from '../../../src/core/meteo/preview';
import { laidOut, only } from './laidOut';
import { inboundDays, inboundKpis, syntheticInput, type Day } from './syntheticInput';

const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

/** A service that nobody has called yet: there are rows, and no rate can be told from them. */
const silent: readonly Day[] = inboundDays().map((day) => ({ ...day, offered: 0, answered: 0, abandoned: 0, handling: 0 }));

const content = (language: Language, orientation: Orientation = 'portrait'): MeteoContent => {
  const composed = composeMeteo(syntheticInput(silent, { kpis: inboundKpis(silent), language, orientation }));
  if (!composed.ok) throw new Error(composed.problem.code);
  return composed.value.content;
};

test.each([
  ['fr', 'Pas de chiffre', 'Non jugé', 'Aucun chiffre en S22–S47 : rien à tracer.'],
  ['en', 'No figure', 'Not rated', 'No figure in W22–47: nothing to draw.'],
] as const)('in %s the green frame says in words that there is no figure', (language, value, status, nothing) => {
  const { green } = content(language);
  expect(green.value).toMatchObject({ text: value, value: null });
  expect(green.status).toEqual({ status: 'none', word: status });
  expect(plain(green.chart.nothing)).toBe(nothing);
  expect(green.chart.note).not.toMatch(/commence|begins/);
});

test.each(['portrait', 'landscape'] as const)('%s draws no chart in its place, nor does the sheet', (orientation) => {
  const page = laidOut(content('fr', orientation));
  expect(only(page, 'chart')).toEqual([]);
  const words = only(page, 'text').find(({ id }) => id === 'green.nothing');
  expect(plain(words?.lines.join(' '))).toBe('Aucun chiffre en S22–S47 : rien à tracer.');
  const head = only(page, 'text').find(({ id }) => id === 'green.head.indicator');
  expect((words?.box.top ?? 0) + (words?.box.height ?? 0)).toBeLessThanOrEqual(head?.box.top ?? 0);
  expect(meteoSheet(page).sheets[0]?.charts).toEqual([]);
  expect(plain(previewSvg(page))).toContain('rien à tracer');
});

test.each(['portrait', 'landscape'] as const)(
  '%s leaves no void under the table: the words stand in the chart’s room',
  (orientation) => {
    const page = laidOut(content('fr', orientation));
    const [words, frame] = [
      only(page, 'text').find(({ id }) => id === 'green.nothing'),
      only(page, 'frame').find(({ id }) => id === 'green'),
    ];
    const inGreen = only(page, 'text').filter(({ id }) => id.startsWith('green.'));
    const end = Math.max(...inGreen.map(({ box }) => box.top + box.height));
    expect((frame?.box.top ?? 0) + (frame?.box.height ?? 0) - end).toBeLessThan(12);
    expect(words?.box.height).toBeGreaterThan(100);
    expect(words?.style).toMatchObject({ align: 'center', vertical: 'center' });
  },
);

test('words in the figure’s place are smaller than a figure is', () => {
  const sizeOf = (of: MeteoContent) => only(laidOut(of), 'text').find(({ id }) => id === 'green.value')?.style.size;
  const composed = composeMeteo(syntheticInput(inboundDays()));
  expect(sizeOf(content('fr'))).toBe(20);
  expect(composed.ok && sizeOf(composed.value.content)).toBe(32);
});

test('a figure of nothing is no news', () => {
  expect(content('fr').yellow.highlights.items.filter(({ text }) => text.includes('–'))).toEqual([]);
});

test('one week with a figure is drawn', () => {
  const days = silent.map((day, index) => (index === silent.length - 1 ? { ...day, offered: 10, answered: 9 } : day));
  const composed = composeMeteo(syntheticInput(days, { kpis: inboundKpis(days) }));
  expect(composed.ok && composed.value.content.green.chart.nothing).toBeUndefined();
});
