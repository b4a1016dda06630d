import type { Language } from '../../core/meteo/content';
import type { OverviewSource } from '../../core/overview/overview';
import { formatDate, formatDayMonth } from '../../core/words/dates';
import { formatNumber } from '../../core/words/numbers';
import { plural, typeset } from '../../core/words/typography';
import { enumerated } from '../../core/words/sideBySide';

/** The one thing that the data lack, in the order in which it is needed. */
export type Missing =
  | { kind: 'nothing' }
  | { kind: 'source' }
  | { kind: 'kpis' }
  | { kind: 'consolidation'; made: boolean }
  | { kind: 'thresholds'; count: number }
  | { kind: 'complete' };

type Row = 'source' | 'kpis' | 'consolidation' | 'settings' | 'findings' | 'projections';

/** Every text of the hub of the data. */
export type DataStrings = {
  title: (missing: Missing) => string;
  caption: string;
  rows: Readonly<Record<Row, string>>;
  source: (source: OverviewSource) => string;
  /** What is behind the rows of the source and of the KPIs while there are none. */
  sourceAbout: string;
  kpisAbout: string;
  confirmed: string;
  toConfirm: string;
  questions: (count: number) => string;
  kpis: (followed: number, keys: number) => string;
  kept: string;
  proposed: string;
  thresholds: (count: number) => string;
  consolidated: (sheets: readonly string[]) => string;
  notConsolidated: string;
  upToDate: string;
  endsOn: (day: number) => string;
  lacking: (count: number) => string;
  settings: (client: string) => string;
  findings: string;
  projections: string;
  more: string;
  remarks: (count: number) => string;
  act: (missing: Missing) => string;
};

const frenchCount = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'fr')} ${plural(count, one, many, 'fr')}`;
const englishCount = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'en')} ${plural(count, one, many, 'en')}`;

const fr: DataStrings = {
  title: (missing) => {
    switch (missing.kind) {
      case 'nothing':
        return 'Aucune donnée datée pour l’instant';
      case 'source':
        return 'Vos données sont à confirmer';
      case 'kpis':
        return 'Vos indicateurs sont à choisir';
      case 'consolidation':
        return missing.made
          ? 'Vos données sont en ordre, sauf la consolidation'
          : typeset('Tout est prêt : il reste à consolider', 'fr');
      case 'thresholds':
        return `Vos données sont en ordre, sauf ${frenchCount(missing.count, 'seuil', 'seuils')}`;
      case 'complete':
        return 'Vos données sont en ordre';
    }
  },
  caption: typeset('À préparer une fois ; ensuite tout se met à jour.', 'fr'),
  rows: {
    source: 'Source',
    kpis: 'Indicateurs',
    consolidation: 'Consolidation',
    settings: 'Paramètres',
    findings: 'Calculs à revoir',
    projections: 'Projections',
  },
  source: ({ sheet, areDays, rows, last }) => {
    const found = areDays ? frenchCount(rows, 'jour', 'jours') : frenchCount(rows, 'ligne', 'lignes');
    return last === null ? `${sheet.trim()}, ${found}` : `${sheet.trim()}, ${found} jusqu’au ${formatDayMonth(last, 'fr')}`;
  },
  sourceAbout: 'Le tableau de vos chiffres, colonne par colonne',
  kpisAbout: 'Ce que vous suivez, et les seuils',
  confirmed: 'Confirmée',
  toConfirm: 'À confirmer',
  questions: (count) => frenchCount(count, 'question', 'questions'),
  kpis: (followed, keys) => `${frenchCount(followed, 'suivi', 'suivis')}, dont ${frenchCount(keys, 'clé', 'clés')}`,
  kept: 'Retenus',
  proposed: 'Proposés, à retenir',
  thresholds: (count) => `${frenchCount(count, 'seuil', 'seuils')} à confirmer`,
  consolidated: (sheets) => enumerated(sheets),
  notConsolidated: 'Jour, semaine, mois et année, en formules Excel',
  upToDate: 'À jour',
  endsOn: (day) => `S’arrête au ${formatDate(day, 'fr')}`,
  lacking: (count) => frenchCount(count, 'indicateur manque', 'indicateurs manquent'),
  settings: (client) => (client === '' ? 'Client, cadence, jours fermés, langue' : `${client}, cadence, jours fermés, langue`),
  findings: 'Moyennes de taux, totaux incomplets, nombres en texte…',
  projections: 'Celles qui ont été vérifiées, et leur tableau',
  more: 'À la demande',
  remarks: (count) => frenchCount(count, 'remarque', 'remarques'),
  act: (missing) => {
    switch (missing.kind) {
      case 'nothing':
        return 'Partir d’un modèle';
      case 'source':
        return 'Vérifier mes données';
      case 'kpis':
        return 'Choisir mes indicateurs';
      case 'consolidation':
        return missing.made ? 'Mettre à jour' : 'Consolider mes données';
      case 'thresholds':
        return missing.count === 1 ? 'Confirmer le seuil' : `Confirmer les ${String(missing.count)} seuils`;
      case 'complete':
        return 'Préparer la météo';
    }
  },
};

const en: DataStrings = {
  title: (missing) => {
    switch (missing.kind) {
      case 'nothing':
        return 'No dated data yet';
      case 'source':
        return 'Your data still has to be confirmed';
      case 'kpis':
        return 'Data confirmed: choose your KPIs';
      case 'consolidation':
        return missing.made ? 'Your data is in order, except for the consolidation' : 'All is ready: now consolidate';
      case 'thresholds':
        return `Your data is in order, except for ${englishCount(missing.count, 'threshold', 'thresholds')}`;
      case 'complete':
        return 'Your data is in order';
    }
  },
  caption: 'Set up once; then everything keeps itself up to date.',
  rows: {
    source: 'Source',
    kpis: 'KPIs',
    consolidation: 'Consolidation',
    settings: 'Settings',
    findings: 'Calculations to review',
    projections: 'Projections',
  },
  source: ({ sheet, areDays, rows, last }) => {
    const found = areDays ? englishCount(rows, 'day', 'days') : englishCount(rows, 'row', 'rows');
    return last === null ? `${sheet.trim()}, ${found}` : `${sheet.trim()}, ${found} up to ${formatDayMonth(last, 'en')}`;
  },
  sourceAbout: 'The table of your figures, column by column',
  kpisAbout: 'What you track, and the thresholds',
  confirmed: 'Confirmed',
  toConfirm: 'To confirm',
  questions: (count) => englishCount(count, 'question', 'questions'),
  kpis: (followed, keys) => `${formatNumber(followed, 'en')} tracked, ${formatNumber(keys, 'en')} of them key`,
  kept: 'Kept',
  proposed: 'Suggested, to be kept',
  thresholds: (count) => `${englishCount(count, 'threshold', 'thresholds')} to confirm`,
  consolidated: (sheets) => enumerated(sheets),
  notConsolidated: 'Day, week, month and year, as Excel formulas',
  upToDate: 'Up to date',
  endsOn: (day) => `Ends on ${formatDate(day, 'en')}`,
  lacking: (count) => englishCount(count, 'KPI is missing', 'KPIs are missing'),
  settings: (client) => (client === '' ? 'Client, cadence, closed days, language' : `${client}, cadence, closed days, language`),
  findings: 'Averages of rates, incomplete totals, numbers as text…',
  projections: 'How past ones turned out, and their table',
  more: 'On request',
  remarks: (count) => englishCount(count, 'note', 'notes'),
  act: (missing) => {
    switch (missing.kind) {
      case 'nothing':
        return 'Start from a template';
      case 'source':
        return 'Check my data';
      case 'kpis':
        return 'Choose my KPIs';
      case 'consolidation':
        return missing.made ? 'Update' : 'Consolidate my data';
      case 'thresholds':
        return missing.count === 1 ? 'Confirm the threshold' : `Confirm the ${String(missing.count)} thresholds`;
      case 'complete':
        return 'Prepare the météo';
    }
  },
};

export const dataStrings: Readonly<Record<Language, DataStrings>> = { fr, en };
