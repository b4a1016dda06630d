import type { ComponentType } from 'react';
import type { Language } from '../../core/meteo/content';
import type { PaneActions, StepOutcome } from '../flow';
import { HomePage } from '../home/HomePage';
import type { PageName } from '../shell/navigation';
import type { Strings } from '../strings/strings';
import type { Flow } from '../useFlow';
import type { ProblemWords } from './problemWords';

/** What every page is given. */
export type PageProps = {
  actions: PaneActions;
  words: ProblemWords;
  strings: Strings;
  language: Language;
  /** Name of the bar at the bottom. */
  action: string;
  /** What is in the workbook and what was done with it, which the pages share. */
  flow: Flow;
  /** The thing that the page is about, where it is about one. */
  id?: string;
  /** Goes to another page. */
  go: (page: PageName, id?: string) => void;
  /** To the tab's first page. */
  onBack: () => void;
  /** The workbook is not what was read any more: it is read again. */
  onChanged: () => void;
  /** The data are confirmed. */
  onDone: (outcome: StepOutcome) => void;
};

/** The pages, each loaded when it is first opened, but for the one that the pane opens with. */
export const PAGES: Readonly<Record<PageName, () => Promise<ComponentType<PageProps>>>> = {
  home: () => Promise.resolve(HomePage),
  data: async () => (await import('../data/DataPage')).DataPage,
  source: async () => (await import('../source/SourcePage')).SourcePage,
  kpis: async () => (await import('../kpis/KpisPage')).KpisPage,
  projections: async () => (await import('../projections/ProjectionsPage')).ProjectionsPage,
  findings: async () => (await import('../findings/FindingsPage')).FindingsPage,
  template: async () => (await import('../template/TemplatePage')).TemplatePage,
};
