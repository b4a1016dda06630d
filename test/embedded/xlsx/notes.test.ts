import { saveWorkbook } from '../../../src/embedded/xlsx/save';
import { firstSheet, open, openParts, partsWith, savedParts, sheetXml, unzip, type Parts } from './workbookFile';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
const TEXTS = 'xl/comments1.xml';
const BOXES = 'xl/drawings/vmlDrawing1.vml';

const rich =
  '<comment ref="B2" authorId="1" shapeId="0"><text><r><rPr><b/></rPr><t>Lucie : </t></r><r><t xml:space="preserve">à revoir </t></r></text></comment>';
const conversation = '<comment ref="C3" authorId="0"><text><t>[Conversation]</t></text></comment>';
const plain = '<comment ref="A5" authorId="1"><text><t>le lundi</t></text></comment>';
const box = (id: number, row: number, column: number): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>1,2,3,4,5,6,7,8</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const button = '<v:shape id="_x0000_s2070" type="#_x0000_t201"><x:ClientData ObjectType="Button"/></v:shape>';

const noted = (boxes = `${box(2049, 1, 1)}${box(2050, 2, 2)}${box(2051, 4, 0)}${button}`): Parts =>
  partsWith('', {
    [SHEET]: sheetXml('<sheetData/><legacyDrawing r:id="rId1"/>'),
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONS}/comments" Target="../comments1.xml"/></Relationships>`,
    [TEXTS]: `<comments xmlns="${MAIN}"><authors><author>tc={9}</author><author>Lucie</author></authors><commentList>${rich}${conversation}${plain}</commentList></comments>`,
    [BOXES]: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/>${boxes}</xml>`,
  });

test('notes of a file are read with their authors; conversations are none', () => {
  expect(firstSheet(openParts(noted())).notes).toEqual([
    { row: 1, column: 1, text: 'Lucie : à revoir ', author: 'Lucie' },
    { row: 4, column: 0, text: 'le lundi', author: 'Lucie' },
  ]);
});

test('a file whose notes nobody touched keeps their parts byte by byte', () => {
  const parts = noted();
  const file = openParts(parts);
  firstSheet(file).setCell(0, 0, { value: 1 });
  const saved = savedParts(file);
  expect([saved[TEXTS], saved[BOXES]]).toEqual([parts[TEXTS], parts[BOXES]]);
});

test('a note added beside them leaves the others, the conversation and the button as they were', () => {
  const file = openParts(noted());
  const sheet = firstSheet(file);
  sheet.notes.push({ row: 6, column: 3, text: 'une ligne\npar jour <&>', author: '' });
  sheet.touch('notes');
  const saved = savedParts(file);
  expect(saved[TEXTS]).toContain(
    `${rich}${conversation}${plain}<comment ref="D7" authorId="2"><text><t>une ligne\npar jour &lt;&amp;&gt;</t></text></comment></commentList>`,
  );
  expect(saved[TEXTS]).toContain('<author>Lucie</author><author/>');
  expect(saved[BOXES]).toContain(`${box(2049, 1, 1)}${box(2050, 2, 2)}${box(2051, 4, 0)}${button}`);
  expect(saved[BOXES]).toMatch(/id="_x0000_s2071".*<x:Row>6<\/x:Row><x:Column>3<\/x:Column>/);
  expect(saved[BOXES]?.match(/v:shapetype/g)).toHaveLength(1);
});

test('a note that changes keeps its box; one that goes loses it', () => {
  const file = openParts(noted());
  const sheet = firstSheet(file);
  const [first] = sheet.notes;
  if (first) first.text = 'revu';
  sheet.notes = sheet.notes.slice(0, 1);
  sheet.touch('notes');
  const saved = savedParts(file);
  expect(saved[TEXTS]).toContain('<comment ref="B2" authorId="1"><text><t>revu</t></text></comment>');
  expect(saved[TEXTS]).not.toContain('le lundi');
  expect(saved[TEXTS]).toContain(conversation);
  expect(saved[BOXES]).toContain(`${box(2049, 1, 1)}${box(2050, 2, 2)}${button}`);
});

test('a note that moved is found at its new cell, box and all', () => {
  const file = openParts(noted());
  const sheet = firstSheet(file);
  for (const note of sheet.notes) note.row += 10;
  sheet.touch('notes');
  const saved = savedParts(file);
  expect(firstSheet(openParts(saved)).notes.map(({ row, column }) => [row, column])).toEqual([
    [11, 1],
    [14, 0],
  ]);
  expect(saved[BOXES]?.match(/<x:Row>\d+<\/x:Row>/g)).toEqual(['<x:Row>2</x:Row>', '<x:Row>11</x:Row>', '<x:Row>14</x:Row>']);
});

test('boxes that are no XML are made anew when notes change', () => {
  const file = openParts(noted('<v:textbox><br></v:textbox>'));
  const sheet = firstSheet(file);
  sheet.notes.push({ row: 0, column: 0, text: 'neuf', author: '' });
  sheet.touch('notes');
  expect(savedParts(file)[BOXES]).toContain('<x:Row>0</x:Row>');
});

test('the first note of a sheet brings its parts, once', () => {
  const file = openParts(partsWith(''));
  const sheet = firstSheet(file);
  sheet.notes.push({ row: 0, column: 0, text: 'aide', author: '' });
  sheet.touch('notes');
  const bytes = saveWorkbook(file);
  const saved = unzip(bytes);
  expect(saved[SHEET]).toMatch(/<pageMargins[^>]*\/><legacyDrawing r:id="rId2"\/><\/worksheet>/);
  expect(saved['[Content_Types].xml']).toContain('comments+xml');
  expect(saved['[Content_Types].xml']).toContain('vmlDrawing');
  const again = open(bytes);
  const same = firstSheet(again);
  expect(same.notes).toEqual([{ row: 0, column: 0, text: 'aide', author: '' }]);
  same.notes.push({ row: 1, column: 0, text: 'autre', author: '' });
  same.touch('notes');
  const twice = savedParts(again);
  expect(Object.keys(twice).filter((name) => /comments|vml/.test(name))).toEqual([TEXTS, BOXES]);
  expect(twice[TEXTS]?.match(/<author\/>/g)).toHaveLength(1);
});
