import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { FeedbackEntry } from '../../core/client/feedback';
import { done } from '../../core/problem';
import { useFollowed } from '../parts/useFollowed';
import { useHeldDraft, type HeldForm } from '../parts/useHeldDraft';
import type { Flow } from '../useFlow';
import type { ClientActions } from './clientActions';
import {
  answerOf,
  currentOf,
  initialClient,
  isWritten,
  keyOf,
  reduceClient,
  showsOf,
  type ClientAct,
  type ClientEvent,
  type ClientState,
} from './clientFlow';
import { storedFeedback, storedReplies, type KeptFeedback } from './replies';

type Client = {
  state: ClientState;
  dispatch: (event: ClientEvent) => void;
  read: () => Promise<void>;
  answer: () => Promise<boolean>;
  add: () => Promise<boolean>;
  makeTable: () => Promise<boolean>;
  show: (entry: FeedbackEntry) => Promise<boolean>;
  /** Leaves the form of new feedback; `giveUp`: nothing of what was typed is kept. */
  close: (giveUp: boolean) => void;
  /** The draft of the answer in full view, and that of new feedback. */
  reply: HeldForm<string>;
  feedback: HeldForm<KeptFeedback>;
};

/** The one piece of new feedback. */
const NEW = 'new';

/** The client's page: its feedback as it was read, what is typed, and what is done with it. Each act tells whether it was done. */
export const useClient = (actions: ClientActions, workbook: string, flow: Flow): Client => {
  const [state, dispatch] = useReducer(reduceClient, initialClient);
  const [kept] = useState(() => ({ replies: storedReplies(workbook), feedback: storedFeedback(workbook) }));
  const read = useCallback(async () => {
    dispatch({ type: 'read', result: await actions.read(), at: new Date() });
  }, [actions]);
  useEffect(() => {
    void read();
  }, [read]);
  useFollowed(flow, () => {
    if (state.dock.kind !== 'running') void read();
  });
  useEffect(() => {
    void kept.feedback.load(NEW).then((left) => {
      if (left?.value.open) dispatch({ type: 'form', form: left.value.form });
    });
  }, [kept]);
  const { form, typed } = state;
  const current = currentOf(state);
  const key = current && keyOf(current.entry);
  const reply = useHeldDraft(kept.replies, key, key === null ? null : (typed[key] ?? null), (text) => {
    if (key !== null) dispatch({ type: 'restored', key, text });
  });
  const typedForm = useMemo(() => (form && isWritten(form) ? { form, open: true } : null), [form]);
  const feedback = useHeldDraft(kept.feedback, form ? NEW : null, typedForm, (left) => {
    dispatch({ type: 'form', form: left.form });
  });

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
      if (!current) return false;
      const answer = answerOf(state, current);
      if (answer.trim() === '') {
        dispatch({ type: 'wanting' });
        return false;
      }
      const isAnswered = await act('answer', current.entry, () => actions.answer(current.entry, answer, showsOf(state, current)));
      if (isAnswered) await kept.replies.save(keyOf(current.entry), null);
      return isAnswered;
    },
    add: async () => {
      if (!form || form.text.trim() === '' || form.date === null) {
        dispatch({ type: 'wanting' });
        return false;
      }
      const entry = { ...form, date: form.date };
      const isAdded = await act('add', null, () => actions.add(entry));
      if (isAdded) await kept.feedback.save(NEW, null);
      return isAdded;
    },
    makeTable: () => act('table', null, () => actions.add(null)),
    show: (entry) => act('show', entry, () => actions.show(entry)),
    close: (giveUp) => {
      void kept.feedback.save(NEW, giveUp || !typedForm ? null : { ...typedForm, open: false });
      dispatch({ type: 'closed' });
    },
    reply,
    feedback,
  };
};
