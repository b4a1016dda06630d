import { detect } from '../core/detect/detect';
import { composeMeteo } from '../core/meteo/compose';
import { layoutMeteo } from '../core/meteo/layout';
import { meteoSheet } from '../core/meteo/sheet';
import { historyWith } from '../core/meteo/historySheet';
import { meteoSources, type MeteoRequest } from '../core/meteo/sources';
import { takeOver } from '../core/meteo/takeOver';
import { done, type Result } from '../core/problem';
import { vocabulary } from '../core/words/vocabulary';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable, type TableChoice } from './chooseTable';
import type { MeteoOutcome } from './outcome';

/**
 * Writes one météo: its sheet, its row in the history, and the settings, dictionary and journal that the workbook lacks.
 * Made again for the same period, it is the same page under the same number.
 */
export const generateMeteo = async (port: WorkbookPort, request: MeteoRequest & TableChoice): Promise<Result<MeteoOutcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), { adding: vocabulary(request.language).sheets.meteo, ...request });
  if (!table.ok) return table;
  const sources = meteoSources(workbook, table.value, request);
  if (!sources.ok) return sources;
  const { input, lacking, kept, names: sourceNames } = sources.value;
  const composed = composeMeteo(input);
  if (!composed.ok) return composed;
  const { content, row } = composed.value;
  const page = layoutMeteo(content);
  if (!page.ok) return page;
  const { sheets, names } = meteoSheet(page.value);
  const pages = takeOver(sheets, row, input.history, workbook);
  const history = historyWith(workbook, row, input.language);
  const written = await port.write({ sheets: [...lacking, history, ...pages], names: [...sourceNames, ...names] });
  if (!written.ok) return written;
  const problems = [...sources.problems, ...composed.problems, ...page.problems];
  return done({ made: written.value.sheets, kept, problems, page: page.value, row });
};
