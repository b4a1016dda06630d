import type { FlashContext } from '../../../src/core/flash/point';
import { flashPoint } from '../../../src/core/flash/point';
import { causeSentence, flashCaption, flashText, flashTitle, isComputedCause, outlookText } from '../../../src/core/flash/text';
import { at, context, share } from './flashContext';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const VALUES = [812, 714, 559];

const lines = (more: Partial<FlashContext> = {}, action = '', values: (number | null)[] = VALUES): string[] =>
  plain(flashText(flashPoint(context(more), values), action)).split('\n');

test('in French', () => {
  expect(lines({}, '3 conseillers basculés jusqu’à 17 h')).toEqual([
    'Hexalis, lundi 23/11, point de 15 h',
    'Appels reçus 812 (prévu 725, 112 %)',
    'Taux de décroché 87,9 % ▲ objectif 90 %, il faut 93,9 % des 428 à venir',
    'Niveau de service 68,8 % ✖ objectif 80 %, hors d’atteinte (79,6 % au mieux)',
    'Cause : volume à 112 % de la prévision, pas un problème d’organisation',
    'Action : 3 conseillers basculés jusqu’à 17 h',
    'Prochain point : 18 h',
  ]);
});

test('in English', () => {
  expect(lines({ language: 'en' }, 'three people moved until 17:00')).toEqual([
    'Hexalis, Monday 23 Nov, 15:00 point',
    'Appels reçus 812 (forecast 725, 112%)',
    'Taux de décroché 87.9% ▲ target 90%, needs 93.9% of the 428 to come',
    'Niveau de service 68.8% ✖ target 80%, out of reach (79.6% at best)',
    'Cause: volume at 112% of forecast, not a problem of organisation',
    'Action: three people moved until 17:00',
    'Next point: 18:00',
  ]);
});

test.each<[string, Partial<FlashContext>, number, string | undefined]>([
  ['without a client, the day begins', { client: '' }, 0, 'Lundi 23/11, point de 15 h'],
  ['a forecast by the clock says so', { basis: 'clock' }, 1, 'Appels reçus 812 (prévu au prorata de l’heure 725, 112 %)'],
  [
    'without forecast, the volume alone',
    { basis: null, counts: context().counts.map((count) => ({ ...count, expected: null, rest: null })) },
    1,
    'Appels reçus 812',
  ],
  ['the next point on another day', { next: at(24 + 10.5) }, 5, 'Prochain point : mardi 24/11, 10 h 30'],
  ['a half hour', { moment: at(10.5) }, 0, 'Hexalis, lundi 23/11, point de 10 h 30'],
  ['no next point where none is due', { next: null }, 5, undefined],
  [
    'the slot since the point before',
    { since: at(10.5), counts: context().counts.map((count, index) => ({ ...count, before: [400, 380, 330][index] ?? null })) },
    4,
    'Depuis 10 h 30 : Taux de décroché 81,1 %, Niveau de service 55,6 %',
  ],
  [
    'a threshold that nobody confirmed',
    { kpis: [{ ...share('a', 'QS', 0.9, 0.8, 1), kpi: { ...share('a', 'QS', 0.9, 0.8, 1).kpi, thresholdsProposed: true } }] },
    2,
    'QS 87,9 % ▲ seuil proposé 90 %, il faut 93,9 % des 428 à venir',
  ],
  [
    'a rate to keep low',
    {
      kpis: [
        {
          kpi: { ...share('a', 'Abandon', 0.05, 0.8, 1).kpi, direction: 'lower', thresholds: { green: 0.05, amber: 0.08 } },
          top: 1,
          bottom: 0,
        },
      ],
    },
    2,
    'Abandon 87,9 % ✖ objectif 5 % au plus, hors d’atteinte (57,6 % au mieux)',
  ],
])('%s', (_, more, line, expected) => {
  expect(lines(more)[line]).toBe(expected);
});

test('a figure that holds its target says no more', () => {
  expect(lines({}, '', [812, 760, 700])[2]).toBe('Taux de décroché 93,6 % ✔ objectif 90 %');
});

test('a cause that somebody typed stands; one that was computed at another pace does not', () => {
  const typed = { values: null, cause: 'panne du menu vocal', action: '' };
  expect(lines({ kept: typed })).toContain('Cause : panne du menu vocal');
  const old = 'volume à 131\u202f% de la prévision, pas un problème d’organisation';
  expect(isComputedCause(old)).toBe(true);
  expect(isComputedCause(typed.cause)).toBe(false);
  expect(lines({ kept: { values: null, cause: old, action: '' } })).toContain(
    'Cause : volume à 112 % de la prévision, pas un problème d’organisation',
  );
});

test.each<['fr' | 'en', string, string, string]>([
  [
    'fr',
    'Pour finir à 90 % : 93,9 % des 428 à venir',
    '80 % est hors d’atteinte : au mieux 79,6 %',
    'Volume à 112 % de la prévision : ce n’est pas un problème d’organisation.',
  ],
  [
    'en',
    'To end at 90%: 93.9% of the 428 to come',
    '80% is out of reach: 79.6% at best',
    'Volume at 112% of forecast: this is not a problem of organisation.',
  ],
])('sentences of the pane in %s', (language, first, second, cause) => {
  const point = flashPoint(context(), VALUES);
  expect(point.results.map((result) => plain(outlookText(result, language)))).toEqual([first, second]);
  expect(plain(causeSentence(point, language) ?? '')).toBe(cause);
});

test('what is not missed is told beside what it is held to', () => {
  const [held] = flashPoint(context(), [812, 760, 700]).results;
  if (!held) throw new Error('no result');
  expect(plain(outlookText(held, 'fr'))).toBe('objectif ≥ 90 %');
});

test('head of the pane', () => {
  expect(plain(flashTitle(at(15), 'fr'))).toBe('Point flash de 15 h');
  expect(plain(flashCaption(context(), 'fr'))).toBe('Lundi 23/11, cumul depuis l’ouverture (8 h)');
  expect(plain(flashCaption(context({ opening: null }), 'en'))).toBe('Monday 23 Nov, total since opening');
});
