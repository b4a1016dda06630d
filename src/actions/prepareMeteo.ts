import { detect } from '../core/detect/detect';
import { preparationOf, type MeteoPreparation } from '../core/meteo/preparation';
import { meteoSources, type MeteoRequest } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';

/**
 * Reads what a météo is made from, once: its page then follows a person's edits by `pageOf` without reading again. Nothing is
 * written. Refused with `meteo-sent` for a period that was sent already, unless a correction is asked for.
 */
export const prepareMeteo = async (
  port: WorkbookPort,
  request: Omit<MeteoRequest, 'minutes'> & TableChoice,
): Promise<Result<MeteoPreparation>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), { adding: vocabulary(request.language).sheets.meteo, ...request });
  if (!table.ok) return table;
  const sources = meteoSources(workbook, table.value, { ...request, minutes: null });
  if (!sources.ok) return sources;
  const prepared = preparationOf(sources.value.input);
  return prepared.ok ? done(prepared.value, [...sources.problems, ...prepared.problems]) : prepared;
};
