import type { DuePage } from '../../core/overview/due';
import type { PageName } from '../shell/navigation';

const PAGES: Readonly<Record<DuePage, PageName>> = {
  source: 'source',
  kpis: 'kpis',
  consolidation: 'consolidation',
  meteo: 'meteo',
  watch: 'kpis',
  flash: 'home',
  client: 'client',
};

/** The pane's page on which something that is due is done. */
export const pageOf = (page: DuePage): PageName => PAGES[page];
