import { feedbackViewSteps, type FeedbackView } from '../core/client/feedback-view';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';

/** `now`: serial of the moment. */
type FeedbackRequest = { language: Language; now: number };

/** The client's feedback, with what can be answered. Nothing is written. */
export const readFeedbackView = async (port: WorkbookPort, request: FeedbackRequest): Promise<Result<FeedbackView>> => {
  const read = await port.read();
  return read.ok ? port.compute(looking(read.value, request)) : read;
};

function* looking(workbook: WorkbookSnapshot, { language, now }: FeedbackRequest): Steps<Result<FeedbackView>> {
  return done(yield* feedbackViewSteps(workbook, now, language));
}
