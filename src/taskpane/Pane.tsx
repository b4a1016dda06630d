import { useCallback, useEffect, useReducer, useRef, useState, type ComponentType } from 'react';
import { Button, Link } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { Language } from '../core/meteo/content';
import type { MeteoPage } from '../core/meteo/page';
import { done, refused, unexpected } from '../core/problem';
import { Dock } from './Dock';
import { PAGES, type PageName, type PageProps } from './parts/page';
import type { ProblemWords } from './parts/problemWords';
import { initialState, nextStep, reduce, STEPS, type PaneActions, type Reading, type Step } from './flow';
import type { Strings } from './strings/strings';

type Props = { actions: PaneActions; strings: Strings; words: ProblemWords; language: Language };

const titleOf = (reading: Reading, strings: Strings, words: ProblemWords): string => {
  switch (reading.kind) {
    case 'loading':
      return strings.reading.title;
    case 'problem':
      return words(reading.problem).title;
    case 'found': {
      const [table] = reading.detection.tables;
      if (!table) return strings.nothingFound.title;
      const rows = table.lastRow - table.firstRow + 1;
      return table.kind === 'daily' ? strings.found.title(table.sheet, rows) : strings.found.titleEvents(table.sheet, rows);
    }
  }
};

/** The page that was made, as it will print; its message stands for it where pictures are not seen. */
const Preview = ({ page, drawing }: { page: MeteoPage; drawing: string }) => (
  <img className="preview" alt={page.content.message} src={`data:image/svg+xml,${encodeURIComponent(drawing)}`} />
);

type PagesProps = { pages: readonly PageName[]; strings: Strings; onOpen: (page: PageName) => void };

/** Rows that lead to the other pages. */
const Pages = ({ pages, strings, onOpen }: PagesProps) => (
  <>
    <h2>{strings.pages.heading}</h2>
    <ul>
      {pages.map((page) => (
        <li className="row" key={page}>
          <button type="button" className="row-button" onClick={() => onOpen(page)}>
            <span>{strings.pages[page].label}</span>
            <span className="caption">{strings.pages[page].caption}</span>
          </button>
          <ChevronRight16Regular aria-hidden />
        </li>
      ))}
    </ul>
  </>
);

/** The pane: what was found, the four steps, and the dock that does the next one. */
export const Pane = ({ actions, strings, words, language }: Props) => {
  const [state, dispatch] = useReducer(reduce, initialState);

  const read = useCallback(() => {
    dispatch({ type: 'reading' });
    void actions.read().then((result) => dispatch({ type: 'read', result }));
  }, [actions]);
  useEffect(read, [read]);

  const [open, setOpen] = useState<ComponentType<PageProps> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Back from a page the title has the focus: what had it before may not be there any more.
    if (wasOpen.current && open === null) heading.current?.focus();
    wasOpen.current = open !== null;
  }, [open]);
  const go = (page: PageName): void => {
    PAGES[page]().then(
      (component) => setOpen(() => component),
      (thrown: unknown) => dispatch({ type: 'ended', step: 'confirm', result: refused(unexpected(thrown)) }),
    );
  };
  const run = (step: Step): void => {
    if (step === 'confirm') {
      go('source');
      return;
    }
    dispatch({ type: 'started', step });
    void actions.run(step, state.page).then((result) => dispatch({ type: 'ended', step, result }));
  };

  const removeExamples = (): void => {
    void actions.removeExamples().then((result) => {
      if (result.ok) {
        read();
        heading.current?.focus();
      } else dispatch({ type: 'ended', step: nextStep(state), result });
    });
  };

  const { reading } = state;
  if (open !== null) {
    const Page = open;
    return (
      <div className="pane">
        <Page
          actions={actions}
          words={words}
          language={language}
          action={strings.action}
          onBack={() => setOpen(null)}
          onChanged={() => {
            setOpen(null);
            read();
          }}
          onDone={(outcome) => {
            setOpen(null);
            dispatch({ type: 'ended', step: 'confirm', result: done(outcome) });
            // What was asked is answered: the remarks are read again, the message stays.
            void actions.read().then((result) => dispatch({ type: 'read', result }));
          }}
        />
      </div>
    );
  }
  return (
    <div className="pane">
      <main aria-busy={reading.kind === 'loading'}>
        <h1 tabIndex={-1} ref={heading}>
          {titleOf(reading, strings, words)}
        </h1>
        <p className="caption">{reading.kind === 'problem' ? words(reading.problem).body : strings.reading.caption}</p>
        {reading.kind === 'problem' && (
          <>
            <Button onClick={read}>{strings.readAgain}</Button>
            <Pages pages={['template']} strings={strings} onOpen={go} />
          </>
        )}
        {reading.kind === 'found' && reading.examples > 0 && (
          <p className="question">
            {strings.examples.text(reading.examples)}{' '}
            <Link as="button" onClick={removeExamples}>
              {strings.examples.remove}
            </Link>
          </p>
        )}
        {state.page && state.preview && <Preview page={state.page} drawing={state.preview} />}
        {reading.kind === 'found' && (
          <>
            <h2>{strings.steps.heading}</h2>
            <ol>
              {STEPS.map((step) => (
                <li className="row" key={step}>
                  <span>
                    {strings.steps[step].label}
                    <p className="caption">{strings.steps[step].caption}</p>
                  </span>
                  {state.finished.includes(step) ? (
                    <span className="row-value row-done">
                      <CheckmarkCircle16Filled aria-hidden /> {strings.steps.done}
                      {step === 'confirm' && (
                        <>
                          {' · '}
                          <Link as="button" onClick={() => go('source')}>
                            {strings.check}
                          </Link>
                        </>
                      )}
                    </span>
                  ) : (
                    <span className="row-value caption">{strings.steps.next}</span>
                  )}
                </li>
              ))}
            </ol>
            <Pages pages={['source', 'kpis', 'findings', 'template']} strings={strings} onOpen={go} />
            {reading.detection.problems.length > 0 && (
              <>
                <h2>{strings.data.remarks(reading.detection.problems.length)}</h2>
                <ul>
                  {reading.detection.problems.map((remark) => (
                    <li className="row" key={`${remark.code} ${remark.place?.sheet ?? ''} ${remark.place?.cell ?? ''}`}>
                      <span>
                        {words(remark).title} <p className="caption">{words(remark).body}</p>
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        <p className="caption">{strings.private}</p>
      </main>
      <Dock state={state} strings={strings} words={words} onRun={run} onOpen={(sheet) => void actions.select(sheet)} />
    </div>
  );
};
