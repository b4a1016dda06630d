import { useState } from 'react';
import { Link } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import type { UndoReceipt } from '../../core/sheet/undo';
import { useRun } from './useRun';

type Props = {
  /** What undoes the message's action. */
  receipt: UndoReceipt;
  /** It is undone: what the page shows is of before. */
  onUndone: () => void;
};

/** Undoes an action from its message; where that cannot be done any more, says why in its place. */
export const UndoLink = ({ receipt, onUndone }: Props) => {
  const run = useRun();
  const [undoing, setUndoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!run) return null;
  const undo = (): void => {
    setUndoing(true);
    void run.workbook.undo(receipt).then((undone) => {
      setUndoing(false);
      if (undone.ok) onUndone();
      else setProblem(undone.problem);
    });
  };
  if (problem && problem.code !== 'undo-stopped') {
    const { title, body } = run.words(problem);
    return (
      <p className="caption">
        {title} {body}
      </p>
    );
  }
  return (
    <Link as="button" disabled={undoing} onClick={undo}>
      {undoing ? run.strings.undoing : run.strings.undo}
    </Link>
  );
};
