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
  /** The workbook is not what was read any more: it is read again. */
  onChanged: () => void;
  /** The data are confirmed. */
  onDone: (outcome: StepOutcome) => void;
};

export type PageName = 'source' | 'kpis' | 'findings' | 'template';

/** The pages, each loaded when it is first opened. */
export const PAGES: Readonly<Record<PageName, () => Promise<ComponentType<PageProps>>>> = {
  source: async () => (await import('../source/SourcePage')).SourcePage,
  kpis: async () => (await import('../kpis/KpisPage')).KpisPage,
  findings: async () => (await import('../findings/FindingsPage')).FindingsPage,
  template: async () => (await import('../template/TemplatePage')).TemplatePage,
};
