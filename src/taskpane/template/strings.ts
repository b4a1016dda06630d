import type { Language } from '../../core/meteo/content';
import type { TemplateDomain } from '../../core/template/domains';

/** Every text of the page that starts from a template. */
export type TemplateStrings = {
  title: string;
  caption: string;
  domains: Readonly<Record<TemplateDomain, { name: string; about: string }>>;
  examples: string;
  create: string;
  running: string;
  note: string;
  back: string;
};

const fr: TemplateStrings = {
  title: 'Que suivez-vous pour ce client\u202f?',
  caption: 'Seules les feuilles qui manquent sont ajoutées\u202f; les vôtres ne changent pas.',
  domains: {
    inbound: { name: 'Appels entrants', about: 'Reçus, traités, abandonnés, attente, durées' },
    outbound: { name: 'Appels sortants', about: 'Fiches, contacts, argumentés, ventes' },
    it: { name: 'Services informatiques', about: 'Tickets, GTI et GTR, SLA, unités d’œuvre' },
    project: { name: 'Projet', about: 'Budget, consommé, reste à faire, jalons' },
    references: { name: 'Références client', about: 'Engagées, terminées, utilisations en avant-vente' },
  },
  examples: 'Avec des lignes d’exemple, supprimées ensuite en un clic',
  create: 'Créer ces feuilles',
  running: 'Écriture du modèle',
  note: 'Tout est modifiable ensuite dans les feuilles.',
  back: 'Retour\u00a0: Accueil',
};

const en: TemplateStrings = {
  title: 'What do you track for this client?',
  caption: 'Only missing sheets are added; yours do not change.',
  domains: {
    inbound: { name: 'Inbound calls', about: 'Offered, answered, abandoned, waiting and handling times' },
    outbound: { name: 'Outbound calls', about: 'Records, contacts, pitches, sales' },
    it: { name: 'IT services', about: 'Tickets, response and repair times, SLA, work units' },
    project: { name: 'Project', about: 'Budget, actuals, remaining work, milestones' },
    references: { name: 'Customer references', about: 'Committed, completed, used in pre-sales' },
  },
  examples: 'Add example rows (one click deletes them)',
  create: 'Create these sheets',
  running: 'Writing the template…',
  note: 'Everything can be changed in the sheets afterwards.',
  back: 'Back: Home',
};

export const templateStrings: Readonly<Record<Language, TemplateStrings>> = { fr, en };
