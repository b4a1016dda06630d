import { detect } from '../../src/core/detect/detect';
import type { DetectedTable, Detection } from '../../src/core/detect/detected';
import { readDate } from '../../src/core/detect/dates';
import type { ProblemCode } from '../../src/core/problem';
import { valueAt, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { turned } from '../../src/core/sheet/turned';
import type { LabelledWorkbook, TableLabel } from './label';

/** What is scored of each table. Column types are scored column by column, and once more as tables with all of them right. */
export const ASPECTS = ['kind', 'header row', 'date column', 'column types', 'tables with all types'] as const;
type Aspect = (typeof ASPECTS)[number];

export type Score = {
  tables: number;
  right: Readonly<Record<Aspect, number>>;
  of: Readonly<Record<Aspect, number>>;
  /** What was wrong, table by table: `013 one row a day, en, ISO text: header row 3 instead of 4`. */
  failures: readonly string[];
  /** Tables of which a date was read wrong while nothing was raised. */
  silent: readonly string[];
};

/** Problems that tell the user to look at the dates. */
const ABOUT_DATES: readonly ProblemCode[] = ['day-month-swap', 'dates-mixed', 'dates-unread', 'lone-year', 'dates-unordered'];

const width = (label: TableLabel): readonly number[] => [...label.columns.keys()];

/** The detected table that a label is about: of those on its sheet, the one that shares most columns at the nearest rows. */
const matching = (label: TableLabel, detection: Detection): DetectedTable | null => {
  const candidates = detection.tables.filter(
    ({ sheet, kind }) => sheet === label.sheet && (kind === 'across') === (label.kind === 'across'),
  );
  const onSheet = candidates.length > 0 ? candidates : detection.tables.filter(({ sheet }) => sheet === label.sheet);
  const shared = ({ firstColumn, lastColumn }: DetectedTable): number =>
    width(label).filter((column) => column >= firstColumn && column <= lastColumn).length;
  const far = ({ headerRow }: DetectedTable): number => Math.abs(headerRow - label.headerRow);
  return [...onSheet].sort((a, b) => shared(b) - shared(a) || far(a) - far(b))[0] ?? null;
};

/** Days that a detected table gives its rows, where they differ from what its label says. */
const wrongDays = (label: TableLabel, table: DetectedTable, workbook: WorkbookSnapshot): string[] => {
  const found = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!found || table.dateColumn === null || table.dateWriting === null || !label.days) return [];
  const sheet = table.kind === 'across' ? turned(found) : found;
  const wrong: string[] = [];
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    const read = readDate(valueAt(sheet, row, table.dateColumn), table.dateWriting, workbook.date1904);
    const day = label.days.get(row);
    if (read !== null && Math.floor(read) !== day) wrong.push(`row ${String(row + 1)}: ${String(read)} for ${String(day)}`);
  }
  return wrong;
};

const shown = (place: number | null): string => (place === null ? 'none' : String(place));

/** What detection got wrong in one table; `types` counts its columns. */
const judge = (label: TableLabel, table: DetectedTable | null): { wrong: Partial<Record<Aspect, string>>; types: number } => {
  if (!table) {
    const nothing = 'not found';
    return {
      wrong: { kind: nothing, 'header row': nothing, 'date column': nothing, 'tables with all types': nothing },
      types: 0,
    };
  }
  const differing = [...label.columns].flatMap(([place, types]) => {
    const column = table.columns.find((candidate) => candidate.column === place);
    return column && types.includes(column.type)
      ? []
      : `${column?.header ?? ''} [${String(place)}] ${column?.type ?? 'left out'} instead of ${types.join(' or ')}`;
  });
  return {
    wrong: {
      ...(table.kind !== label.kind && { kind: `${table.kind} instead of ${label.kind}` }),
      ...(table.headerRow !== label.headerRow && {
        'header row': `${String(table.headerRow)} instead of ${String(label.headerRow)}`,
      }),
      ...(table.dateColumn !== label.dateColumn && {
        'date column': `${shown(table.dateColumn)} instead of ${shown(label.dateColumn)}`,
      }),
      ...(differing.length > 0 && { 'tables with all types': differing.join('; ') }),
    },
    types: label.columns.size - differing.length,
  };
};

/** Scores detection on labelled workbooks. The only label of a workbook must be the table that detection puts first. */
export const scoreDetection = (set: readonly LabelledWorkbook[]): Score => {
  const right: Record<Aspect, number> = {
    kind: 0,
    'header row': 0,
    'date column': 0,
    'column types': 0,
    'tables with all types': 0,
  };
  const of = { ...right };
  const failures: string[] = [];
  const silent: string[] = [];
  for (const { name, workbook, tables } of set) {
    const detection = detect(workbook);
    for (const label of tables) {
      const table = tables.length === 1 ? (detection.tables[0] ?? null) : matching(label, detection);
      const { wrong, types } = judge(label, table);
      for (const aspect of ASPECTS) {
        of[aspect] += aspect === 'column types' ? label.columns.size : 1;
        right[aspect] += aspect === 'column types' ? types : wrong[aspect] === undefined ? 1 : 0;
        if (wrong[aspect] !== undefined) failures.push(`${name} (${label.sheet}): ${aspect} ${wrong[aspect]}`);
      }
      const days = table ? wrongDays(label, table, workbook) : [];
      const raised = detection.problems.some(({ code, place }) => place?.sheet === label.sheet && ABOUT_DATES.includes(code));
      if (days.length > 0 && !raised) silent.push(`${name} (${label.sheet}): ${days.slice(0, 3).join(', ')}`);
    }
  }
  return { tables: of.kind, right, of, failures, silent };
};
