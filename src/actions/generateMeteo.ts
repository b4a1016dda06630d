import { detect } from '../core/detect/detect';
import { isOwnSheet } from '../core/detect/own';
import { composeMeteo } from '../core/meteo/compose';
import type { HistoryRow } from '../core/meteo/history';
import { layoutMeteo } from '../core/meteo/layout';
import { meteoSheet } from '../core/meteo/sheet';
import { historyWith } from '../core/meteo/historySheet';
import { meteoSources, type MeteoRequest } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { SheetDraft } from '../core/sheet/draft';
import type { SheetSnapshot, WorkbookSnapshot } from '../core/sheet/snapshot';
import { vocabulary } from '../core/words/vocabulary';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable, type TableChoice } from './chooseTable';
import type { MeteoOutcome } from './outcome';

/**
 * The page made again on another day takes over the sheet of the first, whose name has the day of issue: one météo has one
 * sheet. A sheet that its user renamed since is a variant to keep, and stays.
 */
const inPlaceOf = (former: HistoryRow | undefined, page: SheetDraft, workbook: WorkbookSnapshot): SheetDraft => {
  const named = (name: string | undefined): SheetSnapshot | undefined =>
    workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name?.toLowerCase());
  const before = named(former?.sheet);
  return before && !named(page.name) && isOwnSheet(before, workbook) ? { ...page, existing: before.name } : page;
};

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
  const former = input.history.find(({ number }) => number === row.number);
  const pages = sheets.map((sheet) => inPlaceOf(former, sheet, workbook));
  const history = historyWith(workbook, row, input.language);
  const written = await port.write({ sheets: [...lacking, history, ...pages], names: [...sourceNames, ...names] });
  if (!written.ok) return written;
  const problems = [...composed.problems, ...page.problems];
  return done({ made: written.value.sheets, kept, problems, page: page.value, row });
};
