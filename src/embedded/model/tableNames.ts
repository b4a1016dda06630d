import type { Book } from '../book/book';

const tablesOf = (book: Book) => book.sheets.flatMap((sheet) => sheet.tables);

/** Table ids are unique in a workbook. */
export const newTableId = (book: Book): number => Math.max(0, ...tablesOf(book).map((table) => table.id)) + 1;

const isTaken = (book: Book, name: string): boolean => {
  const wanted = name.toLowerCase();
  return (
    tablesOf(book).some((table) => table.name.toLowerCase() === wanted) ||
    book.names.some((other) => other.name.toLowerCase() === wanted)
  );
};

/** `Table1`, `Table2` …: the first that neither a table nor a name has. */
export const freeTableName = (book: Book, word: string): string => {
  let number = 1;
  while (isTaken(book, `${word}${number}`)) number++;
  return `${word}${number}`;
};

/** The name itself when it is free, else with a number after it, as a copied table gets. */
export const uniqueTableName = (book: Book, name: string): string => (isTaken(book, name) ? freeTableName(book, name) : name);

/** Letters, digits, `_`, `.`, `\`; not a cell address, not R or C alone, at most 255 characters. Table and defined names alike. */
export const isValidName = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
  !/^(?:[A-Z]{1,3}\d{1,7}|R\d*(?:C\d*)?|C\d*|TRUE|FALSE)$/i.test(name);

export const isTakenByOther = (book: Book, name: string, own: object | null): boolean => {
  const wanted = name.toLowerCase();
  return (
    tablesOf(book).some((table) => table !== own && table.name.toLowerCase() === wanted) ||
    book.names.some((other) => other !== own && !other.sheet && other.name.toLowerCase() === wanted)
  );
};
