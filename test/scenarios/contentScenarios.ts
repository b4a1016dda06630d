import { action, complaint, happened, ordinaryJournal, planned, thirteenth } from './entries';
import type { Scenario } from './scenario';
import { calls, ISSUED } from './service';

const history = [thirteenth];
const good = calls({ weeks: 110, answered: () => 0.95, abandoned: () => 0.02 });
const usual = calls({ weeks: 110, abandoned: (week) => (week < 3 ? 0.06 : 0.045) });
const many = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));

const fullYellow = [
  ...many(8, (i) =>
    happened('highlight', 12 - i, `fait marquant numéro ${i + 1}, dit en assez de mots pour prendre deux lignes`),
  ),
  ...many(5, (i) => happened('team', 10 - i, `changement d’équipe numéro ${i + 1}`)),
  ...many(2, (i) => complaint(6 + i, `insatisfaction ouverte numéro ${i + 1}, qui demande une réponse`)),
  ...many(4, (i) => happened('dissatisfaction', 4 + i, `insatisfaction traitée numéro ${i + 1}`)),
];
const fullBlue = [
  ...many(6, (i) => planned(1 + 2 * i, `activité prévue à court terme numéro ${i + 1}`)),
  ...many(5, (i) => planned(20 + 9 * i, `activité prévue à moyen terme numéro ${i + 1}`)),
  ...many(3, (i) => action(5 + i, `action numéro ${i + 1}`, 'effet attendu', 'responsable de plateau')),
];
const english = {
  language: 'en',
  settings: { client: 'Harbour Mutual', contract: 'Member services – inbound calls', provider: 'Atlantic Customer Care' },
} as const;
const englishCalls = calls({ language: 'en', weeks: 110, abandoned: (week) => (week < 3 ? 0.06 : 0.045) });
const englishJournal = [
  happened('highlight', 11, 'renewal notices sent, first wave: calls up 14% on Monday 16 Nov'),
  happened('highlight', 4, 'case tool slowed down for 25 min, nothing lost'),
  happened('team', 7, '2 trained agents in place, 40 in all'),
  complaint(6, 'waiting too long on Mondays: answer promised by 30 Nov'),
  happened('dissatisfaction', 5, 'reminders sent twice: corrected on 12 Nov'),
  planned(2, 'shorter waiting message, with the delay announced'),
  planned(22, 'second wave of notices: workload plan to agree'),
  action(7, 'reinforce Mondays, 9 to 12', 'abandonment ≤ 5%', 'floor manager'),
];

/** What the provider writes: nothing, a lot, too much, in either language and orientation. */
export const contentScenarios: readonly Scenario[] = [
  { name: 'first', title: 'Première météo, journal vide', sheet: good },
  {
    name: 'empty',
    title: 'Rien n’est rempli : ni journal, ni minutes',
    sheet: calls(),
    minutes: null,
    settings: { printMinutes: false },
  },
  { name: 'fourteenth', title: 'Quatorzième météo', sheet: usual, journal: ordinaryJournal, history },
  {
    name: 'fourteenth-landscape',
    title: 'Quatorzième météo, paysage',
    orientation: 'landscape',
    sheet: usual,
    journal: ordinaryJournal,
    history,
  },
  { name: 'first-landscape', title: 'Première météo, paysage', orientation: 'landscape', sheet: good },
  { name: 'english', title: 'Anglais', ...english, sheet: englishCalls, journal: englishJournal, history },
  {
    name: 'english-landscape',
    title: 'Anglais, paysage',
    ...english,
    orientation: 'landscape',
    sheet: englishCalls,
    journal: englishJournal,
    history,
  },
  { name: 'english-short', title: 'Anglais, peu d’historique', ...english, sheet: calls({ language: 'en', weeks: 6 }) },
  {
    name: 'long-texts',
    title: 'Textes longs',
    sheet: good,
    journal: [
      happened(
        'highlight',
        9,
        'la mise à jour du serveur vocal, reportée deux fois, a été faite dans la nuit du 14 au 15/11 sans coupure ; le temps passé dans le menu est tombé de 48 à 31 secondes',
      ),
      happened(
        'highlight',
        3,
        'le client a présenté ses nouvelles garanties à toute l’équipe ; les fiches d’aide ont été relues, corrigées et mises en ligne le jour même',
      ),
      happened(
        'team',
        5,
        'trois conseillers partis, quatre arrivés, dont deux venus d’une autre prestation et déjà formés aux outils',
      ),
      complaint(4, 'un courtier regrette que sa demande ait été transmise trois fois avant d’obtenir une réponse complète'),
      planned(4, 'essai de rappel automatique pendant les heures de pointe, sur les seuls adhérents qui l’auront demandé'),
      planned(40, 'revue annuelle du contrat avec la direction de la relation avec les adhérents et le service juridique'),
      action(
        7,
        'revoir avec le client les règles de transfert des demandes des courtiers',
        'une seule transmission par demande',
        'responsable de la qualité',
      ),
    ],
    history,
  },
  { name: 'overflow-yellow', title: 'Cadre jaune trop plein', sheet: good, journal: fullYellow, history },
  { name: 'overflow-blue', title: 'Cadre bleu trop plein', sheet: good, journal: fullBlue, history },
  { name: 'overflow-all', title: 'Tout est trop plein', sheet: usual, journal: [...fullYellow, ...fullBlue], history },
  {
    name: 'overflow-landscape',
    title: 'Tout est trop plein, paysage',
    orientation: 'landscape',
    sheet: usual,
    journal: [...fullYellow.slice(0, 14), ...fullBlue.slice(0, 12)],
    history,
  },
  {
    name: 'private',
    title: 'Lignes que le client ne voit pas',
    sheet: good,
    journal: ordinaryJournal.map((entry, i) => ({ ...entry, visible: i % 3 === 0 })),
    history,
  },
  {
    name: 'all-private',
    title: 'Aucune ligne visible',
    sheet: good,
    journal: ordinaryJournal.map((entry) => ({ ...entry, visible: false })),
    history,
  },
  {
    name: 'made-again',
    title: 'Faite à nouveau avant l’envoi',
    sheet: usual,
    journal: ordinaryJournal,
    history: [
      thirteenth,
      {
        ...thirteenth,
        number: 14,
        start: ISSUED - 14,
        last: ISSUED - 1,
        period: '2026-S46–2026-S47',
        issued: ISSUED,
        sent: null,
        sheet: 'Météo 2026-11-23',
      },
    ],
  },
  {
    name: 'own-message',
    title: 'Message écrit par une personne',
    sheet: good,
    edits: { message: 'Quinzaine calme : tous les engagements sont tenus, et l’équipe est au complet pour les fêtes.' },
    history,
  },
  { name: 'weekly', title: 'Toutes les semaines', sheet: usual, settings: { cadence: 7 }, journal: ordinaryJournal },
  {
    name: 'new-year',
    title: 'À cheval sur deux années',
    sheet: calls({ end: ISSUED + 49 }),
    issued: ISSUED + 49,
    journal: [planned(52, 'vœux au client'), planned(60, 'comité de suivi')],
  },
];
