import type { ComponentType } from 'react';
import type { Language } from '../../core/meteo/content';
import type { PaneActions, StepOutcome } from '../flow';
import type { ProblemWords } from './problemWords';

/** What a page that another one led to is given. */
export type PageProps = {
  actions: PaneActions;
  words: ProblemWords;
  language: Language;
  /** Name of the bar at the bottom. */
  action: string;
  onBack: () => void;
  /** The page has done what it is for. */
  onDone: (outcome: StepOutcome) => void;
};

export type PageName = 'source';

/** The pages, each loaded when it is first opened. */
export const PAGES: Readonly<Record<PageName, () => Promise<ComponentType<PageProps>>>> = {
  source: async () => (await import('../source/SourcePage')).SourcePage,
};
