import { detectSteps } from '../core/detect/detect';
import type { ExpectedMeteo } from '../core/meteo/changed-meteo';
import type { MeteoRequest } from '../core/meteo/sources';
import { madeMeteoSteps, type MadeMeteo } from '../core/meteo/written';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { vocabulary } from '../core/words/vocabulary';
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
  const made = await port.compute(making(read.value, request));
  if (!made.ok) return made;
  const { draft, ...meteo } = made.value;
  const written = await port.write(draft);
  return written.ok ? done({ ...meteo, made: written.value.sheets, problems: made.problems }) : written;
};

function* making(workbook: WorkbookSnapshot, request: GenerateRequest): Steps<Result<MadeMeteo>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), {
    adding: vocabulary(request.language).sheets.meteo,
    ...request,
  });
  return table.ok ? yield* madeMeteoSteps(workbook, table.value, request) : table;
}
