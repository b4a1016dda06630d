import type { Language } from '../../core/meteo/content';
import type { Problem, Result } from '../../core/problem';

/** A problem in the user's language. */
export type ProblemWords = (problem: Problem) => { title: string; body: string };

/** The sentences for problems: many, so that they are fetched with the first result, not with the pane. */
type LoadedProblemWords = {
  /** For problems of results that went through `ready`. */
  words: ProblemWords;
  /** The same result, once what it may have to say can be said. */
  ready: <Value>(result: Result<Value>) => Promise<Result<Value>>;
};

/** Sentences of one language, loaded on demand; `unsaid` stands for them where they cannot be fetched. */
export const problemWords = (
  language: Language,
  unsaid: (code: string) => { title: string; body: string },
): LoadedProblemWords => {
  let loaded: ProblemWords | null = null;
  const load = async (): Promise<void> => {
    try {
      const { problemText } = await import('../../core/words/problem-text');
      loaded = (problem) => problemText(problem, language);
    } catch {
      // Without network the result still counts; what it says is its code, and how to get the sentence.
    }
  };
  return {
    words: (problem) => loaded?.(problem) ?? unsaid(problem.code),
    ready: async (result) => {
      if (!loaded) await load();
      return result;
    },
  };
};
