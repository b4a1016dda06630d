import { useCallback, useEffect, useReducer, useRef } from 'react';
import { initialState, reduce, type PaneActions, type PaneState } from './flow';

/** The workbook as it was read, and how to read it again. */
export type Flow = {
  state: PaneState;
  /** Reads the workbook again; `quietly` leaves what is shown until it is read. */
  read: (quietly?: boolean) => void;
  /** Reads it again because somebody else has changed it: what is shown stays until then, and where it cannot be read. */
  follow: () => Promise<void>;
  /** Clock time at which it was last begun to be read. */
  lastRead: () => number;
};

/** One reading for the whole pane: pages come and go, what is known of the workbook stays. */
export const useFlow = (actions: PaneActions): Flow => {
  const [state, dispatch] = useReducer(reduce, initialState);
  const begun = useRef(-Infinity);
  const ask = useCallback(
    async (followed: boolean) => {
      begun.current = Date.now();
      const result = await actions.read();
      dispatch({ type: 'read', result, at: new Date(), followed });
    },
    [actions],
  );
  const read = useCallback(
    (quietly = false) => {
      if (!quietly) dispatch({ type: 'reading' });
      void ask(false);
    },
    [ask],
  );
  useEffect(read, [read]);
  const follow = useCallback(() => ask(true), [ask]);
  const lastRead = useCallback(() => begun.current, []);
  return { state, read, follow, lastRead };
};
