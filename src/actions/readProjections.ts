import { detectSteps } from '../core/detect/detect';
import type { Language } from '../core/meteo/content';
import { projectionNotesSteps, type KpiNotes } from '../core/meteo/projectionNotes';
import { meteoSourcesSteps } from '../core/meteo/sources';
import { printedFirst } from '../core/meteo/printedKpis';
import { standingsSteps } from '../core/meteo/standing';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable } from './chooseTable';

/** `today`: serial of the day it is. */
type NotesRequest = { language: Language; today: number };

/** What is said of each projected KPI; none with too little history. Nothing is written. */
export const readProjections = async (port: WorkbookPort, request: NotesRequest): Promise<Result<readonly KpiNotes[]>> => {
  const read = await port.read();
  return read.ok ? port.compute(noting(read.value, request)) : read;
};

function* noting(workbook: WorkbookSnapshot, { language, today }: NotesRequest): Steps<Result<readonly KpiNotes[]>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook));
  if (!table.ok) return table;
  const sources = yield* meteoSourcesSteps(workbook, table.value, { language, issued: today, minutes: null });
  if (!sources.ok) return sources;
  const input = { ...sources.value.input, language };
  const { standings } = yield* standingsSteps(input, printedFirst(input));
  return done(yield* projectionNotesSteps(input, standings));
}
