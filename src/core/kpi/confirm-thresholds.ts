import type { Language } from '../meteo/content';
import { readOwnTable } from '../meteo/ownTable';
import { parseArea } from '../sheet/address';
import type { BlockDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import { DICTIONARY_HEADERS, DICTIONARY_TABLE } from './dictionary-words';

const YES = [vocabulary('fr').yes, vocabulary('en').yes, 'x', '1', 'true', 'vrai'];

/**
 * What to write so that every proposed threshold of the dictionary is the user's: `oui` under “Seuils confirmés ?” of each
 * row that has thresholds and says nothing, or no. `count` rows; 0 where there is none, or nobody kept that column.
 */
export const confirmedThresholds = (workbook: WorkbookSnapshot, language: Language): { draft: WorkbookDraft; count: number } => {
  const found = findTable(workbook, DICTIONARY_TABLE);
  const headers = [DICTIONARY_HEADERS.fr.confirmed, DICTIONARY_HEADERS.en.confirmed].map((text) => text.toLowerCase());
  const isKept = found?.table.columns.some((header) => headers.includes(header.trim().toLowerCase())) === true;
  if (!found || !isKept) return { draft: { sheets: [], names: [] }, count: 0 };
  const { yes } = vocabulary(language);
  const blocks = readOwnTable(workbook, DICTIONARY_TABLE, DICTIONARY_HEADERS).flatMap((row): BlockDraft[] => {
    const isHeld = row.number('green') !== null && row.number('amber') !== null;
    const place = parseArea(row.cell('confirmed'));
    if (!isHeld || !place || YES.includes(row.text('confirmed').toLowerCase())) return [];
    return [{ row: place.row, column: place.column, cells: [[{ text: yes }]] }];
  });
  return { draft: { sheets: [{ name: found.sheet.name, owner: 'user', blocks }], names: [] }, count: blocks.length };
};
