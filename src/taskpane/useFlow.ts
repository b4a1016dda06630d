import { useCallback, useEffect, useReducer } from 'react';
import { initialState, reduce, type PaneActions, type PaneState } from './flow';

/** The workbook as it was read, and how to read it again. */
export type Flow = {
  state: PaneState;
  /** Reads the workbook again; `quietly` leaves what is shown until it is read. */
  read: (quietly?: boolean) => void;
};

/** One reading for the whole pane: pages come and go, what is known of the workbook stays. */
export const useFlow = (actions: PaneActions): Flow => {
  const [state, dispatch] = useReducer(reduce, initialState);
  const read = useCallback(
    (quietly = false) => {
      if (!quietly) dispatch({ type: 'reading' });
      void actions.read().then((result) => dispatch({ type: 'read', result, at: new Date() }));
    },
    [actions],
  );
  useEffect(read, [read]);
  return { state, read };
};
