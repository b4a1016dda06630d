import { MoodIcon } from './MoodIcon';
import type { ClientStrings } from './strings';

/** What feedback is, while there is none: how it comes, what it looks like, and what becomes of it. */
export const NoFeedback = ({ strings: { empty, moods } }: { strings: ClientStrings }) => (
  <>
    <p className="feedback-text">{empty.how}</p>
    <ul className="feedback-examples" aria-label={empty.examplesLabel}>
      {empty.examples.map(({ day, subject, mood }) => (
        <li key={day}>
          <span>{day}</span>
          <span>{subject}</span>
          <MoodIcon mood={mood} />
          <span>{moods[mood]}</span>
        </li>
      ))}
    </ul>
    <p className="caption">{empty.then}</p>
  </>
);
