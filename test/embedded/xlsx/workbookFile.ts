import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { saveWorkbook } from '../../../src/embedded/xlsx/save';
import type { OpenedFile } from '../../../src/embedded/xlsx/source';

/** Small workbooks, written out part by part. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type Parts = Record<string, string>;

export const sheetXml = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${content}</worksheet>`;

/** Parts of a workbook with one sheet, Feuil1; `rows` is what its `sheetData` holds. */
export const partsWith = (rows: string, changes: Parts = {}): Parts => ({
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>` +
    `<Override PartName="/xl/calcChain.xml" ContentType="${SHEET_ML}.calcChain+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/calcChain" Target="calcChain.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml(
    `<dimension ref="A1:C3"/><sheetData>${rows}</sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.5"/>`,
  ),
  'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" unknown="kept"/></cellXfs></styleSheet>`,
  ...changes,
});

export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export const unzip = (bytes: Uint8Array): Parts =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** Opens bytes that must be a workbook. */
export const open = (bytes: Uint8Array): OpenedFile => {
  const opened = openWorkbook(bytes, 'essai.xlsx');
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
};

export const openParts = (parts: Parts): OpenedFile => open(zipOf(parts));

export const savedParts = (file: OpenedFile): Parts => unzip(saveWorkbook(file));

/** First sheet of an opened file. */
export const firstSheet = (file: OpenedFile): OpenedFile['book']['sheets'][number] => {
  const [sheet] = file.book.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

/** Source of the first sheet's part after a save. */
export const savedSheet = (file: OpenedFile): string => savedParts(file)['xl/worksheets/sheet1.xml'] ?? '';
