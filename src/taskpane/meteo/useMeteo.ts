import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PaneActions } from '../flow';
import { faultOf } from '../parts/fault';
import { initialState, type MeteoState } from './meteoState';
import type { MeteoSession } from './session';

/** Sessions whose code is here: a page that follows another one shows it at once, so that its title keeps the focus. */
const opened = new WeakMap<PaneActions, MeteoSession>();

const never = () => () => undefined;

/**
 * The météo being written, and its state; null until its code is here. `basis` is another value each time the workbook was
 * read anew: what was drafted before is then drafted again. Code that cannot be fetched is a problem of the state.
 */
export const useMeteo = (
  actions: PaneActions,
  basis: unknown,
  page: 'writing' | 'result' = 'writing',
): { session: MeteoSession | null; state: MeteoState } => {
  const [session, setSession] = useState<MeteoSession | null>(() => opened.get(actions) ?? null);
  const [start, setStart] = useState(initialState);
  useEffect(() => {
    let shown = true;
    actions.meteo().then(
      (found) => {
        opened.set(actions, found);
        if (!shown) return;
        found.open(basis);
        setSession(found);
      },
      (thrown: unknown) => {
        if (shown) setStart({ ...initialState, reading: { kind: 'problem', problem: faultOf(thrown) } });
      },
    );
    return () => {
      shown = false;
    };
  }, [actions, basis]);
  useEffect(() => () => session?.leave(page), [session, page]);
  const state = useSyncExternalStore(session?.subscribe ?? never, session?.state ?? (() => start));
  return { session, state };
};
