import type { CellDraft, SheetDraft } from '../../src/core/sheet/draft';
import { serialOf } from './calendar';
import { LIGHT, NAVY, formula, number, text } from './cells';
import { dailyColumn } from './dailySheet';
import type { SampleDay } from './days';

const title = (value: string): { row: number; column: number; cells: CellDraft[][] } => ({
  row: 0,
  column: 0,
  cells: [[text(value)]],
});
const titleStyle = { area: { row: 0, column: 0, rows: 1, columns: 6 }, style: { font: { size: 14, bold: true, color: NAVY } } };
const headStyle = (row: number, columns: number) => ({
  area: { row, column: 0, rows: 1, columns },
  style: { fill: NAVY, font: { color: '#FFFFFF', bold: true }, wrap: true },
});

/** Months of the summary, by the serial of their first day. */
const MONTHS = Array.from({ length: 12 }, (_, index) => serialOf(2025, 12 + index, 1));

/** The provider's monthly summary, with its chart, and with the average of daily rates that such summaries have. */
export const summarySheet = (days: readonly SampleDay[]): SheetDraft => {
  const dates = dailyColumn('Date', days);
  const monthly = (header: string, row: number): CellDraft =>
    formula(`=SUMIFS(${dailyColumn(header, days)},${dates},">="&$A${row},${dates},"<"&EDATE($A${row},1))`);
  const rate = dailyColumn('Taux de décroché', days);
  return {
    name: 'Synthèse',
    owner: 'own',
    blocks: [
      title('Synthèse mensuelle – COPIL'),
      {
        row: 2,
        column: 0,
        cells: [
          ['Mois', 'Appels reçus', 'Décrochés', 'Abandons', 'Taux de décroché (moyenne)'].map(text),
          ...MONTHS.map((month, index): CellDraft[] => {
            const row = index + 4;
            return [
              number(month),
              monthly('Appels reçus', row),
              monthly('Décrochés', row),
              monthly('Abandons', row),
              formula(`=AVERAGEIFS(${rate},${dates},">="&$A${row},${dates},"<"&EDATE($A${row},1))`),
            ];
          }),
        ],
      },
    ],
    columns: [
      { column: 0, width: 60 },
      { column: 1, count: 4, width: 72 },
    ],
    styles: [
      titleStyle,
      headStyle(2, 5),
      { area: { row: 3, column: 0, rows: 12, columns: 1 }, style: { numberFormat: 'mm/yyyy' } },
      { area: { row: 3, column: 1, rows: 12, columns: 3 }, style: { numberFormat: '#,##0' } },
      { area: { row: 3, column: 4, rows: 12, columns: 1 }, style: { numberFormat: '0.0%' } },
    ],
    charts: [
      {
        name: 'Appels par mois',
        altText: 'Appels reçus par mois',
        title: 'Appels reçus par mois',
        left: 378,
        top: 30,
        width: 420,
        height: 225,
        categories: { row: 3, column: 0, rows: 12, columns: 1 },
        series: [
          {
            name: 'Appels reçus',
            type: 'columnClustered',
            values: { row: 3, column: 1, rows: 12, columns: 1 },
            line: null,
            fill: '#2E75B6',
          },
        ],
        valueAxis: {
          minimum: 0,
          maximum: 40_000,
          majorUnit: 10_000,
          numberFormat: '#,##0',
          gridlines: { color: '#D9D9D9', weight: 0.75 },
          line: null,
          visible: true,
        },
        categoryAxis: { line: { color: '#7F7F7F', weight: 0.75 }, tickLabelSpacing: 1 },
        fontSize: 9,
      },
    ],
  };
};

const TEAM: readonly (readonly [number, number, number, number, string])[] = [
  [serialOf(2026, 6, 1), 36, 3, 1, ''],
  [serialOf(2026, 7, 1), 34, 3, 1, 'congés'],
  [serialOf(2026, 8, 1), 29, 2, 1, 'congés'],
  [serialOf(2026, 9, 1), 35, 3, 1, ''],
  [serialOf(2026, 10, 1), 36, 3, 1, '2 CDD en formation'],
  [serialOf(2026, 11, 1), 38, 3, 1, '+2 conseillers formés le 16/11'],
];

/** Head counts by role: nobody is named. */
export const teamSheet = (): SheetDraft => ({
  name: 'Équipe',
  owner: 'own',
  blocks: [
    title('Effectif de la prestation (ETP)'),
    {
      row: 2,
      column: 0,
      cells: [
        ['Mois', 'Conseillers', 'Superviseurs', 'Formateur', 'Remarque'].map(text),
        ...TEAM.map(([month, advisers, leaders, trainer, remark]): CellDraft[] => [
          number(month),
          number(advisers),
          number(leaders),
          number(trainer),
          text(remark),
        ]),
      ],
    },
  ],
  columns: [
    { column: 0, count: 4, width: 66 },
    { column: 4, width: 180 },
  ],
  styles: [
    titleStyle,
    headStyle(2, 5),
    { area: { row: 3, column: 0, rows: TEAM.length, columns: 1 }, style: { numberFormat: 'mm/yyyy' } },
  ],
});

const NOTES = [
  'Objectifs du contrat (avenant n° 3) : décroché 90 %, abandon 5 % au plus, satisfaction 85 %, rappels tenus 95 %.',
  'DMT cible 6:30 (tolérance 10 %).',
  'Comité de suivi : 1er mercredi du mois. Prochain : 02/12/2026.',
  'penser à demander le planning d’envoi des avis 2e vague !!',
  'Débordés = renvoyés vers le serveur vocal quand toutes les lignes sont prises.',
];

export const notesSheet = (): SheetDraft => ({
  name: 'Notes',
  owner: 'own',
  blocks: [title('À savoir'), { row: 2, column: 0, cells: NOTES.map((note) => [text(note)]) }],
  columns: [{ column: 0, width: 480 }],
  styles: [titleStyle, { area: { row: 2, column: 0, rows: NOTES.length, columns: 1 }, style: { wrap: true, vertical: 'top' } }],
});

const OLD_DAYS = Array.from({ length: 20 }, (_, index) => serialOf(2024, 10, 28) + index + 2 * Math.floor(index / 5));

/** What was kept before, with other headers: hidden, and not to be taken for the daily sheet. */
export const oldSheet = (): SheetDraft => ({
  name: 'Ancien suivi 2024',
  owner: 'own',
  visibility: 'hidden',
  blocks: [
    {
      row: 0,
      column: 0,
      cells: [
        ['date', 'nb appels', 'nb pris', 'obs.'].map(text),
        ...OLD_DAYS.map((date, index): CellDraft[] => [
          number(date),
          number(940 + ((index * 37) % 160)),
          number(850 + ((index * 29) % 120)),
          null,
        ]),
      ],
    },
  ],
  styles: [
    { area: { row: 0, column: 0, rows: 1, columns: 4 }, style: { fill: LIGHT, font: { bold: true } } },
    { area: { row: 1, column: 0, rows: OLD_DAYS.length, columns: 1 }, style: { numberFormat: 'dd/mm/yy' } },
  ],
});
