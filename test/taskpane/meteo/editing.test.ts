import type { DraftedTexts, MeteoEdits } from '../../../src/core/meteo/edits';
import { readEdits } from '../../../src/core/meteo/edits';
import type { FactProposal } from '../../../src/core/meteo/proposals';
import {
  askingWeather,
  factOf,
  textOf,
  typedTexts,
  withAction,
  withAdded,
  withAddedAt,
  withFact,
  withPlanned,
  withReason,
  withText,
  withWeather,
} from '../../../src/taskpane/meteo/editing';

const drafted: DraftedTexts = {
  message: 'Éclaircies : tout tient.',
  keyTitle: 'taux de décroché',
  chartTitle: 'Le taux monte',
  seasonality: 'Lundi est haut.',
  anticipation: '',
  check: '',
};
const record: FactProposal = {
  id: 'record.in_offered',
  origin: 'record',
  list: 'highlights',
  place: { sheet: 'Suivi', cell: 'B311' },
  date: 46_340,
  text: 'Deux lundis records.',
  kept: true,
};
const oneDay: FactProposal = { ...record, id: 'day.in_abandon', origin: 'day', text: 'Seuil franchi samedi.', kept: false };

test.each<[string, MeteoEdits, MeteoEdits]>([
  ['a message', withText({}, 'message', 'Tout va.', drafted), { message: 'Tout va.' }],
  ['the drafted message again', withText({ message: 'Tout va.' }, 'message', drafted.message, drafted), {}],
  ['a title left out', withText({}, 'keyTitle', '', drafted), { keyTitle: '' }],
  ['a line under the table', withText({}, 'seasonality', 'Mardi.', drafted), { readings: { seasonality: 'Mardi.' } }],
  [
    'one of two lines as drafted',
    withText({ readings: { seasonality: 'Mardi.', check: 'Vu.' } }, 'seasonality', drafted.seasonality, drafted),
    { readings: { check: 'Vu.' } },
  ],
  ['the last one as drafted', withText({ readings: { check: 'Vu.' } }, 'check', '', drafted), {}],
  ['a fact unticked', withFact({}, record, { kept: false }), { facts: { 'record.in_offered': { kept: false } } }],
  ['ticked again', withFact(withFact({}, record, { kept: false }), record, { kept: true }), {}],
  [
    'a fact in other words, then unticked: the words stay',
    withFact(withFact({}, record, { text: 'Record.', kept: true }), record, { kept: false }),
    { facts: { 'record.in_offered': { kept: false, text: 'Record.' } } },
  ],
  ['its own words again', withFact(withFact({}, record, { text: 'Record.' }), record, { text: record.text }), {}],
  ['a fact that does not matter, ticked', withFact({}, oneDay, { kept: true }), { facts: { 'day.in_abandon': { kept: true } } }],
  ['an activity unticked', withPlanned({}, 'planned.1', false), { planned: { 'planned.1': false } }],
  ['and ticked again', withPlanned({ planned: { 'planned.1': false } }, 'planned.1', true), {}],
  ['a worse level', withWeather({}, 'rain', 'cloudy'), { weather: { weather: 'rain', reason: '' } }],
  ['its reason', withReason(withWeather({}, 'rain', 'cloudy'), 'Panne'), { weather: { weather: 'rain', reason: 'Panne' } }],
  [
    'another level keeps the reason',
    withWeather({ weather: { weather: 'rain', reason: 'Panne' } }, 'storm', 'cloudy'),
    { weather: { weather: 'storm', reason: 'Panne' } },
  ],
  ['the computed level again', withWeather({ weather: { weather: 'rain', reason: 'Panne' } }, 'cloudy', 'cloudy'), {}],
  ['a reason without another level', withReason({}, 'Panne'), {}],
  ['an action begun', withAction({}, { role: 'Superviseur' }), { action: { text: '', role: 'Superviseur', due: null } }],
  ['an action emptied', withAction({ action: { text: 'Renfort', role: '', due: null } }, { text: ' ' }), {}],
])('%s', (_name, edits, expected) => {
  expect(edits).toEqual(expected);
  expect(readEdits(JSON.stringify(edits))).toEqual(expected);
});

test('facts of one’s own: added in order, put otherwise, removed', () => {
  const two = withAdded(withAdded({}, { kind: 'team', text: 'Deux arrivées', date: 1 }), {
    kind: 'planned',
    text: 'Bascule',
    date: 2,
  });
  expect(withAddedAt(two, 0, 'Trois arrivées').added?.map(({ text }) => text)).toEqual(['Trois arrivées', 'Bascule']);
  expect(withAddedAt(two, 1, null).added?.map(({ text }) => text)).toEqual(['Deux arrivées']);
  expect(withAddedAt(withAddedAt(two, 1, null), 0, null)).toEqual({});
});

test('all that was typed can be copied, and nothing else', () => {
  const edits: MeteoEdits = {
    message: 'Tout va.',
    weather: { weather: 'rain', reason: 'Panne' },
    facts: { a: { kept: false }, b: { kept: true, text: 'Record.' } },
    added: [{ kind: 'team', text: 'Deux arrivées', date: 1 }],
    action: { text: 'Renfort', effect: 'moins d’attente', role: '', due: null },
  };
  expect(typedTexts(edits)).toBe('Tout va.\nPanne\nRecord.\nDeux arrivées\nRenfort\nmoins d’attente');
  expect(typedTexts({})).toBe('');
});

test('a field shows a person’s words, else the drafted ones', () => {
  expect(textOf({ readings: { check: 'Vu.' } }, 'check', drafted)).toBe('Vu.');
  expect(textOf({ message: '' }, 'message', drafted)).toBe('');
  expect(textOf({}, 'chartTitle', drafted)).toBe('Le taux monte');
});

test('a new draft of a fact does not overwrite what was made of it', () => {
  const edits = withFact({}, record, { text: 'Record.', kept: true });
  expect(factOf(edits, { ...record, text: 'Trois lundis records.', kept: false })).toEqual({ kept: true, text: 'Record.' });
  expect(factOf({}, { ...record, text: 'Trois lundis records.' }).text).toBe('Trois lundis records.');
});

test.each([
  ['the computed one', 'fog', undefined, 'fog'],
  ['a worse one that is printed instead', 'cloudy', 'storm', 'storm'],
  ['the computed one, though a better one that needs none is printed', 'cloudy', 'bright', 'cloudy'],
] as const)('the state that asks for an action: %s', (_name, computed, printed, asking) => {
  const edits: MeteoEdits = printed === undefined ? {} : { weather: { weather: printed, reason: '' } };
  expect(askingWeather(computed, edits)).toBe(asking);
});
