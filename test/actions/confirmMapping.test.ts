import { confirmMapping } from '../../src/actions/confirmMapping';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { readConsolidated } from '../../src/core/consolidation/read';
import { detect } from '../../src/core/detect/detect';
import type { DetectedTable } from '../../src/core/detect/detected';
import { withChoice, type ColumnChoice } from '../../src/core/detect/column-choice';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { findTable, valueAt, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 46_027; // 05/01/2026
const DAYS = 63;
const TODAY = MONDAY + DAYS;
const HEADERS = ['Date', 'Appels reçus', 'Décrochés', 'Mails'];

const fill = async (book: Embedded, native: boolean): Promise<void> => {
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: 200 + day },
    { number: 180 + day },
    { number: 40 },
  ]);
  const cells = [HEADERS.map((text): CellDraft => ({ text })), ...rows];
  const area = { row: 0, column: 0, rows: DAYS + 1, columns: 4 };
  const written = await book.port.write({
    sheets: [
      {
        name: 'Suivi',
        owner: 'user',
        blocks: [{ row: 0, column: 0, cells }],
        styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        ...(native && { tables: [{ name: 'tblAppels', area }] }),
      },
    ],
    names: [],
  });
  expect(written.ok).toBe(true);
};

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const read = async (book: Embedded): Promise<WorkbookSnapshot> => value(await book.port.read());

const shown = async (book: Embedded, header = '', choice: ColumnChoice = { kind: 'left-out' }): Promise<DetectedTable> => {
  const [table] = detect(await read(book)).tables;
  if (!table) throw new Error('no table');
  return { ...table, columns: table.columns.map((found) => (found.header === header ? withChoice(found, choice) : found)) };
};

const consolidated = async (book: Embedded): Promise<Record<string, number | null>> => {
  value(await consolidateWorkbook(book.port, { language: 'fr', today: TODAY, kinds: ['week'] }));
  return readConsolidated(await read(book)).week?.['2026-S03'] ?? {};
};

/** Of each mapped column, its header, its live column letter, and whether it was confirmed. */
const mapping = (workbook: WorkbookSnapshot): unknown[] => {
  const found = findTable(workbook, 'tblSources');
  if (!found) return [];
  const { sheet, table } = found;
  const at = (row: number, header: string) =>
    valueAt(sheet, table.area.row + row, table.area.column + table.columns.indexOf(header));
  return Array.from({ length: table.area.rows - 1 }, (_, row) =>
    ['En-tête retenu', 'Colonne', 'Confirmé ?'].map((header) => at(row + 1, header)),
  );
};

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

test.each([
  ['a range', false],
  ['a native table', true],
])('%s: the sheet Sources is written, in two reads and one write, and nothing else', async (_name, native) => {
  await fill(book, native);
  const table = await shown(book);
  const before = await read(book);
  book.wire.reset();
  expect(value(await confirmMapping(book.port, { table, language: 'fr' })).made).toEqual(['Sources']);
  expect([book.wire.reads, book.wire.writes]).toEqual([2, 1]);
  const after = await read(book);
  expect(after.sheets.filter(({ name }) => name !== 'Sources')).toEqual(before.sheets);
  expect(mapping(after)).toEqual([
    ['Date', 'A', 'oui'],
    ['Appels reçus', 'B', 'oui'],
    ['Décrochés', 'C', 'oui'],
    ['Mails', 'D', 'oui'],
  ]);
});

test('confirmed twice, the workbook is the same', async () => {
  await fill(book, false);
  value(await confirmMapping(book.port, { table: await shown(book), language: 'fr' }));
  const once = await read(book);
  value(await confirmMapping(book.port, { table: await shown(book), language: 'fr' }));
  expect(await read(book)).toEqual(once);
});

test('the consolidation takes what was corrected, and keeps it', async () => {
  await fill(book, false);
  const table = await shown(book, 'Mails', { kind: 'left-out' });
  value(await confirmMapping(book.port, { table, language: 'fr' }));
  const week = await consolidated(book);
  expect(Object.keys(week)).not.toContain('Mails');
  expect(Object.values(week)).toContain(7 * 200 + (7 + 8 + 9 + 10 + 11 + 12 + 13));
  const once = await read(book);
  expect(mapping(once)).toEqual([
    ['Date', 'A', 'oui'],
    ['Appels reçus', 'B', 'oui'],
    ['Décrochés', 'C', 'oui'],
    ['Mails', 'D', 'oui'],
  ]);
  await consolidated(book);
  expect(await read(book)).toEqual(once);
});

test('without a confirmation, the consolidation stores what it used, not confirmed', async () => {
  await fill(book, false);
  await consolidated(book);
  expect(mapping(await read(book))).toEqual([
    ['Date', 'A', 'non'],
    ['Appels reçus', 'B', 'non'],
    ['Décrochés', 'C', 'non'],
    ['Mails', 'D', 'non'],
  ]);
});

test('confirming after a consolidation leaves what its sheets stand on', async () => {
  await fill(book, false);
  const before = await consolidated(book);
  value(await confirmMapping(book.port, { table: await shown(book, 'Mails'), language: 'fr' }));
  const workbook = await read(book);
  expect(readConsolidated(workbook).week?.['2026-S03']).toEqual(before);
  expect(mapping(workbook).map((row) => (row as unknown[])[2])).toEqual(['oui', 'oui', 'oui', 'oui']);
});

test('a sheet Sources of an earlier version keeps its facts, and the mapping comes below', async () => {
  await fill(book, false);
  const facts = Array.from({ length: 13 }, (_, row): CellDraft[] => [{ text: `fait ${String(row)}` }, { number: row }]);
  const rules = [
    ['Identifiant', 'Libellé', 'Feuille', 'Tableau ou plage', 'Colonnes', 'Règle'],
    ['a', 'A', 'Suivi', 'A1', 'A', 'somme'],
  ];
  const cells = rules.map((line) => line.map((text): CellDraft => ({ text })));
  const blocks = [
    { row: 2, column: 0, cells: facts },
    { row: 15, column: 0, cells },
  ];
  const tables = [{ name: 'tblSources', area: { row: 15, column: 0, rows: 2, columns: 6 } }];
  value(await book.port.write({ sheets: [{ name: 'Sources', owner: 'user', blocks, tables }], names: [] }));
  value(await confirmMapping(book.port, { table: await shown(book), language: 'fr' }));
  const workbook = await read(book);
  const sheet = workbook.sheets.find(({ name }) => name === 'Sources');
  expect(sheet && [valueAt(sheet, 2, 0), valueAt(sheet, 14, 1), valueAt(sheet, 16, 5)]).toEqual(['fait 0', 12, 'somme']);
  expect(mapping(workbook)).toHaveLength(4);
});

describe.each([
  ['a range', false],
  ['a native table', true],
])('%s that was confirmed', (_name, native) => {
  beforeEach(async () => {
    await fill(book, native);
    value(
      await confirmMapping(book.port, {
        table: await shown(book, 'Mails', { kind: 'measure', measure: 'mails_traites' }),
        language: 'fr',
      }),
    );
  });
  const change = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    book.run(async (context) => {
      work(context.workbook.worksheets.getItem('Suivi'));
      await context.sync();
    });

  test('a column inserted: the live letters and the figures follow', async () => {
    const before = await consolidated(book);
    await change((sheet) => {
      sheet.getRange('B:B').insert('Right');
      sheet.getRange('B1').values = [['Équipe']];
    });
    expect(await consolidated(book)).toEqual(before);
    expect(mapping(await read(book)).map((row) => (row as unknown[])[1])).toEqual(['A', 'C', 'D', 'E']);
  });

  test('rows inserted above and the sheet renamed: the same figures', async () => {
    const before = await consolidated(book);
    await change((sheet) => {
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('A1').values = [['Suivi des appels']];
      sheet.name = 'Appels 2026';
    });
    expect(await consolidated(book)).toEqual(before);
  });

  test('a header that changed: nothing is written, and the question says which', async () => {
    await change((sheet) => {
      sheet.getRange('B1').values = [['Contacts']];
    });
    book.wire.reset();
    const refused = await consolidateWorkbook(book.port, { language: 'fr', today: TODAY });
    expect(refused).toMatchObject({
      problem: { code: 'header-changed', params: { before: 'Appels reçus', after: 'Contacts', column: 'B' } },
    });
    expect(book.wire.writes).toBe(0);
  });

  test('a column deleted: asked, unless the rules are given', async () => {
    await change((sheet) => {
      if (native) sheet.tables.getItem('tblAppels').columns.getItem('Décrochés').delete();
      else sheet.getRange('C:C').delete('Left');
    });
    const request = { language: 'fr', today: TODAY, kinds: ['week'] } as const;
    expect(await consolidateWorkbook(book.port, request)).toMatchObject({
      problem: { code: 'column-lost', params: { column: 'Décrochés' } },
    });
    const columns = () => ({
      ok: true as const,
      value: [{ id: 'n', label: 'Reçus', rule: { kind: 'sum' as const, column: 1 }, numberFormat: '0' }],
      problems: [],
    });
    expect((await consolidateWorkbook(book.port, { ...request, explicit: true, columns })).ok).toBe(true);
  });

  test('saved and opened again, the mapping is still there', async () => {
    const reopened = await openEmbedded(book.save());
    try {
      await reopened.run(async (context) => {
        context.workbook.worksheets.getItem('Suivi').getRange('B1').values = [['Contacts']];
        await context.sync();
      });
      const refused = await consolidateWorkbook(reopened.port, { language: 'fr', today: TODAY });
      expect(refused).toMatchObject({ problem: { code: 'header-changed' } });
    } finally {
      reopened.close();
    }
  });
});

test('a table that changed since it was shown is not confirmed', async () => {
  await fill(book, false);
  const table = await shown(book);
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('C1').values = [['Abandons']];
    await context.sync();
  });
  expect(await confirmMapping(book.port, { table, language: 'fr' })).toMatchObject({
    problem: { code: 'header-changed', params: { before: 'Décrochés', after: 'Abandons', column: 'C' } },
  });
  expect((await read(book)).sheets.map(({ name }) => name)).not.toContain('Sources');
});
