import type { CellDraft, SheetDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import type { Language, Weather } from './content';
import { readOwnTable, type OwnRow } from './ownTable';

/** A projection as it was printed, in the KPI's own unit. */
type PrintedProjection = { value: number; low: number; high: number };

/** One row of `tblMeteo`: what one météo said, so that the next one can check it. Dates are serials. */
export type HistoryRow = {
  number: number;
  /** `2026-S46–2026-S47`: keys of the first and last week. */
  period: string;
  start: number;
  /** Last day. */
  last: number;
  weather: Weather;
  /** Level by the rules; another than `weather` when a person changed it. */
  computed: Weather;
  rule: string;
  reason: string;
  /** KPI id → value printed, in the KPI's own unit. */
  values: Readonly<Record<string, number>>;
  /** KPI id → what was projected for the weeks that follow `last`. */
  projections: Readonly<Record<string, PrintedProjection>>;
  minutes: number | null;
  /** Day it was made. */
  issued: number;
  /** Day a person marked it as sent; null while it may still change. */
  sent: number | null;
  sheet: string;
};

type HistoryColumn =
  | 'number'
  | 'period'
  | 'start'
  | 'last'
  | 'weather'
  | 'computed'
  | 'rule'
  | 'reason'
  | 'values'
  | 'projections'
  | 'minutes'
  | 'issued'
  | 'sent'
  | 'sheet';

export const HISTORY_TABLE = 'tblMeteo';

const headers: Readonly<Record<Language, Readonly<Record<HistoryColumn, string>>>> = {
  fr: {
    number: 'Numéro',
    period: 'Période',
    start: 'Premier jour',
    last: 'Dernier jour',
    weather: 'Météo',
    computed: 'Météo calculée',
    rule: 'Règle',
    reason: 'Motif',
    values: 'Valeurs',
    projections: 'Projections',
    minutes: 'Minutes',
    issued: 'Faite le',
    sent: 'Envoyée le',
    sheet: 'Feuille',
  },
  en: {
    number: 'Number',
    period: 'Period',
    start: 'First day',
    last: 'Last day',
    weather: 'Weather',
    computed: 'Computed weather',
    rule: 'Rule',
    reason: 'Reason',
    values: 'Values',
    projections: 'Projections',
    minutes: 'Minutes',
    issued: 'Made on',
    sent: 'Sent on',
    sheet: 'Sheet',
  },
};

const columns = Object.keys(headers.fr) as HistoryColumn[];
const WIDTHS: Partial<Record<HistoryColumn, number>> = {
  rule: 240,
  reason: 180,
  values: 300,
  projections: 300,
  sheet: 120,
  period: 120,
};

const written = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([id, value]) => `${id} = ${value}`)
    .join(' ; ');

/** `in_offered = 12480 ; in_qs = 0.918`: numbers as every language of Excel leaves them, since this is text. */
const writeValues = (values: Readonly<Record<string, number>>): string =>
  written(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)])));

/** `in_offered = 12870 [12100 … 13640]`. */
const writeProjections = (projections: Readonly<Record<string, PrintedProjection>>): string =>
  written(
    Object.fromEntries(Object.entries(projections).map(([id, { value, low, high }]) => [id, `${value} [${low} … ${high}]`])),
  );

const parts = (text: string): [string, string][] =>
  text.split(' ; ').flatMap((part): [string, string][] => {
    const match = /^\s*(.+?) = (.+)$/.exec(part);
    return match ? [[match[1] ?? '', match[2] ?? '']] : [];
  });

const readValues = (text: string): Record<string, number> =>
  Object.fromEntries(parts(text).flatMap(([id, value]) => (Number.isFinite(Number(value)) ? [[id, Number(value)]] : [])));

const readProjections = (text: string): Record<string, PrintedProjection> =>
  Object.fromEntries(
    parts(text).flatMap(([id, value]) => {
      const match = /^(\S+) \[(\S+) … (\S+)\]$/.exec(value);
      const [projected, low, high] = (match ?? []).slice(1).map(Number);
      return projected !== undefined && low !== undefined && high !== undefined ? [[id, { value: projected, low, high }]] : [];
    }),
  );

const weatherNamed = (text: string): Weather | null => {
  for (const language of ['fr', 'en'] as const)
    for (const [weather, word] of Object.entries(vocabulary(language).weather))
      if (word.toLowerCase() === text.toLowerCase()) return weather as Weather;
  return null;
};

const rowOf = (row: OwnRow<HistoryColumn>): HistoryRow | null => {
  const number = row.number('number');
  const start = row.date('start');
  const last = row.date('last');
  const weather = weatherNamed(row.text('weather'));
  if (number === null || start === null || last === null || !weather) return null;
  return {
    number,
    period: row.text('period'),
    start,
    last,
    weather,
    computed: weatherNamed(row.text('computed')) ?? weather,
    rule: row.text('rule'),
    reason: row.text('reason'),
    values: readValues(row.text('values')),
    projections: readProjections(row.text('projections')),
    minutes: row.number('minutes'),
    issued: row.date('issued') ?? last + 1,
    sent: row.date('sent'),
    sheet: row.text('sheet'),
  };
};

/** The météos of a workbook, oldest first; none without `tblMeteo`. Rows that lost their number, days or icon are left out. */
export const readHistory = (workbook: WorkbookSnapshot): readonly HistoryRow[] =>
  readOwnTable(workbook, HISTORY_TABLE, headers)
    .flatMap((row) => rowOf(row) ?? [])
    .sort((a, b) => a.number - b.number);

/** The rows with one more; the row of the same period is replaced, so that making a page again does not number it again. */
export const withRow = (rows: readonly HistoryRow[], row: HistoryRow): readonly HistoryRow[] =>
  [...rows.filter((other) => other.number !== row.number), row].sort((a, b) => a.number - b.number);

const number = (value: number | null): CellDraft => (value === null ? null : { number: value });
const text = (value: string): CellDraft => (value === '' ? null : { text: value });

const cellsOf = (row: HistoryRow, language: Language): CellDraft[] => {
  const { weather } = vocabulary(language);
  const cells: Readonly<Record<HistoryColumn, CellDraft>> = {
    number: number(row.number),
    period: text(row.period),
    start: number(row.start),
    last: number(row.last),
    weather: text(weather[row.weather]),
    computed: text(weather[row.computed]),
    rule: text(row.rule),
    reason: text(row.reason),
    values: text(writeValues(row.values)),
    projections: text(writeProjections(row.projections)),
    minutes: number(row.minutes),
    issued: number(row.issued),
    sent: number(row.sent),
    sheet: text(row.sheet),
  };
  return columns.map((column) => cells[column]);
};

/** The history sheet with all its rows, `tblMeteo` from A1. At least one row: a table needs one. */
export const historyDraft = (rows: readonly HistoryRow[], language: Language): SheetDraft => {
  const body = rows.length > 0 ? rows.map((row) => cellsOf(row, language)) : [columns.map((): CellDraft => null)];
  const dates = (['start', 'last', 'issued', 'sent'] as const).map((column) => ({
    area: { row: 1, column: columns.indexOf(column), rows: body.length, columns: 1 },
    style: { numberFormat: 'dd/mm/yyyy' },
  }));
  return {
    name: vocabulary(language).sheets.history,
    owner: 'own',
    columns: columns.map((column, index) => ({ column: index, width: WIDTHS[column] ?? 81 })),
    blocks: [{ row: 0, column: 0, cells: [columns.map((column): CellDraft => ({ text: headers[language][column] })), ...body] }],
    styles: dates,
    tables: [
      {
        name: HISTORY_TABLE,
        area: { row: 0, column: 0, rows: body.length + 1, columns: columns.length },
        style: 'TableStyleLight1',
        showFilters: true,
      },
    ],
    freeze: { rows: 1, columns: 0 },
  };
};
