import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoEdits } from '../../../src/core/meteo/edits';
import type { Language } from '../../../src/core/meteo/content';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { valueOf } from '../grid';
import { laidOut, only } from './laidOut';
import { inboundDays, syntheticInput } from './syntheticInput';

const LISTS = ['yellow.highlights', 'yellow.team', 'yellow.dissatisfactions', 'blue.shortTerm', 'blue.mediumTerm'] as const;

/** What each list prints in the place of its items. */
const emptyOf = (
  kept: MeteoInput['kept'],
  language: Language = 'fr',
  edits: MeteoEdits | null = null,
): (string | undefined)[] => {
  const input = syntheticInput(inboundDays(), { language, edits, ...(kept && { kept }) });
  const texts = only(laidOut(valueOf(composeMeteo(input)).content), 'text');
  return LISTS.map((list) => texts.find(({ id }) => id === `${list}.empty`)?.lines.join(' '));
};
const all = (text: string): string[] => LISTS.map(() => text);

test.each<[string, MeteoInput['kept'], Language, string[]]>([
  ['a journal with rows: nothing to report', { journal: true, feedback: false }, 'fr', all('Rien à signaler.')],
  [
    'no journal',
    { journal: false, feedback: false },
    'fr',
    ['Rien à signaler dans les chiffres.', ...all('Aucun journal tenu.').slice(1)],
  ],
  [
    'no journal, in English',
    { journal: false, feedback: false },
    'en',
    ['Nothing to report in the figures.', ...all('No journal is kept.').slice(1)],
  ],
])('lists that hold nothing, %s', (_, kept, language, expected) => {
  expect(emptyOf(kept, language)).toEqual(expected);
});

test('feedback that somebody notes has been looked at, whatever the journal', () => {
  const [, team, dissatisfactions] = emptyOf({ journal: false, feedback: true });
  expect([team, dissatisfactions]).toEqual(['Aucun journal tenu.', 'Rien à signaler.']);
});

test('what a person writes in the pane is a journal that is kept', () => {
  const edits: MeteoEdits = { action: { text: 'Renforcer le lundi', effect: '', role: 'Responsable', due: null } };
  expect(emptyOf({ journal: false, feedback: false }, 'fr', edits).slice(1)).toEqual(all('Rien à signaler.').slice(1));
});

test.each<[Language, RegExp, RegExp]>([
  ['fr', / · établie le.23\/11\/2026$/, / · envoyée le.23\/11\/2026$/],
  ['en', / · issued on.23.Nov.2026$/, / · sent on.23.Nov.2026$/],
])('a page says that it was made, and that it was sent only where it is, in %s', (language, made, sent) => {
  const header = (more: Partial<MeteoInput>): string =>
    valueOf(composeMeteo(syntheticInput(inboundDays(), { language, ...more }))).content.header.period;
  expect(header({})).toMatch(made);
  expect(header({ sent: true })).toMatch(sent);
});
