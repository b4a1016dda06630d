import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../core/meteo/content';
import { idleRun, type RunState } from './run';
import { runStrings, type RunStrings } from './runStrings';
import type { ProblemWords } from './problemWords';
import type { WatchedWorkbook } from './watchedWorkbook';

/** What the docks of all pages share: the workbook under watch, and the words for it. */
type RunContextValue = {
  workbook: WatchedWorkbook;
  words: ProblemWords;
  language: Language;
  /** Loads the pane anew: it comes back where it is, with what was typed. */
  reload: () => void;
  /** Tells of changes of the workbook; resolves to what ends that, null where Excel tells nothing. */
  watch?: (listener: (change: { remote: boolean }) => void) => Promise<(() => Promise<void>) | null>;
};

/** Absent where a page is shown without a workbook. */
export const RunContext = createContext<RunContextValue | null>(null);

const never = () => () => undefined;
const idle = (): RunState => idleRun;

/** How the conversation with Excel goes, kept up to date; null without a workbook. */
export const useRun = (): (RunContextValue & { state: RunState; strings: RunStrings }) | null => {
  const context = useContext(RunContext);
  const state = useSyncExternalStore(context?.workbook.subscribe ?? never, context?.workbook.state ?? idle);
  return context && { ...context, state, strings: runStrings[context.language] };
};

/** What is true for a while: false until then, so that what is over at once does not flicker. */
export const useLasting = (value: boolean, milliseconds: number): boolean => {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasted(value), value ? milliseconds : 0);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return value && lasted;
};
