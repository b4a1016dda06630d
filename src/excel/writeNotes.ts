import type { NoteDraft, SheetDraft } from '../core/sheet/draft';
import { cellName } from '../core/sheet/address';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { Steps } from '../core/steps';
import type { Conversation } from './conversation';

/** The notes of each sheet's draft that are to be written. */
export type NotesToWrite = ReadonlyMap<SheetDraft, readonly NoteDraft[]>;

const addressOf = ({ row, column }: NoteDraft): string => cellName(row, column);

/**
 * Which notes to write: all of them on sheets of the add-in's and on new ones; on a sheet of somebody's only where no note is,
 * which takes a round trip to know. Only where Excel has notes (ExcelApi 1.18).
 */
export const notesToWrite = async (
  conversation: Conversation,
  drafts: readonly SheetDraft[],
  snapshot: WorkbookSnapshot,
): Promise<NotesToWrite> => {
  const wanted = new Map<SheetDraft, readonly NoteDraft[]>();
  const context = conversation.context();
  const asked: { draft: SheetDraft; note: NoteDraft; there: Excel.Note }[] = [];
  for (const draft of drafts) {
    const { notes = [], owner, existing, name } = draft;
    const before = snapshot.sheets.find((sheet) => sheet.name.toLowerCase() === (existing ?? name).toLowerCase());
    if (owner === 'own' || !before) wanted.set(draft, notes);
    else
      for (const note of notes) {
        const found = context.workbook.worksheets.getItem(before.name).notes.getItemOrNullObject(addressOf(note));
        asked.push({ draft, note, there: found.load('content') });
        await conversation.pause();
      }
  }
  if (asked.length === 0) return wanted;
  await conversation.sync(context, 'reading', 0, 0);
  for (const { draft, note, there } of asked) if (there.isNullObject) wanted.set(draft, [...(wanted.get(draft) ?? []), note]);
  return wanted;
};

/** Puts notes on cells; one that is there is replaced, since Excel refuses a second one on a cell. */
export function* writeNotes(sheet: Excel.Worksheet, drafts: readonly NoteDraft[]): Steps<void> {
  for (const draft of drafts) {
    const address = addressOf(draft);
    sheet.notes.getItemOrNullObject(address).delete();
    sheet.notes.add(address, draft.text);
    yield undefined;
  }
}
