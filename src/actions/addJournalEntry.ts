import type { Language } from '../core/meteo/content';
import { placedJournal } from '../core/meteo/journal';
import { isSameEntry, typedEntry, type TypedEntry } from '../core/meteo/journalEdits';
import { journalWith } from '../core/meteo/journalSheet';
import { done, problem, refused, type Place, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';

/** Where the entry stands, and whether it stood there before. */
export type JournalOutcome = { place: Place; wasThere: boolean };

/**
 * Adds a fact, a team change, a dissatisfaction, a planned activity, a risk, an incident or an action to the Journal, which is
 * made where the workbook has none. The same words of the same day and kind are added once.
 */
export const addJournalEntry = async (
  port: WorkbookPort,
  request: { language: Language; entry: TypedEntry },
): Promise<Result<JournalOutcome>> => {
  const entry = typedEntry(request.entry);
  if (entry.text === '') return refused(problem('journal-text-missing', {}));
  const read = await port.read();
  if (!read.ok) return read;
  const known = placedJournal(read.value).find((one) => isSameEntry(one, entry));
  if (known?.place) return done({ place: known.place, wasThere: true });
  const journal = journalWith(read.value, [entry], request.language);
  if (!journal.ok) return journal;
  const { draft, cells } = journal.value;
  const written = await port.write({ sheets: draft ? [draft] : [], names: [] });
  return written.ok ? done({ place: { sheet: draft?.name ?? '', cell: cells[0] ?? '' }, wasThere: false }) : written;
};
