import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import { faultOf } from '../parts/fault';
import type { Strings } from '../strings/strings';
import { asTitle } from '../parts/asTitle';

type FaultProps = { problem: Problem; strings: Strings; onAgain: () => void };

/** In a page's place when it cannot be shown: what it says needs no sentence that would have to be fetched first. */
export const PageFault = ({ problem, strings, onAgain }: FaultProps) => {
  const { title, missing, broken, detail } = strings.pageFault;
  return (
    <main>
      <h1 tabIndex={-1}>{asTitle(title)}</h1>
      <p role="alert">{problem.code === 'pane-part-missing' ? missing : broken}</p>
      {problem.code === 'unexpected' && (
        <details className="caption">
          <summary>{detail}</summary>
          {problem.params.message}
        </details>
      )}
      <div className="way">
        <Button onClick={onAgain}>{strings.tryAgain}</Button>
      </div>
    </main>
  );
};

type Props = { strings: Strings; children: ReactNode };
type State = { problem: Problem | null };

/** Keeps the fault of one page from taking the pane down: what was typed elsewhere stays. */
export class FaultBoundary extends Component<Props, State> {
  override state: State = { problem: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { problem: faultOf(thrown) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (!problem) return this.props.children;
    return <PageFault problem={problem} strings={this.props.strings} onAgain={() => this.setState({ problem: null })} />;
  }
}
