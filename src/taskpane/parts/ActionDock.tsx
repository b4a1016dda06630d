import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { UndoReceipt } from '../../core/sheet/undo';
import { moodOf } from './run';
import { RunProgress } from './RunProgress';
import { UndoLink } from './UndoLink';
import { useLasting, useRun } from './useRun';

type Act = { text: string; run: () => void; disabled?: boolean };

type Props = {
  label: string;
  /** What will be written; shown while there is nothing else to say. */
  note: string | null;
  /** What is being done. */
  running: string | null;
  problem: { title: string; body: string } | null;
  /** What was made. */
  outcome?: ReactNode;
  /** Offers to undo what was made, where it can be; called once it is undone, for the page to read the workbook again. */
  onUndone?: () => void;
  /** What the user has typed on the page, to be copied while Excel is silent. */
  texts?: () => string;
  primary: Act;
  secondary?: Act;
};

/** Milliseconds below which a run goes straight to its end. */
const SHOWN_AFTER = 300;

/** What undoes the page's own run: nothing of what was written before it or elsewhere. */
const useReceipt = (running: boolean): UndoReceipt | null => {
  const receipt = useRun()?.state.undo ?? null;
  const [seen, setSeen] = useState({ running, before: receipt });
  if (running !== seen.running) setSeen({ running, before: running ? receipt : seen.before });
  return !running && receipt !== seen.before ? receipt : null;
};

/** The focus goes to the button that ends a run while it is there, and back to the action: it is never lost with a button. */
const useDockFocus = (canEnd: boolean) => {
  const dockRef = useRef<HTMLElement>(null);
  const endRef = useRef<HTMLButtonElement>(null);
  const primaryRef = useRef<HTMLButtonElement>(null);
  const held = useRef(false);
  useEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === document.body || (dockRef.current?.contains(activeElement) ?? false);
    if (canEnd && isFree) {
      held.current = true;
      endRef.current?.focus();
    } else if (!canEnd && held.current) {
      held.current = false;
      if (isFree) primaryRef.current?.focus();
    }
  }, [canEnd]);
  return { dockRef, endRef, primaryRef };
};

/** The bar at the bottom: one action, and in the same place its progress, its outcome and its undo, or its problem. */
export const ActionDock = ({ label, note, running, problem, outcome, onUndone, texts, primary, secondary }: Props) => {
  const run = useRun();
  const mood = run ? moodOf(run.state) : 'idle';
  const lasting = useLasting(running !== null, SHOWN_AFTER);
  const canEnd = lasting && mood !== 'idle' && mood !== 'silent';
  const receipt = useReceipt(running !== null);
  const [undone, setUndone] = useState(false);
  if (undone && (running !== null || receipt)) setUndone(false);
  const { dockRef, endRef, primaryRef } = useDockFocus(canEnd);
  return (
    <section className="dock" aria-label={label} ref={dockRef}>
      <div role="status">
        {running !== null && lasting && <RunProgress running={running} {...(texts && { texts })} />}
        {!undone && outcome}
        {outcome && receipt && onUndone && (
          <UndoLink
            receipt={receipt}
            onUndone={() => {
              setUndone(true);
              onUndone();
            }}
          />
        )}
        {undone && run && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{run.strings.undone}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div role="alert">
        {problem && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{problem.title}</MessageBarTitle> {problem.body}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {note !== null && <p className="caption">{note}</p>}
      {/* A button that is not to be pressed keeps the focus: disabled outright, it would lose it to nothing while it runs. */}
      <div className="dock-buttons">
        {run && canEnd && (
          <Button size="large" ref={endRef} onClick={run.workbook.cancel}>
            {mood === 'editing' ? run.strings.abandon : run.strings.cancel}
          </Button>
        )}
        {secondary && !canEnd && (
          <Button size="large" disabledFocusable={secondary.disabled === true} onClick={secondary.run}>
            {secondary.text}
          </Button>
        )}
        {!canEnd && (
          <Button
            appearance="primary"
            size="large"
            ref={primaryRef}
            disabledFocusable={primary.disabled === true}
            onClick={primary.run}
          >
            {primary.text}
          </Button>
        )}
      </div>
    </section>
  );
};
