import type { FeedbackEntry } from '../../core/client/feedback';
import type { NewFeedback } from '../../core/client/feedback-sheet';
import type { FeedbackView } from '../../core/client/feedback-view';
import type { Language } from '../../core/meteo/content';
import { done, type Result } from '../../core/problem';
import type { WorkbookPort } from '../../core/sheet/workbook';

/** What the client's page asks of the workbook. */
export type ClientActions = {
  read(): Promise<Result<FeedbackView>>;
  /** Writes an answer at its row; `show`: and in the journal, for the next météo. */
  answer(entry: FeedbackEntry, answer: string, show: boolean): Promise<Result<null>>;
  /** Writes feedback down; null only makes its table. */
  add(entry: NewFeedback | null): Promise<Result<null>>;
  /** Puts an unhappy client's feedback into the journal. */
  show(entry: FeedbackEntry): Promise<Result<null>>;
  /** Serial of the day it is. */
  today(): number;
};

type Answered = <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>;

const nothing = async (work: Promise<Result<unknown>>): Promise<Result<null>> => {
  const result = await work;
  return result.ok ? done(null) : result;
};

/** The client's page over a workbook; `answered` makes a result of whatever happens. `today`: serial of the day. */
export const clientActions = (
  { port, language, today }: { port: WorkbookPort; language: Language; today: () => number },
  answered: Answered,
): ClientActions => ({
  read: () =>
    answered(async () => {
      const { readFeedbackView } = await import('../../actions/readFeedbackView');
      return readFeedbackView(port, { language, now: today() });
    }),
  answer: (entry, answer, show) =>
    answered(async () => {
      const { answerFeedback } = await import('../../actions/answerFeedback');
      return nothing(answerFeedback(port, { entry, answer, show, language, today: today() }));
    }),
  add: (entry) =>
    answered(async () => {
      const { addFeedback } = await import('../../actions/addFeedback');
      return nothing(addFeedback(port, { entry, language }));
    }),
  show: (entry) =>
    answered(async () => {
      const { showDissatisfaction } = await import('../../actions/showDissatisfaction');
      return nothing(showDissatisfaction(port, { entry, language, today: today() }));
    }),
  today,
});
