/** Answers that were typed and not written yet, by the key of their feedback. */
export type Replies = Readonly<Record<string, string>>;

/** Where they outlive the pane: its own storage. */
export type KeptReplies = { load: () => Promise<Replies>; save: (replies: Replies) => Promise<void> };

/** Answers of one workbook; a browser that blocks what pages in frames store keeps none. */
export const storedReplies = (workbook: string): KeptReplies => {
  const storage = async () => {
    const { Storage } = await import('@microsoft/office-js-helpers');
    try {
      return new Storage<Replies>('meteo-client.replies');
    } catch {
      return null;
    }
  };
  return {
    load: async () => (await storage())?.get(workbook) ?? {},
    save: async (replies) => {
      const kept = await storage();
      if (Object.keys(replies).length > 0) kept?.set(workbook, replies);
      else if (kept?.has(workbook)) kept.delete(workbook);
    },
  };
};
