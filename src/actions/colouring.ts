import { sheetNameFor } from '../core/consolidation/consolidate';
import { detectSteps } from '../core/detect/detect';
import { readRowsSteps } from '../core/consolidation/rows';
import { twoMeasuresSteps } from '../core/kpi/complements';
import { dictionarySheet } from '../core/kpi/dictionary';
import { dictionarySteps } from '../core/kpi/dictionary-read';
import { DICTIONARY_TABLE } from '../core/kpi/dictionary-words';
import type { Language } from '../core/meteo/content';
import { done, problem, refused, type Problem, type Result } from '../core/problem';
import type { WorkbookDraft } from '../core/sheet/draft';
import { findTable, type WorkbookSnapshot } from '../core/sheet/snapshot';
import type { Steps } from '../core/steps';
import { colourRemarks } from '../core/watch/colour-remarks';
import { thresholdDrafts } from '../core/watch/thresholds';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';

/** What to write so that the consolidation sheets are coloured, and the dictionary's sheet where the workbook has one. */
type Colouring = { draft: WorkbookDraft; kept: string | null; problems: readonly Problem[] };

/** The colours of a workbook's consolidation sheets, with the proposed dictionary where it has none. */
export function* colouring(workbook: WorkbookSnapshot, request: TableChoice & { language: Language }): Steps<Result<Colouring>> {
  const { language } = request;
  const table = chooseTable(workbook, yield* detectSteps(workbook), request);
  if (!table.ok) return table;
  const { kpis, problems } = yield* dictionarySteps(workbook, table.value, language);
  if (kpis.length === 0) return refused(problem('no-measures', {}, { sheet: table.value.sheet }));
  const kept = findTable(workbook, DICTIONARY_TABLE)?.sheet.name ?? null;
  const coloured = thresholdDrafts(workbook, kpis, language);
  const judgedTwice = yield* twoMeasuresSteps(kpis, readRowsSteps(workbook, table.value));
  const free = sheetNameFor(workbook, DICTIONARY_TABLE, vocabulary(language).sheets.dictionary, new Set());
  const lacking = kept === null ? [dictionarySheet(kpis, table.value, language, free)] : [];
  const draft = { ...coloured, sheets: [...lacking, ...coloured.sheets] };
  return done({ draft, kept, problems: [...problems, ...judgedTwice, ...colourRemarks(kpis, coloured)] });
}
