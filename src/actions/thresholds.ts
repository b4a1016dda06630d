import { sheetNameFor } from '../core/consolidation/consolidate';
import { detect } from '../core/detect/detect';
import { dictionarySheet } from '../core/kpi/dictionary';
import { dictionaryOf } from '../core/kpi/dictionary-read';
import { DICTIONARY_TABLE } from '../core/kpi/dictionary-words';
import type { Language } from '../core/meteo/content';
import { done, problem, refused, type Result } from '../core/problem';
import { findTable } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import { thresholdDrafts } from '../core/watch/thresholds';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';
import type { Outcome } from './outcome';

/**
 * Colours the consolidation sheets by the dictionary's thresholds, as conditional formats that point at its cells: editing a
 * threshold there is enough. A workbook without a dictionary gets the proposed one, and a remark where there is no
 * consolidated sheet to colour yet.
 */
export const showThresholds = async (
  port: WorkbookPort,
  request: TableChoice & { language: Language },
): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), request);
  if (!table.ok) return table;
  const { kpis, problems: doubts } = dictionaryOf(workbook, table.value, request.language);
  if (kpis.length === 0) return refused(problem('no-measures', {}, { sheet: table.value.sheet }));
  const kept = findTable(workbook, DICTIONARY_TABLE)?.sheet.name;
  const draft = thresholdDrafts(workbook, kpis, request.language);
  const problems = [...doubts, ...(draft.sheets.length === 0 ? [problem('nothing-to-colour', {})] : [])];
  const title = vocabulary(request.language).sheets.dictionary;
  const free = sheetNameFor(workbook, DICTIONARY_TABLE, title, new Set());
  const lacking = kept === undefined ? [dictionarySheet(kpis, table.value, request.language, free)] : [];
  const written = await port.write({ ...draft, sheets: [...lacking, ...draft.sheets] });
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: kept === undefined ? [] : [kept], problems });
};
