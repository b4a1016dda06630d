import { useEffect, useMemo, useReducer, useState } from 'react';
import { Link } from '@fluentui/react-components';
import { columnArea, tableArea } from '../../core/detect/places';
import { areaName, type Area } from '../../core/sheet/address';
import { stageOf } from '../flow';
import { ActionDock } from '../parts/ActionDock';
import { DraftNotice } from '../parts/DraftNotice';
import { PageHead } from '../parts/PageHead';
import type { PageProps } from '../parts/page';
import { remedyOf } from '../parts/remedy';
import { Remarks } from '../parts/Remarks';
import { Skeleton } from '../parts/Skeleton';
import { useHeldDraft } from '../parts/useHeldDraft';
import { Columns } from './Columns';
import { Questions } from './Questions';
import { isAbout, storedSource, typedSource, type SourceDraft } from './sourceDrafts';
import { initialSource, openQuestions, questionCount, reduceSource, tableNow } from './sourceFlow';
import { sourceStrings } from './strings';

/** The page Source: what was found in the workbook, for the user to confirm or correct before anything is written. */
export const SourcePage = ({ actions, words, language, action, flow, go, onBack, onConfirmed }: PageProps) => {
  const [state, dispatch] = useReducer(reduceSource, initialSource);
  const strings = sourceStrings[language];
  const { view, phase } = state;
  const { reading } = flow.state;
  const isFirst = reading.kind === 'found' && stageOf(reading.overview) !== null;

  const load = async (index: number): Promise<void> => {
    dispatch({ type: 'loading' });
    dispatch({ type: 'loaded', result: await actions.source(index) });
  };
  useEffect(() => {
    void actions.source(0).then((result) => dispatch({ type: 'loaded', result }));
  }, [actions]);

  const [drafts] = useState(() => storedSource(actions.workbook));
  const typed = useMemo(() => typedSource(state), [state]);
  /** Of another table than the one that is shown: that one is read first. */
  const [awaited, setAwaited] = useState<SourceDraft | null>(null);
  const [outdated, setOutdated] = useState(false);
  const held = useHeldDraft(drafts, view && 'answers', typed, (draft) => {
    const isShown = draft.table === view?.index;
    // Of a table that is no more, or that has other headers by now.
    if (isShown ? !isAbout(draft, state) : !view?.found[draft.table]) {
      setOutdated(true);
      void drafts.save('answers', null);
    } else {
      setAwaited(draft);
      if (!isShown) void load(draft.table);
    }
  });
  if (awaited && phase.kind === 'ready' && view?.index === awaited.table) {
    setAwaited(null);
    if (isAbout(awaited, state)) dispatch({ type: 'restored', answers: awaited.answers });
  }
  const startOver = (): void => {
    held.drop();
    void load(0);
  };

  const confirm = (): void => {
    const [open] = openQuestions(state);
    const table = tableNow(state);
    if (open !== undefined) {
      dispatch({ type: 'insisted' });
      document.getElementById(open)?.focus();
    } else if (table) {
      dispatch({ type: 'writing' });
      void actions.confirm(table).then((result) => {
        if (result.ok) {
          held.drop();
          onConfirmed();
        } else dispatch({ type: 'refused', problem: result.problem });
      });
    }
  };
  const show = (area: Area): void => {
    if (view) void actions.show(view.table.sheet, area);
  };

  const found = view?.found[view.index];
  const area = view && tableArea(view.table);
  /** Nothing could be read: the head of the page says why, and the dock does not say it again. */
  const unread = !view && phase.kind === 'refused' ? phase.problem : null;
  const title =
    view && found
      ? strings.title(view.table.sheet.trim(), found.rows, found.areDays, questionCount(view))
      : unread
        ? words(unread).title
        : strings.loading;
  const left = openQuestions(state).length;
  return (
    <>
      <main aria-busy={phase.kind === 'loading'}>
        <PageHead title={title} back={{ label: strings.back, go: onBack }}>
          {view && found && area && (
            <p className="caption">
              <Link as="button" title={strings.selectRange(areaName(area))} onClick={() => show(area)}>
                {`${view.table.sheet.trim()}!${areaName(area)}`}
              </Link>{' '}
              · {strings.headers(area.row + 1, found.first, found.last)}
            </p>
          )}
          {unread && (
            <p className="explained" role="alert">
              {words(unread).body}
            </p>
          )}
        </PageHead>
        {phase.kind === 'loading' && !view && <Skeleton />}
        {view && (
          <>
            {!outdated && <DraftNotice held={held} language={language} onStartOver={startOver} />}
            <Questions
              state={state}
              strings={strings}
              language={language}
              dispatch={dispatch}
              onTable={(index) => void load(index)}
            />
            <Columns
              key={`${view.table.sheet} ${String(view.index)}`}
              state={state}
              strings={strings}
              language={language}
              dispatch={dispatch}
              onSelect={(column) => show(columnArea(view.table, column))}
            />
            {view.remarks.length > 0 && (
              <section aria-labelledby="source-remarks">
                <h2 id="source-remarks">{strings.remarks(view.remarks.length)}</h2>
                <Remarks problems={view.remarks} words={words} />
              </section>
            )}
          </>
        )}
      </main>
      <ActionDock
        label={action}
        note={phase.kind === 'ready' ? (state.insisted && left > 0 ? strings.remaining(left) : strings.note(isFirst)) : null}
        running={phase.kind === 'writing' ? strings.running : phase.kind === 'loading' ? strings.loading : null}
        problem={phase.kind === 'refused' && !unread ? words(phase.problem) : null}
        remedy={phase.kind === 'refused' ? remedyOf(phase.problem, { actions, go, language }, 'source') : null}
        primary={{
          text: phase.kind === 'refused' ? strings.tryAgain : strings.confirm,
          disabled: phase.kind === 'loading' || phase.kind === 'writing',
          writes: phase.kind !== 'refused',
          run: phase.kind === 'refused' ? () => void load(view?.index ?? 0) : confirm,
        }}
      />
    </>
  );
};
