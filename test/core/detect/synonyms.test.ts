import { measureOfHeader } from '../../../src/core/detect/synonyms';

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
