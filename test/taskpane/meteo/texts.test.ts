import { meteoStrings } from '../../../src/taskpane/meteo/strings';

test.each([
  ['fr', '04/11, 05/11…', '6 jours sans donnée\u00a0: 04/11, 05/11… Sous 90\u202f%, la météo est Brouillard.'],
  ['fr', '04/11, 05/11', '6 jours sans donnée\u00a0: 04/11, 05/11. Sous 90\u202f%, la météo est Brouillard.'],
  ['en', '4 Nov, 5 Nov…', '6 days without data: 4 Nov, 5 Nov… Below 90%, the météo is Fog.'],
] as const)('%s: days without data end in one stop: %s', (language, days, text) => {
  expect(meteoStrings[language].fog(6, days)).toBe(text);
});

test('the field of a required action and the dock name the state that asks for it', () => {
  const { state, wanting } = meteoStrings.fr;
  expect(state.actionNeeded('Brouillard')).toBe('Action, obligatoire pour l’état Brouillard');
  expect(wanting.body.action('Brouillard')).toContain('«\u202fBrouillard\u202f» demande une action');
  expect(meteoStrings.en.state.actionNeeded('Fog')).toBe('Action, required: Fog');
  expect(meteoStrings.en.wanting.body.action('Fog')).toContain('“Fog” asks for an action');
});

test.each(['fr', 'en'] as const)('%s: whatever is missing, the dock says under which section it is', (language) => {
  const { wanting, section } = meteoStrings[language];
  for (const body of Object.values(wanting.body)) expect(body('')).toContain(section.state);
});
