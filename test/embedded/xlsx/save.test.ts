import { blankSheet, newSheetId } from '../../../src/embedded/book/blank';
import { firstSheet, open, openParts, partsWith, savedParts, savedSheet, sheetXml, zipOf } from './workbookFile';
import { saveWorkbook } from '../../../src/embedded/xlsx/save';

const rows =
  '<row r="1" spans="1:3" custom="kept"><c r="A1" cm="1" s="1"><v>1</v></c><c r="B1" t="str"><f ca="1">A1&amp;"x"</f><v>1x</v></c></row>' +
  '<row r="2"><c r="A2"  s="1" ><v>2</v></c></row>';

test('a file that nobody touched is saved with the bytes of every part', () => {
  const parts = partsWith(rows);
  expect(savedParts(openParts(parts))).toEqual(parts);
});

test('an edit rewrites its row; other rows, parts and what the row carries stay as they were', () => {
  const parts = partsWith(rows);
  const file = openParts(parts);
  firstSheet(file).setCell(1, 1, { value: 5 });
  const saved = savedParts(file);
  expect(saved['xl/worksheets/sheet1.xml']).toBe(
    (parts['xl/worksheets/sheet1.xml'] ?? '')
      .replace(
        '<row r="2"><c r="A2"  s="1" ><v>2</v></c></row>',
        '<row r="2"><c r="A2"  s="1" ><v>2</v></c><c r="B2"><v>5</v></c></row>',
      )
      .replace('ref="A1:C3"', 'ref="A1:B2"'),
  );
  expect(saved['xl/styles.xml']).toBe(parts['xl/styles.xml']);
});

test('a recalculated value keeps the formula as written; the chain of calculation is dropped and Excel told to compute', () => {
  const file = openParts(partsWith(rows));
  firstSheet(file).setCalculated(0, 1, '2x');
  const saved = savedParts(file);
  expect(saved['xl/worksheets/sheet1.xml']).toContain(
    '<row r="1" custom="kept"><c r="A1" cm="1" s="1"><v>1</v></c><c r="B1" t="str"><f ca="1">A1&amp;"x"</f><v>2x</v></c></row>',
  );
  expect(saved['xl/calcChain.xml']).toBeUndefined();
  expect(saved['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  expect(saved['[Content_Types].xml']).not.toContain('calcChain');
  expect(saved['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
});

test('when the cell that states a shared formula is overwritten, the others get it in full', () => {
  const shared =
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';
  const file = openParts(partsWith(shared));
  firstSheet(file).setCell(0, 1, { value: 9 });
  expect(savedSheet(file)).toContain(
    '<row r="1"><c r="B1"><v>9</v></c></row><row r="2"><c r="B2"><f>A2*2</f><v>2</v></c></row><row r="3"><c r="B3"><f>A3*2</f><v>3</v></c></row>',
  );
});

test('a new style copies what it does not know of the one it began as', () => {
  const file = openParts(partsWith(rows));
  const { book } = file;
  const date = firstSheet(file).cell(1, 0)?.style ?? 0;
  firstSheet(file).setCell(1, 0, { value: 3, style: book.styles.derive(date, { font: { bold: true } }) });
  const styles = savedParts(file)['xl/styles.xml'] ?? '';
  expect(styles).toContain(
    '<fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts>',
  );
  expect(styles).toContain(
    '<xf numFmtId="14" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" unknown="kept" applyFont="1"/></cellXfs>',
  );
});

test('a part with prefixes is written with its prefixes', () => {
  const parts = partsWith('', {
    'xl/worksheets/sheet1.xml':
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  });
  const file = openParts(parts);
  const sheet = firstSheet(file);
  expect(sheet.cell(0, 0)?.value).toBe(1);
  sheet.setCell(0, 1, { formula: 'A1+1', value: 2 });
  sheet.merges.push({ row: 4, column: 0, rows: 1, columns: 2 });
  sheet.touch('merges');
  expect(savedSheet(file)).toContain(
    '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A5:B5"/></x:mergeCells>',
  );
});

test('a strict workbook gets strict vocabulary and relationships', () => {
  const strict = Object.fromEntries(
    Object.entries(partsWith('')).map(([name, text]) => [
      name,
      text
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]),
  );
  const file = openParts(strict);
  firstSheet(file).setCell(0, 0, { value: 'texte' });
  const saved = savedParts(file);
  expect(saved['xl/sharedStrings.xml']).toContain(
    '<sst xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" count="1" uniqueCount="1"><si><t>texte</t></si></sst>',
  );
  expect(saved['xl/_rels/workbook.xml.rels']).toContain(
    'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings"',
  );
});

test('what is inserted in a sheet comes in the order that Excel demands', () => {
  const file = openParts(partsWith(rows));
  const sheet = firstSheet(file);
  sheet.merges.push({ row: 9, column: 0, rows: 1, columns: 2 });
  sheet.conditionalFormats.push({
    id: newSheetId(),
    areas: [{ row: 0, column: 0, rows: 2, columns: 1 }],
    priority: 1,
    stopIfTrue: false,
    rule: { type: 'expression', formula: 'A1>1' },
    format: { fill: '#FFC7CE' },
  });
  sheet.validations.push({
    areas: [{ row: 0, column: 2, rows: 1, columns: 1 }],
    type: 'list',
    formula1: '"oui,non"',
    allowBlank: true,
    showDropdown: true,
  });
  sheet.tabColor = '#2E7D32';
  sheet.frozen = { rows: 1, columns: 0 };
  for (const facet of ['validations', 'conditionalFormats', 'merges', 'properties', 'view'] as const) sheet.touch(facet);
  const names = [
    ...savedSheet(file).matchAll(
      /<(sheetPr|dimension|sheetViews|sheetData|mergeCells|conditionalFormatting|dataValidations|pageMargins)\b/g,
    ),
  ].map((match) => match[1]);
  expect(names).toEqual([
    'sheetPr',
    'dimension',
    'sheetViews',
    'sheetData',
    'mergeCells',
    'conditionalFormatting',
    'dataValidations',
    'pageMargins',
  ]);
});

test('sheets are renamed, hidden, reordered and removed in the workbook part; names follow their sheet', () => {
  const made = open(zipOf(partsWith(rows)));
  made.book.sheets.push(blankSheet('Deux'), blankSheet('Trois'));
  made.book.names.push({ name: 'local', formula: 'Trois!$A$1', sheet: made.book.sheets[2], hidden: false, comment: '' });
  made.book.touched = true;
  const file = open(saveWorkbook(made));
  const { book } = file;
  const [one, two, three] = book.sheets;
  if (!one || !two || !three) throw new Error('three sheets expected');
  book.sheets.splice(0, 3, three, one);
  three.name = 'Bilan & suite';
  one.visibility = 'Hidden';
  book.touched = true;
  const saved = savedParts(file);
  expect(saved['xl/workbook.xml']).toMatch(
    /<sheets><sheet name="Bilan &amp; suite" sheetId="3" r:id="\w+"\/><sheet name="Feuil1" sheetId="1" r:id="rId1" state="hidden"\/><\/sheets><definedNames><definedName name="local" localSheetId="0">Trois!\$A\$1<\/definedName>/,
  );
  expect(Object.keys(saved).filter((name) => name.includes('worksheets/'))).toEqual([
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet3.xml',
  ]);
});

test('page setup sets its own attributes and leaves the others', () => {
  const file = openParts(
    partsWith('', {
      'xl/worksheets/sheet1.xml': sheetXml('<sheetData/><pageSetup paperSize="8" scale="70" r:id="rId9" cellComments="atEnd"/>'),
    }),
  );
  const sheet = firstSheet(file);
  expect(sheet.page).toMatchObject({ paperSize: 8, scale: 70, orientation: 'portrait' });
  Object.assign(sheet.page ?? {}, { paperSize: 9, scale: 100, orientation: 'landscape', fitToPage: true });
  sheet.touch('page');
  const xml = savedSheet(file);
  expect(xml).toContain('<pageSetup paperSize="9" r:id="rId9" cellComments="atEnd" orientation="landscape"/>');
  expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
});

test('a dynamic array that fills other cells now stays one', () => {
  const parts = partsWith('<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn._xlws.SORT(C1:C9)</f><v>1</v></c></row>', {
    'xl/metadata.xml':
      '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes>' +
      '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
  });
  parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
    '</Relationships>',
    '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata" Target="metadata.xml"/></Relationships>',
  );
  const file = openParts(parts);
  const cell = firstSheet(file).cell(0, 0);
  expect(cell?.array).toEqual({ row: 0, column: 0, rows: 2, columns: 1, isDynamic: true });
  firstSheet(file).setCell(0, 0, { ...cell, array: { row: 0, column: 0, rows: 3, columns: 1, isDynamic: true } });
  expect(savedSheet(file)).toContain('<c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn._xlws.SORT(C1:C9)</f><v>1</v></c>');
});
