import { detect } from '../core/detect/detect';
import { changedMeteo, type ExpectedMeteo } from '../core/meteo/changed-meteo';
import { composeMeteo } from '../core/meteo/compose';
import { layoutMeteo } from '../core/meteo/layout';
import { meteoSources, type MeteoRequest } from '../core/meteo/sources';
import { writtenMeteo } from '../core/meteo/written';
import { done, refused, type Result } from '../core/problem';
import { vocabulary } from '../core/words/vocabulary';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable, type TableChoice } from './chooseTable';
import type { MeteoOutcome } from './outcome';

type GenerateRequest = MeteoRequest & TableChoice & { expected?: ExpectedMeteo };

/**
 * Writes one météo: its sheet, its row in the history, what a person added to the journal, and the settings, dictionary and
 * journal that the workbook lacks. Made again for the same period, it is the same page under the same number; refused with
 * `changed-since-read` where the page is not what was `expected`, because somebody else has written it.
 */
export const generateMeteo = async (port: WorkbookPort, request: GenerateRequest): Promise<Result<MeteoOutcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), { adding: vocabulary(request.language).sheets.meteo, ...request });
  if (!table.ok) return table;
  const sources = meteoSources(workbook, table.value, request);
  if (!sources.ok) return sources;
  const composed = composeMeteo(sources.value.input);
  if (!composed.ok) return composed;
  const changed = changedMeteo(sources.value.input.history, composed.value.row, request.expected);
  if (changed) return refused(changed);
  const page = layoutMeteo(composed.value.content);
  if (!page.ok) return page;
  const draft = writtenMeteo(workbook, sources.value, composed.value, page.value);
  if (!draft.ok) return draft;
  const written = await port.write(draft.value);
  if (!written.ok) return written;
  const problems = [...sources.problems, ...composed.problems, ...page.problems];
  return done({ made: written.value.sheets, kept: sources.value.kept, problems, page: page.value, row: composed.value.row });
};
