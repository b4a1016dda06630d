import type { ColumnChoice } from '../../core/detect/column-choice';
import type { KeptDrafts } from '../parts/keptDrafts';
import { paneDrafts } from '../parts/paneStorage';
import type { SourceState } from './sourceFlow';

/** What somebody has answered on the page Source and not confirmed yet. */
type Answers = Pick<SourceState, 'choices' | 'units' | 'dateAnswer' | 'dateColumn' | 'same' | 'replaced'>;

/** Answers, and the table that they are about: its place among those found, and its headers as they were answered. */
export type SourceDraft = { table: number; headers: string; answers: Answers };

const headersOf = ({ view }: SourceState): string => (view?.table.columns ?? []).map(({ header }) => header).join('\n');

const answersOf = ({ choices, units, dateAnswer, dateColumn, same, replaced }: SourceState): Answers => ({
  choices,
  units,
  dateAnswer,
  dateColumn,
  same,
  replaced,
});

/** What is to be kept of the page; null where nobody has answered anything but what was proposed. */
export const typedSource = (state: SourceState): SourceDraft | null => {
  const { view, choices, units, dateAnswer, dateColumn, same, replaced } = state;
  if (!view) return null;
  const isTouched =
    view.index > 0 ||
    [choices, units, same, replaced].some((answers) => Object.keys(answers).length > 0) ||
    dateAnswer !== (view.dates[0]?.answer ?? null) ||
    dateColumn !== (view.dateColumns[0]?.column ?? null);
  return isTouched ? { table: view.index, headers: headersOf(state), answers: answersOf(state) } : null;
};

/** Is a draft about the table that is shown, with the headers that it has now? */
export const isAbout = (draft: SourceDraft, state: SourceState): boolean =>
  state.view?.index === draft.table && headersOf(state) === draft.headers;

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);

/** The entries of an object, where all its values are as they should be; null otherwise. */
const entriesOf = <Value>(found: unknown, is: (value: unknown) => value is Value): Record<string, Value> | null =>
  isObject(found) && Object.values(found).every(is) ? (found as Record<string, Value>) : null;

const isChoice = (found: unknown): found is ColumnChoice =>
  isObject(found) &&
  (found.kind === 'left-out' ||
    (found.kind === 'measure' && typeof found.measure === 'string') ||
    (found.kind === 'type' && typeof found.type === 'string'));

const isUnit = (found: unknown): found is SourceState['units'][number] => typeof found === 'string';
const isBoolean = (found: unknown): found is boolean => typeof found === 'boolean';
const isPlace = (found: unknown): found is number | null => found === null || typeof found === 'number';

/** A draft from its JSON; null for what is none. */
export const sourceDraft = (parsed: unknown): SourceDraft | null => {
  if (!isObject(parsed) || !isObject(parsed.answers)) return null;
  const { table, headers, answers } = parsed;
  const { dateAnswer, dateColumn } = answers;
  const choices = entriesOf(answers.choices, isChoice);
  const units = entriesOf(answers.units, isUnit);
  const same = entriesOf(answers.same, isBoolean);
  const replaced = entriesOf(answers.replaced, isPlace);
  const isAnswer = dateAnswer === null || dateAnswer === 'as-is' || dateAnswer === 'swapped';
  if (typeof table !== 'number' || typeof headers !== 'string' || !choices || !units || !same || !replaced) return null;
  if (!isAnswer || !isPlace(dateColumn)) return null;
  return { table, headers, answers: { choices, units, dateAnswer, dateColumn, same, replaced } };
};

/** Answers of a workbook's page Source, in the pane's own storage. */
export const storedSource = (workbook: string): KeptDrafts<SourceDraft> => paneDrafts('source', workbook, sourceDraft);
