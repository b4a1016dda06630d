import type { ComponentType } from 'react';
import type { Language } from '../../core/meteo/content';
import type { PaneActions } from '../flow';
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
  /** The data are confirmed: on to the next step of a first use, or back to where it was done from. */
  onConfirmed: () => void;
};

/** The pages, each loaded when it is first opened, but for the one that the pane opens with. */
export const PAGES: Readonly<Record<PageName, () => Promise<ComponentType<PageProps>>>> = {
  home: () => Promise.resolve(HomePage),
  data: async () => (await import('../data/DataPage')).DataPage,
  source: async () => (await import('../source/SourcePage')).SourcePage,
  kpis: async () => (await import('../kpis/KpisPage')).KpisPage,
  consolidation: async () => (await import('../data/ConsolidationPage')).ConsolidationPage,
  settings: async () => (await import('../settings/SettingsPage')).SettingsPage,
  projections: async () => (await import('../projections/ProjectionsPage')).ProjectionsPage,
  findings: async () => (await import('../findings/FindingsPage')).FindingsPage,
  watch: async () => (await import('../watch/WatchPage')).WatchPage,
  flash: async () => (await import('../flash/FlashPage')).FlashPage,
  meteo: async () => (await import('../meteo/MeteoPage')).MeteoPage,
  meteoPreview: async () => (await import('../meteo/PreviewPage')).PreviewPage,
  meteoResult: async () => (await import('../meteo/ResultPage')).ResultPage,
  meteoHistory: async () => (await import('../meteo/HistoryPage')).HistoryPage,
  client: async () => (await import('../client/ClientPage')).ClientPage,
  template: async () => (await import('../template/TemplatePage')).TemplatePage,
};
