import { strictRelations, transitionalRelations } from './package/package';
import type { Element } from './xml/tree';
import { element, type Attributes } from './xml/write';

/** Vocabularies, in the two editions of the standard: what Excel writes by default, and Strict. */
const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  sheetDrawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  relations: transitionalRelations,
};
const strict: typeof transitional = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  drawing: 'http://purl.oclc.org/ooxml/drawingml/main',
  sheetDrawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
  chart: 'http://purl.oclc.org/ooxml/drawingml/chart',
  relations: strictRelations,
};

export type Vocabulary = typeof transitional;

/** Namespaces of a workbook's edition. */
export const vocabulary = (isStrict: boolean): Vocabulary => (isStrict ? strict : transitional);

/** Writes elements of a spreadsheet part with the prefix that the part uses: `x:row` in a part whose root is `x:worksheet`. */
export type Writer = (local: string, attributes?: Attributes, ...content: string[]) => string;

export const writerOf = (root: Element | undefined): Writer => {
  const colon = root?.name.indexOf(':') ?? -1;
  const prefix = colon < 0 ? '' : `${root?.name.slice(0, colon) ?? ''}:`;
  return (local, attributes, ...content) => element(prefix + local, attributes, ...content);
};

/**
 * Attribute that holds a relationship id, with the prefix that the part gives to that namespace; a part without one gets
 * it declared on the element itself.
 */
export const relationAttribute = (root: Element, id: string, names: Vocabulary): Attributes => {
  const declared = root.attributes.find(({ name, value }) => name.startsWith('xmlns:') && value === names.relations);
  return declared ? { [`${declared.name.slice(6)}:id`]: id } : { 'xmlns:r': names.relations, 'r:id': id };
};

/** Children of a worksheet in the order that the standard demands (ECMA-376 part 1, 18.3.1.99). */
export const worksheetOrder = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState ' +
  'dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins ' +
  'pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF ' +
  'drawingHF picture oleObjects controls webPublishItems tableParts extLst'
).split(' ');

/** Children of the workbook (18.2.27). */
export const workbookOrder = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize ' +
  'customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');

/** Children of the styles (18.8.39). */
export const stylesOrder = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
  ' ',
);

export const contentTypes = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  strings: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
  table: 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  notes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  boxes: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  application: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
};
