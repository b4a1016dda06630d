import type { DetectedTable } from '../detect/detected';
import { sheetOfTable } from '../detect/places';
import type { Language } from '../meteo/content';
import { cellName, columnName } from '../sheet/address';
import type { CellDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import { valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import { groupFormula, type Group } from './by-group';
import { ROWS_PER_STEP } from './rows';
import { isAdditive, type ConsolidatedColumn } from './rule';
import type { SourcePlan } from './source';

/** Table of the groups; the same in both languages. */
export const GROUP_TABLE = 'tblSynthese';

/** More values than this are no groups to read but a list. */
export const MOST_GROUPS = 1_000;

type Words = Record<'sheet' | 'readingSheet' | 'title' | 'source' | 'rows' | 'group' | 'none' | 'total' | 'gap' | 'note', string>;

export const GROUP_WORDS: Record<Language, Words> = {
  fr: {
    sheet: 'Synthèse',
    readingSheet: 'Lecture synthèse',
    title: 'Indicateurs par',
    source: 'Source\u00a0: ',
    rows: 'Lignes lues',
    group: 'Groupe',
    none: '(vide)',
    total: 'Ensemble',
    gap: 'Écart',
    note: "Écart entre la somme des lignes et l'ensemble\u00a0: 0 quand chaque valeur a sa ligne.",
  },
  en: {
    sheet: 'Summary',
    readingSheet: 'Summary reading',
    title: 'Indicators by',
    source: 'Source: ',
    rows: 'Rows read',
    group: 'Group',
    none: '(empty)',
    total: 'All',
    gap: 'Gap',
    note: 'Gap between the sum of the rows and all: 0 when every value has its row.',
  },
};

/** Cell of the sheet that says how many rows of the source are read. */
export const ROWS_CELL = '$B$3';

/**
 * The values of a column that rows are grouped by, each once whatever the case, as first written and in that order; the
 * empty string for rows without one, last.
 */
export function* groupsOf(workbook: WorkbookSnapshot, table: DetectedTable, column: number): Steps<CellValue[]> {
  const sheet = sheetOfTable(workbook, table);
  const seen = new Map<string, CellValue>();
  for (let row = table.firstRow; sheet && row <= table.lastRow; row++) {
    const inRow = table.columns.some((candidate) => valueAt(sheet, row, candidate.column) !== '');
    const value = valueAt(sheet, row, column);
    const key = String(value).toLowerCase();
    if (inRow && !seen.has(key)) seen.set(key, value);
    if (row % ROWS_PER_STEP === 0) yield undefined;
  }
  const values = [...seen.values()];
  return [...values.filter((value) => value !== ''), ...values.filter((value) => value === '')];
}

export type GroupSheetRequest = {
  name: string;
  /** Header of the column that rows are grouped by. */
  header: string;
  groups: readonly CellValue[];
  /** Reference of that column over the source's rows. */
  reference: string;
  columns: readonly ConsolidatedColumn[];
  plan: SourcePlan;
  /** Formula (without `=`) of the number of rows that are read. */
  rows: string;
  /** What the rows come from, in words. */
  sourceText: string;
  language: Language;
};

const ROWS_ROW = 2;
const HEADER_ROW = 4;
const INK = '#1F2937';
const HEADER_FILL = '#1F4E79';
const RED = '#C62828';

const labelCell = (value: CellValue, none: string): CellDraft => {
  if (typeof value === 'number') return { number: value };
  return typeof value === 'boolean' ? { boolean: value } : { text: value === '' ? none : value };
};

/**
 * The sheet of the groups: a row for each value of a column, formulas over the source's rows, and under the table the figures
 * of all rows with their gap to the sum of the groups, which turns red when a new value has no row yet.
 */
export function* groupSheet(request: GroupSheetRequest): Steps<SheetDraft> {
  const { header, groups, reference, columns, plan, language } = request;
  const words = GROUP_WORDS[language];
  const width = columns.length + 1;
  const firstRow = HEADER_ROW + 1;
  const lastRow = HEADER_ROW + groups.length;
  const totalRow = lastRow + 2;
  const gapRow = totalRow + 1;
  const group = (value: CellValue, row: number): Group =>
    value === '' ? { reference, label: 'none' } : { reference, label: { cell: `$${cellName(row, 0)}`, value } };
  const formulas = (of: Group): CellDraft[] => columns.map(({ rule }) => ({ formula: groupFormula(rule, plan, of) }));
  const rows = yield* mapInSteps(groups, (value, index) => [
    labelCell(value, words.none),
    ...formulas(group(value, firstRow + index)),
  ]);
  const additive = columns.flatMap((column, index) => (isAdditive(column.rule) ? [index + 1] : []));
  const gaps = Array.from({ length: width }, (_, column): CellDraft => {
    if (column === 0) return { text: words.gap };
    const letters = columnName(column);
    return additive.includes(column)
      ? {
          formula: `=ROUND(SUM(${letters}${String(firstRow + 1)}:${letters}${String(lastRow + 1)})-N(${cellName(totalRow, column)}),6)`,
        }
      : { empty: true };
  });
  const widths = columns.map(({ label }) => Math.min(130, Math.max(72, 5.2 * Math.ceil(label.length / 2) + 26)));
  return {
    name: request.name,
    owner: 'own',
    tabColor: HEADER_FILL,
    showGridlines: false,
    columns: [
      {
        column: 0,
        width: Math.min(220, Math.max(90, 6 * Math.max(header.length, ...groups.map((value) => String(value).length)))),
      },
      ...widths.map((points, index) => ({ column: index + 1, width: points })),
    ],
    rows: [
      { row: 0, height: 24 },
      { row: HEADER_ROW, height: 32 },
    ],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: `${words.title} ${header}` }], [{ text: `${words.source}${request.sourceText}` }]] },
      { row: ROWS_ROW, column: 0, cells: [[{ text: words.rows }, { formula: `=${request.rows}` }]] },
      {
        row: HEADER_ROW,
        column: 0,
        cells: [[header, ...columns.map(({ label }) => label)].map((text): CellDraft => ({ text })), ...rows],
      },
      {
        row: totalRow,
        column: 0,
        cells: [[{ text: words.total }, ...formulas({ reference, label: groups.includes('') ? 'all' : 'filled' })], gaps],
      },
      { row: gapRow + 1, column: 0, cells: [[{ text: words.note }]] },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true, color: INK } } },
      { area: { row: 1, column: 0, rows: 2, columns: 2 }, style: { font: { size: 9, color: '#4B5563' }, horizontal: 'left' } },
      {
        area: { row: HEADER_ROW, column: 0, rows: 1, columns: width },
        style: {
          font: { bold: true, color: '#FFFFFF' },
          fill: HEADER_FILL,
          wrap: true,
          vertical: 'center',
          horizontal: 'center',
        },
      },
      { area: { row: firstRow, column: 0, rows: groups.length, columns: 1 }, style: { horizontal: 'left' } },
      ...columns.map((column, index): StyleDraft => ({
        area: { row: firstRow, column: index + 1, rows: groups.length + 3, columns: 1 },
        style: { numberFormat: column.numberFormat, horizontal: 'right' },
      })),
      {
        area: { row: totalRow, column: 0, rows: 2, columns: width },
        style: { font: { bold: true, color: INK }, borders: { top: { style: 'thin', color: '#9CA3AF' } } },
      },
      { area: { row: gapRow + 1, column: 0, rows: 1, columns: 1 }, style: { font: { size: 8, italic: true, color: '#4B5563' } } },
    ],
    tables: [
      {
        name: GROUP_TABLE,
        area: { row: HEADER_ROW, column: 0, rows: groups.length + 1, columns: width },
        style: 'TableStyleLight1',
        showFilters: false,
      },
    ],
    conditionalFormats: additive.map((column) => ({
      area: { row: gapRow, column, rows: 1, columns: 1 },
      formula: `=ABS(${cellName(gapRow, column)})>0.000001*MAX(1,ABS(N(${cellName(totalRow, column)})))`,
      style: { fontColor: '#FFFFFF', fill: RED, bold: true },
    })),
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      fit: { pagesWide: 1 },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
  };
}
