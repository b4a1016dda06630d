import { measureHeader, measureOfHeader, MEASURES, natureOf } from '../../../src/core/detect/synonyms';
import { CATALOGUE } from '../../../src/core/kpi/catalogue';

test.each([
  ['Nb d’appels reçus', 'appels_recus'],
  ['APPELS PRÉSENTÉS', 'appels_recus'],
  ['Calls Offered', 'appels_recus'],
  ['Total Calls', 'appels_recus'],
  ['Décrochés', 'appels_traites'],
  ['Décrochés < 20 s', 'appels_traites_sous_seuil'],
  ['Calls answered', 'appels_traites'],
  ['Abandons', 'appels_abandonnes'],
  ['Calls Reached', 'contacts_etablis'],
  ['Deals Closed', 'ventes'],
  ['Deal Value ($)', 'ca_eur'],
  ['CA HT', 'ca_eur'],
  ['Speed of answer in seconds', 'attente_traites_s'],
  ['AvgTalkDuration', 'conversation_s'],
  ['Durée de traitement', 'traitement_s'],
  ['Enquêtes', 'reponses_enquete'],
  ['Clients satisfaits', 'reponses_satisfaites'],
  ['Appels prévus', 'appels_prevus'],
  ['Tickets résolus', 'tickets_resolus'],
  ['Backlog', 'stock_tickets'],
  ['RAF', 'raf'],
  ['Consommé', 'consomme'],
])('%s is %s', (header, measure) => {
  expect(measureOfHeader(header)?.measure).toBe(measure);
});

test.each(['Commentaire', 'Région', 'Débordés', 'Réclamations', 'Machine Setup Waste'])('%s is no measure', (header) => {
  expect(measureOfHeader(header)).toBeNull();
});

test('two words that agree are surer than one', () => {
  const sure = measureOfHeader('Appels reçus')?.confidence ?? 0;
  expect(sure).toBeGreaterThan(measureOfHeader('Appels')?.confidence ?? 1);
});

describe('every measure of the catalogue', () => {
  const used = new Set(
    CATALOGUE.flatMap(({ numerator, denominator }) => `${numerator} ${denominator ?? ''}`.match(/[a-z][a-z0-9_]+/g) ?? []),
  );
  test('has headers', () => {
    expect([...used].filter((measure) => !MEASURES.includes(measure))).toEqual([]);
    expect(used.size).toBe(125);
  });
  test.each(MEASURES)('%s is found by its own French and English header', (measure) => {
    expect(measureOfHeader(measureHeader(measure, 'fr'))).toMatchObject({ measure, exact: true });
    expect(measureOfHeader(measureHeader(measure, 'en'))).toMatchObject({ measure, exact: true });
    expect(natureOf(measure)).not.toBeNull();
  });
});

test.each([
  ['DMT', 'traitement_s'],
  ['DMC', 'conversation_s'],
  ['DPT', 'post_appel_s'],
  ['ASA', 'attente_traites_s'],
  ['AHT (sec)', 'traitement_s'],
  ['ACW', 'post_appel_s'],
  ['NB TICKETS CRÉÉS', 'tickets_crees'],
  ['Nbre de tickets clos', 'tickets_resolus'],
  ['RDV', 'rdv'],
  ['C.A. HT', 'ca_eur'],
  ['UO', 'uo_consommees'],
  ['Incidents P1', 'incidents_p1'],
  ['GTR OK', 'tickets_gtr_ok'],
  ['Encours', 'stock_tickets'],
])('the abbreviation %s is %s', (header, measure) => {
  expect(measureOfHeader(header)?.measure).toBe(measure);
});
