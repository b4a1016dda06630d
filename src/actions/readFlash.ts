import { detect } from '../core/detect/detect';
import { prepareFlash, type FlashRequest, type PreparedFlash } from '../core/flash/prepare';
import type { Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { chooseTable, type TableChoice } from './chooseTable';

/** What a flash point at a moment is made from, before anybody types. Nothing is written. */
export const readFlash = async (port: WorkbookPort, request: FlashRequest & TableChoice): Promise<Result<PreparedFlash>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const table = chooseTable(read.value, detect(read.value), request);
  return table.ok ? prepareFlash(read.value, table.value, request) : table;
};
