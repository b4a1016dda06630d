import { MOODS } from '../../core/client/moods';
import type { KeptDrafts } from '../parts/keptDrafts';
import { paneDrafts } from '../parts/paneStorage';
import type { FeedbackForm } from './clientFlow';

/** Answers that were typed and not written yet, by the key of their feedback. */
export type Replies = Readonly<Record<string, string>>;

/** New feedback as it is typed; `open`: its form was left with the pane, not closed. */
export type KeptFeedback = { form: FeedbackForm; open: boolean };

const reply = (parsed: unknown): string | null => (typeof parsed === 'string' ? parsed : null);

/** New feedback from its JSON; null for what is none. */
export const keptFeedback = (parsed: unknown): KeptFeedback | null => {
  if (typeof parsed !== 'object' || parsed === null || !('form' in parsed) || !('open' in parsed)) return null;
  const { form, open } = parsed;
  if (typeof form !== 'object' || form === null || !('mood' in form)) return null;
  const mood = MOODS.find((name) => name === form.mood);
  const texts = 'text' in form && 'from' in form && 'subject' in form ? [form.text, form.from, form.subject] : [];
  const [text, from, subject] = texts.filter((one): one is string => typeof one === 'string');
  if (mood === undefined || text === undefined || from === undefined || subject === undefined) return null;
  const date = 'date' in form && typeof form.date === 'number' ? form.date : null;
  return { form: { date, from, subject, mood, text }, open: open === true };
};

/** Answers of one workbook, by the key of their feedback. */
export const storedReplies = (workbook: string): KeptDrafts<string> => paneDrafts('reply', workbook, reply);

/** The one piece of new feedback that is being written down. */
export const storedFeedback = (workbook: string): KeptDrafts<KeptFeedback> => paneDrafts('feedback', workbook, keptFeedback);
