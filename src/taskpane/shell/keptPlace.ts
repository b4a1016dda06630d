import { TAB_OF, type Place } from './navigation';

/** The page that a workbook's pane was left at, in the pane's own storage. */
export type KeptPlace = {
  /** null where nobody was here before, where the page is no more, and where the browser stores nothing. */
  load: () => Promise<Place | null>;
  keep: (place: Place) => Promise<void>;
};

/** What is stored, as a place, when it is one of a page that there is. */
export const placeFrom = (stored: unknown): Place | null => {
  if (typeof stored !== 'object' || stored === null || !('page' in stored)) return null;
  const page = Object.keys(TAB_OF).find((name): name is Place['page'] => name === stored.page);
  if (page === undefined) return null;
  return 'id' in stored && typeof stored.id === 'string' ? { page, id: stored.id } : { page };
};

/** Kept by the workbook's address. The storage is loaded when it is first asked for: nothing waits for it. */
export const keptPlace = (workbook: string): KeptPlace => {
  const storage = async () => {
    const { Storage } = await import('@microsoft/office-js-helpers');
    try {
      return new Storage<Place>('meteo-client.place');
    } catch {
      // A browser that blocks what pages in frames store: each opening begins at the first page.
      return null;
    }
  };
  return {
    load: async () => placeFrom((await storage())?.get(workbook)),
    keep: async (place) => {
      (await storage())?.set(workbook, place);
    },
  };
};
