import type { ChartContent, Figure, KpiRow, MeteoContent, Orientation } from '../../../src/core/meteo/content';
import type { Status } from '../../../src/core/kpi/kpi';
import { serialOf } from '../../../src/core/period/serial';

/** An invented issue: Mutuelle du Littoral, météo n° 14, weeks S46 and S47 of 2026. `_` stands for U+202F, `~` for U+00A0. */
const fr = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');

const RATE_1 = '0.0"\u202f"%';
const RATE_0 = '0"\u202f"%';
const POINTS = '+0.0"\u202fpt";"\u2212"0.0"\u202fpt";"="';

const figure = (text: string, value: number | null, numberFormat: string, formula?: string): Figure => ({
  text: fr(text),
  value,
  numberFormat,
  ...(formula && { formula }),
});

const hundredths = (values: string): (number | null)[] => values.split(' ').map((value) => Number(value) / 100);
const blanks = (count: number): null[] => Array<null>(count).fill(null);

/** Monday of S22 2026, 25/05/2026. */
const FIRST_MONDAY = 46_167;
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const dayAndMonth = (serial: number): string => {
  const date = new Date((serial - 25_569) * 86_400_000);
  return `${twoDigits(date.getUTCDate())}/${twoDigits(date.getUTCMonth() + 1)}`;
};

const projected = [91.3, 91.1, 90.8, 91.6];
const widths = [1.2, 1.5, 1.8, 2.0];
const LAST_ACTUAL = 0.911;

export const exampleChart = (): ChartContent => ({
  note: fr('QS par semaine_; dernier réel~: 91,1_% en S47. Projection S48–S51, bande à~80_%. L’échelle commence à~85_%.'),
  weeks: Array.from({ length: 30 }, (_, i) => ({
    label: [`S${22 + i}`, dayAndMonth(FIRST_MONDAY + 7 * i)] as const,
    key: `2026-S${22 + i}`,
    start: FIRST_MONDAY + 7 * i,
  })),
  actual: [
    ...hundredths(
      '93.1 92.6 93.4 92.2 91.8 92.9 93.6 94.1 94.6 94.9 95.2 95.0 94.4 92.8 90.6 89.4 90.3 91.4 92.0 92.7 93.1 92.8 92.6 92.2 92.5 91.1',
    ),
    ...blanks(4),
  ],
  previousYear: hundredths(
    '90.8 90.2 91.1 90.5 89.6 90.9 91.7 92.4 92.8 93.3 93.1 92.6 91.5 89.8 87.6 86.4 87.5 88.9 89.6 90.4 90.9 90.2 89.9 89.5 88.9 88.2 87.8 87.4 87.9 88.6',
  ),
  objective: 0.9,
  projection: [...blanks(25), LAST_ACTUAL, ...projected.map((value) => value / 100)],
  low: [...blanks(25), LAST_ACTUAL, ...projected.map((value, i) => (value - (widths[i] ?? 0)) / 100)],
  high: [...blanks(25), LAST_ACTUAL, ...projected.map((value, i) => (value + (widths[i] ?? 0)) / 100)],
  cut: 26,
  labels: {
    actual: '2026, réel',
    previousYear: '2025',
    objective: fr('objectif 90_%'),
    projection: 'projection',
    today: 'aujourd’hui, 23/11',
  },
  numberFormat: RATE_0,
  percent: true,
});

const words: Readonly<Record<Status, string>> = { green: 'Conforme', amber: 'Vigilance', red: 'Alerte', none: 'Suivi' };

const row = (
  id: string,
  label: string,
  value: Figure,
  objective: string,
  status: Status,
  change: Figure,
  projection: Figure,
  interval: string,
): KpiRow => ({
  id,
  label: fr(label),
  value,
  objective: fr(objective),
  status: { status, word: words[status] },
  change,
  projection,
  interval: fr(interval),
  key: id === 'abandon',
});

const exampleRows = (): KpiRow[] => [
  row(
    'received',
    'Appels reçus',
    figure('12_480', 12_480, '#,##0', "=SUM('Jour'!$B$300:$B$313)"),
    '–',
    'none',
    figure('+4,5_%', 0.045, '+0.0"\u202f"%;"\u2212"0.0"\u202f"%;0"\u202f"%'),
    figure('12_900', 12_900, '#,##0'),
    '12_150~à~13_650',
  ),
  row(
    'abandon',
    'Taux d’abandon',
    figure('5,6_%', 0.056, RATE_1),
    '≤_5_%',
    'amber',
    figure('+0,9_pt', 0.9, POINTS),
    figure('5,2_%', 0.052, RATE_1),
    '4,5~à~5,9_%',
  ),
  row(
    'handling',
    'DMT, durée de traitement (min:s)',
    figure('6:42', 402 / 86_400, '[m]:ss'),
    '≤_6:45',
    'green',
    figure('+0:06', null, '@'),
    figure('6:40', 400 / 86_400, '[m]:ss'),
    '6:31~à~6:49',
  ),
  row(
    'csat',
    'CSAT, clients satisfaits',
    figure('86_%', 0.86, RATE_0),
    '≥_85_%',
    'green',
    figure('+1_pt', 1, POINTS),
    figure('86_%', 0.86, RATE_0),
    '84~à~88_%',
  ),
  row(
    'nps',
    'NPS, recommandation',
    figure('+31', 31, '+0;"\u2212"0;0'),
    '≥_+30',
    'green',
    figure('−2_pt', -2, POINTS),
    figure('+31', 31, '+0;"\u2212"0;0'),
    '+27~à~+35',
  ),
  row(
    'forecastQuality',
    'QP, qualité de prévision',
    figure('97_%', 0.97, RATE_0),
    '95~à~105_%',
    'green',
    figure('−1_pt', -1, POINTS),
    figure('98_%', 0.98, RATE_0),
    '95~à~101_%',
  ),
];

const item = (
  key: string,
  text: string,
  date: number,
  bold = false,
): { key: string; text: string; date: number; bold?: boolean } => ({
  key,
  text: fr(text),
  date,
  ...(bold && { bold }),
});

/** The issue in either orientation; landscape's narrow column shortens two dates. */
export const exampleContent = (orientation: Orientation = 'portrait'): MeteoContent => ({
  language: 'fr',
  orientation,
  number: 14,
  issued: serialOf({ year: 2026, month: 11, day: 23 }),
  sheetName: 'Météo 2026-11-23',
  header: {
    client: 'Mutuelle du Littoral',
    contract: 'Service adhérents – appels entrants',
    title: fr('Météo du client n°~14'),
    period: fr('S46–S47 2026, du~09/11 au~22/11/2026 · envoyée le~23/11/2026'),
  },
  message: fr(
    'Éclaircies~: l’objectif est tenu (91,8_% d’appels décrochés pour 90_% promis), mais 5,6_% sont abandonnés, pour 5_% au plus_; renfort le lundi dès le~30/11.',
  ),
  green: {
    tab: 'Indicateur clé',
    note: fr('décrochés / reçus~: 11_456 / 12_480_; 2,6_% débordés vers le serveur vocal'),
    value: figure('91,8_%', 0.918, RATE_1, "='Semaine'!$C$47/'Semaine'!$B$47"),
    what: fr('d’appels décrochés (QS), objectif 90_%'),
    status: { status: 'green', word: 'Conforme' },
    detail: fr('92,4_% en S44–S45 (−0,6_pt) · projection S48–S49~: 91,2_%, entre 89,9 et 92,5_%'),
    chart: exampleChart(),
    tableHead: {
      indicator: 'Indicateur',
      value: 'S46–S47',
      objective: 'Objectif',
      status: 'Statut',
      change: ['Écart avec', 'S44–S45'],
      projection: ['Projection', 'S48–S49'],
      interval: ['Intervalle', fr('à~80_%')],
    },
    rows: exampleRows(),
    readings: [
      { kind: 'seasonality', label: 'Saisonnalité', text: fr('Pic le lundi, +18_%_; creux en août, −32_%.') },
      { kind: 'anticipation', label: 'Anticipation', text: fr('≈_6_420 appels attendus en S48, entre 6_050 et 6_790.') },
      {
        kind: 'check',
        label: 'Vérification',
        text: fr('Appels prévus 12_870, réels 12_480 (−3,0_%)~: dans l’intervalle annoncé, 12_100~à~13_640.'),
      },
    ],
  },
  yellow: {
    tab: 'Quoi de neuf',
    note: fr(orientation === 'portrait' ? 'depuis la météo n°~13, du~09/11/2026' : 'depuis la météo n°~13, du~09/11'),
    highlights: {
      heading: 'Faits marquants',
      items: [
        item('12/11', 'Avis d’échéance 2027 envoyés, 1re vague~: +14_% d’appels le lundi 16/11.', 46_338),
        item('16/11', 'Abandon du lundi à~9,1_% de 9_h~à~12_h_; les autres jours restent sous 5_%.', 46_342),
        item('17/11', 'Menu vocal~: motif «_cotisation_» isolé.', 46_343),
        item('19/11', 'Outil de gestion ralenti 25_min, sans perte.', 46_345),
      ],
    },
    team: {
      heading: 'Équipe',
      items: [
        item('16/11', '2 conseillers formés en poste, effectif 40.', 46_342),
        item('23/11', 'Un responsable adjoint prend son poste.', 46_349),
      ],
    },
    dissatisfactions: {
      heading: fr('Insatisfactions~: 1 ouverte, 2 traitées'),
      open: [item('Ouverte', 'Attente trop longue le lundi (17/11)~: réponse promise pour le~30/11.', 46_343, true)],
      treated: [
        item('Traitée', 'Relances en double~: corrigé le~12/11.', 46_338),
        item('Traitée', '3 rappels non tenus~: rappelés le~18/11.', 46_344),
      ],
    },
  },
  blue: {
    tab: 'État et suite',
    note: '',
    weather: 'bright',
    word: 'Éclaircies',
    rule: fr('1 indicateur clé en vigilance~: taux d’abandon'),
    previous: { weather: 'sun', text: fr('Précédente (n°~13)~: Soleil') },
    shortTerm: {
      heading: 'Court terme, 15 jours',
      items: [
        item('25/11', 'Message d’attente raccourci, délai annoncé.', 46_351),
        item('30/11', '2 conseillers en renfort le lundi matin.', 46_356),
        item('02/12', fr('Comité de suivi~: bilan de la 1re vague.'), 46_358),
      ],
    },
    mediumTerm: {
      heading: 'Moyen terme, 3 mois',
      items: [
        item('15/12', '2e vague d’avis~: plan de charge à valider.', 46_371),
        item('18/01/2027', 'Rappel automatique proposé en attente.', 46_405),
      ],
    },
    actions: {
      heading: {
        action: 'Plan d’action',
        effect: 'Effet attendu',
        role: 'Responsable',
        due: 'Échéance',
        progress: 'Avancement',
      },
      rows: [
        {
          action: fr('Renforcer le lundi, 9_h~à~12_h'),
          effect: fr('Abandon ≤_5_%'),
          role: 'Responsable de plateau',
          due: orientation === 'portrait' ? '30/11/2026' : '30/11',
          progress: 'En cours',
        },
      ],
    },
  },
  footer: {
    source: fr('Atlantique Relation Client · source~: tableau quotidien, 14 jours sur 14, extrait le~23/11/2026 à~8_h_40'),
    next: fr('Prochaine météo avant le~07/12/2026'),
    preparation: fr('Préparation~: 11_min'),
    page: 'Page 1/1',
  },
  emptyText: 'Rien à signaler.',
  overflow: {
    journal: '+ {n} autre, voir Journal|+ {n} autres, voir Journal',
    treated: '+ {n} traitée, voir Journal|+ {n} traitées, voir Journal',
    kpis: '+ {n} indicateur conforme, voir Dictionnaire|+ {n} indicateurs conformes, voir Dictionnaire',
  },
});
