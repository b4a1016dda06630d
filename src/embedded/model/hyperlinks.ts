import type { Area } from '../book/cell';
import type { Hyperlink, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { containsCell, intersection, subtractArea } from './address';
import { displayText } from './display';
import { record, text } from './checks';
import { requireEditable } from './protectionRules';
import type { Session } from './session';
import { patchStyle } from './styling';
import { writeGrid } from './writing';

/** Colour of links in Office's theme. */
const LINK_COLOR = '#0563C1';

/** Excel's own limit for the text shown while the pointer is over a link. */
const MAX_TIP = 255;

/** Link of an area's first cell as Office.js shows it; null where there is none. */
export const hyperlinkOf = (session: Session, sheet: Sheet, { row, column }: Area): Record<string, string> | null => {
  const link = sheet.hyperlinks.find(({ area }) => containsCell(area, row, column));
  if (!link) return null;
  const cell = sheet.cell(row, column);
  const { styles, date1904 } = session.book;
  return {
    ...(link.address !== undefined && { address: link.address }),
    ...(link.place !== undefined && { documentReference: link.place }),
    screenTip: link.tip ?? '',
    textToDisplay: cell ? displayText(cell.value, styles.get(cell.style).numberFormat, date1904) : '',
  };
};

/** Takes the links off an area; one that covers more cells keeps the others. */
export const removeHyperlinks = (sheet: Sheet, area: Area): void => {
  if (!sheet.hyperlinks.some((link) => intersection(link.area, area))) return;
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) => {
    if (!intersection(link.area, area)) return link;
    return subtractArea(link.area, area).map((part): Hyperlink => ({ ...link, area: part }));
  });
  sheet.touch('hyperlinks');
};

/**
 * Links an area as Excel does: the cells take the look of the style "Hyperlink" (the Normal font in blue, underlined), and
 * keep their content unless there is a text to show or the first one is empty.
 */
export const setHyperlink = (session: Session, sheet: Sheet, area: Area, given: unknown): void => {
  const options = record(given);
  const optional = (name: string): string | undefined => {
    const value = text(options[name] ?? undefined, '');
    return value === '' ? undefined : value;
  };
  const address = optional('address');
  const place = optional('documentReference');
  const tip = optional('screenTip');
  if ((address ?? place) === undefined || (tip ?? '').length > MAX_TIP) throw new ApiError('InvalidArgument');
  requireEditable(session, sheet, area);
  removeHyperlinks(sheet, area);
  const first = { row: area.row, column: area.column, rows: 1, columns: 1 };
  const { value = null, formula } = sheet.cell(area.row, area.column) ?? {};
  const isEmpty = value === null && formula === undefined;
  const shown = optional('textToDisplay') ?? (isEmpty ? (address ?? place) : undefined);
  if (shown !== undefined) writeGrid(session, sheet, first, [[shown]]);
  sheet.hyperlinks.push({
    area: { ...area },
    ...(address !== undefined && { address }),
    ...(place !== undefined && { place }),
    ...(tip !== undefined && { tip }),
  });
  sheet.touch('hyperlinks');
  const { name, size } = session.book.styles.normalFont;
  const font = { name, size, bold: false, italic: false, strikethrough: false, underline: 'single' as const, color: LINK_COLOR };
  patchStyle({ session, sheet, areas: [area] }, { font });
};
