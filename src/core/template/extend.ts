import type { DetectedTable } from '../detect/detected';
import { measureOfHeader } from '../detect/synonyms';
import { dictionaryValidations } from '../kpi/dictionary-help';
import { dictionaryCells, rowStyles } from '../kpi/dictionary-row';
import { DICTIONARY_COLUMNS, DICTIONARY_HEADERS, type DictionaryColumn } from '../kpi/dictionary-words';
import type { Kpi } from '../kpi/kpi';
import { kpiDraftOf } from '../kpi/kpi-draft';
import type { Language } from '../meteo/content';
import type { Area } from '../sheet/address';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { valueAt, type CellValue, type SheetSnapshot, type TableSnapshot } from '../sheet/snapshot';
import { dataColumns, measuresOfDomain } from './data-table';
import type { TemplateDomain } from './domains';
import { HEADER_ROW, inputSheet, type InputColumn } from './input-sheet';

/** A table of ours that a workbook has. */
export type Standing = { sheet: SheetSnapshot; table: TableSnapshot };

/** Fewer measures of a domain than these say nothing about what a table is for. */
const LEAST_MEASURES = 2;

/** Whether daily rows are made for a domain already, whatever columns somebody has taken out since. */
export const holdsDomain = ({ table }: Standing, domain: TemplateDomain): boolean => {
  const measures: readonly string[] = measuresOfDomain(domain);
  const held = table.columns.filter((header) => measures.includes(measureOfHeader(header)?.measure ?? ''));
  return held.length >= LEAST_MEASURES;
};

/** Whether nobody's work stands in an area: its cells are blank, or hold what an addition that was stopped on its way left. */
const isFree = (
  sheet: SheetSnapshot,
  { row, column, rows, columns }: Area,
  left: (row: number, column: number) => CellValue,
): boolean =>
  Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_unused, right) => {
      const value = valueAt(sheet, row + down, column + right);
      return value === '' || value === left(row + down, column + right);
    }),
  ).every((line) => line.every(Boolean));

/**
 * The daily table with a further domain's measures right of its columns; null where there is no room: something stands
 * there, the table was moved, or it shows a totals row.
 */
export const moreMeasures = ({ sheet, table }: Standing, domain: TemplateDomain, language: Language): SheetDraft | null => {
  const { area, columns } = table;
  const added = dataColumns(domain, language, columns.length);
  const last = (sheet.used?.row ?? 0) + (sheet.used?.rows ?? 0);
  const standard = area.row === HEADER_ROW && area.column === 0 && table.hasHeaders && !table.hasTotals;
  const beside = { row: 0, column: columns.length, rows: last, columns: added.length };
  const left = (row: number, column: number): string =>
    row === HEADER_ROW ? (added[column - columns.length]?.header ?? '') : '';
  if (!standard || !isFree(sheet, beside, left)) return null;
  const present = columns.map((header): InputColumn => ({ header, width: 78, help: '', rule: { any: true } }));
  const whole = inputSheet({
    name: sheet.name,
    table: table.name,
    title: '',
    hint: '',
    columns: [...present, ...added],
    rows: [],
    frozen: 0,
    language,
  });
  const isNew = (place: { column: number }): boolean => place.column >= columns.length;
  const header = { row: HEADER_ROW, column: columns.length, rows: 1, columns: added.length };
  const headerStyle = whole.styles?.find(
    ({ area: { row, rows }, style }) => row === HEADER_ROW && rows === 1 && style.fill,
  )?.style;
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [{ row: HEADER_ROW, column: 0, cells: [[...present, ...added].map((one): CellDraft => ({ text: one.header }))] }],
    columns: whole.columns?.filter(isNew) ?? [],
    styles: [
      ...(whole.styles ?? []).filter(({ area: place }) => isNew(place) && place.row === 0),
      ...(headerStyle ? [{ area: header, style: headerStyle }] : []),
      ...(whole.styles ?? []).filter(({ area: place }) => isNew(place) && place.row === HEADER_ROW),
    ],
    tables: [{ ...(whole.tables?.[0] ?? { name: table.name }), area: { ...area, columns: columns.length + added.length } }],
    validations: whole.validations?.filter(({ area: place }) => isNew(place)) ?? [],
    notes: whole.notes?.filter(isNew) ?? [],
  };
};

/** What a cell of a draft reads once it is written; a formula does not go before its table is there. */
const constantOf = (cell: CellDraft): CellValue => {
  if (cell === null || 'formula' in cell || 'empty' in cell) return '';
  if ('text' in cell) return cell.text;
  return 'number' in cell ? cell.number : cell.boolean;
};

/** The columns of a dictionary as somebody has arranged them; null for those that are not ours. */
const dictionaryColumns = ({ columns }: TableSnapshot): (DictionaryColumn | null)[] =>
  columns.map((header) => {
    const plain = header.trim().toLowerCase();
    const isOf = (column: DictionaryColumn): boolean =>
      (['fr', 'en'] as const).some((language) => DICTIONARY_HEADERS[language][column].toLowerCase() === plain);
    return DICTIONARY_COLUMNS.find(isOf) ?? null;
  });

type MoreKpis = { kpis: readonly Kpi[]; source: DetectedTable; language: Language; date1904: boolean };

/** The dictionary with rows for KPIs that it lacks, under its last; null where something stands there, or nothing lacks. */
export const moreKpis = ({ sheet, table }: Standing, { kpis, source, language, date1904 }: MoreKpis): SheetDraft | null => {
  const { area } = table;
  const columns = dictionaryColumns(table);
  const ids = columns.indexOf('id');
  const known = Array.from({ length: area.rows }, (_, row) => String(valueAt(sheet, area.row + row, area.column + ids)).trim());
  const lacking = kpis.filter(({ id }) => !known.includes(id));
  const at = area.row + area.rows;
  const lines = lacking.map((kpi) => {
    const cells = dictionaryCells(kpiDraftOf(kpi, source, language), { language, version: 1, date1904 });
    return columns.map((column): CellDraft => (column === null ? null : cells[column]));
  });
  const below = { ...area, row: at, rows: lacking.length };
  const left = (row: number, column: number): CellValue => constantOf(lines[row - at]?.[column - area.column] ?? null);
  if (lacking.length === 0 || ids < 0 || table.hasTotals || !isFree(sheet, below, left)) return null;
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [
      { row: area.row, column: area.column, cells: [table.columns.map((header): CellDraft => ({ text: header }))] },
      { row: at, column: area.column, cells: lines },
    ],
    styles: lacking.flatMap((kpi, index) =>
      rowStyles(kpi.unit, at + index, area.column, (column) => columns.indexOf(column)).filter(
        (style) => style.area.column >= area.column,
      ),
    ),
    tables: [{ name: table.name, area: { ...area, rows: area.rows + lacking.length }, style: 'TableStyleLight1' }],
    validations: dictionaryValidations(at, lacking.length, language, columns, area.column),
  };
};
