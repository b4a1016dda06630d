import type { Sheet } from '../../book/sheet';
import { protectionFlags } from '../protection';
import { areaReference, cellReference } from '../reference';
import { worksheetOrder, writerOf } from '../dialect';
import type { XmlEdit } from '../xml/edit';
import { attribute, child, childrenOf, sourceOf } from '../xml/tree';
import type { Attributes } from '../xml/write';

/** Writes what a sheet's properties hold: the tab's colour, and whether the print is fitted to pages. */
export const writeProperties = (edit: XmlEdit, sheet: Sheet): void => {
  const { root } = edit;
  const write = writerOf(root);
  const properties = child(root, 'sheetPr');
  const order = ['tabColor', 'outlinePr', 'pageSetUpPr'];
  const tab = sheet.touched.has('properties') || !properties ? tabColorXml(sheet, write) : undefined;
  const fit = sheet.page?.fitToPage ?? false;
  if (!properties) {
    const fitted = fit ? write('pageSetUpPr', { fitToPage: true }) : '';
    if (tab || fitted) edit.insertInOrder(root, 'sheetPr', write('sheetPr', {}, tab ?? '', fitted), worksheetOrder);
    return;
  }
  if (tab !== undefined) edit.setChild(properties, 'tabColor', tab, order);
  if (!sheet.touched.has('page')) return;
  const setup = child(properties, 'pageSetUpPr');
  if (setup) edit.setAttributes(setup, { fitToPage: fit ? true : null });
  else if (fit) edit.insertInOrder(properties, 'pageSetUpPr', write('pageSetUpPr', { fitToPage: true }), order);
};

/** Writes the sizes of rows and columns that say nothing themselves. */
export const writeDefaults = (edit: XmlEdit, { defaultRowHeight, defaultColumnWidth }: Sheet): void => {
  const { root } = edit;
  const sizes = { defaultColWidth: defaultColumnWidth, defaultRowHeight, customHeight: true };
  const format = child(root, 'sheetFormatPr');
  if (format) edit.setAttributes(format, sizes);
  else edit.insertInOrder(root, 'sheetFormatPr', writerOf(root)('sheetFormatPr', sizes), worksheetOrder);
};

const tabColorXml = (sheet: Sheet, write: ReturnType<typeof writerOf>): string =>
  sheet.tabColor ? write('tabColor', { rgb: `FF${sheet.tabColor.slice(1).toUpperCase()}` }) : '';

/** Pane and selections of frozen rows and columns. */
const frozenXml = ({ rows, columns }: { rows: number; columns: number }, write: ReturnType<typeof writerOf>): string => {
  const panes = [columns > 0 && 'topRight', rows > 0 && 'bottomLeft', columns > 0 && rows > 0 && 'bottomRight'].filter(
    (pane): pane is string => pane !== false,
  );
  const active = panes.at(-1) ?? 'topLeft';
  return [
    write('pane', {
      xSplit: columns || undefined,
      ySplit: rows || undefined,
      topLeftCell: cellReference(rows, columns),
      activePane: active,
      state: 'frozen',
    }),
    ...panes.map((pane) => write('selection', { pane })),
  ].join('');
};

/** Writes gridlines, headings and frozen panes; `selected` sets whether the sheet is the one shown. */
export const writeView = (edit: XmlEdit, sheet: Sheet, selected: boolean | undefined): void => {
  const { root } = edit;
  const write = writerOf(root);
  const shown: Attributes = {
    showGridLines: sheet.showGridlines ? null : false,
    showRowColHeaders: sheet.showHeadings ? null : false,
    ...(selected !== undefined && { tabSelected: selected ? true : null }),
  };
  const views = child(root, 'sheetViews');
  const view = child(views, 'sheetView');
  if (!view) {
    const xml = write('sheetView', { ...shown, workbookViewId: 0 }, sheet.frozen ? frozenXml(sheet.frozen, write) : '');
    if (views) edit.append(views, xml);
    else edit.insertInOrder(root, 'sheetViews', write('sheetViews', {}, xml), worksheetOrder);
    return;
  }
  edit.setAttributes(view, shown);
  const pane = child(view, 'pane');
  const isFrozen = (attribute(pane, 'state') ?? '').startsWith('frozen');
  const had = isFrozen ? { rows: Number(attribute(pane, 'ySplit') ?? 0), columns: Number(attribute(pane, 'xSplit') ?? 0) } : null;
  if (JSON.stringify(had) === JSON.stringify(sheet.frozen)) return;
  for (const selection of childrenOf(view, 'selection')) edit.remove(selection);
  if (pane) edit.replace(pane, sheet.frozen ? frozenXml(sheet.frozen, write) : '');
  else if (sheet.frozen) {
    const [first] = view.children.filter(({ local }) => local !== 'selection');
    if (first) edit.cut(first.start, first.start, frozenXml(sheet.frozen, write));
    else edit.append(view, frozenXml(sheet.frozen, write));
  }
};

export const writeProtection = (edit: XmlEdit, sheet: Sheet): void => {
  const { root } = edit;
  const existing = child(root, 'sheetProtection');
  if (!sheet.protected) {
    if (existing) edit.remove(existing);
    return;
  }
  const flags: Attributes = { sheet: true };
  for (const [option, flag, isLockedByDefault] of protectionFlags) {
    const locked = sheet.protectionOptions[option] !== true;
    flags[flag] = locked === isLockedByDefault ? null : locked;
  }
  const mode = sheet.protectionOptions.selectionMode;
  flags.selectLockedCells = mode === 'Unlocked' || mode === 'None' ? true : null;
  flags.selectUnlockedCells = mode === 'None' ? true : null;
  if (existing) edit.setAttributes(existing, flags);
  else edit.insertInOrder(root, 'sheetProtection', writerOf(root)('sheetProtection', flags), worksheetOrder);
};

/** Writes the merged areas; those that stay keep their elements. */
export const writeMerges = (edit: XmlEdit, sheet: Sheet): void => {
  const { root } = edit;
  const write = writerOf(root);
  const old = new Map(
    childrenOf(child(root, 'mergeCells'), 'mergeCell').map((merge) => [
      attribute(merge, 'ref') ?? '',
      sourceOf(edit.tree, merge),
    ]),
  );
  const entries = sheet.merges.map(areaReference).map((ref) => old.get(ref) ?? write('mergeCell', { ref }));
  const xml = entries.length === 0 ? '' : write('mergeCells', { count: entries.length }, ...entries);
  edit.setChild(root, 'mergeCells', xml, worksheetOrder);
};
