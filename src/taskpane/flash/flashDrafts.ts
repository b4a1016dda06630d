/** What was typed for a flash point and not saved yet: its moment, its counts as they were typed, and the action. */
export type FlashDraft = { moment: number; typed: readonly string[]; action: string };

/** Where it outlives the pane: its own storage. */
export type KeptFlash = { load: () => Promise<FlashDraft | null>; save: (draft: FlashDraft | null) => Promise<void> };

/** The flash point being typed in one workbook; a browser that blocks what pages in frames store keeps none. */
export const storedFlash = (workbook: string): KeptFlash => {
  const storage = async () => {
    const { Storage } = await import('@microsoft/office-js-helpers');
    try {
      return new Storage<FlashDraft>('meteo-client.flash');
    } catch {
      return null;
    }
  };
  return {
    load: async () => (await storage())?.get(workbook) ?? null,
    save: async (draft) => {
      const kept = await storage();
      if (draft) kept?.set(workbook, draft);
      else if (kept?.has(workbook)) kept.delete(workbook);
    },
  };
};
