/** A preparation that began longer ago than this was left for another day, in milliseconds. */
const LONGEST = 12 * 3_600_000;

/**
 * When the preparation of a workbook's météo began. Kept in the pane's own storage, so that a reload in the middle does
 * not start the clock again; the workbook holds everything else.
 */
export type Preparation = {
  started: () => Promise<Date>;
  finished: () => Promise<void>;
};

export const storedPreparation = (workbook: string, now: () => Date): Preparation => {
  const storage = async () => {
    const { Storage } = await import('@microsoft/office-js-helpers');
    try {
      return new Storage<number>('meteo-client.preparation');
    } catch {
      // A browser that blocks what pages in frames store: the preparation then begins now, at each reading.
      return null;
    }
  };
  return {
    started: async () => {
      const kept = await storage();
      const time = now().getTime();
      const since = kept?.get(workbook);
      if (typeof since === 'number' && time - since < LONGEST) return new Date(since);
      return new Date(kept?.set(workbook, time) ?? time);
    },
    finished: async () => {
      const kept = await storage();
      if (kept?.has(workbook)) kept.delete(workbook);
    },
  };
};
