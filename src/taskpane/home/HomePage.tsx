import { lazy, Suspense, useRef, useState } from 'react';
import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { serialOf } from '../../core/period/serial';
import type { Problem } from '../../core/problem';
import { stageOf } from '../flow';
import { asTitle } from '../parts/asTitle';
import { clockTime } from '../parts/clockTime';
import { MAIN_ACTION } from '../parts/mainAction';
import type { PageProps } from '../parts/page';
import { remedyOf } from '../parts/remedy';
import { Skeleton } from '../parts/Skeleton';
import { isCut } from '../parts/run';
import { useRun } from '../parts/useRun';
import { FirstRun } from './FirstRun';
import { homeStrings } from './strings';
import { Today } from './Today';

// This page has a dock only while Excel is silent.
const ActionDock = lazy(async () => ({ default: (await import('../parts/ActionDock')).ActionDock }));

/** Home: the way in the first time, what there is to do every other day, and what prevents both. */
export const HomePage = ({ actions, strings, words, language, action, flow, go }: PageProps) => {
  const { reading } = flow.state;
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const main = useRef<HTMLElement>(null);
  const texts = homeStrings[language];
  const run = useRun();
  const removeExamples = (): void => {
    void actions.removeExamples().then((result) => {
      setRefusal(result.ok ? null : result.problem);
      if (!result.ok) return;
      flow.read(true);
      main.current?.querySelector<HTMLElement>('h1')?.focus();
    });
  };

  if (reading.kind === 'loading')
    return (
      <>
        <main aria-busy>
          <h1 tabIndex={-1}>{strings.reading.title}</h1>
          <p className="caption">{strings.reading.caption}</p>
          <Skeleton block />
        </main>
        {run && isCut(run.state) && (
          <Suspense>
            <ActionDock
              label={action}
              note={null}
              running={strings.reading.title}
              problem={null}
              primary={{ text: strings.tryAgain, run: () => flow.read() }}
            />
          </Suspense>
        )}
      </>
    );
  if (reading.kind === 'problem') {
    const { title, body } = words(reading.problem);
    return (
      <main>
        <h1 tabIndex={-1}>{asTitle(title)}</h1>
        <p className="explained">{body}</p>
        <div className="way">
          <Button appearance="primary" size="large" {...MAIN_ACTION} onClick={() => flow.read()}>
            {strings.tryAgain}
          </Button>
        </div>
      </main>
    );
  }

  const { overview, at } = reading;
  const { nothing, source, examples, tables } = overview;
  const stage = stageOf(overview);
  const asked = nothing && nothing.code !== 'workbook-empty' ? words(nothing) : null;
  const remedy = remedyOf(nothing, { actions, go, language }, tables === 0 ? 'source' : 'home') ?? {
    text: texts.first.template,
    run: () => go('template'),
  };
  return (
    <main ref={main}>
      {overview.readOnly && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.readOnly.title}</MessageBarTitle> {texts.readOnly.body}
          </MessageBarBody>
        </MessageBar>
      )}
      {asked ? (
        <>
          <h1 tabIndex={-1}>{asTitle(asked.title)}</h1>
          <p className="explained">{asked.body}</p>
          <div className="way">
            <Button appearance="primary" size="large" {...MAIN_ACTION} onClick={remedy.run}>
              {remedy.text}
            </Button>
          </div>
          <div className="way">
            <Button size="large" onClick={() => flow.read()}>
              {strings.readAgain}
            </Button>
          </div>
        </>
      ) : stage !== null ? (
        <FirstRun
          stage={nothing ? null : stage}
          begun={source?.confirmed === true}
          strings={texts}
          privacy={strings.private}
          go={go}
        />
      ) : (
        <Today
          overview={overview}
          today={serialOf({ year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() })}
          hour={clockTime(at.getTime())}
          strings={texts}
          language={language}
          readAgain={strings.readAgain}
          go={go}
          onRead={() => flow.read()}
        />
      )}
      {examples > 0 && !overview.readOnly && (
        <p className="question">
          {texts.examples.text(examples)}{' '}
          <Link as="button" onClick={removeExamples}>
            {texts.examples.remove}
          </Link>
        </p>
      )}
      <div role="alert">
        {refusal && (
          <p className="explained">
            <strong>{words(refusal).title}</strong> {words(refusal).body}
          </p>
        )}
      </div>
    </main>
  );
};
