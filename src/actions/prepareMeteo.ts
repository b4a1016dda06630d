import { detectSteps } from '../core/detect/detect';
import { preparationSteps, type MeteoPreparation } from '../core/meteo/preparation';
import { meteoSourcesSteps, type MeteoRequest } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';

type PrepareRequest = Omit<MeteoRequest, 'minutes'> & TableChoice;

/**
 * Reads what a météo is made from, once: its page then follows a person's edits by `pageOf` without reading again. Nothing is
 * written. Refused with `meteo-sent` for a period that was sent already, unless a correction is asked for.
 */
export const prepareMeteo = async (port: WorkbookPort, request: PrepareRequest): Promise<Result<MeteoPreparation>> => {
  const read = await port.read();
  return read.ok ? port.compute(preparing(read.value, request)) : read;
};

function* preparing(workbook: WorkbookSnapshot, request: PrepareRequest): Steps<Result<MeteoPreparation>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), {
    adding: vocabulary(request.language).sheets.meteo,
    ...request,
  });
  if (!table.ok) return table;
  const sources = yield* meteoSourcesSteps(workbook, table.value, { ...request, minutes: null });
  if (!sources.ok) return sources;
  const prepared = yield* preparationSteps(sources.value.input);
  return prepared.ok ? done(prepared.value, [...sources.problems, ...prepared.problems]) : prepared;
}
