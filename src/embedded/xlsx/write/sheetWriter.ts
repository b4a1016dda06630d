import type { Facet, Sheet } from '../../book/sheet';
import { contentTypes } from '../dialect';
import type { SheetSource } from '../source';
import { parseXml } from '../xml/tree';
import { XmlEdit } from '../xml/edit';
import { declaration, element } from '../xml/write';
import { writeColumns } from './columns';
import { writeConditionalFormats } from './conditionalFormats';
import type { Save } from './context';
import { writeDrawing } from './drawing';
import { writeHyperlinks } from './hyperlinks';
import { writeNotes } from './notes';
import { writePage } from './pageWriter';
import { writeDefaults, writeMerges, writeProperties, writeProtection, writeView } from './sheetParts';
import { writeSheetRows } from './sheetRows';
import { writeTables } from './tables';
import { writeValidations } from './validations';

const noSource = (part: string, sheet: Sheet): SheetSource => ({
  part,
  name: sheet.name,
  sheetId: '',
  relationshipId: '',
  visibility: sheet.visibility,
  rows: [],
  rowFormats: new Map(),
  shared: new Map(),
  conditionalFormats: new Map(),
  validations: new Map(),
  hyperlinks: new Map(),
  tables: new Map(),
});

/** An empty worksheet, to write a new sheet's content into. */
const emptySheet = (save: Save, sheet: Sheet): string => {
  const { defaultRowHeight, defaultColumnWidth } = sheet;
  const format = { defaultColWidth: defaultColumnWidth, defaultRowHeight };
  return (
    declaration +
    element(
      'worksheet',
      { xmlns: save.names.main, 'xmlns:r': save.names.relations },
      element('sheetFormatPr', format),
      element('sheetData'),
    )
  );
};

/**
 * Writes what was touched of a sheet and gives its part. Order matters twice: parts of a sheet that share a place in the
 * source are inserted in the schema's order, and shapes stand by columns and rows, so that these come first.
 */
export const writeSheet = (
  save: Save,
  sheet: Sheet,
  source: SheetSource | undefined,
  isSelected: boolean | undefined,
): string => {
  const part = source?.part ?? save.parts.freeName('xl/worksheets/sheet', '.xml');
  const from = source ?? noSource(part, sheet);
  if (!source) save.parts.add(part, emptySheet(save, sheet), contentTypes.worksheet);
  else if (!source.tree) return part;
  const edit = new XmlEdit(source?.tree ?? parseXml(emptySheet(save, sheet)));
  const isTouched = (...facets: Facet[]): boolean => !source || facets.some((facet) => sheet.touched.has(facet));

  if (isTouched('properties', 'page')) writeProperties(edit, sheet);
  if (sheet.touched.has('defaults')) writeDefaults(edit, sheet);
  if (isTouched('view') || isSelected !== undefined) writeView(edit, sheet, isSelected);
  if (isTouched('columns')) writeColumns(edit, sheet, (style) => save.styles.cellFormat(style));
  if (isTouched('cells', 'rows')) writeSheetRows(save, edit, sheet, from);
  if (isTouched('protection')) writeProtection(edit, sheet);
  if (isTouched('merges')) writeMerges(edit, sheet);
  if (isTouched('conditionalFormats')) writeConditionalFormats(edit, sheet, from, save.styles);
  if (isTouched('validations')) writeValidations(edit, sheet, from);
  if (isTouched('hyperlinks')) writeHyperlinks(save, edit, sheet, from, part);
  if (isTouched('page')) writePage(edit, sheet);
  if (isTouched('drawing')) writeDrawing(save, edit, sheet, from, part);
  if (isTouched('notes')) writeNotes(save, edit, sheet, from, part);
  if (isTouched('tables', 'cells')) writeTables(save, edit, sheet, from, part);
  if (edit.changed) save.parts.set(part, edit.toString());
  return part;
};
