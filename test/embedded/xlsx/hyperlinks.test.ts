import { firstSheet, openParts, partsWith, savedParts, sheetXml } from './workbookFile';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';

const outside = '<hyperlink ref="A1" r:id="rId7" tooltip="Le  site" xr:uid="{1}"/>';
const inside = '<hyperlink ref="A2:B2" location="Feuil1!A1" display="Retour"/>';
const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';

const linked = () =>
  openParts(
    partsWith(rows, {
      [SHEET]: sheetXml(`<sheetData>${rows}</sheetData><hyperlinks>${outside}${inside}</hyperlinks>`).replace(
        '<worksheet ',
        '<worksheet xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" ',
      ),
      [SHEET_RELATIONS]:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId7" Type="${RELATIONS}/hyperlink" Target="https://exemple.fr/" TargetMode="External"/></Relationships>`,
    }),
  );

test('links of a file are read, with addresses outside it and places in it', () => {
  expect(firstSheet(linked()).hyperlinks).toEqual([
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, address: 'https://exemple.fr/', tip: 'Le  site' },
    { area: { row: 1, column: 0, rows: 1, columns: 2 }, place: 'Feuil1!A1', shown: 'Retour' },
  ]);
});

test('a link added beside them leaves their source as it is', () => {
  const file = linked();
  const sheet = firstSheet(file);
  sheet.hyperlinks.push({ area: { row: 4, column: 0, rows: 1, columns: 1 }, place: 'Feuil1!A9', tip: 'plus "bas"' });
  sheet.touch('hyperlinks');
  const saved = savedParts(file);
  expect(saved[SHEET]).toContain(
    `<hyperlinks>${outside}${inside}<hyperlink ref="A5" location="Feuil1!A9" tooltip="plus &quot;bas&quot;"/></hyperlinks>`,
  );
  expect(saved[SHEET_RELATIONS]).toContain('rId7');
});

test('a link that is taken away goes with its relationship; with the last one the list goes', () => {
  const file = linked();
  const sheet = firstSheet(file);
  sheet.hyperlinks.shift();
  sheet.touch('hyperlinks');
  const saved = savedParts(file);
  expect(saved[SHEET]).toContain(`<hyperlinks>${inside}</hyperlinks>`);
  expect(saved[SHEET_RELATIONS]).not.toContain('rId7');
  sheet.hyperlinks = [];
  expect(savedParts(file)[SHEET]).not.toContain('hyperlink');
});

test('a moved link is written anew where it is now', () => {
  const file = linked();
  const sheet = firstSheet(file);
  for (const link of sheet.hyperlinks) link.area = { ...link.area, row: link.area.row + 10 };
  sheet.touch('hyperlinks');
  const again = savedParts(file);
  expect(firstSheet(openParts(again)).hyperlinks).toEqual([
    { area: { row: 10, column: 0, rows: 1, columns: 1 }, address: 'https://exemple.fr/', tip: 'Le  site' },
    { area: { row: 11, column: 0, rows: 1, columns: 2 }, place: 'Feuil1!A1', shown: 'Retour' },
  ]);
});
