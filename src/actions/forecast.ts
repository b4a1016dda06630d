import { detect } from '../core/detect/detect';
import type { FigureForecast } from '../core/forecast/figures';
import { forecastTable, type TableForecastRequest } from '../core/forecast/forecastTable';
import { bareTable } from '../core/forecast/undated';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable, type TableChoice } from './chooseTable';

/** Projects the figures of the workbook's table with dates, or of one without, row by row. Nothing is written. */
export const forecastWorkbook = async (
  port: WorkbookPort,
  request: TableForecastRequest & TableChoice,
): Promise<Result<readonly FigureForecast[]>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const bare = bareTable(workbook);
  const table = bare ? done(bare) : chooseTable(workbook, detect(workbook), { ...request, undated: true });
  if (!table.ok) return table;
  const projected = forecastTable(workbook, table.value, request);
  if (!projected.ok) return projected;
  const own = table.problems.filter(({ place }) => (place?.sheet ?? table.value.sheet) === table.value.sheet);
  return done(projected.value, [...own, ...projected.problems]);
};
