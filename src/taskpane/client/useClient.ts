import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { FeedbackEntry } from '../../core/client/feedback';
import { done } from '../../core/problem';
import type { Flow } from '../useFlow';
import type { ClientActions } from './clientActions';
import {
  answerOf,
  currentOf,
  initialClient,
  reduceClient,
  showsOf,
  type ClientAct,
  type ClientEvent,
  type ClientState,
} from './clientFlow';

type Client = {
  state: ClientState;
  dispatch: (event: ClientEvent) => void;
  read: () => Promise<void>;
  answer: () => Promise<boolean>;
  add: () => Promise<boolean>;
  makeTable: () => Promise<boolean>;
  show: (entry: FeedbackEntry) => Promise<boolean>;
};

/** The client's page: its feedback as it was read, what is typed, and what is done with it. Each act tells whether it was done. */
export const useClient = (actions: ClientActions, flow: Flow): Client => {
  const [state, dispatch] = useReducer(reduceClient, initialClient);
  const restored = useRef(false);
  const read = useCallback(async () => {
    dispatch({ type: 'read', result: await actions.read(), at: new Date() });
  }, [actions]);
  useEffect(() => {
    void read();
    void actions.replies.load().then((replies) => {
      restored.current = true;
      dispatch({ type: 'restored', replies });
    });
  }, [actions, read]);
  const { typed } = state;
  useEffect(() => {
    // Not before what was kept is here, which would be lost.
    if (restored.current) void actions.replies.save(typed);
  }, [actions, typed]);

  const act = async (
    name: ClientAct,
    entry: FeedbackEntry | null,
    work: () => ReturnType<ClientActions['add']>,
  ): Promise<boolean> => {
    dispatch({ type: 'started', act: name });
    const result = await work();
    dispatch({ type: 'ended', act: name, entry, result: result.ok ? done(null) : result });
    if (!result.ok) return false;
    await read();
    // What is due on the first page has changed.
    flow.read(true);
    return true;
  };
  return {
    state,
    dispatch,
    read,
    answer: async () => {
      const current = currentOf(state);
      if (!current) return false;
      const answer = answerOf(state, current);
      if (answer.trim() === '') {
        dispatch({ type: 'wanting' });
        return false;
      }
      return act('answer', current.entry, () => actions.answer(current.entry, answer, showsOf(state, current)));
    },
    add: async () => {
      const { form } = state;
      if (!form || form.text.trim() === '' || form.date === null) {
        dispatch({ type: 'wanting' });
        return false;
      }
      const entry = { ...form, date: form.date };
      return act('add', null, () => actions.add(entry));
    },
    makeTable: () => act('table', null, () => actions.add(null)),
    show: (entry) => act('show', entry, () => actions.show(entry)),
  };
};
