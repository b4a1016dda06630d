import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ProblemCode } from '../../core/problem';
import { nextStep, type PaneState, type Step } from '../flow';
import { ActionDock } from '../parts/ActionDock';
import type { ProblemWords } from '../parts/problemWords';
import type { Strings } from '../strings/strings';

type Props = {
  state: PaneState;
  strings: Strings;
  words: ProblemWords;
  onRun: (step: Step) => void;
  onOpen: (sheet: string) => void;
};

/** Problems that are questions about the data: their remedy is the page Source. */
const ASKED: readonly ProblemCode[] = ['header-changed', 'column-lost', 'source-lost'];

/** What an action made, in one sentence. */
const outcomeText = (state: PaneState, strings: Strings): string => {
  if (state.dock.kind !== 'done') return '';
  const { step, outcome } = state.dock;
  switch (step) {
    case 'confirm':
      return strings.outcome.confirmed;
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

/** The bar of the first page: the next step, its progress, what it made, or what prevents it. */
export const HomeDock = ({ state, strings, words, onRun, onOpen }: Props) => {
  const step = nextStep(state);
  const { dock } = state;
  const asked = dock.kind === 'problem' && ASKED.includes(dock.problem.code);
  return (
    <ActionDock
      label={strings.action}
      note={dock.kind === 'ready' ? strings.steps[step].note : null}
      running={dock.kind === 'running' ? strings.steps[dock.step].running : null}
      problem={dock.kind === 'problem' ? words(dock.problem) : null}
      outcome={
        dock.kind === 'done' && (
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
        )
      }
      primary={{
        text: asked ? strings.answer : dock.kind === 'problem' ? strings.tryAgain : strings.steps[step].button,
        run: () => onRun(asked ? 'confirm' : step),
        disabled: dock.kind === 'running' || state.reading.kind !== 'found',
      }}
    />
  );
};
