import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import type { CellDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import { vocabulary } from '../words/vocabulary';
import { dictionaryValidations } from './dictionary-help';
import { dictionaryCells, internalRows, rowStyles } from './dictionary-row';
import { DICTIONARY_COLUMNS, DICTIONARY_HEADERS, DICTIONARY_TABLE } from './dictionary-words';
import type { Kpi } from './kpi';
import { kpiDraftOf } from './kpi-draft';

const HEADER_ROW = 2;

const NOTES: Record<Language, string> = {
  fr: 'Changer un seuil ici suffit : les couleurs des autres feuilles suivent. Les seuils non confirmés sont des propositions.',
  en: 'Editing a threshold here is enough: the colours of the other sheets follow. Thresholds not confirmed are proposals.',
};

/**
 * The dictionary's sheet, for a workbook that has none: one row a KPI, thresholds in cells that colours point at. `name`
 * where another sheet has its usual one.
 */
export const dictionarySheet = (
  kpis: readonly Kpi[],
  table: DetectedTable,
  language: Language,
  name = vocabulary(language).sheets.dictionary,
): SheetDraft => {
  const { sheets } = vocabulary(language);
  const rows = kpis.map((kpi): CellDraft[] => {
    const cells = dictionaryCells(kpiDraftOf(kpi, table, language), { language, version: 1 });
    return DICTIONARY_COLUMNS.map((column) => cells[column]);
  });
  const first = HEADER_ROW + 1;
  return {
    name,
    owner: 'own',
    tabColor: '#6B7280',
    showGridlines: false,
    columns: [
      { column: 0, width: 96 },
      { column: 1, width: 190 },
      { column: 2, count: 2, width: 72 },
      { column: 4, width: 110 },
      { column: 5, count: 2, width: 190 },
      { column: 7, count: 5, width: 66 },
      { column: 12, count: 3, width: 66 },
      { column: 15, count: 2, width: 140 },
      { column: 17, count: 2, width: 72 },
    ],
    rows: [{ row: HEADER_ROW, height: 32 }],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: sheets.dictionary }], [{ text: NOTES[language] }]] },
      {
        row: HEADER_ROW,
        column: 0,
        cells: [DICTIONARY_COLUMNS.map((column): CellDraft => ({ text: DICTIONARY_HEADERS[language][column] })), ...rows],
      },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true } } },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { font: { size: 9, color: '#4B5563' } } },
      {
        area: { row: HEADER_ROW, column: 0, rows: 1, columns: DICTIONARY_COLUMNS.length },
        style: { wrap: true, vertical: 'center', font: { bold: true, color: '#FFFFFF' }, fill: '#1F4E79' },
      },
      ...kpis.flatMap((kpi, index): StyleDraft[] => rowStyles(kpi.unit, first + index, 0)),
    ],
    tables: [
      {
        name: DICTIONARY_TABLE,
        area: { row: HEADER_ROW, column: 0, rows: Math.max(1, rows.length) + 1, columns: DICTIONARY_COLUMNS.length },
        style: 'TableStyleLight1',
        showFilters: false,
      },
    ],
    conditionalFormats: internalRows(first, Math.max(1, kpis.length), language),
    validations: dictionaryValidations(first, Math.max(1, rows.length), language),
    freeze: { rows: HEADER_ROW + 1, columns: 2 },
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      fit: { pagesWide: 1 },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
  };
};
