import { detectSteps } from '../core/detect/detect';
import { makeFlashSteps, type MadeFlash, type MakeFlashRequest } from '../core/flash/make';
import { FLASH_TABLE } from '../core/template/flash-table';
import { done, type Result } from '../core/problem';
import { findTable, type WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';
import { vocabulary } from '../core/words/vocabulary';
import { chooseTable, type TableChoice } from './chooseTable';
import type { Outcome } from './outcome';

type SaveRequest = MakeFlashRequest & TableChoice;

/**
 * Writes a flash point into the workbook's table of them, which is made where it lacks, and gives the text to paste. Run twice
 * for the same minute, the workbook is the same.
 */
export const saveFlash = async (
  port: WorkbookPort,
  request: SaveRequest,
): Promise<Result<Outcome & Pick<MadeFlash, 'point' | 'text'>>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const made = await port.compute(making(read.value, request));
  if (!made.ok) return made;
  const { draft, point, text } = made.value;
  const written = await port.write({ sheets: [draft], names: [] });
  return written.ok ? done({ made: written.value.sheets, kept: [], problems: made.problems, point, text }) : written;
};

function* making(workbook: WorkbookSnapshot, request: SaveRequest): Steps<Result<MadeFlash>> {
  const adding = findTable(workbook, FLASH_TABLE) ? {} : { adding: vocabulary(request.language).sheets.flash };
  const table = chooseTable(workbook, yield* detectSteps(workbook), { ...adding, ...request });
  return table.ok ? yield* makeFlashSteps(workbook, table.value, request) : table;
}
