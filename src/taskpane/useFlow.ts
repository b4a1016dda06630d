import { useCallback, useEffect, useReducer } from 'react';
import type { Result } from '../core/problem';
import { initialState, nextStep, reduce, type PaneActions, type PaneState, type RunStep, type StepOutcome } from './flow';

/** The workbook as it was read, the steps and their outcomes, and what moves them on. */
export type Flow = {
  state: PaneState;
  /** Reads the workbook again; `quietly` leaves what is shown until it is read. */
  read: (quietly?: boolean) => void;
  run: (step: RunStep) => void;
  confirmed: (result: Result<StepOutcome>) => void;
  removeExamples: () => Promise<boolean>;
};

/** One flow for the whole pane: pages come and go, what was done stays. */
export const useFlow = (actions: PaneActions): Flow => {
  const [state, dispatch] = useReducer(reduce, initialState);
  const read = useCallback(
    (quietly = false) => {
      if (!quietly) dispatch({ type: 'reading' });
      void actions.read().then((result) => dispatch({ type: 'read', result }));
    },
    [actions],
  );
  useEffect(read, [read]);
  return {
    state,
    read,
    run: (step) => {
      dispatch({ type: 'started', step });
      void actions.run(step, state.page).then((result) => dispatch({ type: 'ended', step, result }));
    },
    confirmed: (result) => {
      dispatch({ type: 'ended', step: 'confirm', result });
      // What was asked is answered: the remarks are read again, the message stays.
      read(true);
    },
    removeExamples: async () => {
      const result = await actions.removeExamples();
      if (result.ok) read();
      else dispatch({ type: 'ended', step: nextStep(state), result });
      return result.ok;
    },
  };
};
