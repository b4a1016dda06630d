import { useCallback, useContext, useEffect, useReducer, useState } from 'react';
import { Checkbox, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ConsolidationView } from '../../core/overview/consolidationView';
import type { Problem } from '../../core/problem';
import { enumerated } from '../../core/words/sideBySide';
import { FindingList, keyOf, useFindings } from '../findings/FindingList';
import { stageOf } from '../flow';
import { ActionDock } from '../parts/ActionDock';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { ReadOnly } from '../parts/readOnly';
import { remedyOf } from '../parts/remedy';
import { Remarks } from '../parts/Remarks';
import { useFollowed } from '../parts/useFollowed';
import { initialConsolidation, reduceConsolidation, standsNow } from './consolidationFlow';
import { consolidationStrings, type ConsolidationStrings } from './consolidationStrings';

const Computed = ({ view, strings }: { view: ConsolidationView; strings: ConsolidationStrings }) => (
  <section aria-labelledby="computed">
    <h2 id="computed">{strings.computed}</h2>
    <ul>
      <li className="row">
        <span>{strings.figures(view.figures)}</span>
        <span className="row-value">{strings.ratios(view.ratios)}</span>
      </li>
      {view.underWay && (
        <li className="row">
          <span>{strings.week(view.underWay.start)}</span>
          <span className="row-value">{strings.incomplete}</span>
        </li>
      )}
      {view.daysWithout > 0 && (
        <li className="row">
          <span>{strings.without}</span>
          <span className="row-value">{strings.blank(view.daysWithout)}</span>
        </li>
      )}
    </ul>
  </section>
);

/** What the linter doubts in the user's own calculations, under the consolidation that does not repeat them. */
const Findings = ({
  actions,
  language,
  strings,
  onRefused,
  onCount,
}: Pick<PageProps, 'actions' | 'language'> & {
  strings: ConsolidationStrings;
  onRefused: (problem: Problem | null) => void;
  onCount: (count: number) => void;
}) => {
  const { findings, refresh } = useFindings(actions);
  const [ignored, setIgnored] = useState<readonly string[]>([]);
  const open = findings?.filter((finding) => !ignored.includes(keyOf(finding))) ?? null;
  const count = open?.length ?? null;
  useEffect(() => {
    if (count !== null) onCount(count);
  }, [count, onCount]);
  if (open === null) return null;
  return (
    <section aria-labelledby="in-formulas">
      <h2 id="in-formulas" tabIndex={-1}>
        {open.length === 0 ? strings.noFinding : strings.findings(open.length)}
      </h2>
      <FindingList
        findings={open}
        actions={actions}
        language={language}
        onRefused={onRefused}
        onWritten={refresh}
        onIgnore={(finding) => {
          setIgnored((before) => [...before, keyOf(finding)]);
          document.getElementById('in-formulas')?.focus();
        }}
      />
    </section>
  );
};

/** The page that consolidates: what it will compute, then the sheets that it wrote and what is doubtful beside them. */
export const ConsolidationPage = ({ actions, words, language, action, flow, go, onBack }: PageProps) => {
  const [state, dispatch] = useReducer(reduceConsolidation, initialConsolidation);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [doubtful, setDoubtful] = useState<number | null>(null);
  const strings = consolidationStrings[language];
  const readOnly = useContext(ReadOnly);
  const { view, phase, kinds, open } = state;
  const { reading } = flow.state;
  const isFirst = reading.kind === 'found' && stageOf(reading.overview) !== null;
  const last = reading.kind === 'found' ? (reading.overview.source?.last ?? null) : null;

  const load = useCallback(() => {
    void actions.consolidation().then((result) => dispatch({ type: 'loaded', result }));
  }, [actions]);
  useEffect(load, [load]);
  useFollowed(flow, () => {
    if (phase.kind === 'ready') load();
  });
  const run = (): void => {
    dispatch({ type: 'started' });
    setRefusal(null);
    void actions.consolidate(kinds).then((result) => {
      dispatch({ type: 'ended', result });
      if (!result.ok) return;
      flow.read(true);
      load();
    });
  };

  const undone = (): void => {
    dispatch({ type: 'undone' });
    flow.read(true);
    load();
  };

  const stands = view ? standsNow(view, last) : 'none';
  const failed = phase.kind === 'refused' ? phase.problem : refusal;
  const isCurrent = (stands === 'current' || phase.kind === 'done') && !open;
  /** Nothing could be read: the head of the page says why, and the dock does not say it again. */
  const unread = view ? null : failed;
  const title = !view
    ? unread
      ? words(unread).title
      : strings.loading
    : stands === 'none' && phase.kind !== 'done'
      ? strings.title(view.rows, view.areDays)
      : stands === 'behind' && phase.kind !== 'done'
        ? strings.behindTitle
        : strings.doneTitle(doubtful);
  const made = view?.consolidated.kinds ?? [];
  const added = kinds.filter((kind) => !made.includes(kind)).length;
  const note = kinds.length === 0 ? strings.none : added > 0 ? strings.note(added, made.length === 0, isFirst) : strings.update;
  const consolidate = {
    text: failed ? strings.tryAgain : stands === 'none' && phase.kind !== 'done' ? strings.run : strings.again,
    disabled: view ? phase.kind === 'running' || kinds.length === 0 : failed === null,
    writes: view !== null,
    run: view ? run : load,
  };
  return (
    <>
      <main aria-busy={phase.kind === 'loading'}>
        <PageHead title={title} back={{ label: strings.back, go: onBack }}>
          {unread ? (
            <p className="explained" role="alert">
              {words(unread).body}
            </p>
          ) : (
            <p className="caption">{strings.caption}</p>
          )}
        </PageHead>
        {view && open && (
          <fieldset className="kinds" disabled={phase.kind === 'running'}>
            <legend>{strings.sheets}</legend>
            {view.kinds.map(({ kind }) => (
              <Checkbox
                key={kind}
                label={strings.kinds[kind]}
                checked={kinds.includes(kind)}
                disabled={phase.kind === 'running'}
                onChange={(_event, { checked }) => dispatch({ type: 'ticked', kind, on: checked === true })}
              />
            ))}
          </fieldset>
        )}
        {view && !open && (
          <p className="row folded">
            <span>{enumerated(view.consolidated.sheets)}</span>
            {!readOnly && (
              <Link as="button" onClick={() => dispatch({ type: 'opened' })}>
                {strings.change}
              </Link>
            )}
          </p>
        )}
        {phase.kind === 'done' && phase.outcome.problems.length > 0 && (
          <Remarks problems={phase.outcome.problems} words={words} />
        )}
        {view && open && <Computed view={view} strings={strings} />}
        {view && stands !== 'none' && !open && (
          <Findings actions={actions} language={language} strings={strings} onRefused={setRefusal} onCount={setDoubtful} />
        )}
      </main>
      <ActionDock
        label={action}
        note={phase.kind === 'ready' && !failed && !isCurrent ? note : null}
        running={phase.kind === 'loading' ? strings.loading : phase.kind === 'running' ? strings.running : null}
        problem={failed && !unread ? words(failed) : null}
        outcome={
          phase.kind === 'done' && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{strings.written(phase.outcome.sheets.length)}</MessageBarTitle>
                <span className="dock-links">
                  <span>{strings.open}</span>
                  {phase.outcome.sheets.map((sheet) => (
                    <Link as="button" key={sheet} title={strings.select} onClick={() => void actions.select(sheet)}>
                      {sheet}
                    </Link>
                  ))}
                </span>
              </MessageBarBody>
            </MessageBar>
          )
        }
        onUndone={undone}
        remedy={remedyOf(failed, { actions, go, language })}
        primary={isCurrent && phase.kind !== 'refused' ? { text: strings.meteo, run: () => go('meteo') } : consolidate}
        {...(isCurrent && !failed && { secondary: consolidate })}
      />
    </>
  );
};
