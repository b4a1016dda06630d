import type { ConsolidationView } from '../../core/overview/consolidationView';
import type { PeriodKind } from '../../core/period/period';
import type { Problem, Result } from '../../core/problem';
import type { StepOutcome } from '../flow';

type Phase =
  | { kind: 'loading' }
  | { kind: 'ready' }
  | { kind: 'running' }
  | { kind: 'done'; outcome: StepOutcome }
  | { kind: 'refused'; problem: Problem };

/** The page that consolidates: what it would compute, and which sheets are ticked. */
export type ConsolidationState = {
  view: ConsolidationView | null;
  kinds: readonly PeriodKind[];
  phase: Phase;
  /** The form is shown: it folds to one row once there are sheets. */
  open: boolean;
};

export type ConsolidationEvent =
  | { type: 'loaded'; result: Result<ConsolidationView> }
  | { type: 'ticked'; kind: PeriodKind; on: boolean }
  | { type: 'opened' }
  | { type: 'started' }
  | { type: 'ended'; result: Result<StepOutcome> }
  /** The sheets are gone again: the page begins anew. */
  | { type: 'undone' };

export const initialConsolidation: ConsolidationState = { view: null, kinds: [], phase: { kind: 'loading' }, open: true };

const ORDER: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/** Sheets there are stay ticked; without any, all that can be made are. */
const tickedAtFirst = ({ kinds, consolidated }: ConsolidationView): readonly PeriodKind[] => {
  const possible = kinds.map(({ kind }) => kind);
  const made = consolidated.kinds.filter((kind) => possible.includes(kind));
  return made.length > 0 ? made : possible;
};

export const reduceConsolidation = (state: ConsolidationState, event: ConsolidationEvent): ConsolidationState => {
  switch (event.type) {
    case 'loaded': {
      if (!event.result.ok) return { ...state, phase: { kind: 'refused', problem: event.result.problem } };
      const view = event.result.value;
      // Read again after it was written: what the message says stays.
      const isAgain = state.phase.kind === 'done';
      // Read again because somebody typed in the sheet: what is ticked stays.
      const isSame = state.view?.consolidated.kinds.join() === view.consolidated.kinds.join();
      return {
        ...state,
        view,
        phase: isAgain ? state.phase : { kind: 'ready' },
        kinds: isAgain || isSame ? state.kinds : tickedAtFirst(view),
        open: isAgain ? false : isSame ? state.open : view.consolidated.kinds.length === 0,
      };
    }
    case 'ticked': {
      const kinds = ORDER.filter((kind) => (kind === event.kind ? event.on : state.kinds.includes(kind)));
      return { ...state, kinds };
    }
    case 'opened':
      return { ...state, open: true };
    case 'started':
      return { ...state, phase: { kind: 'running' } };
    case 'ended':
      return event.result.ok
        ? { ...state, phase: { kind: 'done', outcome: event.result.value }, open: false }
        : { ...state, phase: { kind: 'refused', problem: event.result.problem } };
    case 'undone':
      // Read again without a word: the message that it is undone stays.
      return { ...state, phase: { kind: 'ready' } };
  }
};

/** Are there sheets, and do they hold all the data and all the KPIs? `last`: last day with data. */
export const standsNow = ({ consolidated }: ConsolidationView, last: number | null): 'none' | 'behind' | 'current' => {
  const { kinds, until, lacking } = consolidated;
  if (kinds.length === 0) return 'none';
  return lacking.length > 0 || (until !== null && last !== null && until < last) ? 'behind' : 'current';
};
