import type { KeptDrafts } from '../parts/keptDrafts';
import { paneDrafts } from '../parts/paneStorage';

/** What was typed for a flash point and not saved yet: its counts as they were typed, and the action. */
export type FlashDraft = { typed: readonly string[]; action: string };

/** A draft from its JSON; null for what is none. */
export const flashDraft = (parsed: unknown): FlashDraft | null => {
  if (typeof parsed !== 'object' || parsed === null || !('typed' in parsed) || !('action' in parsed)) return null;
  const { typed, action } = parsed;
  const isRead = Array.isArray(typed) && typed.every((text): text is string => typeof text === 'string');
  return isRead && typeof action === 'string' ? { typed, action } : null;
};

/** Flash points being typed in a workbook, by their moment. */
export const storedFlash = (workbook: string): KeptDrafts<FlashDraft> => paneDrafts('flash', workbook, flashDraft);
