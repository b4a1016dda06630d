import { areaReference, columnName, type Area } from '../../src/core/sheet/address';
import type { CellDraft, CellStyle, SheetDraft, StyleDraft } from '../../src/core/sheet/draft';
import { dateOf } from './calendar';
import { GREY, LIGHT, NAVY, formula, number, text } from './cells';
import type { SampleDay, SampleFigures } from './days';

const DAILY_SHEET = 'Suivi quotidien';

const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;
const FIRST_COLUMN = 1;
const SECONDS_A_DAY = 86_400;

const WEEKDAYS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];

type SampleColumn = {
  group: string;
  header: string;
  width: number;
  format?: string;
  /** What the cell of a day holds; `row` counts from 1, as formulas do. */
  cell: (day: SampleDay, row: number) => CellDraft;
  /** What the totals row holds, over rows `first` to `last`. */
  total?: (column: string, first: number, last: number, row: number) => CellDraft;
};

const sum = (column: string, first: number, last: number): CellDraft => formula(`=SUM(${column}${first}:${column}${last})`);

const figure = (
  group: string,
  header: string,
  pick: (figures: SampleFigures) => number,
  format = '#,##0',
  width = 54,
): SampleColumn => ({
  group,
  header,
  width,
  format,
  cell: ({ figures }) => number(figures ? pick(figures) : undefined),
  total: sum,
});

const quotient = (header: string, numerator: string, denominator: string, format: string): SampleColumn => {
  const divide = (row: number): CellDraft => formula(`=IF(N(${denominator}${row})=0,"",${numerator}${row}/${denominator}${row})`);
  return {
    group: 'Traitement',
    header,
    width: 54,
    format,
    cell: (_, row) => divide(row),
    total: (_column, _first, _last, row) => divide(row),
  };
};

const COLUMNS: readonly SampleColumn[] = [
  { group: '', header: 'Date', width: 66, format: 'dd/mm/yyyy', cell: ({ date }) => number(date), total: () => text('TOTAL') },
  { group: '', header: 'Jour', width: 33, cell: ({ date }) => text(WEEKDAYS[dateOf(date).weekday - 1] ?? '') },
  figure('Appels', 'Appels reçus', ({ offered }) => offered),
  figure('Appels', 'Décrochés', ({ answered }) => answered),
  figure('Appels', 'Décrochés < 20 s', ({ answeredWithin20 }) => answeredWithin20),
  figure('Appels', 'Abandons', ({ abandoned }) => abandoned),
  figure('Appels', 'Débordés', ({ overflowed }) => overflowed),
  figure('Traitement', 'Durée de traitement', ({ handlingSeconds }) => handlingSeconds / SECONDS_A_DAY, '[h]:mm:ss', 66),
  quotient('DMT', 'I', 'E', '[m]:ss'),
  quotient('Taux de décroché', 'E', 'D', '0.0%'),
  figure('Satisfaction', 'Enquêtes', ({ surveys }) => surveys),
  figure('Satisfaction', 'Clients satisfaits', ({ satisfied }) => satisfied),
  figure('Suivi client', 'Rappels promis', ({ callbacksPromised }) => callbacksPromised),
  figure('Suivi client', 'Rappels tenus', ({ callbacksKept }) => callbacksKept),
  figure('Suivi client', 'Réclamations', ({ complaints }) => complaints, '0', 66),
  figure('Prévision', 'Appels prévus', ({ forecast }) => forecast),
  { group: '', header: 'Commentaire', width: 228, cell: ({ comment }) => text(comment) },
];

const LAST_COLUMN = FIRST_COLUMN + COLUMNS.length - 1;
const across = (row: number, rows = 1): Area => ({ row, column: FIRST_COLUMN, rows, columns: COLUMNS.length });

/** The cells of a column over all days, as a formula names them: `'Suivi quotidien'!$D$7:$D$632`. */
export const dailyColumn = (header: string, days: readonly SampleDay[]): string => {
  const column = FIRST_COLUMN + COLUMNS.findIndex((item) => item.header === header);
  return areaReference(DAILY_SHEET, { row: FIRST_ROW, column, rows: days.length, columns: 1 });
};

/** Stretches of columns under one group header. */
const groups = (): { name: string; area: Area }[] => {
  const found: { name: string; area: Area }[] = [];
  for (const [index, { group }] of COLUMNS.entries()) {
    const last = found.at(-1);
    if (last?.name === group) last.area.columns++;
    else found.push({ name: group, area: { row: HEADER_ROW - 1, column: FIRST_COLUMN + index, rows: 1, columns: 1 } });
  }
  return found.filter(({ name }) => name !== '');
};

const headStyle: CellStyle = {
  fill: NAVY,
  font: { color: '#FFFFFF', bold: true },
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
};

const dayStyles = (days: readonly SampleDay[]): StyleDraft[] =>
  days.flatMap(({ date, figures }, index): StyleDraft[] => {
    const area = across(FIRST_ROW + index);
    if (!figures) return [{ area, style: { fill: GREY, font: { italic: true, color: '#7F7F7F' } } }];
    return dateOf(date).weekday === 6 ? [{ area, style: { fill: '#F7F9FC' } }] : [];
  });

const totals = (days: readonly SampleDay[]): CellDraft[] => {
  const row = FIRST_ROW + days.length + 1;
  return COLUMNS.map(
    ({ total }, index) => total?.(columnName(FIRST_COLUMN + index), FIRST_ROW + 1, FIRST_ROW + days.length, row) ?? null,
  );
};

/** The provider's daily sheet: titles, merged group headers, one row a day from B7, a totals row and a stray note. */
export const dailySheet = (days: readonly SampleDay[]): SheetDraft => {
  const totalRow = FIRST_ROW + days.length;
  return {
    name: DAILY_SHEET,
    owner: 'own',
    tabColor: NAVY,
    blocks: [
      {
        row: 0,
        column: FIRST_COLUMN,
        cells: [
          [text('Mutuelle du Littoral – Service adhérents')],
          [text('Appels entrants : suivi quotidien (prestataire : Atlantique Relation Client)')],
          [text('Mis à jour chaque matin avant 10 h, source ACD. Fermé le dimanche et les jours fériés.')],
        ],
      },
      ...groups().map(({ name, area }) => ({ row: area.row, column: area.column, cells: [[text(name)]] })),
      {
        row: HEADER_ROW,
        column: FIRST_COLUMN,
        cells: [
          COLUMNS.map(({ header }) => text(header)),
          ...days.map((day, index) => COLUMNS.map(({ cell }) => cell(day, FIRST_ROW + index + 1))),
          totals(days),
        ],
      },
      {
        row: totalRow + 2,
        column: FIRST_COLUMN + 2,
        cells: [[text('NB : le 17/03/2026 (panne opérateur) est à exclure du calcul des pénalités, cf. mail du 20/03')]],
      },
    ],
    columns: [{ column: 0, width: 12 }, ...COLUMNS.map(({ width }, index) => ({ column: FIRST_COLUMN + index, width }))],
    rows: [{ row: HEADER_ROW, height: 33 }],
    styles: [
      { area: across(0), style: { font: { size: 16, bold: true, color: NAVY } } },
      { area: across(1), style: { font: { size: 11, color: NAVY } } },
      { area: across(2), style: { font: { size: 9, italic: true, color: '#7F7F7F' } } },
      ...dayStyles(days),
      ...COLUMNS.flatMap(({ format }, index): StyleDraft[] =>
        format === undefined
          ? []
          : [
              {
                area: { row: FIRST_ROW, column: FIRST_COLUMN + index, rows: days.length + 1, columns: 1 },
                style: { numberFormat: format },
              },
            ],
      ),
      ...groups().map(({ area }) => ({
        area,
        style: { fill: LIGHT, font: { bold: true, color: NAVY }, horizontal: 'center' as const },
      })),
      { area: across(HEADER_ROW), style: headStyle },
      {
        area: across(totalRow),
        style: { font: { bold: true }, fill: LIGHT, borders: { top: { style: 'medium', color: NAVY } } },
      },
    ],
    merges: [
      ...[0, 1, 2].map((row) => ({ row, column: FIRST_COLUMN, rows: 1, columns: LAST_COLUMN - FIRST_COLUMN + 1 })),
      ...groups().map(({ area }) => area),
    ].filter(({ columns }) => columns > 1),
    freeze: { rows: FIRST_ROW, columns: FIRST_COLUMN + 1 },
    activate: true,
  };
};
