import type { Kpi } from '../../src/core/kpi/kpi';
import { action, complaint, happened, ordinaryJournal, planned, thirteenth } from './entries';
import type { Scenario } from './scenario';
import { calls, ISSUED } from './service';

/** The proposed KPIs confirmed, abandonment a key one too. */
const held = (proposed: readonly Kpi[]): readonly Kpi[] =>
  proposed.map((kpi) => ({ ...kpi, thresholdsProposed: false, key: kpi.key || kpi.id === 'in_abandon_rate' }));

const plan = [action(7, 'renforcer le lundi, 9 h à 12 h', 'taux de décroché ≥ 90 %', 'responsable de plateau')];
const history = [thirteenth];
/** What it is in the last fortnight, and before. */
const lately =
  (now: number, before: number) =>
  (week: number): number =>
    week <= 2 ? now : before;

/** One page for each weather, by what the rules say of the figures, and those where a person says otherwise. */
export const weatherScenarios: readonly Scenario[] = [
  {
    name: 'sun',
    title: 'Soleil',
    sheet: calls({ weeks: 110, answered: () => 0.95, abandoned: () => 0.02 }),
    journal: ordinaryJournal.slice(0, 6),
    history,
  },
  {
    name: 'bright',
    title: 'Éclaircies : une vigilance',
    sheet: calls({ weeks: 110, abandoned: lately(0.06, 0.045) }),
    kpis: held,
    journal: ordinaryJournal,
    history,
  },
  {
    name: 'cloudy',
    title: 'Nuageux : deux vigilances',
    sheet: calls({ answered: lately(0.87, 0.91), abandoned: lately(0.06, 0.045) }),
    kpis: held,
    journal: plan,
    history,
  },
  {
    name: 'rain',
    title: 'Pluie : une alerte',
    sheet: calls({ answered: lately(0.89, 0.92), abandoned: lately(0.095, 0.045) }),
    kpis: held,
    journal: [...plan, complaint(6, 'attente trop longue le lundi')],
    history,
  },
  {
    name: 'storm',
    title: 'Orage : deux alertes',
    sheet: calls({ answered: lately(0.7, 0.9), abandoned: lately(0.2, 0.06) }),
    kpis: held,
    journal: [...plan, ...ordinaryJournal.slice(5, 9)],
    history,
  },
  {
    name: 'major-incident',
    title: 'Orage : incident majeur',
    sheet: calls(),
    journal: [happened('incident', 4, 'panne de téléphonie de 9 h 10 à 12 h 40 chez l’opérateur'), ...plan],
    history,
  },
  {
    name: 'fog',
    title: 'Brouillard : jours manquants',
    sheet: calls({ missing: (serial) => serial >= ISSUED - 9 && serial < ISSUED - 4 }),
    journal: plan,
    history,
  },
  {
    name: 'override-worse',
    title: 'Changée en pire, avec motif',
    sheet: calls({ answered: () => 0.95, abandoned: () => 0.02 }),
    edits: { weather: { weather: 'rain', reason: 'Le client a perdu confiance après l’erreur de facturation du 12/11' } },
    journal: plan,
    history,
  },
  {
    name: 'override-better',
    title: 'Changée en mieux d’un niveau, long motif',
    sheet: calls({ answered: lately(0.87, 0.91), abandoned: lately(0.06, 0.045) }),
    kpis: held,
    edits: {
      weather: {
        weather: 'bright',
        reason:
          'Deux jours de panne de l’opérateur, hors de notre responsabilité d’après le contrat, expliquent à eux seuls l’écart de la quinzaine',
      },
    },
    journal: [...plan, planned(3, 'compte rendu de l’opérateur')],
    history,
  },
  {
    name: 'override-landscape',
    title: 'Changée en pire, paysage',
    orientation: 'landscape',
    sheet: calls({ answered: () => 0.95, abandoned: () => 0.02 }),
    edits: { weather: { weather: 'cloudy', reason: 'Réclamation écrite du client en cours d’examen' } },
    journal: plan,
    history,
  },
];
