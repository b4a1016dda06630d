import { pick, REMARKS, round, value, type Facts, type Field } from './facts';
import { FIELDS } from './dayFields';

const hour = ({ day }: Facts): number => day % 1;

/** Columns of logs with one row a call or a ticket. */
export const EVENT_FIELDS = {
  id: {
    fr: ['N° ticket', 'Référence', 'ID appel', 'Numéro de dossier'],
    en: ['Ticket ID', 'Call Id', 'Reference', 'Case number'],
    types: ['identifier'],
    cell: value(({ index }) => `INC${String(48_210 + index)}`),
  },
  number: {
    fr: ['N°', 'Numéro', 'ID'],
    en: ['No', 'Number', 'ID'],
    types: ['identifier'],
    cell: value(({ index }) => 10_400 + index),
  },
  agent: FIELDS.agent,
  topic: {
    fr: ['Motif', 'Catégorie', "Type d'appel"],
    en: ['Topic', 'Category', 'Reason'],
    types: ['category'],
    cell: value(({ random }, language) =>
      pick(
        random,
        language === 'fr' ? ['Facture', 'Contrat', 'Panne', 'Résiliation'] : ['Billing', 'Contract', 'Outage', 'Other'],
      ),
    ),
  },
  priority: {
    fr: ['Priorité', 'Criticité'],
    en: ['Priority', 'Severity'],
    types: ['category'],
    cell: value(({ random }) => pick(random, ['P1', 'P2', 'P3', 'P3', 'P4'])),
  },
  status: {
    fr: ['Statut', 'État'],
    en: ['Status', 'State'],
    types: ['category'],
    cell: value(({ random }, language) =>
      pick(
        random,
        language === 'fr' ? ['Résolu', 'Résolu', 'Ouvert', 'En attente'] : ['Resolved', 'Resolved', 'Open', 'Pending'],
      ),
    ),
  },
  answered: {
    fr: ['Décroché (O/N)', 'Traité', 'Répondu'],
    en: ['Answered (Y/N)', 'Answered', 'Resolved'],
    types: ['category'],
    cell: value(({ random }, language) => (random.next() < 0.86 ? (language === 'fr' ? 'O' : 'Y') : 'N')),
  },
  seconds: {
    fr: ['Durée (s)', "Temps d'attente (s)", 'Durée en secondes'],
    en: ['Duration (sec)', 'Wait time (s)', 'Speed of answer in seconds'],
    types: ['duration'],
    cell: value(({ random, index }) => (index % 9 === 4 ? '' : Math.round(20 + random.next() * 560))),
  },
  clock: {
    fr: ['Durée', 'Temps de communication'],
    en: ['Duration', 'Talk duration'],
    types: ['duration'],
    cell: value(({ random }) => (60 + random.next() * 900) / 86_400, '[h]:mm:ss'),
  },
  minutes: {
    fr: ['Durée (min)', 'Temps de résolution (min)'],
    en: ['Duration (min)', 'Resolution time (minutes)'],
    types: ['duration'],
    cell: value(({ random }) => round(2 + random.next() * 90, 1)),
  },
  time: {
    fr: ['Heure', "Heure d'appel"],
    en: ['Time', 'Call time'],
    types: ['time'],
    cell: value(hour, 'hh:mm'),
  },
  score: {
    fr: ['Note de satisfaction', 'Satisfaction', 'CSAT'],
    en: ['Satisfaction rating', 'CSAT', 'Rating'],
    types: ['number'],
    cell: value(({ random, index }) => (index % 4 === 1 ? '' : 1 + Math.floor(random.next() * 5))),
  },
  amount: {
    fr: ['Montant', 'Montant facturé (€)', 'CA'],
    en: ['Amount', 'Purchase Amount', 'Order value ($)'],
    types: ['amount'],
    cell: value(({ random }) => round(20 + random.next() * 200, 2), '#,##0.00'),
  },
  summary: {
    fr: ['Objet', 'Description'],
    en: ['Subject', 'Description'],
    types: ['text'],
    cell: value(({ index }, language) =>
      language === 'fr'
        ? `Demande n° ${String(index + 3)} : ${REMARKS.fr[index % 4] ?? ''}`
        : `Request ${String(index + 3)}: ${REMARKS.en[index % 4] ?? ''}`,
    ),
  },
  closed: {
    fr: ['Date de clôture', 'Clôturé le'],
    en: ['Closed on', 'Closing date'],
    types: ['date'],
    cell: value(({ day, index }) => (index % 5 === 3 ? '' : Math.floor(day) + 1 + (index % 4)), 'dd/mm/yyyy'),
  },
} satisfies Record<string, Field>;
