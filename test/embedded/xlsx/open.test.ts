import { CellError } from '../../../src/embedded/book/cell';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { firstSheet, openParts, partsWith, sheetXml, zipOf, type Parts } from './workbookFile';

const valueOf = (rows: string, row = 0, column = 0, changes: Parts = {}): unknown =>
  firstSheet(openParts(partsWith(rows, changes))).cell(row, column)?.value ?? null;

describe('what a cell holds', () => {
  test.each([
    ['a number', '<c r="A1"><v>1.5</v></c>', 1.5],
    ['a truth value', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', CellError.of('#DIV/0!')],
    ['text in the cell', '<c r="A1" t="inlineStr"><is><t>été</t></is></c>', 'été'],
    [
      'rich text in the cell, without its reading guide',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      'a b',
    ],
    ['an ISO date', '<c r="A1" t="d"><v>2021-01-03</v></c>', 44_199],
    ['an ISO date and time', '<c r="A1" t="d"><v>2021-01-03T12:00:00</v></c>', 44_199.5],
    ['a formula text with a return', '<c r="A1" t="str"><f>X</f><v>a_x000D_b</v></c>', 'a\rb'],
    ['text in CDATA', '<c r="A1" t="str"><v><![CDATA[a<b]]></v></c>', 'a<b'],
  ])('%s', (_, cell, expected) => {
    expect(valueOf(`<row r="1">${cell}</row>`)).toBe(expected);
  });

  test('an ISO date counts from 1904 where the workbook does', () => {
    const workbook = (partsWith('')['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    expect(valueOf('<row r="1"><c r="A1" t="d"><v>2021-01-03</v></c></row>', 0, 0, { 'xl/workbook.xml': workbook })).toBe(
      44_199 - 1462,
    );
  });
});

test('a target whose escapes are no UTF-8 is taken as it stands', () => {
  const relations = (partsWith('')['xl/_rels/workbook.xml.rels'] ?? '').replace(
    'Target="calcChain.xml"',
    'Target="donn%E9es.xml"',
  );
  expect(valueOf('<row r="1"><c r="A1"><v>1.5</v></c></row>', 0, 0, { 'xl/_rels/workbook.xml.rels': relations })).toBe(1.5);
});

test('rows and cells without a reference follow the one before', () => {
  const sheet = firstSheet(
    openParts(
      partsWith(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    ),
  );
  expect(
    [sheet.cell(0, 0), sheet.cell(0, 1), sheet.cell(4, 2), sheet.cell(4, 3), sheet.cell(5, 0)].map((cell) => cell?.value),
  ).toEqual([1, 2, 3, 4, 5]);
});

test('a shared formula is written out for each of its cells', () => {
  const rows =
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(A$1:A1)&amp;"A1"&amp;\'A1\'!A1</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';
  const sheet = firstSheet(openParts(partsWith(rows)));
  expect(sheet.cell(2, 1)?.formula).toBe('A3*$C$1+SUM(A$1:A3)&"A1"&\'A1\'!A3');
});

test('an array formula stands on its first cell with the area it fills; file marks of newer functions are gone', () => {
  const sheet = firstSheet(
    openParts(
      partsWith('<row r="1"><c r="A1"><f t="array" ref="A1:A3">_xlfn._xlws.SORT(_xlfn.UNIQUE(B1:B9))</f><v>1</v></c></row>'),
    ),
  );
  expect(sheet.cell(0, 0)).toMatchObject({ formula: 'SORT(UNIQUE(B1:B9))', array: { row: 0, column: 0, rows: 3, columns: 1 } });
});

test('colours of a theme, an index and a tint become #RRGGBB', () => {
  const styles = (partsWith('')['xl/styles.xml'] ?? '')
    .replace('<fonts count="1">', '<fonts count="2">')
    .replace('</fonts>', '<font><sz val="12"/><color theme="4" tint="-0.25"/><name val="Arial"/></font></fonts>')
    .replace('</fills>', '<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>')
    .replace('</cellXfs>', '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0"/></cellXfs>');
  const { book } = openParts(partsWith('<row r="1"><c r="A1" s="2"><v>1</v></c></row>', { 'xl/styles.xml': styles }));
  const style = book.styles.get(book.sheets[0]?.cell(0, 0)?.style ?? 0);
  expect(style.fill).toMatchObject({ pattern: 'solid', color: '#FF0000' });
  expect(style.font).toMatchObject({ name: 'Arial', size: 12, color: '#2F5597' });
});

test('names of parts compare without case and folders may be split by a back-slash', () => {
  const parts = Object.fromEntries(
    Object.entries(partsWith('<row r="1"><c r="A1"><v>7</v></c></row>')).map(([name, text]) => [
      name.replace(/\//g, '\\').replace('sheet1', 'SHEET1'),
      text,
    ]),
  );
  expect(firstSheet(openParts(parts)).cell(0, 0)?.value).toBe(7);
});

describe('a file that cannot be opened is refused with its reason', () => {
  const compound = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(1536).fill(0xff);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const view = new DataView(bytes.buffer);
    view.setUint16(30, 9, true);
    view.setUint32(48, 0, true);
    view.setUint32(76, 1, true);
    [...stream].forEach((character, index) => view.setUint16(512 + 2 * index, character.charCodeAt(0), true));
    view.setUint16(512 + 64, 2 * stream.length + 2, true);
    view.setUint32(1024, 0xfffffffe, true);
    return bytes;
  };
  const binary = partsWith('');
  binary['[Content_Types].xml'] = (binary['[Content_Types].xml'] ?? '').replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
  );
  const bomb = zipOf({ ...partsWith(''), 'xl/media/zeros.xml': ' '.repeat(60 * 1024 * 1024) });
  const withType = sheetXml('<sheetData/>').replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet');

  test.each<[string, Uint8Array, object]>([
    ['an encrypted workbook', compound('EncryptedPackage'), { code: 'file-encrypted' }],
    ['a workbook of Excel 97', compound('Workbook'), { code: 'file-unsupported', params: { file: 'x', format: '.xls' } }],
    ['a binary workbook', zipOf(binary), { code: 'file-unsupported', params: { file: 'x', format: '.xlsb' } }],
    ['a text', new TextEncoder().encode('date;appels'), { code: 'file-not-workbook' }],
    ['a zip of something else', zipOf({ 'readme.txt': 'hello' }), { code: 'file-not-workbook' }],
    ['a zip that is cut off', zipOf(partsWith('')).subarray(0, 900), { code: 'file-damaged' }],
    ['an archive that unfolds beyond measure', bomb, { code: 'file-unreadable' }],
    [
      'a sheet that is not well-formed',
      zipOf(partsWith('<row r="1"><c r="A1"><v>1</c></row>')),
      { code: 'file-damaged', params: { file: 'x', part: 'xl/worksheets/sheet1.xml' } },
    ],
    [
      'a sheet with a document type',
      zipOf(partsWith('', { 'xl/worksheets/sheet1.xml': withType })),
      { code: 'file-damaged', params: { file: 'x', part: 'xl/worksheets/sheet1.xml' } },
    ],
  ])('%s', (_, bytes, problem) => {
    expect(openWorkbook(bytes, 'x')).toMatchObject({ ok: false, problem });
  });
});
