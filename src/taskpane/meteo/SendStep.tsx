import type { ReactNode } from 'react';
import { Checkmark16Filled } from '@fluentui/react-icons/svg/checkmark';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

type Props = {
  place: number;
  label: string;
  caption: string;
  side?: string | null;
  doneWord: string;
  isDone: boolean;
  /** The one that the dock's button does. */
  isCurrent: boolean;
  disabled: boolean;
  run: () => void;
  children?: ReactNode;
};

/** A step of sending a page: a row that does it, with its number or its check. */
export const SendStep = ({ place, label, caption, side = null, doneWord, isDone, isCurrent, disabled, run, children }: Props) => (
  <li className="send-step" {...(isCurrent && { 'aria-current': 'step' as const })}>
    <button type="button" className="part-button" disabled={disabled} onClick={run}>
      <span className={`part-number${isDone ? ' part-read' : isCurrent ? ' part-open' : ''}`} aria-hidden>
        {isDone ? <Checkmark16Filled /> : place}
      </span>
      <span className={`send-words${isCurrent ? ' send-current' : ''}`}>
        {label}
        {isDone && <span className="spoken">, {doneWord}</span>}
        <span className="caption send-caption">{caption}</span>
      </span>
      {side !== null && <span className="caption">{side}</span>}
      {!isDone && !isCurrent && <ChevronRight16Regular aria-hidden />}
    </button>
    {children}
  </li>
);
