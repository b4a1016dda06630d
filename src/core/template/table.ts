import type { Language } from '../meteo/content';
import type { CellDraft, SheetDraft } from '../sheet/draft';
import { inputSheet, type InputColumn, type InputSheet } from './input-sheet';

/**
 * A cell of an example row: a text, a number, nothing, or a moment so many days after the Monday of the examples' week
 * (its fraction is the time of day).
 */
export type ExampleCell = string | number | { day: number } | null;

export type ExampleRow = readonly ExampleCell[];

/** A table that a template adds, with the example rows that the user deletes. */
export type TemplateTable = {
  table: string;
  /** Usual name of its sheet. */
  sheet: string;
  title: string;
  hint: string;
  columns: readonly InputColumn[];
  examples: readonly ExampleRow[];
  frozen: number;
  /** Rows ready to be typed in besides. */
  ready?: number;
};

/** What marks a row as an example: the word alone, or at the beginning of one of its texts. */
export const EXAMPLE_WORDS: Record<Language, string> = { fr: 'Exemple', en: 'Example' };

/** A text of an example that says so: `Exemple : client mécontent`. */
export const exampleText = (text: string, language: Language): string =>
  `${EXAMPLE_WORDS[language]}${language === 'fr' ? '\u00a0: ' : ': '}${text}`;

/** An example's cell as it is written; `monday` is a number of the workbook's own date system. */
export const exampleCell = (cell: ExampleCell, monday: number): CellDraft => {
  if (cell === null) return null;
  if (typeof cell === 'string') return { text: cell };
  return { number: typeof cell === 'number' ? cell : monday + cell.day };
};

/** Dates are typed in the order of the reader's language; the month in letters cannot be taken for the day. */
export const DATE_FORMATS: Record<Language, string> = { fr: 'dd/mm/yyyy', en: 'dd mmm yyyy' };

/** First day that an input accepts, 2000-01-01, in the 1900 and in the 1904 system. */
export const FIRST_DAY = { 1900: 36_526, 1904: 35_064 } as const;

/** Where the examples of a table say that they are examples; undefined for a table without any. */
const markOf = ({ examples, columns }: TemplateTable): InputSheet['marked'] => {
  const words = Object.values(EXAMPLE_WORDS);
  const isMark = (cell: ExampleCell | undefined): boolean =>
    typeof cell === 'string' && words.some((word) => cell.startsWith(word));
  const column = columns.findIndex((_, place) => isMark(examples[0]?.[place]));
  return column < 0 ? undefined : { column, words };
};

/** A template's table as the sheet to write. */
export const sheetOfTable = (
  table: TemplateTable,
  written: Pick<InputSheet, 'name' | 'language' | 'rows'> & { activate?: boolean },
): SheetDraft => {
  const marked = markOf(table);
  return inputSheet({ ...table, ...written, ...(marked && { marked }) });
};
