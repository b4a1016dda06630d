import { likeness, phrases, wordsOf } from './words';

/**
 * How the measures of the catalogue are headed in the reports of call centres, service desks and projects, in French and
 * in English. Only what people put at the head of a column: the catalogue's own names are matched apart.
 */
const HEADINGS: Record<string, string> = {
  appels_recus:
    'appels recus|appels presentes|appels entrants|recus|presentes|calls offered|offered|calls received|received calls|incoming calls|inbound calls|appels|calls|volume appels|call volume',
  appels_prevus: 'appels prevus|prevision appels|prevision|previsions|forecast calls|calls forecast|forecast|volume prevu',
  appels_traites:
    'appels traites|appels decroches|appels repondus|traites|decroches|appels pris|answered calls|calls answered|answered|handled calls|calls handled|answered y',
  appels_traites_sous_seuil:
    'traites sous seuil|decroches 20 s|traites 20 s|decroches moins 20|appels traites moins 20 s|decroches 30 s|answered within threshold|answered within sla|answered 20 s|answered within 20 s|answered 60 s|sous seuil',
  appels_abandonnes: 'appels abandonnes|abandonnes|abandons|appels perdus|abandoned calls|calls abandoned|abandoned|lost calls',
  appels_transferes: 'appels transferes|transferes|transferts|transferred calls|calls transferred|transfers',
  attente_traites_s:
    'attente cumulee|attente totale|temps attente traites|temps attente|speed answer sec|speed answer|total wait time|wait time|waiting time|attente s|attente',
  attente_max_s: 'attente max|attente maximale|attente maximum|longest wait|max wait|max waiting time|maximum wait',
  conversation_s:
    'conversation|temps conversation|duree conversation|communication|temps communication|talk time|talk duration|total talk time|avg talk duration|conversation s',
  attente_ligne_s: 'mise attente|attente ligne|temps attente ligne|hold time|hold|total hold time',
  post_appel_s: 'post appel|temps post appel|post traitement|after call work|acw|wrap up|wrap up time|wrap time',
  traitement_s:
    'duree traitement|temps traitement|traitement|handle time|handling time|total handle time|duree totale traitement',
  disponible_s: 'temps disponible|disponible|disponibilite agents|available time|idle time|ready time',
  resolus_1er_contact:
    'resolus 1er contact|resolus premier contact|resolved first contact|first contact resolved|resolved|resolus',
  contacts_mesures: 'contacts mesures|contacts evalues|measured contacts',
  reponses_enquete: 'reponses enquete|enquetes|reponses|survey responses|surveys|responses',
  reponses_satisfaites: 'reponses satisfaites|clients satisfaits|satisfaits|satisfied responses|satisfied|satisfied customers',
  note_satisfaction_moy:
    'note satisfaction|satisfaction|csat|satisfaction rating|satisfaction score|customer satisfaction|note client|note moyenne satisfaction',
  promoteurs: 'promoteurs|promoters',
  detracteurs: 'detracteurs|detractors',
  reponses_nps: 'reponses nps|nps responses',
  rappels_7j: 'rappels 7 jours|rappels|reiterations|repeat calls|callbacks 7 days',
  nb_ecoutes: 'ecoutes|evaluations|call reviews|monitored calls',
  note_ecoute_moy: 'note ecoute|note qualite|qualite discours|quality score|call quality',
  heures_payees: 'heures payees|paid hours',
  heures_planifiees: 'heures planifiees|planned hours|scheduled hours',
  heures_conformes: 'heures conformes|adherent hours',
  mails_traites: 'mails traites|emails traites|courriels traites|emails handled|emails answered',
  mails_dans_delai: 'mails dans delai|emails dans delai|emails within sla|emails on time',
  stock_mails: 'stock mails|stock emails|email backlog',
  cout_eur: 'cout|couts|cost|costs',
  appels_emis: 'appels emis|appels sortants|emis|dials|outbound calls|calls made|calls dialed|outgoing calls',
  appels_aboutis: 'appels aboutis|aboutis|connected calls|valid calls',
  fiches_appelees: 'fiches appelees|fiches|records called|leads called',
  contacts_etablis: 'contacts etablis|contacts|joints|calls reached|reached|live contacts|contacts reached',
  contacts_argumentes: 'contacts argumentes|contacts utiles|argumentes|pitched|pitched contacts|useful contacts',
  ventes: 'ventes|accords|contrats signes|sales|deals closed|deals|orders|closed deals',
  rdv: 'rdv|rendez vous|rendez vous pris|appointments|appointments set|meetings booked',
  ca_eur: 'chiffre affaires|ca|ca ht|ca ttc|revenue|purchase amount|deal value $|deal value|turnover|sales amount|montant ventes',
  annulations: 'annulations|retractations|cancellations|cancelled',
  refus_immediats: 'refus immediats|refus|immediate refusals|rejections',
  appels_perdus_automate: 'appels perdus automate|dropped calls|calls dropped',
  heures_production: 'heures production|heures prod|production hours|login hours|heures connectees',
  tickets_crees:
    'tickets crees|tickets ouverts|incidents ouverts|incidents crees|demandes recues|tickets created|tickets opened|created tickets|new tickets|tickets|incidents',
  tickets_resolus:
    'tickets resolus|tickets clos|tickets fermes|incidents resolus|tickets resolved|tickets closed|resolved tickets|closed tickets',
  tickets_dans_delai: 'tickets dans delais|dans delais|resolus dans delai|within sla|sla met|resolved within sla',
  tickets_rouverts: 'tickets rouverts|rouverts|reopened tickets|reopened',
  tickets_resolus_n1: 'resolus n1|resolus niveau 1|resolved level 1|resolved l1',
  tickets_gti_ok: 'gti ok|gti respectee|gti respectees|response sla met',
  tickets_gti_du: 'gti dues|tickets gti|response sla due',
  tickets_gtr_ok: 'gtr ok|gtr respectee|gtr respectees|restore sla met',
  tickets_gtr_du: 'gtr dues|tickets gtr|restore sla due',
  stock_tickets: 'stock tickets|stock|backlog|encours tickets|tickets en cours|open tickets|open backlog',
  incidents_p1: 'incidents p1|p1|incidents majeurs|major incidents|critical incidents',
  heures_resolution: 'heures resolution|temps resolution|delai resolution|resolution time|time to resolve|resolution hours',
  heures_prise_en_charge: 'heures prise charge|temps prise charge|delai prise charge|time to acknowledge|response time',
  interruptions: 'interruptions|pannes|outages',
  minutes_arret: 'minutes arret|indisponibilite|indisponibilite minutes|downtime|downtime minutes',
  minutes_service: 'minutes service|service minutes|agreed service minutes',
  changements: 'changements|changes',
  changements_reussis: 'changements reussis|successful changes',
  livraisons_dues: 'livraisons dues|livraisons prevues|deliveries due',
  livraisons_heure: 'livraisons heure|livraisons temps|deliveries on time|on time deliveries',
  uo_consommees: 'uo consommees|uo|unites oeuvre|work units|units consumed',
  uo_prevues: 'uo prevues|uo commandees|planned units',
  budget: 'budget|budget revise|budget total',
  consomme: 'consomme|realise|actual|actual cost|spent|charge consommee',
  raf: 'raf|reste faire|remaining|estimate complete|remaining work',
  heures_facturables: 'heures facturables|billable hours',
  heures_disponibles: 'heures disponibles|available hours|capacity hours',
  heures_facturees: 'heures facturees|billed hours|invoiced hours',
  facture_eur: 'facture|montant facture|factures|invoiced|invoiced amount|billed',
  jalons_echus: 'jalons echus|milestones due',
  jalons_tenus: 'jalons tenus|milestones met',
  ref_soumises: 'references soumises|soumises|references submitted',
  ref_engagees: 'references engagees|engagees|references committed',
  ref_terminees: 'references terminees|references completed',
  usages_avant_vente: 'utilisations avant vente|avant vente|pre sales uses|presales uses',
  projets_gagnes: 'projets gagnes|affaires gagnees|deals won|projects won',
  sollicitations: 'sollicitations|reference requests',
  sollicitations_acceptees: 'sollicitations acceptees|accepted requests',
};

const TABLE = Object.entries(HEADINGS).map(([measure, list]) => ({ measure, phrases: phrases(list) }));

/** Below this likeness a header says something else. */
const LEAST = 0.6;

/** The measure that a header names best and how sure that is, 0 to 1: `Nb d’appels reçus` is `appels_recus`, 0.95. */
export const measureOfHeader = (header: string): { measure: string; confidence: number } | null => {
  const words = wordsOf(header);
  let best: { measure: string; confidence: number; length: number } | null = null;
  for (const { measure, phrases: list } of TABLE)
    for (const phrase of list) {
      const confidence = likeness(words, phrase);
      if (confidence < LEAST) continue;
      // Of two headings as like, the one that says more wins: `calls answered` over `calls`.
      if (!best || confidence > best.confidence || (confidence === best.confidence && phrase.length > best.length))
        best = { measure, confidence, length: phrase.length };
    }
  if (!best) return null;
  // A single word can mean several things; two that agree hardly can.
  return { measure: best.measure, confidence: Math.min(0.95, best.confidence * (best.length > 1 ? 0.95 : 0.8)) };
};
