import { detect } from '../core/detect/detect';
import { projectionSheet } from '../core/meteo/projectionSheet';
import { meteoSources, type MeteoRequest } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable, type TableChoice } from './chooseTable';
import type { Outcome } from './outcome';

/**
 * Writes the sheet of projections: known, fitted and projected weeks of every KPI with both intervals, what each projection
 * rests on, and how the printed ones have done. Run twice, the workbook is the same.
 */
export const writeProjections = async (
  port: WorkbookPort,
  request: Omit<MeteoRequest, 'minutes'> & TableChoice,
): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), request);
  if (!table.ok) return table;
  const sources = meteoSources(workbook, table.value, { ...request, minutes: null });
  if (!sources.ok) return sources;
  const draft = projectionSheet(workbook, sources.value.input);
  if (!draft.ok) return draft;
  const written = await port.write({ sheets: [draft.value], names: [] });
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: sources.value.kept, problems: sources.problems });
};
