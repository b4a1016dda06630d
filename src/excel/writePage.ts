import { columnName } from '../core/sheet/address';
import type { PageSetupDraft, SheetDraft } from '../core/sheet/draft';
import { rangeOf } from './range';

/** Page setup. Paper size is always set: a file without one prints on Letter. */
const writePage = (sheet: Excel.Worksheet, draft: PageSetupDraft): void => {
  const page = sheet.pageLayout;
  page.paperSize = 'A4';
  page.orientation = draft.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  page.topMargin = draft.margins.top;
  page.bottomMargin = draft.margins.bottom;
  page.leftMargin = draft.margins.left;
  page.rightMargin = draft.margins.right;
  page.headerMargin = draft.margins.header;
  page.footerMargin = draft.margins.footer;
  if (draft.centerHorizontally !== undefined) page.centerHorizontally = draft.centerHorizontally;
  if (draft.centerVertically !== undefined) page.centerVertically = draft.centerVertically;
  if (draft.printArea) page.setPrintArea(rangeOf(sheet, draft.printArea));
  if (draft.titleRows) page.setPrintTitleRows(`$${draft.titleRows.first + 1}:$${draft.titleRows.last + 1}`);
  if (draft.titleColumns)
    page.setPrintTitleColumns(`$${columnName(draft.titleColumns.first)}:$${columnName(draft.titleColumns.last)}`);
  // As one object: setting its two numbers one after the other leaves the first at its old value.
  if (draft.fit)
    page.zoom = {
      horizontalFitToPages: draft.fit.pagesWide,
      ...(draft.fit.pagesTall !== undefined && { verticalFitToPages: draft.fit.pagesTall }),
    };
};

const writeFreeze = (sheet: Excel.Worksheet, { rows, columns }: { rows: number; columns: number }): void => {
  sheet.freezePanes.unfreeze();
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
};

/** What concerns the sheet as a whole: tab, gridlines, frozen rows, page. */
export const writeSheetSettings = (sheet: Excel.Worksheet, draft: SheetDraft): void => {
  if (draft.tabColor !== undefined) sheet.tabColor = draft.tabColor;
  if (draft.showGridlines !== undefined) sheet.showGridlines = draft.showGridlines;
  if (draft.freeze) writeFreeze(sheet, draft.freeze);
  if (draft.page) writePage(sheet, draft.page);
  if (draft.visibility) sheet.visibility = draft.visibility === 'hidden' ? 'Hidden' : 'Visible';
};
