import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar } from '@fluentui/react-components';

type Act = { text: string; run: () => void; disabled?: boolean };

type Props = {
  label: string;
  /** What will be written; shown while there is nothing else to say. */
  note: string | null;
  /** What is being done. */
  running: string | null;
  problem: { title: string; body: string } | null;
  /** What was made. */
  outcome?: ReactNode;
  primary: Act;
  secondary?: Act;
};

/** The bar at the bottom: one action, and in the same place its progress, its outcome or its problem. */
export const ActionDock = ({ label, note, running, problem, outcome, primary, secondary }: Props) => (
  <section className="dock" aria-label={label}>
    <div role="status">
      {running !== null && (
        <>
          <p className="caption">{running}</p>
          <ProgressBar aria-label={running} />
        </>
      )}
      {outcome}
    </div>
    <div role="alert">
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{problem.title}</MessageBarTitle> {problem.body}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
    {note !== null && <p className="caption">{note}</p>}
    <div className="dock-buttons">
      {secondary && (
        <Button size="large" disabled={secondary.disabled === true} onClick={secondary.run}>
          {secondary.text}
        </Button>
      )}
      <Button appearance="primary" size="large" disabled={primary.disabled === true} onClick={primary.run}>
        {primary.text}
      </Button>
    </div>
  </section>
);
