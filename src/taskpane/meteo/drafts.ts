import { readEdits } from '../../core/meteo/edits';
import { SECTIONS, type Draft } from './meteoState';

/** Pages being written, in the pane's own storage, by the number of the météo. */
export type Drafts = {
  load: (number: number) => Promise<Draft | null>;
  save: (number: number, draft: Draft) => Promise<void>;
  clear: (number: number) => Promise<void>;
};

/** A page left longer ago than this was given up, in milliseconds: the workbook has gone on without it. */
const LONGEST = 15 * 24 * 3_600_000;

/** A draft as it is kept: the edits as their own JSON, whose reader refuses what it does not know. */
type Kept = { edits: string; seen: readonly string[]; at: number };

const draftOf = ({ edits, seen, at }: Kept, now: number): Draft | null => {
  const read = readEdits(edits);
  if (!read || now - at > LONGEST) return null;
  return { edits: read, seen: SECTIONS.filter((section) => seen.includes(section)), at };
};

/** Drafts of one workbook; a browser that blocks what pages in frames store keeps none. */
export const storedDrafts = (workbook: string, now: () => Date): Drafts => {
  const storage = async () => {
    const { Storage } = await import('@microsoft/office-js-helpers');
    try {
      return new Storage<Kept>('meteo-client.drafts');
    } catch {
      return null;
    }
  };
  const opened = storage();
  const keyOf = (number: number): string => `${workbook}#${String(number)}`;
  return {
    load: async (number) => {
      const kept = (await opened)?.get(keyOf(number));
      return kept ? draftOf(kept, now().getTime()) : null;
    },
    save: async (number, { edits, seen, at }) => {
      (await opened)?.set(keyOf(number), { edits: JSON.stringify(edits), seen, at });
    },
    clear: async (number) => {
      const kept = await opened;
      if (kept?.has(keyOf(number))) kept.delete(keyOf(number));
    },
  };
};
