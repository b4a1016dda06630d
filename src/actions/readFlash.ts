import { detectSteps } from '../core/detect/detect';
import { prepareFlashSteps, type FlashRequest, type PreparedFlash } from '../core/flash/prepare';
import type { Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { chooseTable, type TableChoice } from './chooseTable';

/** What a flash point at a moment is made from, before anybody types. Nothing is written. */
export const readFlash = async (port: WorkbookPort, request: FlashRequest & TableChoice): Promise<Result<PreparedFlash>> => {
  const read = await port.read();
  return read.ok ? port.compute(preparing(read.value, request)) : read;
};

function* preparing(workbook: WorkbookSnapshot, request: FlashRequest & TableChoice): Steps<Result<PreparedFlash>> {
  const table = chooseTable(workbook, yield* detectSteps(workbook), request);
  return table.ok ? yield* prepareFlashSteps(workbook, table.value, request) : table;
}
