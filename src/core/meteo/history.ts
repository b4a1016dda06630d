import type { CellDraft } from '../sheet/draft';
import { toHostSerial } from '../period/serial';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import type { Language, Weather } from './content';
import { readEdits, type MeteoEdits } from './edits';
import { readOwnTable, type OwnRow } from './ownTable';

/** A projection as it was printed, in the KPI's own unit. */
export type PrintedProjection = { value: number; low: number; high: number };

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
  /** What a person changed on the page, so that it can be made again; absent for a page as drafted. */
  edits?: MeteoEdits;
};

export type HistoryColumn =
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
  | 'sheet'
  | 'edits';

export const HISTORY_TABLE = 'tblMeteo';

/** Headers of `tblMeteo`, which its rows are read by. */
export const HISTORY_HEADERS: Readonly<Record<Language, Readonly<Record<HistoryColumn, string>>>> = {
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
    edits: 'Modifications',
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
    edits: 'Changes',
  },
};

export const historyColumns = Object.keys(HISTORY_HEADERS.fr) as HistoryColumn[];

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

/** What a cell of Excel holds at most. Longer edits are not kept: the page they made is. */
const LONGEST_TEXT = 32_767;

const writeEdits = (edits: MeteoEdits | undefined): string => {
  const written = edits ? JSON.stringify(edits) : '';
  return written.length > LONGEST_TEXT ? '' : written;
};

/** The day of sending; a mark that is no day (`oui`) says that it was sent, and stands for the day it was made. */
const sentOf = (row: OwnRow<HistoryColumn>, issued: number): number | null =>
  row.date('sent') ?? (row.text('sent') === '' ? null : issued);

const rowOf = (row: OwnRow<HistoryColumn>): HistoryRow | null => {
  const number = row.number('number');
  const start = row.date('start');
  const last = row.date('last');
  const computed = weatherNamed(row.text('computed'));
  const weather = weatherNamed(row.text('weather')) ?? computed;
  if (number === null || start === null || last === null || !weather) return null;
  const issued = row.date('issued') ?? last + 1;
  const edits = readEdits(row.text('edits'));
  return {
    number,
    period: row.text('period'),
    start,
    last,
    weather,
    computed: computed ?? weather,
    rule: row.text('rule'),
    reason: row.text('reason'),
    values: readValues(row.text('values')),
    projections: readProjections(row.text('projections')),
    minutes: row.number('minutes'),
    issued,
    sent: sentOf(row, issued),
    sheet: row.text('sheet'),
    ...(edits && { edits }),
  };
};

/** The rows of `tblMeteo` that can be read, each with the 0-based row of the sheet where it stands. */
export const placedHistory = (workbook: WorkbookSnapshot): readonly { at: number; row: HistoryRow }[] =>
  readOwnTable(workbook, HISTORY_TABLE, HISTORY_HEADERS).flatMap((own) => {
    const row = rowOf(own);
    return row ? [{ at: own.row, row }] : [];
  });

/** The météos of a workbook, oldest first; none without `tblMeteo`. Rows that lost their number, days or icon are left out. */
export const readHistory = (workbook: WorkbookSnapshot): readonly HistoryRow[] =>
  placedHistory(workbook)
    .map(({ row }) => row)
    .sort((a, b) => a.number - b.number);

const number = (value: number | null): CellDraft => (value === null ? null : { number: value });
const text = (value: string): CellDraft => (value === '' ? null : { text: value });

/** The cells of a row. Dates become what a workbook that counts its days from 1904 has to hold where it does. */
export const historyCells = (
  row: HistoryRow,
  language: Language,
  date1904: boolean,
): Readonly<Record<HistoryColumn, CellDraft>> => {
  const { weather } = vocabulary(language);
  const date = (serial: number | null): CellDraft => number(serial === null ? null : toHostSerial(serial, date1904));
  return {
    number: number(row.number),
    period: text(row.period),
    start: date(row.start),
    last: date(row.last),
    weather: text(weather[row.weather]),
    computed: text(weather[row.computed]),
    rule: text(row.rule),
    reason: text(row.reason),
    values: text(writeValues(row.values)),
    projections: text(writeProjections(row.projections)),
    minutes: number(row.minutes),
    issued: date(row.issued),
    sent: date(row.sent),
    sheet: text(row.sheet),
    edits: text(writeEdits(row.edits)),
  };
};
