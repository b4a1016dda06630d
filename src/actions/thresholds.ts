import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { TableChoice } from './chooseTable';
import { colouring } from './colouring';
import type { Outcome } from './outcome';

/**
 * Colours the consolidation sheets by the dictionary's thresholds, as conditional formats that point at its cells: editing a
 * threshold there is enough. A workbook without a dictionary gets the proposed one, and a remark where there is no
 * consolidated sheet to colour yet.
 */
export const showThresholds = async (
  port: WorkbookPort,
  request: TableChoice & { language: Language },
): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const decided = await port.compute(colouring(read.value, request));
  if (!decided.ok) return decided;
  const { draft, kept, problems } = decided.value;
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: kept === null ? [] : [kept], problems });
};
