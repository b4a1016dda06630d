import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { addJournalEntry } from '../../src/actions/addJournalEntry';
import { confirmMapping } from '../../src/actions/confirmMapping';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { defineKpi } from '../../src/actions/defineKpi';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { lintWorkbook } from '../../src/actions/lint';
import { readSource } from '../../src/actions/readSource';
import { addTemplate } from '../../src/actions/template';
import { showThresholds } from '../../src/actions/thresholds';
import { writeProposal } from '../../src/actions/writeProposal';
import { EMPTY_KPI } from '../../src/core/kpi/kpi-draft';
import type { Result } from '../../src/core/problem';
import { cellName } from '../../src/core/sheet/address';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { placeName, type UndoReceipt } from '../../src/core/sheet/undo';
import type { RunnableWorkbook, WorkbookPort } from '../../src/core/sheet/workbook';
import { ApiError } from '../../src/embedded/richapi/apiError';
import { valueOf } from '../core/grid';
import { openEmbedded, type Embedded } from '../excel/embedded';

// Whole workbooks are written, calculated and read back through office.js.
jest.setTimeout(120_000);

const MONDAY = 46_027; // 05/01/2026
const TODAY = MONDAY + 70;
const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const ISSUED = 46_349; // Monday 23/11/2026

const books: Embedded[] = [];
const open = async (bytes?: Uint8Array): Promise<Embedded> => {
  const book = await openEmbedded(bytes);
  books.push(book);
  return book;
};
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

/** Ten weeks of calls, and a mean of rates under them. */
const typed = async (book: Embedded): Promise<void> => {
  const header = ['Date', 'Appels reçus', 'Décrochés', 'Taux'].map((text): CellDraft => ({ text }));
  const rows = Array.from({ length: 70 }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: 200 + 7 * (day % 11) },
    { number: 180 + (day % 13) },
    { formula: `=C${String(day + 2)}/B${String(day + 2)}` },
  ]);
  const blocks = [
    { row: 0, column: 0, cells: [header, ...rows] },
    { row: 74, column: 5, cells: [[{ formula: '=AVERAGE(D2:D71)' }]] },
  ];
  const styles = [
    { area: { row: 1, column: 0, rows: 70, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } },
    { area: { row: 1, column: 3, rows: 70, columns: 1 }, style: { numberFormat: '0.0%' } },
  ];
  valueOf(await book.port.write({ sheets: [{ name: 'Suivi', owner: 'user', blocks, styles }], names: [] }));
};
const sampleConsolidate = (port: WorkbookPort) => consolidateWorkbook(port, { language: 'fr', today: ISSUED });
const sample = (): Promise<Embedded> => open(readFileSync(SAMPLE));
const started = async (...before: ((port: WorkbookPort) => Promise<Result<unknown>>)[]): Promise<Embedded> => {
  const book = await open();
  await typed(book);
  for (const run of before) valueOf(await run(book.port));
  return book;
};

const confirm = async (port: WorkbookPort) => {
  const view = valueOf(await readSource(port, 0));
  return confirmMapping(port, { table: view.table, language: 'fr' });
};
const consolidate = (port: WorkbookPort) => consolidateWorkbook(port, { language: 'fr', today: TODAY });
const thresholds = (port: WorkbookPort) => showThresholds(port, { language: 'fr' });
const kpi = (port: WorkbookPort, numerator: string, id = '') => {
  const draft = { ...EMPTY_KPI, id, label: 'Part', numerator, denominator: 'Appels reçus', green: 0.9, amber: 0.8 };
  return defineKpi(port, { draft, language: 'fr', today: TODAY });
};
const journal = (port: WorkbookPort, text: string) =>
  addJournalEntry(port, { entry: { date: TODAY, kind: 'highlight', text }, language: 'fr' });
const propose = async (port: WorkbookPort) => {
  const [finding] = valueOf(await lintWorkbook(port)).findings;
  if (!finding) throw new Error('nothing found');
  return writeProposal(port, finding, { language: 'fr' });
};
const meteo = (port: WorkbookPort) => generateMeteo(port, { language: 'fr', issued: ISSUED, minutes: 3 });

type Action = {
  name: string;
  before: () => Promise<Embedded>;
  run: (port: WorkbookPort) => Promise<Result<unknown>>;
  /** It only adds sheets and names: the file's other parts are, byte by byte, what they were. */
  adds?: boolean;
};

const ACTIONS: readonly Action[] = [
  { name: 'consolidate', before: () => started(), run: consolidate, adds: true },
  { name: 'consolidate, from a confirmed source', before: () => started(confirm), run: consolidate },
  {
    name: 'thresholds, which add the dictionary',
    before: () => started(consolidate),
    run: thresholds,
  },
  {
    name: 'template',
    before: () => open(),
    run: (port) => addTemplate(port, { domain: 'inbound', language: 'fr', today: TODAY, examples: true }),
    adds: true,
  },
  {
    name: 'defineKpi in a new dictionary',
    before: () => started(),
    run: (port) => kpi(port, 'Décrochés'),
    adds: true,
  },
  {
    name: 'defineKpi over its row',
    before: () => started((port) => kpi(port, 'Décrochés')),
    run: (port) => kpi(port, 'Appels reçus - Décrochés', 'part'),
  },
  { name: 'writeProposal', before: () => started(), run: propose },
  { name: 'generateMeteo', before: sample, run: meteo, adds: true },
  {
    name: 'addJournalEntry',
    before: () => started((port) => journal(port, 'Panne du serveur')),
    run: (port) => journal(port, 'Nouveau serveur'),
  },
];

/** Runs an action as the pane does, and gives what undoes it. */
const undoable = async ({ port }: { port: RunnableWorkbook }, run: Action['run']): Promise<UndoReceipt | null> => {
  const receipts: (UndoReceipt | null)[] = [];
  valueOf(await run(port.with({ onWritten: (receipt) => receipts.push(receipt) })));
  expect(receipts).toHaveLength(1);
  return receipts[0] ?? null;
};

const seen = async ({ port }: Embedded): Promise<WorkbookSnapshot> => valueOf(await port.read({ formulas: true }));

/** The file's parts but for those that list what a workbook has of looks, texts and sheets. */
const parts = (book: Embedded): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(book.save()))
      .filter(([name]) => /^xl\/(worksheets|tables|charts|drawings)\//.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

/** A cell that an action wrote, by its receipt. */
const writtenCell = ({ added, cells }: UndoReceipt): { sheet: string; address: string } => {
  const changed = cells.at(-1);
  if (changed) {
    const column = changed.written[0]?.lastIndexOf(true) ?? 0;
    return { sheet: changed.sheet, address: cellName(changed.area.row, changed.area.column + column) };
  }
  const [first] = added;
  return { sheet: first?.name ?? '', address: cellName(first?.used?.row ?? 0, first?.used?.column ?? 0) };
};

const type = (book: Embedded, { sheet, address }: { sheet: string; address: string }): Promise<void> =>
  book.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [['à moi']];
    await context.sync();
  });

test('a consolidation of two years, whose formulas weigh more than one answer holds, is undone in several readings', async () => {
  const book = await sample();
  book.conditions.payloadLimit = 5 * 1024 * 1024;
  const earlier = await seen(book);
  const receipt = await undoable(book, sampleConsolidate);
  if (!receipt) throw new Error('no undo');
  const day = receipt.added.find(({ name }) => name === 'Jour');
  const last = (day?.used?.row ?? 0) + (day?.used?.rows ?? 0) - 1;
  const address = cellName(last, 3);
  const formula = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Jour').getRange(address).load('formulas');
    await context.sync();
    return range.formulas as string[][];
  });
  await type(book, { sheet: 'Jour', address });
  expect(await book.port.undo(receipt)).toMatchObject({
    ok: false,
    problem: { code: 'undo-too-late', params: { cells: `Jour!${address}` } },
  });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Jour').getRange(address).formulas = formula;
    await context.sync();
  });
  book.wire.reset();
  valueOf(await book.port.undo(receipt));
  expect(book.wire.reads).toBeGreaterThan(1);
  expect(book.wire.writes).toBe(1);
  expect(await seen(book)).toEqual(earlier);
});

test('colours that somebody has taken away meanwhile are no reason not to undo the rest', async () => {
  const [colours] = ACTIONS.filter(({ name }) => name.startsWith('thresholds'));
  if (!colours) throw new Error('no action');
  const book = await colours.before();
  const earlier = await seen(book);
  const receipt = await undoable(book, colours.run);
  const coloured = receipt?.conditionalFormats.find(({ ids }) => ids !== null && ids.length > 0);
  if (!receipt || !coloured) throw new Error('nothing coloured');
  await book.run(async (context) => {
    const { row, column, rows, columns } = coloured.area;
    const sheet = context.workbook.worksheets.getItem(coloured.sheet);
    sheet.getRangeByIndexes(row, column, rows, columns).conditionalFormats.clearAll();
    await context.sync();
  });
  valueOf(await book.port.undo(receipt));
  expect(await seen(book)).toEqual(earlier);
});

describe('a sheet of ours that the consolidation rewrote', () => {
  test('typed over since, is named and nothing is undone', async () => {
    const book = await started(confirm);
    const receipt = await undoable(book, consolidate);
    if (!receipt) throw new Error('no undo');
    await type(book, { sheet: 'Sources', address: 'B19' });
    expect(await book.port.undo(receipt)).toMatchObject({
      ok: false,
      problem: { code: 'undo-too-late', params: { cells: 'Sources!B19' } },
    });
  });

  test.each([
    ['with a note of somebody’s', 'N3'],
    ['that somebody has corrected', 'A6'],
  ])('%s before, is not rewritten by an undo', async (_name, address) => {
    const book = await started(confirm);
    await type(book, { sheet: 'Sources', address });
    expect(await undoable(book, consolidate)).toBeNull();
  });
});

describe.each(ACTIONS)('$name', ({ before, run, adds = false }) => {
  test('undone, the workbook is as before, in two round trips', async () => {
    const book = await before();
    const earlier = await seen(book);
    const files = parts(book);
    const receipt = await undoable(book, run);
    if (!receipt) throw new Error('no undo');
    expect(await seen(book)).not.toEqual(earlier);
    book.wire.reset();
    valueOf(await book.port.undo(receipt));
    expect([book.wire.reads, book.wire.writes]).toEqual([1, 1]);
    expect(await seen(book)).toEqual(earlier);
    if (!adds) return;
    const now = parts(book);
    expect(Object.keys(now).sort()).toEqual(Object.keys(files).sort());
    // Named part by part: a whole workbook is no readable difference.
    expect(Object.keys(files).filter((name) => now[name] !== files[name])).toEqual([]);
  });

  test('once somebody has typed in a cell of it, nothing is undone and the cell is named', async () => {
    const book = await before();
    const receipt = await undoable(book, run);
    if (!receipt) throw new Error('no undo');
    const cell = writtenCell(receipt);
    await type(book, cell);
    const typedOver = await seen(book);
    expect(await book.port.undo(receipt)).toMatchObject({
      ok: false,
      problem: { code: 'undo-too-late', params: { cells: placeName(cell.sheet, cell.address) } },
    });
    expect(await seen(book)).toEqual(typedOver);
  });

  test('refused on its way, it is finished when asked for again', async () => {
    const book = await before();
    const earlier = await seen(book);
    const receipt = await undoable(book, run);
    if (!receipt) throw new Error('no undo');
    const refusing = book.port.with({
      onProgress: ({ doing, waiting }) => {
        if (doing === 'writing' && waiting) book.conditions.refuseAction(5, new ApiError('GeneralException'));
      },
    });
    expect(await refusing.undo(receipt)).toMatchObject({ ok: false, problem: { code: 'undo-stopped' } });
    valueOf(await book.port.undo(receipt));
    expect(await seen(book)).toEqual(earlier);
  });
});
