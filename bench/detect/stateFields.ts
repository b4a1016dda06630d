import { FIELDS } from './dayFields';
import { EVENT_FIELDS } from './eventFields';
import { round, value, type Field } from './facts';

/** Columns of tables without dates. */
export const STATE_FIELDS = {
  project: {
    fr: ['Projet', 'Lot', 'Chantier'],
    en: ['Project', 'Work package', 'Workstream'],
    types: ['category'],
    cell: value(({ index }, language) => `${language === 'fr' ? 'Projet' : 'Project'} ${'ABCD'[index % 4] ?? ''}`),
  },
  task: {
    fr: ['Tâche', 'Libellé de la tâche'],
    en: ['Task', 'Task name'],
    types: ['text'],
    cell: value(({ index }, language) =>
      language === 'fr'
        ? `Étape ${String(index + 1)} – rédaction et validation du livrable`
        : `Step ${String(index + 1)} – writing and validation of the deliverable`,
    ),
  },
  owner: {
    fr: ['Responsable', 'Chef de projet'],
    en: ['Owner', 'Assigned to'],
    types: ['person'],
    cell: FIELDS.agent.cell,
  },
  budget: {
    fr: ['Budget (€)', 'Budget révisé'],
    en: ['Budget', 'Budget ($)'],
    types: ['amount'],
    cell: value(({ revenue }) => Math.round(revenue), '#,##0'),
  },
  actual: {
    fr: ['Réalisé (€)', 'Coût réel'],
    en: ['Actual cost', 'Actual cost ($)'],
    types: ['amount'],
    cell: value(({ revenue, random }) => Math.round(revenue * random.next()), '#,##0'),
  },
  progress: {
    fr: ['Avancement', '% avancement', "Taux d'avancement"],
    en: ['Progress', '% complete', 'Completion rate'],
    types: ['rate'],
    cell: value(({ random }) => Math.round(random.next() * 20) / 20, '0%'),
  },
  state: EVENT_FIELDS.status,
  product: {
    fr: ['Famille', 'Produit', 'Gamme'],
    en: ['Family', 'Product', 'Product line'],
    types: ['category'],
    cell: value(({ index }) => ['LEVURE', 'FLAN', 'BOUILLON', 'CONDIMENTS', 'CONSERVES'][index % 5] ?? ''),
  },
  region: {
    fr: ['Secteur', 'Région'],
    en: ['Region', 'Area'],
    types: ['category'],
    cell: value(({ index }) => ['NORD', 'SUD', 'EST'][Math.floor(index / 5) % 3] ?? ''),
  },
  real: {
    fr: ['CA réalisé', 'Réalisé CA'],
    en: ['Actual revenue', 'Revenue'],
    types: ['amount'],
    cell: value(({ revenue }) => revenue, '#,##0.00'),
  },
  target: {
    fr: ['CA objectif', 'Objectif CA'],
    en: ['Target revenue', 'Revenue target'],
    types: ['amount'],
    cell: value(({ revenue }) => Math.round(revenue * 1.2), '#,##0'),
  },
  reached: {
    fr: ['% atteinte', 'Taux de réalisation'],
    en: ['% of target', 'Achievement rate'],
    types: ['rate'],
    cell: value(({ random }) => round(0.4 + random.next() * 0.9, 3), '0%'),
  },
  contracts: {
    fr: ['Contrats signés', 'Nb de contrats'],
    en: ['Contracts signed', 'Number of contracts'],
    types: ['count'],
    cell: value(({ sales }) => sales),
  },
} satisfies Record<string, Field>;
