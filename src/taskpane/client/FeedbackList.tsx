import type { ReactNode } from 'react';
import { Link } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { FeedbackEntry } from '../../core/client/feedback';
import { keyOf } from './clientFlow';
import { MoodIcon } from './MoodIcon';

type Row = {
  entry: FeedbackEntry;
  caption: string;
  /** What the row does, where its words do not say it. */
  title?: string;
  open: () => void;
  /** Something else that can be done with it. */
  side?: { text: string; run: () => void };
};

type Props = { id: string; heading: string; noSubject: string; rows: readonly Row[]; children?: ReactNode };

/** Feedback as rows: a face, its subject, and how it stands. Nothing without rows. */
export const FeedbackList = ({ id, heading, noSubject, rows }: Props) =>
  rows.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {rows.map(({ entry, caption, title, open, side }) => (
          <li className="row feedback-row" key={`${keyOf(entry)} ${String(entry.row)}`}>
            <button type="button" className="row-button" title={title} onClick={open}>
              <MoodIcon mood={entry.mood} />
              <span>
                <span>{entry.subject === '' ? noSubject : entry.subject}</span>
                <span className="caption">{caption}</span>
              </span>
            </button>
            {side ? (
              <Link as="button" onClick={side.run}>
                {side.text}
              </Link>
            ) : (
              <ChevronRight16Regular aria-hidden />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
