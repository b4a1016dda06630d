import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { unexpected, type Problem } from '../../core/problem';
import type { Strings } from '../strings/strings';

type FaultProps = { problem: Problem; strings: Strings; onAgain: () => void };

/** What went wrong, without the address of the file that did not come: `Loading chunk 12 failed.` */
const withoutAddress = (message: string): string => message.replace(/\s*\([^()]*:\/\/[^()]*\)/, '');

/** In a page's place when it cannot be shown: what it says needs no sentence that would have to be fetched first. */
export const PageFault = ({ problem, strings, onAgain }: FaultProps) => {
  const { title, body } = strings.pageFault(
    problem.code === 'unexpected' ? withoutAddress(problem.params.message) : problem.code,
  );
  return (
    <main>
      <h1 tabIndex={-1}>{title}</h1>
      <p role="alert">{body}</p>
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
    return { problem: unexpected(thrown) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (!problem) return this.props.children;
    return <PageFault problem={problem} strings={this.props.strings} onAgain={() => this.setState({ problem: null })} />;
  }
}
