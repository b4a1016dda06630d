import type { Place } from '../problem';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { feedbackTable } from '../template/feedback-table';
import { EXAMPLE_WORDS } from '../template/table';
import type { Language } from './content';
import { readOwnTable } from './ownTable';

/** Feedback of the client that waits for an answer. */
export type OpenFeedback = { date: number | null; text: string; place: Place };

type Column = 'date' | 'from' | 'subject' | 'mood' | 'text' | 'answer' | 'state';
const COLUMNS: readonly Column[] = ['date', 'from', 'subject', 'mood', 'text', 'answer', 'state'];

/** The table's columns as its template writes them: header, and the texts to choose from. */
const columnsOf = (language: Language) => {
  const columns = feedbackTable(language, false).columns;
  const choicesOf = (column: Column): readonly string[] => {
    const rule = columns[COLUMNS.indexOf(column)]?.rule;
    return rule && 'choices' in rule ? rule.choices : [];
  };
  const headers = Object.fromEntries(COLUMNS.map((column, index) => [column, columns[index]?.header ?? ''])) as Record<
    Column,
    string
  >;
  return { headers, unhappy: choicesOf('mood').at(-1), answered: choicesOf('state').at(-1) };
};

const isExample = (text: string): boolean => Object.values(EXAMPLE_WORDS).some((word) => text.startsWith(word));

/**
 * What the client complained of and nobody has answered, in the order of the rows of `tblRetours`; none without the table.
 * Satisfied and neutral feedback is none, nor is an example of the template.
 */
export const openFeedback = (workbook: WorkbookSnapshot): readonly OpenFeedback[] => {
  const found = findTable(workbook, 'tblRetours');
  if (!found) return [];
  const known = { fr: columnsOf('fr'), en: columnsOf('en') };
  const says = (text: string, word: 'unhappy' | 'answered'): boolean =>
    Object.values(known).some((columns) => columns[word]?.toLowerCase() === text.toLowerCase());
  return readOwnTable<Column>(workbook, 'tblRetours', { fr: known.fr.headers, en: known.en.headers }).flatMap((row) => {
    const text = row.text('text');
    const open = says(row.text('mood'), 'unhappy') && !says(row.text('state'), 'answered');
    if (!open || text === '' || isExample(text)) return [];
    return [{ date: row.date('date'), text, place: { sheet: found.sheet.name, cell: row.cell('text') } }];
  });
};
