import { readEdits, type MeteoEdits } from '../../core/meteo/edits';
import type { KeptDrafts } from '../parts/keptDrafts';
import { paneDrafts } from '../parts/paneStorage';
import { SECTIONS, type SectionName } from './meteoState';

/** A page being written as it is kept: what was typed, and the sections that were opened once. */
export type MeteoDraft = { edits: MeteoEdits; seen: readonly SectionName[] };

/** Pages being written, by the number of the météo. */
export type Drafts = KeptDrafts<MeteoDraft>;

/** A draft from its JSON; null for what the reader of edits does not know. */
export const meteoDraft = (parsed: unknown): MeteoDraft | null => {
  if (typeof parsed !== 'object' || parsed === null || !('edits' in parsed) || !('seen' in parsed)) return null;
  const edits = readEdits(JSON.stringify(parsed.edits));
  const { seen } = parsed;
  return edits && { edits, seen: Array.isArray(seen) ? SECTIONS.filter((section) => seen.includes(section)) : [] };
};

/** Drafts of one workbook, in the pane's own storage. */
export const storedDrafts = (workbook: string, now: () => Date): Drafts =>
  paneDrafts('meteo', workbook, meteoDraft, () => now().getTime());
