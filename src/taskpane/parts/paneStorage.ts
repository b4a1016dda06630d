import { KeptDrafts, type Shelf } from './keptDrafts';

const CONTAINER = 'meteo-client.drafts';

/** A browser that blocks what pages in frames store keeps nothing. */
const NOTHING: Shelf = {
  get: () => null,
  set: () => undefined,
  remove: () => undefined,
  watch: () => () => undefined,
};

/** Opened when it is first asked for: the pane does not wait for it. */
const openShelf = async (): Promise<Shelf> => {
  const { Storage } = await import('@microsoft/office-js-helpers');
  try {
    const storage = new Storage<unknown>(CONTAINER);
    return {
      get: (key) => storage.get(key),
      set: (key, stored) => {
        try {
          storage.set(key, stored);
        } catch {
          // The storage is full: what is typed stays in the pane.
        }
      },
      remove: (key) => {
        storage.delete(key);
      },
      watch: (listener) => {
        // The storage's own notification tells of the last of several keys alone.
        const told = ({ key }: StorageEvent): void => {
          const start = `@${CONTAINER}/`;
          if (key?.startsWith(start)) listener(key.slice(start.length));
        };
        window.addEventListener('storage', told);
        return () => window.removeEventListener('storage', told);
      },
    };
  } catch {
    return NOTHING;
  }
};

let shelf: Promise<Shelf> | null = null;
/** This pane among those that are open: another one each time that it is loaded. */
const PANE = `${String(Date.now())}-${String(Math.random())}`;

/** Drafts of one kind of a workbook, in the storage that its panes share. `read`: a draft from its JSON, null for what is none. */
export const paneDrafts = <Value>(
  kind: string,
  workbook: string,
  read: (parsed: unknown) => Value | null,
  now: () => number = Date.now,
): KeptDrafts<Value> => new KeptDrafts({ shelf: (shelf ??= openShelf()), pane: PANE, now }, `${workbook}#${kind}`, read);
