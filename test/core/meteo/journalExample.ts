import type { JournalEntry } from '../../../src/core/meteo/journal';

/**
 * Makes rows of the journal, dated `date` unless they say otherwise: a fact that is shown, with nothing more to say of it.
 *
 * @example
 * const entry = entriesOf(ISSUED - 6);
 * entry({ kind: 'incident', text: 'Panne' });
 */
export const entriesOf =
  (date: number | null) =>
  (more: Partial<JournalEntry>): JournalEntry => ({
    date,
    kind: 'highlight',
    horizon: null,
    text: 'Texte',
    effect: '',
    role: '',
    due: null,
    state: 'todo',
    visible: true,
    ...more,
  });
