import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar } from '@fluentui/react-components';
import type { Problem } from '../core/problem';
import { nextStep, type PaneState, type Step } from './flow';
import type { Strings } from './strings/strings';

export type ProblemWords = (problem: Problem) => { title: string; body: string };

type Props = {
  state: PaneState;
  strings: Strings;
  words: ProblemWords;
  onRun: (step: Step) => void;
  onOpen: (sheet: string) => void;
};

/** What an action made, in one sentence. */
const outcomeText = (state: PaneState, strings: Strings): string => {
  if (state.dock.kind !== 'done') return '';
  const { step, outcome } = state.dock;
  switch (step) {
    case 'consolidate':
      return strings.outcome.consolidated(outcome.sheets.length);
    case 'thresholds':
      return outcome.problems.some(({ code }) => code === 'nothing-to-colour')
        ? strings.outcome.consolidated(outcome.sheets.length)
        : strings.outcome.coloured(outcome.sheets.length);
    case 'generate':
      return strings.outcome.generated(outcome.sheets[0] ?? '');
    case 'pdf':
      return strings.outcome.saved(outcome.file ?? '');
  }
};

/** The bar at the bottom: one action, and in the same place its progress, its outcome or its problem. */
export const Dock = ({ state, strings, words, onRun, onOpen }: Props) => {
  const step = nextStep(state);
  const { dock } = state;
  const problemWords = dock.kind === 'problem' ? words(dock.problem) : null;
  return (
    <section className="dock" aria-label={strings.action}>
      <div role="status">
        {dock.kind === 'running' && (
          <>
            <p className="caption">{strings.steps[dock.step].running}</p>
            <ProgressBar aria-label={strings.steps[dock.step].running} />
          </>
        )}
        {dock.kind === 'done' && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{outcomeText(state, strings)}</MessageBarTitle>
              {dock.outcome.sheets.length > 0 && (
                <span className="dock-links">
                  {dock.outcome.sheets.map((sheet) => (
                    <Link as="button" key={sheet} title={strings.select} onClick={() => onOpen(sheet)}>
                      {sheet}
                    </Link>
                  ))}
                </span>
              )}
              {dock.outcome.problems.map((remark) => (
                <p className="caption" key={`${remark.code} ${remark.place?.sheet ?? ''} ${remark.place?.cell ?? ''}`}>
                  {words(remark).title} {words(remark).body}
                </p>
              ))}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div role="alert">
        {problemWords && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{problemWords.title}</MessageBarTitle> {problemWords.body}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {dock.kind === 'ready' && <p className="caption">{strings.steps[step].note}</p>}
      <Button
        appearance="primary"
        size="large"
        disabled={dock.kind === 'running' || state.reading.kind !== 'found'}
        onClick={() => onRun(step)}
      >
        {dock.kind === 'problem' ? strings.tryAgain : strings.steps[step].button}
      </Button>
    </section>
  );
};
