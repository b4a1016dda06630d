import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PivotSnapshot } from '../../src/core/sheet/snapshot';
import { ApiError } from '../../src/embedded/richapi/apiError';
import { partsWith, sheetXml, unzip, zipOf, type Parts } from '../embedded/xlsx/workbookFile';
import { openEmbedded, type Embedded } from './embedded';

const books: Embedded[] = [];
const opened = async (bytes: Uint8Array, excelApi?: string): Promise<Embedded> => {
  const book = await openEmbedded(bytes, excelApi);
  books.push(book);
  return book;
};
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...entries: [id: string, kind: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const withPivot = (dataFields: string, hierarchies = ''): Parts =>
  partsWith('', {
    'xl/worksheets/sheet1.xml': sheetXml('<sheetData><row r="3"><c r="A3"><v>1</v></c></row></sheetData>'),
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']),
    'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition ${MAIN} name="Synthèse"><location ref="A3:C7" firstHeaderRow="0"/><dataFields>${dataFields}</dataFields></pivotTableDefinition>`,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': relationships([
      'rId1',
      'pivotCacheDefinition',
      '../pivotCache/pivotCacheDefinition1.xml',
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition ${MAIN}><cacheFields><cacheField name="Appels"/><cacheField name="QS"/></cacheFields>${hierarchies}</pivotCacheDefinition>`,
  });

const pivotsOf = async (book: Embedded): Promise<Record<string, readonly PivotSnapshot[] | undefined>> => {
  const read = await book.port.read({ pivots: true });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return Object.fromEntries(read.value.sheets.map(({ name, pivots }) => [name, pivots]));
};

test('a PivotTable tells its figures, their fields and how they are aggregated, in two round trips', async () => {
  const book = await opened(
    zipOf(
      withPivot(
        '<dataField name="Somme des appels" fld="0"/><dataField name="Moyenne de QS" fld="1" subtotal="average"/>' +
          '<dataField name="Pire" fld="1" subtotal="min"/><dataField name="Écart" fld="1" subtotal="stdDev"/>',
      ),
    ),
  );
  const found = await pivotsOf(book);
  // The client counts the question where a PivotTable stands among those that may write.
  expect(book.wire.reads + book.wire.writes).toBe(2);
  expect(found).toEqual({
    Feuil1: [
      {
        name: 'Synthèse',
        area: { row: 2, column: 0, rows: 5, columns: 3 },
        figures: [
          { name: 'Somme des appels', field: 'Appels', by: 'sum' },
          { name: 'Moyenne de QS', field: 'QS', by: 'average' },
          { name: 'Pire', field: 'QS', by: 'minimum' },
          { name: 'Écart', field: 'QS', by: 'other' },
        ],
      },
    ],
  });
});

test('what a data model aggregates by itself is not called a sum', async () => {
  const book = await opened(zipOf(withPivot('<dataField name="Total" fld="0"/>', '<cacheHierarchies count="0"/>')));
  expect((await pivotsOf(book))['Feuil1']?.[0]?.figures).toEqual([{ name: 'Total', field: 'Appels', by: 'other' }]);
});

test('PivotTables are read only when asked for', async () => {
  const book = await opened(zipOf(withPivot('<dataField name="Total" fld="0"/>')));
  const plain = await book.port.read();
  expect(plain.ok && plain.value.sheets[0]?.pivots).toBeUndefined();
});

test.each([1, 190])('an Excel that cannot tell them (at action %i) gives the rest', async (nth) => {
  const book = await opened(zipOf(withPivot('<dataField name="Total" fld="0"/>')));
  book.conditions.refuseAction(nth, new ApiError('GeneralException'));
  const read = await book.port.read({ pivots: true });
  expect(read).toMatchObject({ ok: true, value: { sheets: [{ name: 'Feuil1', values: [[1]] }] } });
  expect(read.ok && read.value.sheets[0]?.pivots).toBeUndefined();
});

test.each([1, 190])('what keeps Excel from answering at all (at action %i) is said, and no PivotTable left out', async (nth) => {
  const book = await opened(zipOf(withPivot('<dataField name="Total" fld="0"/>')));
  book.conditions.refuseAction(nth, new ApiError('InvalidOperationInCellEditMode'));
  expect(await book.port.read({ pivots: true })).toMatchObject({ ok: false, problem: { code: 'cell-editing' } });
});

test('a PivotTable stays as it is in the file, and what would change it is refused by name', async () => {
  const parts = withPivot('<dataField name="Total" fld="0"/>');
  const book = await opened(zipOf(parts));
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').getRange('A20').values = [['note']];
    await context.sync();
  });
  expect(unzip(book.save())['xl/pivotTables/pivotTable1.xml']).toBe(parts['xl/pivotTables/pivotTable1.xml']);
  const refresh = book.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').pivotTables.getItem('Synthèse').refresh();
    await context.sync();
  });
  await expect(refresh).rejects.toMatchObject({ code: 'NotImplemented' });
});

const reports = join(__dirname, '../../../shared/data/workbooks/reports');
if (!existsSync(reports)) console.log(`No reports in ${reports}: the tests over real PivotTables are skipped.`);
const whenShared = existsSync(reports) ? test : test.skip;

whenShared.each([
  ['R06_Call Center Data.xlsx', 16, 9],
  ['R09_Call Center Dashboard.xlsx', 14, 2],
])('%s has %i PivotTables, %i of whose figures are averages', async (file, count, averages) => {
  const book = await opened(readFileSync(join(reports, file)));
  const all = Object.values(await pivotsOf(book)).flatMap((pivots) => pivots ?? []);
  expect(all).toHaveLength(count);
  const figures = all.flatMap((pivot) => pivot.figures);
  expect(figures.filter(({ by }) => by === 'average')).toHaveLength(averages);
  expect(figures.filter(({ field }) => field === '')).toEqual([]);
});
