import type { Shelf } from '../../../src/taskpane/parts/keptDrafts';

/** A storage that several panes share: each has a shelf of its own over it, and hears of what the others do, as a browser's windows do. */
export const memoryShelves = (): { open: () => Shelf; stored: Map<string, string> } => {
  const stored = new Map<string, string>();
  const panes: { tell: (key: string) => void }[] = [];
  return {
    stored,
    open: () => {
      const listeners = new Set<(key: string) => void>();
      const own = { tell: (key: string) => listeners.forEach((listener) => listener(key)) };
      panes.push(own);
      const tellOthers = (key: string): void => {
        for (const pane of panes) if (pane !== own) pane.tell(key);
      };
      return {
        get: (key) => JSON.parse(stored.get(key) ?? 'null') as unknown,
        set: (key, value) => {
          stored.set(key, JSON.stringify(value));
          tellOthers(key);
        },
        remove: (key) => {
          stored.delete(key);
          tellOthers(key);
        },
        watch: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
};
