import { valueAt } from '../sheet/snapshot';
import type { Block } from './block';

/** Rows above a table that may name its year. */
const TITLE_ROWS = 8;

const yearsIn = (text: string): number[] => (text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number);

/**
 * The year that a table's dates leave out, where what stands above it and its sheet's name say one year and no other:
 * `Suivi 2026` is 2026, `Saison 2025/2026` none.
 */
export const yearOf = (block: Block): number | null => {
  const { sheet } = block;
  const found = new Set(yearsIn(sheet.name));
  const lines = block.across ? [] : Array.from({ length: TITLE_ROWS }, (_, index) => block.headerRow - 1 - index);
  for (const row of lines)
    for (let offset = 0; offset < block.headers.length; offset++) {
      const value = valueAt(sheet, row, block.firstColumn + offset);
      for (const year of yearsIn(typeof value === 'string' || typeof value === 'number' ? String(value) : '')) found.add(year);
    }
  const [year] = found;
  return year !== undefined && found.size === 1 ? year : null;
};
