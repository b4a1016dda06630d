import { describeRule } from '../consolidation/describe';
import type { Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { plainText } from '../detect/words';
import type { Language } from '../meteo/content';
import { readOwnTable, type OwnRow } from '../meteo/ownTable';
import { columnName } from '../sheet/address';
import type { CellDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import {
  CALCULATION_WORDS,
  DICTIONARY_HEADERS,
  DIRECTION_WORDS,
  keyOfWord,
  UNIT_WORDS,
  type DictionaryColumn,
} from './dictionary-words';
import type { Kpi, Thresholds } from './kpi';
import { numberFormatOfUnit } from './propose';

export const DICTIONARY_TABLE = 'tblKpi';

const COLUMNS = Object.keys(DICTIONARY_HEADERS.fr) as DictionaryColumn[];
const THRESHOLD_COLUMNS: readonly DictionaryColumn[] = ['objective', 'green', 'greenHigh', 'amber', 'amberHigh'];
const HEADER_ROW = 2;

const NOTES: Record<Language, string> = {
  fr: 'Changer un seuil ici suffit : les couleurs des autres feuilles suivent. Les seuils non confirmés sont des propositions.',
  en: 'Editing a threshold here is enough: the colours of the other sheets follow. Thresholds not confirmed are proposals.',
};

/** 0-based column of the dictionary's sheet: `dictionaryColumn('green')` is 8. */
export const dictionaryColumn = (column: DictionaryColumn): number => COLUMNS.indexOf(column);

const numberOrEmpty = (value: number | null | undefined): CellDraft =>
  value === null || value === undefined ? { empty: true } : { number: value };

/** What a rule divides and by what, in words. */
const partsOf = (rule: Rule, header: (column: number) => string, language: Language): { top: string; bottom: string } =>
  rule.kind === 'ratio'
    ? { top: describeRule(rule.numerator, header, language), bottom: describeRule(rule.denominator, header, language) }
    : rule.kind === 'weightedMean'
      ? { top: header(rule.value), bottom: header(rule.weight) }
      : 'column' in rule && rule.kind !== 'countWhere'
        ? { top: header(rule.column), bottom: '' }
        : { top: describeRule(rule, header, language), bottom: '' };

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
  const { yes, no, sheets } = vocabulary(language);
  const header = (column: number): string =>
    table.columns.find((candidate) => candidate.column === column)?.header || columnName(column);
  const rows = kpis.map((kpi): CellDraft[] => {
    const { top, bottom } = partsOf(kpi.rule, header, language);
    const cells: Record<DictionaryColumn, CellDraft> = {
      id: { text: kpi.id },
      label: { text: kpi.label },
      unit: { text: UNIT_WORDS[language][kpi.unit] },
      direction: { text: DIRECTION_WORDS[language][kpi.direction] },
      aggregation: { text: CALCULATION_WORDS[language][kpi.rule.kind] },
      numerator: { text: top },
      denominator: { text: bottom },
      objective: numberOrEmpty(kpi.objective),
      green: numberOrEmpty(kpi.thresholds?.green),
      greenHigh: numberOrEmpty(kpi.thresholds?.greenHigh),
      amber: numberOrEmpty(kpi.thresholds?.amber),
      amberHigh: numberOrEmpty(kpi.thresholds?.amberHigh),
      key: { text: kpi.key ? yes : no },
      internal: { text: kpi.internal ? yes : no },
      confirmed: { text: kpi.thresholds === null ? '' : kpi.thresholdsProposed ? no : yes },
      owner: { empty: true },
      serves: { empty: true },
      validFrom: { empty: true },
      version: { number: 1 },
    };
    return COLUMNS.map((column) => cells[column]);
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
        cells: [COLUMNS.map((column): CellDraft => ({ text: DICTIONARY_HEADERS[language][column] })), ...rows],
      },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true } } },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { font: { size: 9, color: '#4B5563' } } },
      {
        area: { row: HEADER_ROW, column: 0, rows: 1, columns: COLUMNS.length },
        style: { wrap: true, vertical: 'center', font: { bold: true, color: '#FFFFFF' }, fill: '#1F4E79' },
      },
      ...kpis.map((kpi, index): StyleDraft => ({
        area: { row: first + index, column: dictionaryColumn('objective'), rows: 1, columns: THRESHOLD_COLUMNS.length },
        style: { numberFormat: kpi.unit === 'percent' ? '0.##%' : numberFormatOfUnit(kpi.unit), fill: '#FFF9E5' },
      })),
      {
        area: { row: first, column: dictionaryColumn('validFrom'), rows: Math.max(1, kpis.length), columns: 1 },
        style: { numberFormat: 'dd/mm/yyyy' },
      },
    ],
    tables: [
      {
        name: DICTIONARY_TABLE,
        area: { row: HEADER_ROW, column: 0, rows: Math.max(1, rows.length) + 1, columns: COLUMNS.length },
        style: 'TableStyleLight1',
        showFilters: false,
      },
    ],
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

type Row = OwnRow<DictionaryColumn>;

const thresholdsIn = (row: Row): Thresholds | null => {
  const green = row.number('green');
  const amber = row.number('amber');
  if (green === null || amber === null) return null;
  const greenHigh = row.number('greenHigh');
  const amberHigh = row.number('amberHigh');
  return { green, amber, ...(greenHigh !== null && { greenHigh }), ...(amberHigh !== null && { amberHigh }) };
};

/** Rule of a row that the user added: its calculation over columns named by their headers. */
const ruleIn = (row: Row, table: DetectedTable): Rule | null => {
  const column = (header: string): number | null =>
    header === '' ? null : (table.columns.find((candidate) => plainText(candidate.header) === plainText(header))?.column ?? null);
  const kind = keyOfWord(CALCULATION_WORDS, row.text('aggregation'));
  if (kind === 'count') return { kind };
  const top = column(row.text('numerator'));
  const bottom = column(row.text('denominator'));
  if (top === null || kind === null) return null;
  switch (kind) {
    case 'ratio':
      return bottom === null
        ? null
        : { kind, numerator: { kind: 'sum', column: top }, denominator: { kind: 'sum', column: bottom } };
    case 'weightedMean':
      return bottom === null ? null : { kind, value: top, weight: bottom };
    case 'sum':
    case 'distinct':
    case 'mean':
    case 'last':
    case 'min':
    case 'max':
      return { kind, column: top };
    default:
      return null;
  }
};

/**
 * The KPIs of a workbook's dictionary, as the user left them; null when it has none. A row of a proposed KPI takes its
 * rule from there and everything else from its cells; a row of the user's own is computed from the columns that it names,
 * and left out when the table does not have them.
 */
export const readDictionary = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  proposed: readonly Kpi[],
): readonly Kpi[] | null => {
  if (!findTable(workbook, DICTIONARY_TABLE)) return null;
  const says = (text: string): boolean =>
    [vocabulary('fr').yes, vocabulary('en').yes, 'x', '1', 'true', 'vrai'].includes(text.toLowerCase());
  return readOwnTable(workbook, DICTIONARY_TABLE, DICTIONARY_HEADERS).flatMap((row): Kpi[] => {
    const id = row.text('id');
    const known = proposed.find((kpi) => kpi.id === id);
    const rule = known?.rule ?? ruleIn(row, table);
    if (row.empty || id === '' || !rule) return [];
    const thresholds = thresholdsIn(row);
    return [
      {
        id,
        label: row.text('label') || known?.label || id,
        unit: keyOfWord(UNIT_WORDS, row.text('unit')) ?? known?.unit ?? 'number',
        direction: keyOfWord(DIRECTION_WORDS, row.text('direction')) ?? known?.direction ?? 'neutral',
        rule,
        objective: row.number('objective'),
        thresholds,
        thresholdsProposed: thresholds !== null && !says(row.text('confirmed')),
        key: says(row.text('key')),
        internal: says(row.text('internal')),
      },
    ];
  });
};
