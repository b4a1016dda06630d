import { PERIOD_TABLES } from '../consolidation/words';
import { sheetNameFor } from '../consolidation/consolidate';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { readOwnTable, type OwnRow } from '../meteo/ownTable';
import { done, problem, refused, type Result } from '../problem';
import type { CellDraft, SheetDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, valueAt, type SheetSnapshot, type TableSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { vocabulary } from '../words/vocabulary';
import { ruleOfText } from './calculation';
import { checkKpi, idFor, type KnownKpi, type KpiIssue } from './check-kpi';
import { dictionarySheet } from './dictionary';
import { dictionarySteps } from './dictionary-read';
import { dictionaryValidations } from './dictionary-help';
import { dictionaryCells, internalRows, rowStyles } from './dictionary-row';
import { DICTIONARY_COLUMNS, DICTIONARY_HEADERS, DICTIONARY_TABLE, type DictionaryColumn } from './dictionary-words';
import type { Kpi } from './kpi';
import { kpiOfDraft, type KpiDraft } from './kpi-draft';

export type AddKpiRequest = {
  /** Table that the KPI is computed from. */
  table: DetectedTable;
  language: Language;
  /** Serial of the day it is: from when a changed definition holds where the form does not say. */
  today: number;
};

type Row = OwnRow<DictionaryColumn>;

/** The columns of a dictionary as somebody has arranged them; null for those that are not ours. */
const columnsOfTable = ({ columns }: TableSnapshot): readonly (DictionaryColumn | null)[] =>
  columns.map((header) => {
    const plain = header.trim().toLowerCase();
    return (
      DICTIONARY_COLUMNS.find((column) =>
        [DICTIONARY_HEADERS.fr[column], DICTIONARY_HEADERS.en[column]].some((known) => known.toLowerCase() === plain),
      ) ?? null
    );
  });

/** Columns that people fill in by hand: a row written again keeps them, a new version takes them over. */
const BY_HAND: readonly DictionaryColumn[] = ['owner', 'serves'];

const rowsOf = (workbook: WorkbookSnapshot): readonly Row[] =>
  readOwnTable(workbook, DICTIONARY_TABLE, DICTIONARY_HEADERS).filter((row) => !row.empty);

/** First row under the table's last one that holds something. */
const freeRow = (sheet: SheetSnapshot, { area }: TableSnapshot): number => {
  const blank = (row: number): boolean =>
    Array.from({ length: area.columns }, (_, offset) => valueAt(sheet, row, area.column + offset)).every((value) => value === '');
  let row = area.row + area.rows;
  while (row > area.row + 1 && blank(row - 1)) row--;
  while (!blank(row)) row++;
  return row;
};

/** Have figures been consolidated, or a météo been made, with the definitions that stand? */
const isInUse = (workbook: WorkbookSnapshot): boolean =>
  [...Object.values(PERIOD_TABLES), 'tblMeteo'].some((name) => findTable(workbook, name) !== null);

const changesFigures = (draft: KpiDraft, known: Kpi, table: DetectedTable): boolean => {
  const made = ruleOfText(draft, table);
  return made.ok && (JSON.stringify(made.rule) !== JSON.stringify(known.rule) || draft.unit !== known.unit);
};

/** The row to write over, or null for a new one, with its version and the day from which it holds. */
type Target = { row: Row | null; version: number; validFrom: number | null; former?: Row };

const targetOf = (
  workbook: WorkbookSnapshot,
  draft: KpiDraft,
  known: Kpi | undefined,
  request: AddKpiRequest,
): Target | KpiIssue => {
  const rows = rowsOf(workbook).filter((row) => row.text('id').toLowerCase() === draft.id.toLowerCase());
  const latest = rows.reduce<Row | null>(
    (most, row) => (most && (most.date('validFrom') ?? -Infinity) > (row.date('validFrom') ?? -Infinity) ? most : row),
    null,
  );
  if (!latest) return { row: null, version: 1, validFrom: draft.validFrom };
  const version = latest.number('version') ?? 1;
  const since = latest.date('validFrom');
  if (!known || !isInUse(workbook) || !changesFigures(draft, known, request.table))
    return { row: latest, version, validFrom: draft.validFrom ?? since };
  const validFrom = draft.validFrom ?? request.today;
  if (since !== null && validFrom <= since) return { field: 'validFrom', code: 'not-after', date: since };
  return { row: null, version: version + 1, validFrom, former: latest };
};

/** The dictionary's sheet with one row written, over its own or under the last; nothing else on it is touched. */
const withRow = (
  workbook: WorkbookSnapshot,
  found: { sheet: SheetSnapshot; table: TableSnapshot },
  draft: KpiDraft,
  { row, version, validFrom, former }: Target,
  language: Language,
): SheetDraft => {
  const { sheet, table } = found;
  const { area } = table;
  const columns = columnsOfTable(table);
  const at = row?.row ?? freeRow(sheet, table);
  const cells = dictionaryCells({ ...draft, validFrom }, { language, version, date1904: workbook.date1904 });
  const line = columns.map((column): CellDraft => {
    if (column === null) return null;
    if (!BY_HAND.includes(column)) return cells[column];
    return former ? { text: former.text(column) } : null;
  });
  const rows = Math.max(area.rows, at + 1 - area.row);
  const styles = rowStyles(draft.unit, at, area.column, (column) => columns.indexOf(column)).filter(
    (style) => style.area.column >= area.column,
  );
  return {
    name: sheet.name,
    owner: 'user',
    blocks: [
      // The headers as they are: a table whose headers are written too is kept, with the formulas that name it.
      { row: area.row, column: area.column, cells: [table.columns.map((text): CellDraft => ({ text }))] },
      { row: at, column: area.column, cells: [line] },
    ],
    styles,
    validations: dictionaryValidations(at, 1, language, columns, area.column),
    ...(row === null && { conditionalFormats: internalRows(at, 1, language, columns, area.column) }),
    tables: [{ name: table.name, area: { ...area, rows }, style: 'TableStyleLight1', showFilters: false }],
  };
};

/**
 * Adds a KPI to the dictionary, or changes the one of its id. A changed calculation of figures that were consolidated
 * already becomes a version of its own, valid from the form's date or from today: what is past keeps its definition. A
 * workbook without a dictionary gets one, with the proposed KPIs. Refused with the first issue of `checkKpi`.
 */
export function* addKpiSteps(workbook: WorkbookSnapshot, draft: KpiDraft, request: AddKpiRequest): Steps<Result<WorkbookDraft>> {
  const { table, language } = request;
  const { kpis } = yield* dictionarySteps(workbook, table, language);
  const refuse = (issue: KpiIssue) => refused(problem('kpi-refused', { kpi: draft.label.trim(), issue }));
  const others: readonly KnownKpi[] = kpis;
  const [issue] = checkKpi(draft, table, others);
  if (issue) return refuse(issue);
  const taken = [...others.map(({ id }) => id), ...rowsOf(workbook).map((row) => row.text('id'))];
  const named = { ...draft, id: draft.id.trim() === '' ? idFor(draft.label, taken) : draft.id.trim() };
  const found = findTable(workbook, DICTIONARY_TABLE);
  if (!found) {
    const made = ruleOfText(named, table);
    if (!made.ok) return refuse(made.fault);
    const name = sheetNameFor(workbook, DICTIONARY_TABLE, vocabulary(language).sheets.dictionary, new Set());
    const all = [...kpis.filter(({ id }) => id !== named.id), kpiOfDraft(named, made.rule)];
    return done({ sheets: [dictionarySheet(all, table, language, name)], names: [] });
  }
  const known = kpis.find(({ id }) => id.toLowerCase() === named.id.toLowerCase());
  const target = targetOf(workbook, named, known, request);
  if ('code' in target) return refuse(target);
  return done({ sheets: [withRow(workbook, found, named, target, language)], names: [] });
}
