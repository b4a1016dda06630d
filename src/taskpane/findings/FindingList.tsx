import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Button, Link } from '@fluentui/react-components';
import type { Finding } from '../../core/lint/finding';
import type { Language } from '../../core/meteo/content';
import type { Problem } from '../../core/problem';
import { parseArea } from '../../core/sheet/address';
import { findingFigures, findingText } from '../../core/words/finding-text';
import { formulaText } from '../../core/words/formula-text';
import type { UndoReceipt } from '../../core/sheet/undo';
import type { PaneActions } from '../flow';
import { focusTitle } from '../parts/focusTitle';
import { ReadOnly } from '../parts/readOnly';
import { idleRun, undoOf } from '../parts/run';
import { UndoLink } from '../parts/UndoLink';
import { useRun } from '../parts/useRun';
import { findingStrings, type FindingStrings } from './strings';

/** Findings shown at first. */
const FIRST = 5;

/** Tells one finding from another. */
export const keyOf = ({ sheet, cell, kind }: Finding): string => `${kind} ${sheet}!${cell}`;

type RowProps = {
  finding: Finding;
  strings: FindingStrings;
  language: Language;
  /** Cell in which its formula was written. */
  written: string | undefined;
  /** It was written just now: the focus goes to where, since the button that had it is gone. */
  justWritten: boolean;
  busy: boolean;
  /** What undoes the writing, as long as it is the latest. */
  undo: UndoReceipt | null;
  onShow: (cell: string) => void;
  onWrite: () => void;
  onIgnore: () => void;
  onUndone: () => void;
};

/** One doubtful cell: what it shows, what it should show, why, and the formula that shows it. */
const FindingRow = (props: RowProps) => {
  const { finding, strings, language, written, justWritten, busy, undo, onShow, onWrite, onIgnore, onUndone } = props;
  const readOnly = useContext(ReadOnly);
  const { title, body } = findingText(finding, language, true);
  const { shown, exact } = findingFigures(finding, language);
  const place = `${finding.sheet.trim()}!${finding.cell}`;
  return (
    <li className="finding">
      <h2>
        <span aria-hidden className="status-watch">
          ▲{' '}
        </span>
        {title}
      </h2>
      <p className="caption">
        <Link as="button" title={strings.select} onClick={() => onShow(finding.cell)}>
          {place}
        </Link>
        {finding.count > 1 && ` ${strings.neighbours(finding.count - 1)}`}
      </p>
      {shown !== null && (
        <p className="figure">
          <span>{strings.shown}</span>
          <span>{shown}</span>
        </p>
      )}
      {exact !== null && (
        <p className="figure">
          <span>{strings.exact}</span>
          <strong>{exact}</strong>
        </p>
      )}
      <p className="finding-body">{body}</p>
      {finding.proposal !== null && (
        <p className="caption">
          {strings.formula} <code>{formulaText(finding.proposal, language)}</code>
        </p>
      )}
      <div className="finding-buttons">
        {written !== undefined ? (
          <>
            <Link as="button" autoFocus={justWritten} title={strings.select} onClick={() => onShow(written)}>
              {strings.written(written)}
            </Link>
            {undo && <UndoLink receipt={undo} onUndone={onUndone} />}
          </>
        ) : (
          <>
            {finding.proposal !== null && finding.beside !== null && (
              <Button disabledFocusable={busy || readOnly} onClick={onWrite}>
                {strings.beside(finding.beside)}
              </Button>
            )}
            <Button appearance="subtle" aria-label={strings.ignoreThis(title, finding.cell)} onClick={onIgnore}>
              {strings.ignore}
            </Button>
          </>
        )}
      </div>
    </li>
  );
};

type State = { findings: readonly Finding[] | null; problem: Problem | null };

/**
 * What the linter finds, read when the page opens and again on request; `refresh` leaves what is shown until it is read. Nothing
 * is looked for any more once the page is left.
 */
export const useFindings = (actions: PaneActions): State & { read: () => void; refresh: () => void } => {
  const [state, setState] = useState<State>({ findings: null, problem: null });
  const looking = useRef<AbortController | null>(null);
  const stop = useCallback(() => looking.current?.abort(), []);
  const read = useCallback(() => {
    stop();
    const shown = new AbortController();
    looking.current = shown;
    void actions.findings(shown.signal).then((result) => {
      if (shown.signal.aborted) return;
      setState(result.ok ? { findings: result.value, problem: null } : { findings: null, problem: result.problem });
    });
  }, [actions, stop]);
  useEffect(() => {
    read();
    return stop;
  }, [read, stop]);
  return {
    ...state,
    refresh: read,
    read: () => {
      setState({ findings: null, problem: null });
      read();
    },
  };
};

type ListProps = {
  findings: readonly Finding[];
  actions: PaneActions;
  language: Language;
  /** Told of what could not be written; null once something is. */
  onRefused: (problem: Problem | null) => void;
  /** A formula was written: what stood free beside the other cells may not any more. */
  onWritten: () => void;
  onIgnore: (finding: Finding) => void;
};

/** Findings, a few at first, each with its formula to write beside it. */
export const FindingList = ({ findings, actions, language, onRefused, onWritten, onIgnore }: ListProps) => {
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const [latest, setLatest] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = useRun()?.state ?? idleRun;
  const [writesBefore, setWritesBefore] = useState(0);
  const [all, setAll] = useState(false);
  const strings = findingStrings[language];
  const write = (finding: Finding): void => {
    setBusy(true);
    setWritesBefore(run.writes);
    void actions.propose(finding).then((result) => {
      setBusy(false);
      onRefused(result.ok ? null : result.problem);
      if (!result.ok) return;
      setLatest(keyOf(finding));
      setWritten((before) => ({ ...before, [keyOf(finding)]: result.value.cell }));
      onWritten();
    });
  };
  const show = (sheet: string, cell: string): void => {
    const area = parseArea(cell);
    if (area) void actions.show(sheet, area);
  };
  const shown = all ? findings : findings.slice(0, FIRST);
  return (
    <>
      <ul>
        {shown.map((finding) => (
          <FindingRow
            key={keyOf(finding)}
            finding={finding}
            strings={strings}
            language={language}
            written={written[keyOf(finding)]}
            justWritten={latest === keyOf(finding)}
            busy={busy}
            onShow={(cell) => show(finding.sheet, cell)}
            onWrite={() => write(finding)}
            onIgnore={() => onIgnore(finding)}
            undo={!busy && latest === keyOf(finding) ? (undoOf(run, writesBefore)?.receipt ?? null) : null}
            onUndone={() => {
              focusTitle();
              setWritten((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== keyOf(finding))));
              onWritten();
            }}
          />
        ))}
      </ul>
      {findings.length > shown.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {strings.more(findings.length - shown.length)}
        </Button>
      )}
    </>
  );
};
