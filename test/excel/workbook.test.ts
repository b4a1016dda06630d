import { problem } from '../../src/core/problem';
import { areaName } from '../../src/core/sheet/address';
import type { CellDraft, SheetDraft, WorkbookDraft } from '../../src/core/sheet/draft';
import { findTable, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { ApiError } from '../../src/embedded/richapi/apiError';
import { openEmbedded, type Embedded } from './embedded';

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const text = (value: string): CellDraft => ({ text: value });
const row = (values: readonly (string | number)[]): CellDraft[] =>
  values.map((value) =>
    typeof value === 'number' ? { number: value } : value.startsWith('=') ? { formula: value } : { text: value },
  );
const one = (sheet: SheetDraft): WorkbookDraft => ({ sheets: [sheet], names: [] });

const table = (name: string, rows: number, columns = ['Date', 'Appels']): SheetDraft => ({
  name: 'Semaine',
  owner: 'own',
  blocks: [
    {
      row: 0,
      column: 0,
      cells: [
        columns.map(text),
        ...Array.from({ length: rows }, (_, index) => row([46000 + index, ...columns.slice(1).map((__, at) => index * 10 + at)])),
      ],
    },
  ],
  styles: [{ area: { row: 1, column: 0, rows, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
  tables: [{ name, area: { row: 0, column: 0, rows: rows + 1, columns: columns.length } }],
});

const write = async (draft: WorkbookDraft): Promise<void> => {
  const written = await book.port.write(draft);
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
};
const read = async (): Promise<WorkbookSnapshot> => {
  const result = await book.port.read({ formulas: true });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const sheetOf = (workbook: WorkbookSnapshot, name: string): SheetSnapshot => {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

describe('reading', () => {
  test('gives sheets in the order of their tabs, with what they hold, and their tables and names', async () => {
    await write({
      sheets: [
        table('tblSemaine', 3),
        { name: 'Caché', owner: 'own', visibility: 'hidden', blocks: [{ row: 2, column: 1, cells: [row(['x'])] }] },
      ],
      names: [{ name: 'debut', formula: "='Semaine'!$A$2" }],
    });
    const workbook = await read();
    expect(workbook.sheets.map(({ name, position, visibility }) => [name, position, visibility])).toEqual([
      ['Feuil1', 0, 'visible'],
      ['Semaine', 1, 'visible'],
      ['Caché', 2, 'hidden'],
    ]);
    expect(sheetOf(workbook, 'Feuil1').used).toBeNull();
    expect(areaName(sheetOf(workbook, 'Caché').used ?? { row: 0, column: 0, rows: 1, columns: 1 })).toBe('B3');
    const week = sheetOf(workbook, 'Semaine');
    expect(week.values[1]).toEqual([46000, 0]);
    expect(week.numberFormats[1]?.[0]).toBe('dd/mm/yyyy');
    expect(week.tables).toEqual([
      {
        name: 'tblSemaine',
        hasHeaders: true,
        hasTotals: false,
        area: { row: 0, column: 0, rows: 4, columns: 2 },
        columns: ['Date', 'Appels'],
      },
    ]);
    expect(workbook.names).toEqual([{ name: 'debut', formula: "='Semaine'!$A$2" }]);
  });

  test('leaves out a sheet that is not asked for, and one that is not there', async () => {
    await write(one(table('tblSemaine', 2)));
    const result = await book.port.read({ sheets: ['Semaine', 'Absente'] });
    expect(result.ok && result.value.sheets.map(({ name }) => name)).toEqual(['Semaine']);
  });

  test('of a sheet wider than 256 columns, reads the columns that have a header', async () => {
    const cells = Array.from({ length: 20 }, (_, line): CellDraft[] => [{ number: line }]);
    const far = { row: 0, column: 400, cells: [[text('Loin')], ...cells] };
    await write(
      one({
        name: 'Large',
        owner: 'own',
        blocks: [
          { row: 0, column: 0, cells: [[text('Date')], ...cells] },
          far,
          { row: 19, column: 500, cells: [[{ number: 1 }]] },
        ],
      }),
    );
    book.wire.reset();
    const sheet = sheetOf(await read(), 'Large');
    expect(book.wire.reads).toBe(3);
    expect(sheet.used?.columns).toBe(401);
    expect([valueAt(sheet, 0, 400), valueAt(sheet, 20, 400), valueAt(sheet, 20, 0)]).toEqual(['Loin', 19, 19]);
  });
});

describe('round trips', () => {
  test.each([100, 5_000])('%i rows: two to read, one to write', async (rows) => {
    await book.port.read();
    book.wire.reset();
    await write(one(table('tblSemaine', rows)));
    expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([0, 1, 0]);
    book.wire.reset();
    const workbook = await read();
    expect([book.wire.reads, book.wire.writes, book.wire.releases]).toEqual([2, 0, 0]);
    expect(sheetOf(workbook, 'Semaine').values).toHaveLength(rows + 1);
  });

  test('50 sheets: one more to read, since the names of the last ten are not known before', async () => {
    await book.run(async (context) => {
      for (let sheet = 2; sheet <= 50; sheet++)
        context.workbook.worksheets.add(`S${String(sheet)}`).getRange('A1').values = [[sheet]];
      await context.sync();
    });
    book.wire.reset();
    const workbook = await read();
    expect(book.wire.reads).toBe(3);
    expect(workbook.sheets.map(({ values }) => values[0]?.[0]).slice(1)).toEqual(Array.from({ length: 49 }, (_, i) => i + 2));
  });

  test('above 4 MB of cells, more requests, and none above what Excel on the web takes', async () => {
    book.conditions.payloadLimit = 5 * 1024 * 1024;
    await book.port.read();
    book.wire.reset();
    const columns = ['Date', ...Array.from({ length: 59 }, (_, index) => `Mesure ${index}`)];
    const wide = table('tblSemaine', 6_000, columns);
    const heavy = (line: readonly CellDraft[], row: number): CellDraft[] =>
      line.map((cell, column) => (row > 0 && column === 1 ? { text: 'commentaire '.repeat(40) } : cell));
    const blocks = (wide.blocks ?? []).map((block) => ({ ...block, cells: block.cells.map(heavy) }));
    await write(one({ ...wide, blocks }));
    expect(book.wire.writes).toBeGreaterThan(1);
    expect(book.wire.largestRequest).toBeLessThan(5 * 1024 * 1024);
    book.wire.reset();
    const workbook = await book.port.read();
    expect(workbook.ok && workbook.value.sheets.find(({ name }) => name === 'Semaine')?.values[6_000]?.[59]).toBe(59_990 + 58);
    expect(book.wire.reads).toBe(3);
  });

  test('an answer that is too large is asked for again in smaller parts', async () => {
    const long = 'é'.repeat(300);
    await write(
      one({
        name: 'Notes',
        owner: 'own',
        blocks: [{ row: 0, column: 0, cells: Array.from({ length: 4_000 }, () => [text(long), text(long), text(long)]) }],
      }),
    );
    book.conditions.payloadLimit = 5 * 1024 * 1024;
    const workbook = await book.port.read();
    expect(workbook.ok && workbook.value.sheets.find(({ name }) => name === 'Notes')?.values[3_999]).toEqual([long, long, long]);
  });
});

describe('writing', () => {
  test('text stays text, numbers stay numbers, formulas calculate', async () => {
    const texts = ['=1+1', '+3', '-2 j', '@ici', "'n° 3'", '16/11', '007', 'VRAI', '5,6 %'];
    await write(
      one({
        name: 'Textes',
        owner: 'own',
        blocks: [{ row: 0, column: 0, cells: [texts.map(text), row([4, '=A2*2', 'libre'])] }],
      }),
    );
    const sheet = sheetOf(await read(), 'Textes');
    expect(sheet.values[0]).toEqual(texts);
    expect(sheet.values[1]?.slice(0, 3)).toEqual([4, 8, 'libre']);
  });

  test('a sheet of the add-in is emptied before it is rewritten: shorter data leaves nothing behind', async () => {
    await write(one(table('tblSemaine', 10)));
    await write(one(table('tblSemaine', 4)));
    const sheet = sheetOf(await read(), 'Semaine');
    expect(areaName(sheet.used ?? { row: 0, column: 0, rows: 1, columns: 1 })).toBe('A1:B5');
    expect(sheet.tables[0]?.area.rows).toBe(5);
  });

  test('notes that somebody typed right of the table stay, and what it held before does not', async () => {
    await write(one(table('tblSemaine', 5)));
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Semaine').getRange('D3').values = [['à vérifier']];
      await context.sync();
    });
    await write(one(table('tblSemaine', 2)));
    const sheet = sheetOf(await read(), 'Semaine');
    expect(valueAt(sheet, 2, 3)).toBe('à vérifier');
    expect(valueAt(sheet, 5, 1)).toBe('');
  });

  test('a table that is rewritten longer and wider stays the same table: what refers to it goes on counting', async () => {
    await write(one(table('tblSemaine', 3)));
    await write(
      one({ name: 'Feuil1', owner: 'user', blocks: [{ row: 0, column: 0, cells: [row(['=SUM(tblSemaine[Appels])'])] }] }),
    );
    expect(valueAt(sheetOf(await read(), 'Feuil1'), 0, 0)).toBe(30);
    await write(one(table('tblSemaine', 5, ['Date', 'Appels', 'Abandons'])));
    const workbook = await read();
    expect(valueAt(sheetOf(workbook, 'Feuil1'), 0, 0)).toBe(100);
    expect(sheetOf(workbook, 'Feuil1').formulas?.[0]?.[0]).toBe('=SUM(tblSemaine[Appels])');
    expect(findTable(workbook, 'tblSemaine')?.table.columns).toEqual(['Date', 'Appels', 'Abandons']);
  });

  test('where Excel cannot resize tables, one that grows is made anew and what refers to it keeps its cells', async () => {
    const older = await openEmbedded(undefined, '1.12');
    await older.port.write(one(table('tblSemaine', 3)));
    await older.port.write(
      one({ name: 'Feuil1', owner: 'user', blocks: [{ row: 0, column: 0, cells: [row(['=SUM(tblSemaine[Appels])'])] }] }),
    );
    expect(await older.port.write(one(table('tblSemaine', 5)))).toMatchObject({ ok: true });
    const result = await older.port.read();
    expect(result.ok && findTable(result.value, 'tblSemaine')?.table.area.rows).toBe(6);
    expect(result.ok && valueAt(sheetOf(result.value, 'Feuil1'), 0, 0)).toBe(30);
    older.close();
  });

  test('a table whose columns change is made anew under its name', async () => {
    await write(one(table('tblSemaine', 3)));
    await write(one(table('tblSemaine', 3, ['Jour', 'Tickets'])));
    const workbook = await read();
    expect(workbook.sheets.flatMap(({ tables }) => tables.map(({ name, columns }) => [name, columns]))).toEqual([
      ['tblSemaine', ['Jour', 'Tickets']],
    ]);
  });

  test('conditional formats are replaced, not piled up', async () => {
    const draft = one({
      ...table('tblSemaine', 3),
      conditionalFormats: [
        { area: { row: 1, column: 1, rows: 3, columns: 1 }, formula: '=B2>10', style: { fontColor: '#B71C1C', bold: true } },
        { area: { row: 1, column: 1, rows: 3, columns: 1 }, formula: '=B2>5', style: { fontColor: '#8A5200' } },
      ],
    });
    for (let run = 0; run < 10; run++) await write(draft);
    const formats = await book.run(async (context) => {
      const found = context.workbook.worksheets.getItem('Semaine').getRange('B2:B4').conditionalFormats;
      found.load('items/priority,items/type');
      await context.sync();
      const rules = found.items.map(({ custom }) => custom.rule.load('formula'));
      await context.sync();
      return rules.map(({ formula }) => formula);
    });
    expect(formats).toEqual(['=B2>10', '=B2>5']);
  });

  test('charts and shapes are replaced by name', async () => {
    const draft = one({
      ...table('tblSemaine', 3),
      charts: [
        {
          name: 'meteo.courbe',
          altText: 'Appels',
          left: 200,
          top: 10,
          width: 300,
          height: 150,
          categories: { row: 1, column: 0, rows: 3, columns: 1 },
          series: [
            {
              name: 'réel',
              type: 'line',
              values: { row: 1, column: 1, rows: 3, columns: 1 },
              line: { color: '#1A1A1A', weight: 2 },
              fill: null,
            },
          ],
          valueAxis: { minimum: 0, maximum: 30, majorUnit: 10, numberFormat: '0', gridlines: null, line: null, visible: true },
          categoryAxis: { line: null, tickLabelSpacing: 1 },
          fontSize: 8,
        },
      ],
      shapes: [
        {
          name: 'meteo.icone',
          altText: 'Soleil',
          shapes: [
            { type: 'Sun', left: 10, top: 100, width: 30, height: 30, fill: '#FFC83D', line: { color: '#1A1A1A', weight: 1 } },
            { type: 'Cloud', left: 20, top: 110, width: 30, height: 20, fill: '#FFFFFF', line: null },
          ],
        },
      ],
    });
    await write(draft);
    await write(draft);
    const sheet = sheetOf(await read(), 'Semaine');
    expect([sheet.charts, sheet.shapes]).toEqual([['meteo.courbe'], ['meteo.icone']]);
  });

  test('names are made, and moved when they are there', async () => {
    await write({ sheets: [table('tblSemaine', 3)], names: [{ name: 'meteo.valeur', formula: "='Semaine'!$A$1" }] });
    await write({ sheets: [], names: [{ name: 'meteo.valeur', formula: "='Semaine'!$B$2" }] });
    expect((await read()).names).toEqual([{ name: 'meteo.valeur', formula: "='Semaine'!$B$2" }]);
  });

  test('a sheet that its user renamed is found and given its draft', async () => {
    await write(one(table('tblSemaine', 3)));
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Semaine').name = 'Mes semaines';
      await context.sync();
    });
    await write(one({ ...table('tblSemaine', 4), name: 'Mes semaines' }));
    expect((await read()).sheets.map(({ name }) => name)).toEqual(['Feuil1', 'Mes semaines']);
  });
});

describe('refusals', () => {
  const untouched = async (): Promise<void> => {
    expect((await read()).sheets.map(({ name }) => name)).toEqual(['Feuil1']);
  };

  test("a sheet of somebody's with the same name is left alone", async () => {
    await write(one({ name: 'Feuil1', owner: 'user', blocks: [{ row: 0, column: 0, cells: [row(['à moi'])] }] }));
    const refusal = await book.port.write(one({ name: 'feuil1', owner: 'own', blocks: [] }));
    expect(refusal).toMatchObject({ ok: false, problem: problem('sheet-name-taken', { name: 'Feuil1' }) });
  });

  test('a protected structure: said before anything is written', async () => {
    await book.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    expect(await book.port.write(one(table('tblSemaine', 3)))).toMatchObject({
      ok: false,
      problem: { code: 'workbook-protected', params: { sheets: 'Semaine' } },
    });
    await untouched();
  });

  test('a protected sheet: said with its name', async () => {
    await write(one(table('tblSemaine', 3)));
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Semaine').protection.protect();
      await context.sync();
    });
    expect(await book.port.write(one(table('tblSemaine', 3)))).toMatchObject({
      ok: false,
      problem: { code: 'sheet-protected', place: { sheet: 'Semaine' } },
    });
  });

  test('the user is typing in a cell', async () => {
    await book.port.read();
    book.conditions.cellEditing = true;
    expect(await book.port.write(one(table('tblSemaine', 3)))).toMatchObject({ ok: false, problem: { code: 'cell-editing' } });
    book.conditions.cellEditing = false;
    await untouched();
  });

  test.each([1, 5, 15, 25])('a new sheet refused at action %i is taken back, and running again makes it', async (nth) => {
    const draft: WorkbookDraft = { sheets: [table('tblSemaine', 3)], names: [{ name: 'debut', formula: "='Semaine'!$A$2" }] };
    await book.port.read();
    book.conditions.refuseAction(nth, new ApiError('GeneralException'));
    expect(await book.port.write(draft)).toMatchObject({ ok: false, problem: { code: 'host-refused' } });
    await untouched();
    expect((await read()).names).toEqual([]);
    await write(draft);
    expect(sheetOf(await read(), 'Semaine').values).toHaveLength(4);
  });

  test('a sheet that somebody made since the read is theirs: what was added is taken back, it is not', async () => {
    await book.port.read();
    await book.run(async (context) => {
      context.workbook.worksheets.add('Mois').getRange('A1').values = [['à moi']];
      await context.sync();
    });
    const mois: SheetDraft = { name: 'Mois', owner: 'own', blocks: [] };
    expect(await book.port.write({ sheets: [table('tblSemaine', 3), mois], names: [] })).toMatchObject({
      ok: false,
      problem: { code: 'host-refused' },
    });
    const after = await read();
    expect(after.sheets.map(({ name }) => name)).toEqual(['Feuil1', 'Mois']);
    expect(sheetOf(after, 'Mois').values).toEqual([['à moi']]);
  });

  test('a rewrite refused on its way says how far it got, and running again finishes', async () => {
    await write(one(table('tblSemaine', 3)));
    await book.port.read();
    book.conditions.refuseAction(30, new ApiError('GeneralException'));
    const halfway = await book.port.write(one(table('tblSemaine', 5)));
    expect(halfway).toMatchObject({ ok: false, problem: { code: 'stopped-halfway' } });
    if (!halfway.ok && halfway.problem.code === 'stopped-halfway') {
      expect(halfway.problem.params.written).toBeGreaterThan(0);
      expect(halfway.problem.params.written).toBeLessThan(halfway.problem.params.total);
    }
    await write(one(table('tblSemaine', 5)));
    expect(sheetOf(await read(), 'Semaine').values).toHaveLength(6);
  });
});
