import { quoteSheet } from '../core/sheet/address';
import type { LinkDraft } from '../core/sheet/draft';
import type { Steps } from '../core/steps';

/** Colour of text that nobody coloured. */
const PLAIN = '#000000';

/**
 * Links cells to places of the workbook. Excel gives a linked cell the font of its style "Hyperlink": the look is taken back
 * here, and the draft's own styles, written after, lay theirs over it. The text stays, since none is given to show.
 */
export function* writeLinks(sheet: Excel.Worksheet, drafts: readonly LinkDraft[]): Steps<void> {
  for (const { row, column, to, tip } of drafts) {
    const cell = sheet.getRangeByIndexes(row, column, 1, 1);
    cell.hyperlink = { documentReference: `${quoteSheet(to.sheet)}!${to.cell}`, ...(tip !== undefined && { screenTip: tip }) };
    cell.format.font.underline = 'None';
    cell.format.font.color = PLAIN;
    yield undefined;
  }
}
