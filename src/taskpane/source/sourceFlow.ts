import type { DateAnswer, DetectedColumn, DetectedTable } from '../../core/detect/detected';
import { lacksUnit } from '../../core/detect/asked-unit';
import type { DurationQuestion } from '../../core/detect/duration-unit';
import { withChoice, type ColumnChoice } from '../../core/detect/column-choice';
import type { SourceView } from '../../core/detect/source-view';
import type { Problem, Result } from '../../core/problem';

/** Under this confidence a column is to be checked. */
const CERTAIN = 0.8;

type Unit = NonNullable<DetectedColumn['duration']>;

type Phase = { kind: 'loading' } | { kind: 'ready' } | { kind: 'writing' } | { kind: 'refused'; problem: Problem };

/** The page Source: what was found, and what the user says about it. */
export type SourceState = {
  view: SourceView | null;
  phase: Phase;
  /** What the user made of columns, by their place. */
  choices: Readonly<Record<number, ColumnChoice>>;
  units: Readonly<Record<number, Unit>>;
  /** Recognised columns, or ones left out, that are being changed. */
  changing: readonly number[];
  dateAnswer: DateAnswer | null;
  /** The column of the dates where none were found, by its place; null: there is none. */
  dateColumn: number | null;
  /** Is a column whose header changed what it was? By its place; absent: not answered yet. */
  same: Readonly<Record<number, boolean>>;
  /** Which column replaces one that is gone, by its header; null: none does. Absent: not answered yet. */
  replaced: Readonly<Record<string, number | null>>;
  /** The button was pressed with questions open. */
  insisted: boolean;
};

export type SourceEvent =
  | { type: 'loading' }
  | { type: 'loaded'; result: Result<SourceView> }
  | { type: 'chosen'; column: number; choice: ColumnChoice }
  | { type: 'unit'; column: number; unit: Unit }
  | { type: 'changing'; column: number }
  | { type: 'dated'; answer: DateAnswer }
  | { type: 'date-column'; column: number | null }
  | { type: 'same'; column: number; same: boolean }
  | { type: 'replaced'; header: string; column: number | null }
  /** Answers that were kept are those of the page again. */
  | { type: 'restored'; answers: Partial<SourceState> }
  | { type: 'insisted' }
  | { type: 'writing' }
  | { type: 'refused'; problem: Problem };

export const initialSource: SourceState = {
  view: null,
  phase: { kind: 'loading' },
  choices: {},
  units: {},
  changing: [],
  dateAnswer: null,
  dateColumn: null,
  same: {},
  replaced: {},
  insisted: false,
};

export const reduceSource = (state: SourceState, event: SourceEvent): SourceState => {
  switch (event.type) {
    case 'loading':
      return { ...state, phase: { kind: 'loading' } };
    case 'loaded':
      if (!event.result.ok) return { ...state, phase: { kind: 'refused', problem: event.result.problem } };
      return {
        ...initialSource,
        view: event.result.value,
        phase: { kind: 'ready' },
        dateAnswer: event.result.value.dates[0]?.answer ?? null,
        dateColumn: event.result.value.dateColumns[0]?.column ?? null,
      };
    case 'chosen':
      return { ...state, choices: { ...state.choices, [event.column]: event.choice } };
    case 'unit':
      return { ...state, units: { ...state.units, [event.column]: event.unit } };
    case 'changing':
      return { ...state, changing: [...state.changing, event.column] };
    case 'dated':
      return { ...state, dateAnswer: event.answer };
    case 'date-column':
      return { ...state, dateColumn: event.column };
    case 'same':
      return { ...state, same: { ...state.same, [event.column]: event.same } };
    case 'replaced':
      return { ...state, replaced: { ...state.replaced, [event.header]: event.column } };
    case 'restored':
      return { ...state, ...event.answers };
    case 'insisted':
      return { ...state, insisted: true };
    case 'writing':
      return { ...state, phase: { kind: 'writing' }, insisted: false };
    case 'refused':
      return { ...state, phase: { kind: 'refused', problem: event.problem } };
  }
};

/** A question that still waits for its answer, by the element that asks it. */
export const openQuestions = (state: SourceState): readonly string[] => {
  const { view, same, replaced } = state;
  if (!view) return [];
  return [
    ...view.changed.filter(({ now }) => same[now.column] === undefined).map(({ now }) => changedId(now.column)),
    ...view.lost.filter(({ header }) => replaced[header] === undefined).map(({ header }) => lostId(view, header)),
    ...view.table.columns.filter((column) => lacksUnit(columnNow(state, column))).map(({ column }) => unitId(column)),
  ];
};

/** What is asked about durations: nothing any more of those that the user has made something else of. */
export const unitQuestions = (state: SourceState): readonly DurationQuestion[] =>
  (state.view?.durations ?? []).filter(({ column }) => state.choices[column] === undefined);

/** Questions that the page asks, answered or not. */
export const questionCount = (view: SourceView): number =>
  view.changed.length +
  view.lost.length +
  view.durations.length +
  (view.dates.length > 0 ? 1 : 0) +
  (view.dateColumns.length > 0 ? 1 : 0) +
  (view.found.length > 1 && !view.confirmed ? 1 : 0);

export const changedId = (column: number): string => `source-changed-${String(column)}`;
export const unitId = (column: number): string => `source-unit-${String(column)}`;
export const lostId = (view: SourceView | null, header: string): string =>
  `source-lost-${String(view?.lost.findIndex((lost) => lost.header === header) ?? 0)}`;

/** A column as the user has it now: as found, as chosen, or as an answer makes it. */
export const columnNow = ({ view, choices, units, same, replaced }: SourceState, found: DetectedColumn): DetectedColumn => {
  const kept = view?.changed.find(({ now }) => now.column === found.column);
  const stands = view?.lost.find(({ header }) => replaced[header] === found.column);
  const answer = (kept && same[found.column] ? kept.choice : undefined) ?? stands?.choice;
  const choice = choices[found.column] ?? answer;
  const chosen = choice ? withChoice(found, choice) : found;
  const unit = units[found.column];
  return unit && chosen.type === 'duration' ? { ...chosen, duration: unit } : chosen;
};

/** What the button confirms. */
export const tableNow = (state: SourceState): DetectedTable | null => {
  const { view, dateAnswer, dateColumn } = state;
  if (!view) return null;
  const read = view.dates.find(({ answer }) => answer === dateAnswer)?.read;
  const dated = view.dateColumns.find(({ column }) => column === dateColumn)?.read;
  return { ...view.table, ...dated, ...read, columns: view.table.columns.map((column) => columnNow(state, column)) };
};

/** The columns in the three groups of the page. What the user changes stays where it was shown. */
export type ColumnGroups = {
  check: readonly DetectedColumn[];
  known: readonly DetectedColumn[];
  left: readonly DetectedColumn[];
};

const FIGURES = ['count', 'amount', 'duration', 'rate', 'number', 'category'];

export const groupsOf = ({ view, changing, dateColumn: chosen }: SourceState): ColumnGroups => {
  if (!view) return { check: [], known: [], left: [] };
  const dateColumn = view.table.dateColumn ?? chosen;
  const doubtful = (column: DetectedColumn): boolean =>
    changing.includes(column.column) ||
    (column.reason !== 'confirmed' &&
      ((column.measure !== undefined && column.confidence < CERTAIN) || (column.type === 'rate' && !column.parts)));
  const columns = view.table.columns.filter(({ type, header }) => type !== 'empty' && header !== '');
  const used = (column: DetectedColumn): boolean =>
    column.column === dateColumn || (FIGURES.includes(column.type) && column.reason !== 'left-out');
  const check = columns.filter(
    (column) => column.column !== dateColumn && doubtful(column) && (used(column) || changing.includes(column.column)),
  );
  const rest = columns.filter((column) => !check.includes(column));
  return { check, known: rest.filter(used), left: rest.filter((column) => !used(column)) };
};
