import type { DetectedTable } from '../detect/detected';
import { SOURCES_TABLE } from '../detect/mapping';
import type { MappingRows } from '../detect/mapping-rows';
import { tableArea } from '../detect/places';
import type { Language } from '../meteo/content';
import { closedRun, type Coverage } from '../period/coverage';
import type { PeriodKind } from '../period/period';
import { toHostSerial } from '../period/serial';
import { areaName, cellName, columnName, quoteSheet } from '../sheet/address';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { disorderFormula } from './by-rows';
import { describeRule } from './describe';
import { columnsOf, figureColumns, type ConsolidatedColumn } from './rule';
import type { SourcePlan } from './source';
import { mappingPart, SOURCES_PAGE, sourcesFrame } from './source-mapping';
import { CONSOLIDATION_WORDS } from './words';

/** Rows of the sheet Sources that other sheets refer to (column B, 0-based). */
const FACT_ROWS = {
  sheet: 2,
  range: 3,
  date: 4,
  rows: 5,
  read: 6,
  first: 7,
  last: 8,
  from: 9,
  to: 10,
  unread: 11,
  stop: 12,
  reached: 13,
  disorder: 14,
};
const TABLE_ROW = 17;

const LABELS: Record<Language, Record<keyof typeof FACT_ROWS, string>> = {
  fr: {
    sheet: 'Feuille',
    range: 'Tableau ou plage',
    date: 'Colonne des dates',
    rows: 'Lignes de données',
    read: 'Lignes lues',
    first: 'Premier jour avec des données',
    last: 'Dernier jour avec des données',
    from: 'Couvert à partir du',
    to: "Couvert jusqu'au",
    unread: 'Dates non lues',
    stop: 'Arrêté au',
    reached: 'Dernière date',
    disorder: 'Dates en désordre',
  },
  en: {
    sheet: 'Sheet',
    range: 'Table or range',
    date: 'Column of the dates',
    rows: 'Rows of data',
    read: 'Rows read',
    first: 'First day with data',
    last: 'Last day with data',
    from: 'Covered from',
    to: 'Covered to',
    unread: 'Dates not read',
    stop: 'Stopped on',
    reached: 'Last date',
    disorder: 'Dates out of order',
  },
};

const HEADERS: Record<Language, readonly string[]> = {
  fr: ['Identifiant', 'Libellé', 'Feuille', 'Tableau ou plage', 'Colonnes', 'Règle'],
  en: ['Id', 'Label', 'Sheet', 'Table or range', 'Columns', 'Rule'],
};

/** 31/12/9999, the last day that Excel knows. */
const LAST_SERIAL = '2958465';

/** How each consolidated figure is computed, in words. */
export const FIGURES_TABLE = 'tblChiffres';
export const READING_TABLE = 'tblLecture';

/** Cell of the sheet Sources that says how a column is computed, by its place among the columns. */
export const definitionCell = (index: number): string => cellName(TABLE_ROW + 1 + index, 1);

/** Absolute reference of a fact on the sheet Sources: `factCell('Sources', 'to')` is `'Sources'!$B$11`. */
export const factCell = (sheet: string, fact: keyof typeof FACT_ROWS): string =>
  `${quoteSheet(sheet)}!$B$${String(FACT_ROWS[fact] + 1)}`;

/** What the sheet Sources of a workbook says that its figures come from; null where it has none. */
export const consolidatedSource = (
  workbook: WorkbookSnapshot,
): { sources: string; sheet: string; range: string; rows: CellValue } | null => {
  const found = findTable(workbook, SOURCES_TABLE)?.sheet;
  if (!found) return null;
  const fact = (name: keyof typeof FACT_ROWS): CellValue => valueAt(found, FACT_ROWS[name], 1);
  // A mapping that was confirmed before any consolidation has no facts yet.
  if (fact('sheet') === '') return null;
  return { sources: found.name, sheet: String(fact('sheet')), range: String(fact('range')), rows: fact('rows') };
};

export type SourceSheetRequest = {
  name: string;
  table: DetectedTable;
  plan: SourcePlan;
  columns: readonly ConsolidatedColumn[];
  /** What each column of the source is, and where its header stands. */
  mapping: MappingRows;
  coverage: Coverage;
  capacity: number;
  language: Language;
  date1904: boolean;
  /** What one row of the source stands for. */
  step: PeriodKind;
  /** First day that is not over yet, when the caller knows it. */
  today?: number;
  /** The figures are read from the rows of each period, which stand in order of date. */
  ordered?: boolean;
  /** The sheet as it is, where it can be written again. */
  undo?: SheetDraft | undefined;
};

/** Last (1) or first (-1) day that a source covers, from the cell of its last or first date. */
const stretched = (date: string, coverage: Coverage, step: PeriodKind, direction: 1 | -1): string => {
  const forward = direction === 1;
  switch (step) {
    case 'day': {
      const runs = [1, 2, 3, 4, 5, 6, 7].map((weekday) => closedRun(weekday, coverage.openWeekdays, direction));
      if (runs.every((run) => run === 0)) return date;
      return `${date}${forward ? '+' : '-'}CHOOSE(WEEKDAY(${date},2),${runs.join(',')})`;
    }
    case 'week':
      return forward ? `${date}-WEEKDAY(${date},2)+7` : `${date}-WEEKDAY(${date},2)+1`;
    case 'month':
      return forward ? `DATE(YEAR(${date}),MONTH(${date})+1,0)` : `DATE(YEAR(${date}),MONTH(${date}),1)`;
    case 'year':
      return forward ? `DATE(YEAR(${date}),12,31)` : `DATE(YEAR(${date}),1,1)`;
  }
};

/** The cell under the last date of a range; null where the source's end does not hang on its dates being numbers. */
const cellUnder = (table: DetectedTable, { date, rows, readCell, reading }: SourcePlan): string | null => {
  const fixed = table.table !== undefined || table.kind === 'across' || /^\d+$/.test(rows);
  if (fixed || table.dateColumn === null || reading.some(({ kind }) => kind === 'date')) return null;
  return readCell(table.dateColumn, `ROWS(${date})+1`);
};

/** The sheet Sources: what the figures come from and up to when, live, and the rule of each figure, and what each column of the source is. */
export const sourcesSheet = (request: SourceSheetRequest): SheetDraft => {
  const { table, plan, columns, coverage, language, date1904 } = request;
  const labels = LABELS[language];
  const cell = (fact: keyof typeof FACT_ROWS): string => `$B$${String(FACT_ROWS[fact] + 1)}`;
  const header = (column: number): string =>
    table.columns.find((candidate) => candidate.column === column)?.header || columnName(column);
  const range = areaName(tableArea(table));
  const rules = columns.map(({ rule }) => rule);
  const figures = figureColumns(table, rules)
    .slice(0, 3)
    .map((column) => `ISNUMBER(${plan.column(column)})`);
  // A calendar prepared in advance has dates without figures: its days with data run from the first figure to the last.
  const dated = `SMALL(${plan.date},1+COUNTIF(${plan.date},"<=0"))`;
  const calendar = figures.length > 0 && table.kind !== 'events';
  const filled = `((${figures.join('+')})>0)`;
  const first = calendar
    ? `IFERROR(${LAST_SERIAL}-SUMPRODUCT(MAX(${filled}*(${plan.date}>0)*(${LAST_SERIAL}-${plan.date}))),${dated})`
    : dated;
  const last = calendar ? `IFERROR(SUMPRODUCT(MAX(${filled}*${plan.date})),MAX(${plan.date}))` : `MAX(${plan.date})`;
  const until = stretched(cell('last'), coverage, request.step, 1);
  const read = plan.reading.some((column) => column.kind === 'date');
  const dateCells = `COUNTA(${read ? plan.whole(table.dateColumn ?? 0) : plan.date})-COUNTIF(${plan.date},">0")`;
  const facts: Record<keyof typeof FACT_ROWS, CellDraft> = {
    sheet: { text: table.sheet },
    range: { text: table.table ?? range },
    date: { text: header(table.dateColumn ?? 0) },
    rows: { formula: `=${plan.rows}` },
    read: { formula: plan.reading.length > 0 ? `=MIN(${String(request.capacity)},${cell('rows')})` : `=${cell('rows')}` },
    first: { formula: `=INT(${first})` },
    last: { formula: `=INT(${last})` },
    from: { formula: `=${stretched(cell('first'), coverage, request.step, -1)}` },
    to: {
      formula: request.today === undefined ? `=${until}` : `=MIN(${until},${cell('stop')}-1)`,
    },
    unread: { formula: `=${dateCells}` },
    stop: request.today === undefined ? { text: '' } : { number: toHostSerial(request.today, date1904) },
    reached: { formula: `=INT(MAX(${plan.date}))` },
    disorder: { formula: disorderFormula(plan.date, cellUnder(table, plan)) },
  };
  const names = Object.keys(FACT_ROWS) as (keyof typeof FACT_ROWS)[];
  const described = columns.map((column): CellDraft[] => [
    { text: column.id },
    { text: column.label },
    { text: table.sheet },
    { text: table.table ?? range },
    { text: columnsOf(column.rule).map(header).join(' · ') },
    { text: describeRule(column.rule, header, language) },
  ]);
  const mapped = mappingPart(request.mapping, TABLE_ROW + columns.length + 4, language);
  const dateRow = (fact: keyof typeof FACT_ROWS) => ({
    area: { row: FACT_ROWS[fact], column: 1, rows: 1, columns: 1 },
    style: { numberFormat: 'dd/mm/yyyy', horizontal: 'left' as const },
  });
  return {
    ...sourcesFrame(request.name, 300),
    blocks: [
      { row: 0, column: 0, cells: [[{ text: CONSOLIDATION_WORDS[language].sourcesSheet }]] },
      ...names.map((fact) => ({ row: FACT_ROWS[fact], column: 0, cells: [[{ text: labels[fact] }, facts[fact]]] })),
      { row: TABLE_ROW, column: 0, cells: [HEADERS[language].map((text): CellDraft => ({ text })), ...described] },
      ...mapped.blocks,
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true } } },
      { area: { row: 2, column: 1, rows: 13, columns: 1 }, style: { horizontal: 'left' } },
      ...(['first', 'last', 'from', 'to', 'stop', 'reached'] as const).map(dateRow),
      ...mapped.styles,
    ],
    tables: [
      ...mapped.tables,
      {
        name: FIGURES_TABLE,
        area: { row: TABLE_ROW, column: 0, rows: columns.length + 1, columns: 6 },
        style: 'TableStyleLight1',
        showFilters: false,
      },
    ],
    conditionalFormats: [
      {
        area: { row: FACT_ROWS.read, column: 1, rows: 1, columns: 1 },
        formula: `=${cell('read')}<>${cell('rows')}`,
        style: { fontColor: '#FFFFFF', fill: '#C62828', bold: true },
      },
      {
        area: { row: FACT_ROWS.unread, column: 1, rows: 1, columns: 1 },
        formula: `=${cell('unread')}>0`,
        style: { fontColor: '#FFFFFF', fill: '#C62828', bold: true },
      },
      ...(request.ordered
        ? [
            {
              area: { row: FACT_ROWS.disorder, column: 1, rows: 1, columns: 1 },
              formula: `=NOT(IFERROR(${cell('disorder')}=0,FALSE))`,
              style: { fontColor: '#FFFFFF', fill: '#C62828', bold: true },
            },
          ]
        : []),
    ],
    page: SOURCES_PAGE,
    ...(request.undo && { undo: request.undo }),
  };
};

/** The reading sheet: one row for each row of the source and some to spare, one column for each conversion. */
export const readingSheet = (
  request: Pick<SourceSheetRequest, 'name' | 'plan' | 'table' | 'capacity' | 'language'>,
): SheetDraft => {
  const { plan, table, capacity, language } = request;
  const words = CONSOLIDATION_WORDS[language];
  const headers = plan.reading.map(({ column, kind }) => {
    const header = table.columns.find((candidate) => candidate.column === column)?.header || columnName(column);
    return kind === 'rank' ? `${words.code} ${header}` : header;
  });
  const rows = Array.from({ length: capacity }, (_, index): CellDraft[] => [
    { number: index + 1 },
    ...plan.reading.map(({ column, formula }): CellDraft => ({
      formula: formula(plan.readCell(column, `$A${String(index + 2)}`), plan.whole(column)),
    })),
  ]);
  return {
    name: request.name,
    owner: 'own',
    visibility: 'hidden',
    columns: [{ column: 0, count: headers.length + 1, width: 90 }],
    blocks: [{ row: 0, column: 0, cells: [[words.line, ...headers].map((text): CellDraft => ({ text })), ...rows] }],
    styles: plan.reading.flatMap(({ kind }, index) =>
      kind === 'date'
        ? [{ area: { row: 1, column: index + 1, rows: capacity, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }]
        : [],
    ),
    tables: [
      {
        name: READING_TABLE,
        area: { row: 0, column: 0, rows: capacity + 1, columns: headers.length + 1 },
        style: 'TableStyleLight1',
        showFilters: false,
      },
    ],
  };
};
