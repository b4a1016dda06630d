import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { measureOfHeader } from '../detect/synonyms';
import { plainText } from '../detect/words';
import { columnPlace } from '../detect/places';

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** How sure a header has to be of the measure that a name means, where it is not the name itself. */
const SURE = 0.7;

/**
 * How a dictionary calls a table's columns: by their headers, of which the second of one text is `Appels (2)`, and by
 * their letter where there is none.
 */
export const columnNames = (table: DetectedTable): readonly string[] => {
  const taken = new Set<string>();
  return table.columns.map((column) => {
    const header = oneSpaced(column.header);
    const stem = header === '' ? columnPlace(table, column.column) : header;
    let name = stem;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem} (${String(copy)})`;
    taken.add(name.toLowerCase());
    return name;
  });
};

/** The name of a column: see `columnNames`. */
export const nameOfColumn = (table: DetectedTable, column: number): string =>
  columnNames(table)[table.columns.findIndex((candidate) => candidate.column === column)] ?? columnPlace(table, column);

/**
 * The column that a person means: by its header, without regard to case, accents and signs; else the only one that holds
 * the measure of that name (`Reçus` beside a column `Appels reçus`).
 */
export const columnMeant = (table: DetectedTable, name: string): DetectedColumn | null => {
  const names = columnNames(table);
  const at = (index: number): DetectedColumn | null => table.columns[index] ?? null;
  const same = names.findIndex((candidate) => candidate.toLowerCase() === oneSpaced(name).toLowerCase());
  if (same >= 0) return at(same);
  const plain = plainText(name);
  const alike = names.flatMap((candidate, index) => (plain !== '' && plainText(candidate) === plain ? [index] : []));
  const [first] = alike;
  if (first !== undefined) return at(first);
  const meant = measureOfHeader(name);
  if (!meant || meant.confidence < SURE) return null;
  const holders = table.columns.filter(({ measure }) => measure === meant.measure);
  return holders.length === 1 ? (holders[0] ?? null) : null;
};
