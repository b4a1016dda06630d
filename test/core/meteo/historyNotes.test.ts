import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language, MeteoContent } from '../../../src/core/meteo/content';
import { valueOf } from '../grid';
import { laidOut, only } from './laidOut';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

const contentOf = (weeks: number, language: Language = 'fr', ids?: readonly string[]): MeteoContent => {
  const input = syntheticInput(inboundDays(ISSUED - 7 * weeks), { language });
  const kpis = input.kpis.filter(({ kpi }) => ids?.includes(kpi.id) ?? true);
  return valueOf(composeMeteo({ ...input, kpis })).content;
};
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

/** What the page prints of its rows’ projections, by the end of the text's name. */
const printed = (content: MeteoContent): Record<string, string> =>
  Object.fromEntries(
    only(laidOut(content), 'text').flatMap(({ id, lines }) =>
      /^green\.row\..*\.(projection|interval|historyNote)$/.test(id) ? [[id.slice(10), plain(lines.join(' '))]] : [],
    ),
  );

test.each<[Language, string, string]>([
  ['fr', 'historique insuffisant', 'Projection « – » : historique insuffisant.'],
  ['en', 'not enough history', 'Projection “–”: not enough history.'],
])('what all rows lack is said once, and each prints a dash, in %s', (language, note, sentence) => {
  const content = contentOf(9, language);
  expect(content.green.rows.map(({ historyNote }) => historyNote)).toEqual([note, note, note]);
  expect(plain(content.green.chart.note).split(sentence)).toHaveLength(2);
  expect(printed(content)).toEqual({
    'in_offered.projection': '–',
    'in_abandon_rate.projection': '–',
    'in_aht.projection': '–',
  });
});

test('what a single row lacks stands in its place', () => {
  const content = contentOf(9, 'fr', ['in_qs', 'in_aht']);
  expect(content.green.chart.note).not.toContain('–');
  expect(printed(content)).toEqual({ 'in_aht.historyNote': 'historique insuffisant' });
});

test('with history enough nothing is said of it', () => {
  const content = contentOf(60);
  expect(content.green.chart.note).not.toContain('« – »');
  expect(Object.keys(printed(content)).some((id) => id.endsWith('historyNote'))).toBe(false);
});
