import { columnNamed } from '../detect/columnNamed';
import type { DetectedTable } from '../detect/detected';
import { sheetOfTable } from '../detect/places';
import type { Language } from '../meteo/content';
import { done, problem, refused, type Result } from '../problem';
import { quoteSheet } from '../sheet/address';
import type { WorkbookDraft } from '../sheet/draft';
import type { CellValue, WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, mapInSteps, type Steps } from '../steps';
import { readingCapacity, sheetNameFor } from './consolidate';
import { isGroupWritable } from './formula-length';
import { GROUP_TABLE, groupSheet, groupsOf, GROUP_WORDS, MOST_GROUPS, ROWS_CELL } from './group-sheet';
import { proposeColumns } from './propose';
import type { ConsolidatedColumn, Rule } from './rule';
import { planSourceSteps } from './source';
import { readingSheet } from './source-sheets';

/** Reading sheet of the groups: that of the periods belongs to what they are computed from. */
const GROUP_READING_TABLE = 'tblLectureSynthese';

export type GroupRequest = {
  workbook: WorkbookSnapshot;
  table: DetectedTable;
  /** Column whose values make the rows, as a person calls it: a header, or a letter. */
  group: string;
  /** What to show of each group; absent or empty: what `proposeColumns` finds. */
  columns?: readonly ConsolidatedColumn[];
  language: Language;
};

/** True for a rule that asks for the latest date: nothing that a table without dates can tell. */
const needsDates = (rule: Rule): boolean => {
  switch (rule.kind) {
    case 'last':
    case 'atLast':
      return true;
    case 'ratio':
      return needsDates(rule.numerator) || needsDates(rule.denominator);
    case 'combination':
      return rule.terms.some((term) => needsDates(term.rule));
    default:
      return false;
  }
};

function* groupsIn({ workbook, table, group }: GroupRequest): Steps<Result<{ column: number; groups: readonly CellValue[] }>> {
  const place = { sheet: table.sheet };
  const column = columnNamed(table, group);
  if (column === null) return refused(problem('column-not-found', { name: group.trim() }, place));
  const groups = yield* groupsOf(workbook, table, column);
  return groups.length > MOST_GROUPS
    ? refused(problem('too-many-groups', { column: group.trim(), count: groups.length, most: MOST_GROUPS }, place))
    : done({ column, groups });
}

/**
 * What the rows of each project, product family or team add up to, as a sheet to write: Synthèse, a row a value of a column,
 * formulas only; with a hidden reading sheet where numbers are typed as text. It needs no dates, but for rules that ask for
 * the latest. Refused when there is no such column, when it has a thousand values, or when there is nothing to show.
 */
export const consolidateGroups = (request: GroupRequest): Result<WorkbookDraft> => atOnce(consolidateGroupsSteps(request));

/** The same in steps of some milliseconds. */
export function* consolidateGroupsSteps(request: GroupRequest): Steps<Result<WorkbookDraft>> {
  const { workbook, table, language } = request;
  const words = GROUP_WORDS[language];
  if (workbook.structureProtected) return refused(problem('workbook-protected', { sheets: words.sheet }));
  const sheet = sheetOfTable(workbook, table);
  if (!sheet) return refused(problem('sheet-not-found', { name: table.sheet }));
  const found = yield* groupsIn(request);
  if (!found.ok) return found;
  const { column, groups } = found.value;
  const proposal = request.columns?.length ? { columns: request.columns, problems: [] } : proposeColumns(table, language);
  const asked = proposal.columns.filter(({ rule }) => table.dateColumn !== null || !needsDates(rule));
  if (asked.length === 0) return refused(proposal.problems[0] ?? problem('no-measures', {}, { sheet: table.sheet }));

  const taken = new Set<string>();
  const name = sheetNameFor(workbook, GROUP_TABLE, words.sheet, taken);
  const readingName = sheetNameFor(workbook, GROUP_READING_TABLE, words.readingSheet, taken);
  const capacity = readingCapacity(table.lastRow - table.firstRow + 1);
  const read: readonly Rule[] = [...asked.map(({ rule }) => rule), { kind: 'countWhere', column, text: '' }];
  const plan = yield* planSourceSteps(workbook, sheet, table, read, {
    rowsCell: `${quoteSheet(name)}!${ROWS_CELL}`,
    readingSheet: readingName,
    capacity,
    key: column,
    base: words.sheet,
  });
  if (!plan) return refused(problem('no-dates', { sheets: workbook.sheets.length }, { sheet: table.sheet }));
  // A reading sheet runs downwards: beside it, the labels of an `across` table are read from their copy there.
  const reference = table.kind === 'across' ? plan.column(column) : plan.whole(column);
  const writable = yield* mapInSteps(asked, (candidate) => isGroupWritable(candidate, plan, reference));
  const columns = asked.filter((_, index) => writable[index]);
  const tooLong = asked
    .filter((candidate) => !columns.includes(candidate))
    .map(({ label }) => problem('formula-too-long', { kpi: label }, { sheet: table.sheet }));
  const [long] = tooLong;
  if (columns.length === 0 && long) return refused(long);
  const header = table.columns.find((candidate) => candidate.column === column)?.header ?? '';
  const sheets = [
    yield* groupSheet({
      name,
      header: header.replace(/\s+/g, ' ').trim() || words.group,
      groups,
      reference,
      columns,
      plan,
      rows: plan.reading.length > 0 ? `MIN(${String(capacity)},${plan.rows})` : plan.rows,
      sourceText: table.table ? `${table.sheet.trim()} (${table.table})` : table.sheet.trim(),
      language,
    }),
  ];
  if (plan.reading.length > 0) {
    const reading = readingSheet({ name: readingName, table, plan, capacity, language });
    sheets.push({ ...reading, tables: (reading.tables ?? []).map((drafted) => ({ ...drafted, name: GROUP_READING_TABLE })) });
  }
  return done({ sheets, names: plan.names }, [...proposal.problems, ...tooLong]);
}
