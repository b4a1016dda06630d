import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ProgressLine } from './ProgressLine';
import { moodOf } from './run';
import { useRun } from './useRun';

type Props = {
  /** What is being done. */
  running: string;
};

/** What is being done and how far it is; or what Excel waits for, or that it does not answer. */
export const RunProgress = ({ running }: Props) => {
  const run = useRun();
  const mood = run ? moodOf(run.state) : 'idle';
  const progress = run?.state.progress ?? null;
  if (run && mood === 'silent')
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{run.strings.silent.title}</MessageBarTitle> {run.strings.silent.body}
        </MessageBarBody>
      </MessageBar>
    );
  const said = !run
    ? running
    : mood === 'reconnecting'
      ? run.strings.reconnecting
      : mood === 'editing'
        ? run.strings.editing
        : mood === 'slow' && progress && progress.doing !== 'computing'
          ? run.strings.slow[progress.doing]
          : running;
  const part = run && progress && mood !== 'reconnecting' ? run.strings.progress(progress) : null;
  return (
    <>
      <p className="dock-progress">
        <span>{said}</span>
        {/* Announced at the start and the end, not at every sheet. */}
        {part !== null && <span aria-hidden>{part}</span>}
      </p>
      <ProgressLine label={said} share={progress && progress.total > 0 && progress.done > 0 ? progress : null} />
    </>
  );
};
