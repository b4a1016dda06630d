import type { Domain } from '../kpi/catalogue';
import type { Language } from '../meteo/content';

/** What a template is for. The catalogue calls projects `pso`. */
export type TemplateDomain = 'inbound' | 'outbound' | 'it' | 'project' | 'references';

export const TEMPLATE_DOMAINS: readonly TemplateDomain[] = ['inbound', 'outbound', 'it', 'project', 'references'];

export const CATALOGUE_DOMAIN: Record<TemplateDomain, Domain> = {
  inbound: 'inbound',
  outbound: 'outbound',
  it: 'it',
  project: 'pso',
  references: 'references',
};

/**
 * Measures of each domain's daily rows, in the order in which one types them: what is counted before its share of it. Only
 * raw figures, and all that the domain's default and common KPIs are made of.
 */
export const DOMAIN_MEASURES = {
  inbound: [
    'appels_prevus',
    'appels_recus',
    'appels_traites',
    'appels_traites_sous_seuil',
    'appels_abandonnes',
    'attente_traites_s',
    'attente_max_s',
    'conversation_s',
    'attente_ligne_s',
    'post_appel_s',
    'disponible_s',
    'contacts_mesures',
    'resolus_1er_contact',
    'reponses_enquete',
    'reponses_satisfaites',
  ],
  outbound: [
    'heures_production',
    'fiches_appelees',
    'appels_emis',
    'appels_aboutis',
    'contacts_etablis',
    'refus_immediats',
    'contacts_argumentes',
    'rdv',
    'ventes',
    'annulations',
    'ca_eur',
  ],
  it: [
    'tickets_crees',
    'tickets_resolus',
    'tickets_dans_delai',
    'tickets_rouverts',
    'stock_tickets',
    'tickets_gti_du',
    'tickets_gti_ok',
    'tickets_gtr_du',
    'tickets_gtr_ok',
    'heures_resolution',
    'incidents_p1',
    'minutes_service',
    'minutes_arret',
    'uo_prevues',
    'uo_consommees',
  ],
  project: [
    'budget',
    'consomme',
    'consomme_cumule',
    'raf',
    'valeur_planifiee',
    'valeur_acquise',
    'jalons_echus',
    'jalons_tenus',
    'actions_retard',
    'facture_eur',
    'facture_rattachee_eur',
  ],
  references: [
    'ref_soumises',
    'ref_engagees',
    'ref_terminees',
    'ref_bloquees',
    'ref_pr',
    'sollicitations',
    'sollicitations_acceptees',
    'usages_avant_vente',
    'projets_clos_avec_ref',
    'projets_gagnes',
    'ca_impacte_eur',
  ],
} as const satisfies Record<TemplateDomain, readonly string[]>;

export type TemplateMeasure = (typeof DOMAIN_MEASURES)[TemplateDomain][number];

/** Sheets besides Paramètres, Dictionnaire, Données, Journal and Retours, which every domain has. */
export const hasFlash = (domain: TemplateDomain): boolean => ['inbound', 'outbound', 'it'].includes(domain);
export const hasInvoices = (domain: TemplateDomain): boolean => ['it', 'project'].includes(domain);
export const hasReferences = (domain: TemplateDomain): boolean => domain === 'references';

/** What a domain's rows are split by, as the header of the second column. */
export const ACTIVITY_HEADERS: Record<Language, Record<TemplateDomain, string>> = {
  fr: { inbound: 'Activité', outbound: 'Activité', it: 'Activité', project: 'Lot', references: 'Famille de produits' },
  en: { inbound: 'Activity', outbound: 'Activity', it: 'Activity', project: 'Work package', references: 'Product family' },
};

export const DOMAIN_NAMES: Record<Language, Record<TemplateDomain, string>> = {
  fr: {
    inbound: 'appels entrants',
    outbound: 'appels sortants',
    it: 'services informatiques',
    project: 'projet',
    references: 'références clients',
  },
  en: {
    inbound: 'inbound calls',
    outbound: 'outbound calls',
    it: 'IT services',
    project: 'project',
    references: 'customer references',
  },
};
