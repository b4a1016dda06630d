import { problem, type Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { lacksUnit } from './asked-unit';
import { isOfParts, leftOut } from './column-choice';
import { currenciesOf } from './currency';
import { withDateColumn } from './dated-by';
import type { DetectedColumn, DetectedTable, Detection } from './detected';
import { locate, readMapping, tableOfSource, type Located, type MappedColumn } from './mapping';
import { columnPlace, tableCell } from './places';

/** A detection in which what the user confirmed stands. */
export type MappedDetection = Detection & {
  /** The table that the user confirmed, its columns as they were confirmed; the first of `tables`. Null: nothing was. */
  mapped: DetectedTable | null;
  /** What has to be answered before anything is computed from it: headers that changed, columns that are gone. */
  questions: readonly Problem[];
};

const confirmedColumn = (stored: MappedColumn, now: DetectedColumn): DetectedColumn => {
  if (stored.rule === 'left-out') return leftOut(now);
  const { column, header, sample, parts, scale } = now;
  const type = stored.type ?? now.type;
  const currencies = type === 'amount' ? (now.currencies ?? currenciesOf(header, [])) : [];
  const decimal = now.textNumbers && (stored.decimal ?? now.textNumbers);
  const affirmative = stored.rule === 'where' ? stored.text : undefined;
  return {
    column,
    header,
    sample,
    type,
    ...(stored.measure !== '' && type !== 'date' && { measure: stored.measure }),
    confidence: 1,
    reason: 'confirmed',
    ...(decimal && { textNumbers: decimal }),
    ...(type === 'duration' && stored.duration && { duration: stored.duration }),
    ...(stored.rule === 'last' && { cumulative: true }),
    ...(stored.rule === 'average' && { average: true }),
    ...(stored.rule === 'level' && { score: true, ...(now.highest !== undefined && { highest: now.highest }) }),
    ...(affirmative !== undefined && affirmative !== '' && { affirmative }),
    ...(currencies.length > 0 && { currencies }),
    ...(isOfParts(type, stored.rule === 'average') && parts && { parts }),
    ...(type === 'rate' && scale && { scale }),
  };
};

/** What is asked about a column that is not where, or not what, it was; nothing of one that was left out. */
const question = ({ column, now, changed }: Located, table: DetectedTable): Problem[] => {
  if (column.rule === 'left-out' || !column.confirmed) return [];
  if (!now) return [problem('column-lost', { column: column.header }, { sheet: table.sheet })];
  if (!changed) return [];
  const place = { sheet: table.sheet, cell: tableCell(table, table.headerRow, now.column) };
  const params = { before: column.header, after: now.header, column: columnPlace(table, now.column) };
  return [problem('header-changed', params, place)];
};

/** A table as its user confirmed it. A column whose header changed is no measure until the user says that it is. */
const confirmedTable = (workbook: WorkbookSnapshot, table: DetectedTable, located: readonly Located[]): DetectedTable => {
  const stored = new Map(
    located.flatMap((found) => (found.now && found.column.confirmed ? [[found.now.column, found] as const] : [])),
  );
  const columns = table.columns.map((now) => {
    const found = stored.get(now.column);
    if (!found) return now;
    return found.changed && found.column.rule !== 'left-out' ? leftOut(now) : confirmedColumn(found.column, now);
  });
  const date = located.find(({ column, now }) => column.type === 'date' && column.confirmed && column.writing && now)?.column;
  const dateColumn = located.find(({ column }) => column === date)?.now?.column;
  if (!date || dateColumn === undefined) return { ...table, columns, confidence: 1 };
  // Dates that were corrected in the sheet since are read as they are written now; day and month stay as they were settled.
  const settled = ['dmy', 'mdy'].includes(table.dateWriting ?? '') && ['dmy', 'mdy'].includes(date.writing ?? '');
  const dateWriting = settled || dateColumn !== table.dateColumn ? date.writing : table.dateWriting;
  const dateAnswer = date.rule === 'swapped' ? ('swapped' as const) : ('as-is' as const);
  const confirmed = { ...table, columns, confidence: 1, dateColumn, dateWriting, dateAnswer };
  return dateWriting && table.dateColumn === null ? withDateColumn(workbook, confirmed, dateColumn, dateWriting) : confirmed;
};

/**
 * What was detected, with the confirmed mapping in its place: the confirmed table comes first, its columns are what the user
 * said they are, and a question of day and month, or of a unit, that was answered is not raised again. A workbook without a confirmed
 * mapping stays as it was detected. `='source.Appels'` still points at `Suivi!C4`, which reads “Contacts” now: that is a
 * question (`header-changed`), never a guess.
 */
export const applyMapping = (workbook: WorkbookSnapshot, detection: Detection): MappedDetection => {
  const [source] = readMapping(workbook).filter(({ confirmed }) => confirmed);
  if (!source) return { ...detection, mapped: null, questions: [] };
  const table = tableOfSource(source, detection.tables);
  if (!table) {
    const lost = problem('source-lost', { name: source.sheet }, { sheet: source.sheet });
    return { ...detection, mapped: null, questions: [lost] };
  }
  const located = locate(source, table);
  const mapped = confirmedTable(workbook, table, located);
  const answered = ({ code, place }: Problem): boolean =>
    place?.sheet === table.sheet &&
    ((code === 'day-month-swap' && mapped.dateAnswer !== undefined) ||
      (code === 'duration-without-unit' && !mapped.columns.some(lacksUnit)));
  return {
    tables: [mapped, ...detection.tables.filter((other) => other !== table)],
    problems: detection.problems.filter((raised) => !answered(raised)),
    mapped,
    questions: located.flatMap((found) => question(found, table)),
  };
};
