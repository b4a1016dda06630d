import { detect } from '../core/detect/detect';
import type { Language } from '../core/meteo/content';
import { meteoSources } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { watchOf, type Watch } from '../core/watch/watch';
import { chooseTable, type TableChoice } from './chooseTable';

/**
 * What there is to watch in a workbook: alerts of the last complete period, drifts, and every KPI over its last periods.
 * `today` is the serial of the day it is, which is not over. Nothing is written.
 */
export const readWatch = async (
  port: WorkbookPort,
  request: TableChoice & { language: Language; today: number },
): Promise<Result<Watch>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const table = chooseTable(workbook, detect(workbook), request);
  if (!table.ok) return table;
  const sources = meteoSources(workbook, table.value, { language: request.language, issued: request.today, minutes: null });
  if (!sources.ok) return sources;
  return done(watchOf(workbook, table.value, sources.value.input), sources.problems);
};
