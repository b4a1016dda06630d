import { detectSteps } from '../core/detect/detect';
import { projectionSheetSteps } from '../core/meteo/projectionSheet';
import { meteoSourcesSteps, type MeteoRequest } from '../core/meteo/sources';
import { done, type Result } from '../core/problem';
import type { SheetDraft } from '../core/sheet/draft';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable, type TableChoice } from './chooseTable';
import type { Outcome } from './outcome';

type ProjectionsRequest = Omit<MeteoRequest, 'minutes'> & TableChoice;

/**
 * Writes the sheet of projections: known, fitted and projected weeks of every KPI with both intervals, what each projection
 * rests on, and how the printed ones have done. Run twice, the workbook is the same.
 */
export const writeProjections = async (port: WorkbookPort, request: ProjectionsRequest): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const drawn = await port.compute(drawing(read.value, request));
  if (!drawn.ok) return drawn;
  const { sheet, kept } = drawn.value;
  const written = await port.write({ sheets: [sheet], names: [] });
  return written.ok ? done({ made: written.value.sheets, kept, problems: drawn.problems }) : written;
};

type Drawn = { sheet: SheetDraft; kept: readonly string[] };

function* drawing(workbook: WorkbookSnapshot, request: ProjectionsRequest): Steps<Result<Drawn>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), request);
  if (!table.ok) return table;
  const sources = yield* meteoSourcesSteps(workbook, table.value, { ...request, minutes: null });
  if (!sources.ok) return sources;
  const draft = yield* projectionSheetSteps(workbook, sources.value.input);
  return draft.ok ? done({ sheet: draft.value, kept: sources.value.kept }, sources.problems) : draft;
}
