import { TAB_OF, type PageName, type Place } from './navigation';

const isPage = (name: string | null): name is PageName => name !== null && Object.hasOwn(TAB_OF, name);

/**
 * Where the pane opens, from the query of its address: the manifest's buttons name a page, and perhaps the thing that the page
 * is about. Excel adds parameters of its own; a page that is not known opens the first one.
 *
 * ```ts
 * startPlace('?page=source&_host_Info=excel'); // { page: 'source' }
 * startPlace('?_host_Info=excel'); // { page: 'home' }
 * ```
 */
export const startPlace = (query: string): Place => {
  const parameters = new URLSearchParams(query);
  const [page, id] = [parameters.get('page'), parameters.get('id')];
  if (!isPage(page)) return { page: 'home' };
  return id ? { page, id } : { page };
};
