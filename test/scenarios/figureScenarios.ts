import type { Kpi } from '../../src/core/kpi/kpi';
import { ordinaryJournal, thirteenth } from './entries';
import type { Scenario } from './scenario';
import { calls, columns, ISSUED } from './service';

const history = [thirteenth];
const keep =
  (...ids: readonly string[]) =>
  (proposed: readonly Kpi[]): readonly Kpi[] =>
    proposed.filter(({ id }) => ids.includes(id)).map((kpi) => ({ ...kpi, thresholdsProposed: false }));
const none = (): readonly Kpi[] => [];
const around = (mean: number, draw: () => number): number => Math.round(mean * (1 + 0.06 * draw()));

/** Figures of every kind and size. */
export const figureScenarios: readonly Scenario[] = [
  {
    name: 'one-kpi',
    title: 'Un seul indicateur',
    sheet: calls({ weeks: 110 }),
    kpis: keep('in_qs'),
    journal: ordinaryJournal,
    history,
  },
  {
    name: 'nine-kpis',
    title: 'Neuf indicateurs et plus',
    sheet: calls({ weeks: 110, abandoned: (week) => (week < 3 ? 0.06 : 0.045) }),
    defined: [
      { label: 'Appels perdus', unit: 'count', direction: 'neutral', calculation: 'sum', numerator: 'Appels reçus - Décrochés' },
      { label: 'Part des enquêtes', numerator: 'Enquêtes', denominator: 'Décrochés', green: 0.08, amber: 0.05 },
      { label: 'Appels par jour', unit: 'number', direction: 'neutral', calculation: 'mean', numerator: 'Appels reçus' },
      { label: 'Jour le plus chargé', unit: 'count', direction: 'neutral', calculation: 'max', numerator: 'Appels reçus' },
      {
        label: 'Temps de traitement',
        unit: 'hours',
        direction: 'neutral',
        calculation: 'sum',
        numerator: 'Durée de traitement (s) / 3600',
      },
    ],
    journal: ordinaryJournal,
    history,
  },
  {
    name: 'zero-percent',
    title: '0 %',
    sheet: calls({ answered: () => 0, abandoned: () => 1 }),
    kpis: keep('in_qs', 'in_offered', 'in_abandon_rate'),
  },
  {
    name: 'hundred-percent',
    title: '100 %',
    sheet: calls({ answered: () => 1, abandoned: () => 0 }),
    kpis: keep('in_qs', 'in_offered', 'in_abandon_rate'),
  },
  { name: 'no-calls', title: 'Aucun appel : rien que des zéros', sheet: calls({ volume: 0 }) },
  { name: 'huge', title: 'Valeurs énormes', sheet: calls({ volume: 98_765_432 }), journal: ordinaryJournal },
  {
    name: 'negative',
    title: 'Valeurs négatives',
    sheet: columns({ 'Solde (€)': (_, draw) => around(-12_500, draw), Ventes: (_, draw) => around(40, draw) }),
    kpis: none,
    defined: [
      {
        label: 'Solde du compte',
        unit: 'currency',
        direction: 'higher',
        calculation: 'sum',
        numerator: 'Solde (€)',
        objective: 0,
        green: 0,
        amber: -90_000,
        key: true,
      },
      {
        label: 'Solde par vente',
        unit: 'currency',
        direction: 'higher',
        calculation: 'ratio',
        numerator: 'Solde (€)',
        denominator: 'Ventes',
        green: -300,
        amber: -400,
      },
      { label: 'Ventes', unit: 'count', direction: 'neutral', calculation: 'sum', numerator: 'Ventes' },
    ],
  },
  {
    name: 'amounts',
    title: 'Montants',
    sheet: columns({ 'CA (€)': (_, draw) => around(184_320, draw), Commandes: (_, draw) => around(620, draw) }),
    kpis: none,
    defined: [
      {
        label: 'Chiffre d’affaires',
        unit: 'currency',
        direction: 'higher',
        calculation: 'sum',
        numerator: 'CA (€)',
        objective: 1_800_000,
        green: 1_800_000,
        amber: 1_600_000,
        key: true,
      },
      {
        label: 'Panier moyen',
        unit: 'currency',
        direction: 'higher',
        calculation: 'ratio',
        numerator: 'CA (€)',
        denominator: 'Commandes',
        green: 290,
        amber: 250,
      },
      { label: 'Commandes', unit: 'count', direction: 'neutral', calculation: 'sum', numerator: 'Commandes' },
    ],
    history,
  },
  {
    name: 'durations',
    title: 'Durées',
    sheet: calls({ weeks: 110, handling: (week) => 380 + 3 * Math.sin(week / 4) * 8 }),
    kpis: keep('in_aht', 'in_offered', 'in_qs'),
    settings: { keyFigure: 'in_aht' },
    journal: ordinaryJournal,
    history,
  },
  {
    name: 'ranges',
    title: 'Indicateurs à tenir entre deux bornes',
    sheet: columns({ Prévu: (_, draw) => around(1_000, draw), Réel: (_, draw) => around(985, draw) }),
    kpis: none,
    defined: [
      {
        label: 'QP, qualité de prévision',
        direction: 'range',
        numerator: 'Réel',
        denominator: 'Prévu',
        green: 0.95,
        greenHigh: 1.05,
        amber: 0.9,
        amberHigh: 1.1,
        key: true,
      },
      {
        label: 'Réel',
        unit: 'count',
        direction: 'range',
        calculation: 'sum',
        numerator: 'Réel',
        green: 9_000,
        greenHigh: 9_500,
        amber: 8_000,
        amberHigh: 11_000,
      },
      { label: 'Prévu', unit: 'count', direction: 'neutral', calculation: 'sum', numerator: 'Prévu' },
    ],
  },
  {
    name: 'no-objective',
    title: 'Indicateur clé sans objectif',
    sheet: calls(),
    kpis: (proposed) =>
      keep(
        'in_offered',
        'in_aht',
      )(proposed).map((kpi) => ({
        ...kpi,
        objective: null,
        thresholds: null,
        direction: 'neutral',
        key: kpi.id === 'in_offered',
      })),
    journal: ordinaryJournal,
  },
  {
    name: 'proposed',
    title: 'Seuils proposés, non confirmés',
    sheet: calls({ weeks: 110 }),
    kpis: (proposed) => proposed,
    journal: ordinaryJournal,
    history,
  },
  { name: 'short-history', title: 'Huit semaines d’historique', sheet: calls({ weeks: 8 }), journal: ordinaryJournal, history },
  { name: 'first-week', title: 'Première semaine', sheet: calls({ weeks: 1 }), settings: { cadence: 7 } },
  {
    name: 'first-days',
    title: 'Un contrat qui commence un mercredi',
    sheet: calls({ weeks: 1, missing: (serial) => serial < ISSUED - 5 }),
  },
  {
    name: 'zero-weeks',
    title: 'Deux semaines à zéro',
    sheet: calls({ weeks: 80, silent: (week) => week < 3 }),
    history,
  },
  {
    name: 'short-week',
    title: 'Une semaine de deux jours ouverts',
    sheet: calls({
      weeks: 80,
      open: [1, 2, 3, 4, 5],
      busy: (week) => (week === 1 ? 1.5 : 1),
      missing: (serial) => serial > ISSUED - 7 && serial < ISSUED - 3,
    }),
    settings: { closedDays: [ISSUED - 6, ISSUED - 5, ISSUED - 4] },
    kpis: (proposed) => proposed.map((kpi) => ({ ...kpi, thresholdsProposed: false, key: kpi.key || kpi.id === 'in_offered' })),
    history,
  },
  {
    name: 'many-crossings',
    title: 'Six indicateurs qui se dégradent ensemble',
    sheet: columns(
      Object.fromEntries([
        ['Dossiers', (_: number, draw: () => number) => around(1_000, draw)],
        ...Array.from({ length: 6 }, (_, kind) => [
          `Bons ${String(kind + 1)}`,
          (day: number, draw: () => number) => Math.round((day < 290 ? 960 : 700) + 8 * draw()),
        ]),
      ]) as Record<string, (day: number, draw: () => number) => number>,
    ),
    kpis: none,
    defined: Array.from({ length: 6 }, (_, kind) => ({
      label: `Contrôle ${String(kind + 1)}`,
      numerator: `Bons ${String(kind + 1)}`,
      denominator: 'Dossiers',
      green: 0.9,
      amber: 0.8,
      key: kind === 0,
    })),
    journal: ordinaryJournal,
  },
  { name: 'no-journal', title: 'Aucun journal', sheet: calls(), journal: null },
  {
    name: 'two-weeks-open',
    title: 'Deux semaines, du lundi au vendredi',
    sheet: calls({ weeks: 2, open: [1, 2, 3, 4, 5], answered: () => 0.95, abandoned: () => 0.02 }),
  },
  {
    name: 'missing-days',
    title: 'Quelques jours manquants',
    sheet: calls({ weeks: 110, missing: (serial) => serial === ISSUED - 5 || (serial > ISSUED - 80 && serial < ISSUED - 60) }),
    history,
  },
  {
    name: 'closed-days',
    title: 'Jour férié déclaré',
    sheet: calls({ missing: (serial) => serial === ISSUED - 12 }),
    settings: { closedDays: [ISSUED - 12] },
    history,
  },
  { name: 'stale', title: 'Données arrêtées depuis treize mois', sheet: calls({ weeks: 40, end: ISSUED - 400 }) },
];
