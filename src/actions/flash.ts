import { detect } from '../core/detect/detect';
import { makeFlash, type MadeFlash, type MakeFlashRequest } from '../core/flash/make';
import { FLASH_TABLE } from '../core/template/flash-table';
import { done, type Result } from '../core/problem';
import { findTable } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';
import type { Outcome } from './outcome';

/**
 * Writes a flash point into the workbook's table of them, which is made where it lacks, and gives the text to paste. Run twice
 * for the same minute, the workbook is the same.
 */
export const saveFlash = async (
  port: WorkbookPort,
  request: MakeFlashRequest & TableChoice,
): Promise<Result<Outcome & Pick<MadeFlash, 'point' | 'text'>>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const workbook = read.value;
  const adding = findTable(workbook, FLASH_TABLE) ? {} : { adding: vocabulary(request.language).sheets.flash };
  const table = chooseTable(workbook, detect(workbook), { ...adding, ...request });
  if (!table.ok) return table;
  const made = makeFlash(workbook, table.value, request);
  if (!made.ok) return made;
  const { draft, point, text } = made.value;
  const written = await port.write({ sheets: [draft], names: [] });
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: made.problems, point, text });
};
