import { useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { copyText } from './copyText';
import { MAIN_ACTION } from './mainAction';
import { ReadOnly } from './readOnly';
import { idleRun, isCut, moodOf, undoOf } from './run';
import { RunProgress } from './RunProgress';
import { UndoLink } from './UndoLink';
import { useLasting, useRun } from './useRun';

type Act = {
  text: string;
  run: () => void;
  disabled?: boolean;
  /** It writes in the workbook: in one that can only be read it does nothing, and the dock says why. */
  writes?: boolean;
};

type Props = {
  label: string;
  /** What will be written; shown while there is nothing else to say. */
  note: string | null;
  /** What is being done. */
  running: string | null;
  problem: { title: string; body: string } | null;
  /** Something on the page writes in the workbook, if not the dock: in one that can only be read, it says why nothing does. */
  pageWrites?: boolean;
  /** What was made. */
  outcome?: ReactNode;
  /** Offers to undo what was made, where it can be; called once it is undone, for the page to read the workbook again. */
  onUndone?: () => void;
  /** Writings before the outcome's, where another dock was there while it was made. */
  writesBefore?: number | null;
  /** What the user has typed on the page, to be copied while Excel is silent. */
  texts?: () => string;
  primary: Act;
  secondary?: Act;
  /** What helps with the problem where doing it again does not: it goes before the page's own action. */
  remedy?: Act | null;
};

/** Milliseconds below which a run goes straight to its end. */
const SHOWN_AFTER = 300;

/** How the page's own run is undone: nothing of what was written before it or elsewhere. */
const useUndo = (running: boolean, writesBefore: number | null): ReturnType<typeof undoOf> => {
  const state = useRun()?.state ?? idleRun;
  const [seen, setSeen] = useState({ running, writes: state.writes });
  if (running !== seen.running) setSeen({ running, writes: running ? state.writes : seen.writes });
  return running || seen.running ? null : undoOf(state, writesBefore ?? seen.writes);
};

/** The remedy before the page's own action, which is left out where it is not to be done. */
const remedied = (remedy: Act, own: Act): { primary: Act; secondary?: Act } =>
  own.disabled ? { primary: remedy } : { primary: remedy, secondary: own };

/** While Excel is silent, the dock's actions are to find it again, and to have what was typed in one's own hands. */
const reconnection = (
  { workbook, strings, reload }: NonNullable<ReturnType<typeof useRun>>,
  trying: boolean,
  texts?: () => string,
): { primary: Act; secondary?: Act } => ({
  primary: {
    text: strings.reconnect,
    disabled: trying,
    run: () => void workbook.reconnect().then((answers) => !answers && reload()),
  },
  ...(texts && { secondary: { text: strings.copyTexts, run: () => void copyText(texts()) } }),
});

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
export const ActionDock = (props: Props) => {
  const { label, note, running, problem, outcome, onUndone, pageWrites, writesBefore = null, texts } = props;
  const run = useRun();
  const mood = run ? moodOf(run.state) : 'idle';
  const lasting = useLasting(running !== null, SHOWN_AFTER);
  // Whatever asked: nothing on the page can be done without Excel.
  const cut = run !== null && isCut(run.state);
  const canEnd = lasting && mood !== 'idle' && !cut;
  const own = props.remedy ? remedied(props.remedy, props.primary) : props;
  const { primary, secondary } = cut ? reconnection(run, mood === 'reconnecting', texts) : own;
  const undo = useUndo(running !== null, writesBefore);
  const receipt = undo?.receipt ?? null;
  const [undone, setUndone] = useState(false);
  if (undone && (running !== null || receipt)) setUndone(false);
  const readOnly = useContext(ReadOnly);
  const isBlocked = readOnly && (pageWrites === true || primary.writes === true || secondary?.writes === true);
  const said = isBlocked && run ? run.strings.readOnly : note;
  const noteId = useId();
  const isOff = ({ disabled, writes }: Act): boolean => disabled === true || (readOnly && writes === true);
  const { dockRef, endRef, primaryRef } = useDockFocus(canEnd);
  return (
    <section className="dock" aria-label={label} ref={dockRef}>
      <div role="status">
        {((running !== null && lasting) || cut) && <RunProgress running={running ?? ''} />}
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
        {outcome && onUndone && undo && !receipt && !undone && run && <p className="caption">{run.strings.noUndo}</p>}
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
      {said !== null && (
        <p className="caption" id={noteId}>
          {said}
        </p>
      )}
      {/* A button that is not to be pressed keeps the focus: disabled outright, it would lose it to nothing while it runs. */}
      <div className="dock-buttons">
        {run && canEnd && (
          <Button size="large" ref={endRef} onClick={run.workbook.cancel}>
            {mood === 'editing' ? run.strings.abandon : run.strings.cancel}
          </Button>
        )}
        {secondary && !canEnd && (
          <Button size="large" disabledFocusable={isOff(secondary)} onClick={secondary.run}>
            {secondary.text}
          </Button>
        )}
        {!canEnd && (
          <Button
            appearance="primary"
            size="large"
            ref={primaryRef}
            disabledFocusable={isOff(primary)}
            title={run?.strings.mainKeys}
            {...(isBlocked && { 'aria-describedby': noteId })}
            {...MAIN_ACTION}
            onClick={primary.run}
          >
            {primary.text}
          </Button>
        )}
      </div>
    </section>
  );
};
