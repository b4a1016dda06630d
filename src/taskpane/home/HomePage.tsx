import { useRef } from 'react';
import { Button, Link } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { MeteoPage } from '../../core/meteo/page';
import { STEPS, type Reading, type Step } from '../flow';
import { PageRows } from '../parts/PageRows';
import type { PageProps } from '../parts/page';
import type { ProblemWords } from '../parts/problemWords';
import { Remarks } from '../parts/Remarks';
import type { Strings } from '../strings/strings';
import { HomeDock } from './HomeDock';

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

/** Home: what was found, the steps that lead to a météo, and the dock that does the next one. */
export const HomePage = ({ actions, strings, words, flow, go }: PageProps) => {
  const { state, read, run } = flow;
  const { reading } = state;
  const heading = useRef<HTMLHeadingElement>(null);

  const start = (step: Step): void => {
    if (step === 'confirm') go('source');
    else run(step);
  };
  const removeExamples = (): void => {
    void flow.removeExamples().then((removed) => {
      if (removed) heading.current?.focus();
    });
  };
  const template = { key: 'template', ...strings.pages.template, open: () => go('template') };
  const projections = { key: 'projections', ...strings.pages.projections, open: () => go('projections') };
  return (
    <>
      <main aria-busy={reading.kind === 'loading'}>
        <h1 tabIndex={-1} ref={heading}>
          {titleOf(reading, strings, words)}
        </h1>
        <p className="caption">{reading.kind === 'problem' ? words(reading.problem).body : strings.reading.caption}</p>
        {reading.kind === 'problem' && (
          <>
            <Button onClick={() => read()}>{strings.readAgain}</Button>
            <PageRows rows={[template]} />
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
            <PageRows rows={[projections, template]} />
            {reading.detection.problems.length > 0 && (
              <>
                <h2>{strings.data.remarks(reading.detection.problems.length)}</h2>
                <Remarks problems={reading.detection.problems} words={words} />
              </>
            )}
          </>
        )}
        <p className="caption">{strings.private}</p>
      </main>
      <HomeDock state={state} strings={strings} words={words} onRun={start} onOpen={(sheet) => void actions.select(sheet)} />
    </>
  );
};
