import type { Detection } from '../core/detect/detected';
import type { MeteoPage } from '../core/meteo/page';
import type { Problem, Result } from '../core/problem';

/** What the pane can do, in the order a newcomer does it. */
export type Step = 'consolidate' | 'thresholds' | 'generate' | 'pdf';
export const STEPS: readonly Step[] = ['consolidate', 'thresholds', 'generate', 'pdf'];

/** Sheets an action wrote, to open from its message, and what the user should know. */
export type StepOutcome = {
  sheets: readonly string[];
  problems: readonly Problem[];
  /** Of a generated météo. */ page?: MeteoPage;
  /** The page as SVG. */ preview?: string;
  /** Of a saved PDF. */ file?: string;
};

/** What the pane asks of the workbook; the composition root implements it over the actions. */
export type PaneActions = {
  read(): Promise<Result<Detection>>;
  run(step: Step, page: MeteoPage | null): Promise<Result<StepOutcome>>;
  select(sheet: string, cell?: string): Promise<void>;
};

export type Reading = { kind: 'loading' } | { kind: 'found'; detection: Detection } | { kind: 'problem'; problem: Problem };

/** The dock shows one of these at a time. */
type Dock =
  | { kind: 'ready' }
  | { kind: 'running'; step: Step }
  | { kind: 'done'; step: Step; outcome: StepOutcome }
  | { kind: 'problem'; step: Step; problem: Problem };

export type PaneState = {
  reading: Reading;
  dock: Dock;
  finished: readonly Step[];
  page: MeteoPage | null;
  preview: string | null;
};

export type PaneEvent =
  | { type: 'reading' }
  | { type: 'read'; result: Result<Detection> }
  | { type: 'started'; step: Step }
  | { type: 'ended'; step: Step; result: Result<StepOutcome> };

export const initialState: PaneState = {
  reading: { kind: 'loading' },
  dock: { kind: 'ready' },
  finished: [],
  page: null,
  preview: null,
};

/** The step that the dock's button does: the first that is not done; the météo again when all are. */
export const nextStep = (state: PaneState): Step => {
  if (state.dock.kind === 'running' || state.dock.kind === 'problem') return state.dock.step;
  return STEPS.find((step) => !state.finished.includes(step)) ?? 'generate';
};

export const reduce = (state: PaneState, event: PaneEvent): PaneState => {
  switch (event.type) {
    case 'reading':
      return { ...state, reading: { kind: 'loading' }, dock: { kind: 'ready' } };
    case 'read':
      return {
        ...state,
        reading: event.result.ok
          ? { kind: 'found', detection: event.result.value }
          : { kind: 'problem', problem: event.result.problem },
      };
    case 'started':
      return { ...state, dock: { kind: 'running', step: event.step } };
    case 'ended': {
      if (!event.result.ok) return { ...state, dock: { kind: 'problem', step: event.step, problem: event.result.problem } };
      const outcome = event.result.value;
      // A new météo makes the PDF of the previous one out of date.
      const kept = event.step === 'generate' ? state.finished.filter((step) => step !== 'pdf') : state.finished;
      return {
        ...state,
        dock: { kind: 'done', step: event.step, outcome },
        finished: kept.includes(event.step) ? kept : [...kept, event.step],
        page: outcome.page ?? state.page,
        preview: outcome.preview ?? state.preview,
      };
    }
  }
};
