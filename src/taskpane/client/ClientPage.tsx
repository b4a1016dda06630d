import './client.css';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Button, Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { parseArea } from '../../core/sheet/address';
import { ActionDock } from '../parts/ActionDock';
import { clockTime } from '../parts/clockTime';
import { DraftNotice } from '../parts/DraftNotice';
import { later } from '../parts/later';
import type { PageProps } from '../parts/page';
import { Skeleton } from '../parts/Skeleton';
import { useRun } from '../parts/useRun';
import { answerOf, currentOf, keyOf, showsOf } from './clientFlow';
import { FeedbackList } from './FeedbackList';
import { NoFeedback } from './NoFeedback';
import { OpenFeedback } from './OpenFeedback';
import { clientStrings } from './strings';
import { useClient } from './useClient';

const feedbackForm = later(async () => (await import('./FeedbackForm')).FeedbackForm);

/** What the client says: the oldest that waits in full with a proposed reply, the others and what was answered as rows. */
export const ClientPage = ({ actions, words, strings: pane, language, action, flow, go }: PageProps) => {
  useEffect(() => {
    feedbackForm.ahead();
  }, []);
  const strings = clientStrings[language];
  const client = useClient(actions.client, actions.workbook, flow);
  const { state, dispatch, read, answer, add, makeTable, show } = client;
  const { view, dock, form } = state;
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const writes = useRun()?.state.writes ?? 0;
  /** Writings before the form's, whose dock is gone by the time it is written. */
  const [writesBefore, setWritesBefore] = useState<number | null>(null);
  const toTitle = (): void => title.current?.focus();
  const select = ({ sheet, cell }: { sheet: string; cell: string }): void => {
    const area = parseArea(cell);
    if (area) void actions.show(sheet, area);
  };

  const adding = (): void => dispatch({ type: 'adding', today: actions.client.today() });
  const startOver = (): void => {
    client.close(true);
    adding();
  };
  const problem = dock.kind === 'problem' ? words(dock.problem) : null;
  const running = dock.kind === 'running' ? strings.running[dock.act] : null;
  if (form && view)
    return (
      <Suspense fallback={<Skeleton block />}>
        <feedbackForm.Part
          form={form}
          subjects={view.subjects}
          strings={strings}
          action={action}
          running={running}
          problem={problem}
          wanting={dock.kind === 'wanting'}
          onForm={(typed) => dispatch({ type: 'form', form: typed })}
          onAdd={() => {
            setWritesBefore(writes);
            void add().then((isAdded) => isAdded && toTitle());
          }}
          onClose={() => client.close(false)}
          onCancel={() => client.close(true)}
          notice={<DraftNotice held={client.feedback} language={language} onStartOver={startOver} />}
        />
      </Suspense>
    );

  const current = currentOf(state);
  const others = view?.open.filter((one) => one !== current) ?? [];
  const isEmpty = view !== null && view.open.length + view.done.length === 0;
  const isBusy = view === null || running !== null;
  const answering = (): void => {
    setWritesBefore(null);
    void answer().then((isDone) => {
      if (isDone) toTitle();
      else field.current?.focus();
    });
  };
  const primary = !view
    ? { text: problem === null ? strings.reply : pane.tryAgain, disabled: problem === null, run: () => void read() }
    : current
      ? { text: strings.reply, disabled: isBusy, run: answering }
      : view.table === null
        ? { text: strings.empty.table, disabled: isBusy, run: () => void makeTable().then((isMade) => isMade && toTitle()) }
        : { text: strings.add, disabled: isBusy, run: adding };
  const titleText = !view
    ? (problem?.title ?? strings.loading)
    : isEmpty
      ? strings.empty.title
      : view.open.length > 0
        ? strings.title(view.open.length)
        : strings.nothingOpen;
  return (
    <>
      <main aria-busy={view === null && problem === null}>
        <h1 tabIndex={-1} ref={title}>
          {titleText}
        </h1>
        {view === null && problem === null && <Skeleton />}
        {view?.table && state.readAt && !isEmpty && (
          <p className="caption feedback-source">
            <Link
              as="button"
              title={strings.select}
              onClick={() => view.table && void actions.show(view.table.sheet, view.table.area)}
            >
              {strings.readIn(view.table.address, clockTime(state.readAt.getTime()))}
            </Link>
          </p>
        )}
        {isEmpty && <NoFeedback strings={strings} />}
        {view && current && (
          <DraftNotice
            held={client.reply}
            language={language}
            onStartOver={() => {
              dispatch({ type: 'cleared', key: keyOf(current.entry) });
              client.reply.drop();
            }}
          />
        )}
        {view && current && (
          <OpenFeedback
            feedback={current}
            answer={answerOf(state, current)}
            show={showsOf(state, current)}
            meteo={view.meteo}
            readOnly={view.readOnly}
            disabled={isBusy}
            wanting={dock.kind === 'wanting'}
            heading={heading}
            field={field}
            strings={strings}
            onAnswer={(text) => dispatch({ type: 'typed', key: keyOf(current.entry), text })}
            onShow={(isShown) => dispatch({ type: 'shown', key: keyOf(current.entry), show: isShown })}
          />
        )}
        <FeedbackList
          id="client-open"
          heading={strings.open(others.length)}
          noSubject={strings.noSubject}
          rows={others.map(({ entry }) => ({
            entry,
            caption: strings.waiting(strings.moods[entry.mood ?? 'unsaid'], entry.date),
            open: () => {
              dispatch({ type: 'chosen', key: keyOf(entry) });
              heading.current?.focus();
            },
          }))}
        />
        <FeedbackList
          id="client-done"
          heading={strings.done(view?.done.length ?? 0)}
          noSubject={strings.noSubject}
          rows={(view?.done ?? []).map(({ entry, shown, meteo }) => ({
            entry,
            caption: strings.answered(strings.moods[entry.mood ?? 'unsaid'], entry.answered, meteo),
            title: strings.select,
            open: () => select(entry.place),
            ...(entry.mood === 'unhappy' &&
              !shown &&
              view &&
              !view.readOnly && {
                side: { text: strings.show(view.meteo), run: () => void show(entry).then((isDone) => isDone && toTitle()) },
              }),
          }))}
        />
        {view && (
          <div className="feedback-foot">
            {current && !view.readOnly && (
              <Button appearance="subtle" icon={<Add20Regular aria-hidden />} disabled={isBusy} onClick={adding}>
                {strings.add}
              </Button>
            )}
            <Link as="button" onClick={() => go('meteoHistory')}>
              {strings.history}
            </Link>
          </div>
        )}
      </main>
      {view?.readOnly ? (
        <section className="dock" aria-label={action}>
          <p className="caption">{strings.readOnly}</p>
        </section>
      ) : (
        <ActionDock
          label={action}
          note={null}
          running={view === null && problem === null ? strings.loading : running}
          problem={problem}
          outcome={
            dock.kind === 'done' && (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>
                  {strings.outcome[dock.act]}{' '}
                  {dock.entry && (
                    <Link as="button" onClick={() => dock.entry && select(dock.entry.place)}>
                      {strings.see(`${dock.entry.place.sheet}!${dock.entry.place.cell}`)}
                    </Link>
                  )}
                </MessageBarBody>
              </MessageBar>
            )
          }
          onUndone={() => {
            void read().then(toTitle);
            flow.read(true);
          }}
          writesBefore={writesBefore}
          texts={() => (current ? answerOf(state, current) : '')}
          primary={primary}
        />
      )}
    </>
  );
};
