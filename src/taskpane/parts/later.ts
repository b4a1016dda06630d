import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A part of a page that is not seen at first; `ahead` fetches its code while the page is looked at. */
export type LaterPart<Props> = { Part: LazyExoticComponent<ComponentType<Props>>; ahead: () => void };

/** Keeps a part's code out of what a page waits for: `later(async () => (await import('./Form')).Form)`. */
export const later = <Props>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> => ({
  Part: lazy(async () => ({ default: await load() })),
  ahead: () => {
    // Where it does not come now, it is asked for again when it is shown, and its lack is said then.
    load().catch(() => undefined);
  },
});
