import { columnIndex } from '../sheet/address';
import type { DetectedTable } from './detected';

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The labels that a header of an `across` table joins: `Oak Hospital / ED Visits / ED` are three. */
const labels = (text: string): string[] => plain(text).split(' / ');

/**
 * The column of a table that a person means, as its 0-based place; null when none is called so, or several are. By header,
 * else by letter (`D`): a header that reads like a letter wins. Where dates run across, by the labels of its row, some of
 * them in order being enough (`Oak Hospital / ED Visits`), else by the number of its row (`4`).
 */
export const columnNamed = (table: DetectedTable, text: string): number | null => {
  const wanted = plain(text);
  const headed = table.columns.find(({ header }) => plain(header) === wanted);
  if (headed) return headed.column;
  const within = (column: number): number | null => (column >= table.firstColumn && column <= table.lastColumn ? column : null);
  if (table.kind !== 'across') return /^[a-z]{1,3}$/.test(wanted) ? within(columnIndex(wanted)) : null;
  const parts = labels(wanted);
  const meant = table.columns.filter(({ header }) => {
    const own = labels(header);
    let from = 0;
    return parts.every((part) => {
      const at = own.indexOf(part, from);
      from = at + 1;
      return at >= 0;
    });
  });
  const [only] = meant;
  if (only && meant.length === 1) return only.column;
  return /^\d{1,5}$/.test(wanted) ? within(Number(wanted) - 1) : null;
};
