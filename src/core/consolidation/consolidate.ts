import type { DetectedTable } from '../detect/detected';
import { SOURCES_TABLE } from '../detect/mapping';
import { mappingRows } from '../detect/mapping-rows';
import { sheetOfTable } from '../detect/places';
import type { Language } from '../meteo/content';
import type { PeriodKind } from '../period/period';
import { done, problem, refused, type Problem, type Result } from '../problem';
import { MAX_SHEET_NAME } from '../sheet/address';
import type { SheetDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, isBlankSheet, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, eachInSteps, mapInSteps, type Steps } from '../steps';
import { isWritable } from './formula-length';
import { isInOrder, rowsToWrite } from './period-plan';
import { periodSheet } from './period-sheet';
import { proposeColumns } from './propose';
import { readRowsSteps } from './rows';
import { columnsOf, rulesOfColumn, type ConsolidatedColumn } from './rule';
import { confirmedSheet } from './source-mapping';
import { planSourceSteps, type PlanPlaces } from './source';
import { definitionCell, factCell, readingSheet, READING_TABLE, sourcesSheet } from './source-sheets';
import { CONSOLIDATION_WORDS, PERIOD_TABLES } from './words';

export type ConsolidationRequest = {
  workbook: WorkbookSnapshot;
  table: DetectedTable;
  /** What to consolidate; absent or empty: what `proposeColumns` finds. */
  columns?: readonly ConsolidatedColumn[];
  /** Kinds of period to write, in the order of their sheets. */
  kinds: readonly PeriodKind[];
  language: Language;
  /** Serial of a day that is not over: the period that holds it is incomplete. */
  today?: number;
};

const FINENESS: Record<PeriodKind, number> = { day: 0, week: 1, month: 2, year: 3 };
const ALL_KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/** Labels as a table's headers need them: each once whatever the case, none like the first four. */
const uniqueLabels = (columns: readonly ConsolidatedColumn[], language: Language): ConsolidatedColumn[] => {
  const words = CONSOLIDATION_WORDS[language];
  const taken = new Set(
    [...Object.values(words.key), words.start, words.end, words.complete, ...Object.values(words.rows)].map((text) =>
      text.toLowerCase(),
    ),
  );
  return columns.map((column) => {
    const stem = column.label.replace(/\s+/g, ' ').trim() || column.id;
    let label = stem;
    for (let copy = 2; taken.has(label.toLowerCase()); copy++) label = `${stem} (${String(copy)})`;
    taken.add(label.toLowerCase());
    return { ...column, label };
  });
};

/**
 * Sheet that holds one of our tables, as its user calls it now; else the title, beside a sheet of the user's of that name. A
 * blank one of that name is taken: a write that was stopped may have left it.
 */
export const sheetNameFor = (workbook: WorkbookSnapshot, table: string, title: string, taken: Set<string>): string => {
  const existing = findTable(workbook, table);
  let name = existing?.sheet.name ?? title;
  const busy = (candidate: string): boolean =>
    taken.has(candidate.toLowerCase()) ||
    (!existing && workbook.sheets.some((sheet) => !isBlankSheet(sheet) && sheet.name.toLowerCase() === candidate.toLowerCase()));
  for (let copy = 2; busy(name); copy++) name = `${title} (${String(copy)})`.slice(0, MAX_SHEET_NAME);
  taken.add(name.toLowerCase());
  return name;
};

/** Rows that the reading sheet holds: today's data and some beyond it, so that a few months of new rows flow in. */
export const readingCapacity = (rows: number): number => rows + Math.max(250, Math.ceil(rows * 0.25));

/** Kinds that a source can be split into, and a problem for each that is finer than its rows. */
const possibleKinds = (
  table: DetectedTable,
  step: PeriodKind,
  kinds: readonly PeriodKind[],
): { kinds: PeriodKind[]; problems: Problem[] } => {
  const asked = ALL_KINDS.filter((kind) => kinds.includes(kind));
  if (step === 'day') return { kinds: asked, problems: [] };
  const finer = asked.filter((kind) => FINENESS[kind] < FINENESS[step]);
  return {
    kinds: asked.filter((kind) => !finer.includes(kind)),
    problems: finer.map((kind) => problem('period-too-fine', { asked: kind, step }, { sheet: table.sheet })),
  };
};

/**
 * The consolidation of a table as sheets to write: Jour, Semaine, Mois, Année (those asked for), Sources, and a hidden
 * reading sheet where dates or numbers are typed as text. Formulas only, each from the rows, never from another
 * consolidated sheet. A figure whose formula would be too long for Excel is left out, with a problem. Refused when the table
 * has no date, nothing to consolidate, or only periods finer than its rows.
 */
export const consolidate = (request: ConsolidationRequest): Result<WorkbookDraft> => atOnce(consolidateSteps(request));

/** The same in steps of some milliseconds. */
export function* consolidateSteps(request: ConsolidationRequest): Steps<Result<WorkbookDraft>> {
  const { workbook, table, language } = request;
  const words = CONSOLIDATION_WORDS[language];
  if (workbook.structureProtected)
    return refused(problem('workbook-protected', { sheets: Object.values(words.sheets).join(', ') }));
  const sheet = sheetOfTable(workbook, table);
  const rows = yield* readRowsSteps(workbook, table);
  if (!sheet || !rows) return refused(problem('sheet-not-found', { name: table.sheet }));
  yield undefined;
  const { coverage } = rows;
  if (!coverage) return refused(problem('no-dates', { sheets: workbook.sheets.length }));
  const proposal = request.columns?.length ? { columns: request.columns, problems: [] } : proposeColumns(table, language);
  if (proposal.columns.length === 0) return refused(proposal.problems[0] ?? problem('no-measures', {}));
  const labelled = uniqueLabels(proposal.columns, language);
  const possible = possibleKinds(table, rows.step, request.kinds);
  const [tooFine] = possible.problems;
  if (possible.kinds.length === 0 && tooFine) return refused(tooFine);

  const taken = new Set<string>();
  const sourcesName = sheetNameFor(workbook, SOURCES_TABLE, words.sourcesSheet, taken);
  const readingName = sheetNameFor(workbook, READING_TABLE, words.readingSheet, taken);
  const capacity = readingCapacity(rows.count);
  const places: PlanPlaces = { rowsCell: factCell(sourcesName, 'read'), readingSheet: readingName, capacity };
  const rules = labelled.flatMap(rulesOfColumn);
  yield undefined;
  const plan = yield* planSourceSteps(workbook, sheet, table, rules, places);
  if (!plan) return refused(problem('dates-unread', { count: rows.count, sample: firstDateText(table) }, { sheet: table.sheet }));
  const { date1904 } = workbook;
  const common = {
    table,
    plan,
    step: rows.step,
    capacity,
    language,
    date1904,
    ...(request.today !== undefined && { today: request.today }),
  };
  const ordered = isInOrder(rows);
  const wholeDays = rows.dates.every((_, row) => (rows.moment(row) ?? 0) % 1 === 0);
  yield undefined;
  const writable = yield* mapInSteps(labelled, (column) => isWritable(column, plan, ordered));
  const columns = labelled.filter((_, index) => writable[index]);
  const tooLong = labelled
    .filter((column) => !columns.includes(column))
    .map(({ label }) => problem('formula-too-long', { kpi: label }, { sheet: table.sheet }));
  const [long] = tooLong;
  if (columns.length === 0 && long) return refused(long);
  const defined = columns.map((column, index) => ({
    definition: { sheet: sourcesName, cell: definitionCell(index) },
    ...column,
  }));
  const sourceText = table.table ? `${table.sheet.trim()} (${table.table})` : table.sheet.trim();
  const facts = {
    from: factCell(sourcesName, 'from'),
    to: factCell(sourcesName, 'to'),
    reached: factCell(sourcesName, 'reached'),
    disorder: factCell(sourcesName, 'disorder'),
  };
  const sheets: SheetDraft[] = yield* eachInSteps(possible.kinds, function* (kind) {
    const name = sheetNameFor(workbook, PERIOD_TABLES[kind], words.sheets[kind], taken);
    const prepared = yield* rowsToWrite(coverage, kind);
    return yield* periodSheet({
      kind,
      name,
      rows: prepared,
      columns: defined,
      source: plan,
      ordered,
      wholeDays,
      sourceText,
      facts,
      language,
      date1904,
    });
  });
  const mapping = mappingRows(workbook, table, rules.flatMap(columnsOf), language);
  const measured = (yield* rows.measuredSteps(rules)) ?? coverage;
  yield undefined;
  const undo = confirmedSheet(workbook, table, language);
  sheets.push(sourcesSheet({ ...common, name: sourcesName, columns, mapping, coverage: measured, ordered, undo }));
  if (plan.reading.length > 0) sheets.push(readingSheet({ ...common, name: readingName }));
  return done({ sheets, names: [...plan.names, ...mapping.names] }, [...possible.problems, ...proposal.problems, ...tooLong]);
}

const firstDateText = (table: DetectedTable): string =>
  table.columns.find((column) => column.column === table.dateColumn)?.sample ?? '';
