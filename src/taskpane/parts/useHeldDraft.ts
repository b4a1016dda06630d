import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { HeldDraft, type HeldState } from './heldDraft';
import type { KeptDrafts } from './keptDrafts';

/** A form's draft, and what somebody says about it. */
export type HeldForm<Value> = HeldState<Value> & {
  takeOther: () => void;
  keepMine: () => void;
  /** Nothing of what was typed is kept any more. */
  drop: () => void;
};

const NONE: HeldState<never> = { restored: null, other: null };
const none = (): HeldState<never> => NONE;
const never = () => () => undefined;

/**
 * Keeps a form's draft while the form is open. `name`: null until it is known which form that is. `typed`: what stands in it;
 * null for nothing of a person's. `show` puts a draft back into it.
 */
export const useHeldDraft = <Value>(
  drafts: KeptDrafts<Value>,
  name: string | null,
  typed: Value | null,
  show: (value: Value) => void,
): HeldForm<Value> => {
  const [held, setHeld] = useState<HeldDraft<Value> | null>(null);
  const latest = useRef({ typed, show });
  useEffect(() => {
    latest.current = { typed, show };
  });
  useEffect(() => {
    if (name === null) return undefined;
    const form = new HeldDraft(drafts, name, (value) => latest.current.show(value));
    form.type(latest.current.typed);
    setHeld(form);
    void form.start();
    return () => {
      form.stop();
      setHeld(null);
    };
  }, [drafts, name]);
  useEffect(() => {
    // Not what stands in the next form, while this one's is put away.
    if (held?.name === name) held?.type(typed);
  }, [held, name, typed]);
  const state = useSyncExternalStore(held?.subscribe ?? never, held?.state ?? none);
  return {
    ...state,
    takeOther: () => void held?.takeOther(),
    keepMine: () => void held?.keepMine(),
    drop: () => void held?.drop(),
  };
};
