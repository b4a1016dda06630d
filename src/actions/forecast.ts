import { detectSteps } from '../core/detect/detect';
import type { FigureForecast } from '../core/forecast/figures';
import { forecastTableSteps, type TableForecastRequest } from '../core/forecast/forecastTable';
import { bareTable } from '../core/forecast/undated';
import { done, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable, type TableChoice } from './chooseTable';

type ForecastRequest = TableForecastRequest & TableChoice;

/** Projects the figures of the workbook's table with dates, or of one without, row by row. Nothing is written. */
export const forecastWorkbook = async (
  port: WorkbookPort,
  request: ForecastRequest,
): Promise<Result<readonly FigureForecast[]>> => {
  const read = await port.read();
  return read.ok ? port.compute(projecting(read.value, request)) : read;
};

function* projecting(workbook: WorkbookSnapshot, request: ForecastRequest): Steps<Result<readonly FigureForecast[]>> {
  const bare = bareTable(workbook);
  const table = bare ? done(bare) : chooseTable(workbook, yield* detectSteps(workbook), { ...request, undated: true });
  if (!table.ok) return table;
  const projected = yield* forecastTableSteps(workbook, table.value, request);
  if (!projected.ok) return projected;
  const own = table.problems.filter(({ place }) => (place?.sheet ?? table.value.sheet) === table.value.sheet);
  return done(projected.value, [...own, ...projected.problems]);
}
