import { confirmMapping } from '../../src/actions/confirmMapping';
import { defineKpi } from '../../src/actions/defineKpi';
import { lintWorkbook } from '../../src/actions/lint';
import { removeExamples } from '../../src/actions/removeExamples';
import { summariseWorkbook } from '../../src/actions/summarise';
import { addTemplate } from '../../src/actions/template';
import { writeProposal } from '../../src/actions/writeProposal';
import { detect } from '../../src/core/detect/detect';
import { EMPTY_KPI } from '../../src/core/kpi/kpi-draft';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import type { WorkbookPort } from '../../src/core/sheet/workbook';
import { ApiError } from '../../src/embedded/richapi/apiError';
import { valueOf } from '../core/grid';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 46_027; // 05/01/2026
const TODAY = MONDAY + 28;

/** Four weeks of calls of two teams, and a mean of rates under them. */
const typed = async (book: Embedded): Promise<void> => {
  const header = ['Date', 'Équipe', 'Appels reçus', 'Décrochés', 'Taux'].map((text): CellDraft => ({ text }));
  const rows = Array.from({ length: 28 }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { text: day % 2 === 0 ? 'Nord' : 'Sud' },
    { number: 200 + 7 * day },
    { number: 180 + day },
    { formula: `=D${String(day + 2)}/C${String(day + 2)}` },
  ]);
  const blocks = [
    { row: 0, column: 0, cells: [header, ...rows] },
    { row: 31, column: 6, cells: [[{ formula: '=AVERAGE(E2:E29)' }]] },
  ];
  const styles = [
    { area: { row: 1, column: 0, rows: 28, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } },
    { area: { row: 1, column: 4, rows: 28, columns: 1 }, style: { numberFormat: '0.0%' } },
  ];
  valueOf(await book.port.write({ sheets: [{ name: 'Suivi', owner: 'user', blocks, styles }], names: [] }));
};

const template = (port: WorkbookPort, domain: 'inbound' | 'project') =>
  addTemplate(port, { domain, language: 'fr', today: TODAY, examples: true });
const kpi = (port: WorkbookPort, numerator: string, id = '') => {
  const draft = { ...EMPTY_KPI, id, label: 'Part', numerator, denominator: 'Appels reçus', green: 0.9, amber: 0.8 };
  return defineKpi(port, { draft, language: 'fr', today: TODAY });
};
const confirm = async (port: WorkbookPort) => {
  const [table] = detect(valueOf(await port.read())).tables;
  if (!table) throw new Error('no table');
  return confirmMapping(port, { table, language: 'fr' });
};
const summarise = (port: WorkbookPort) => summariseWorkbook(port, { group: 'Équipe', language: 'fr', today: TODAY });
const propose = async (port: WorkbookPort) => {
  const [finding] = valueOf(await lintWorkbook(port)).findings;
  if (!finding) throw new Error('nothing found');
  return writeProposal(port, finding, { language: 'fr' });
};

type Action = {
  name: string;
  /** What is there before. */
  before: (book: Embedded) => Promise<unknown>;
  run: (port: WorkbookPort) => Promise<Result<unknown>>;
  /** Sheet that it changes where it is there; null for one that only adds sheets. */
  changes: string | null;
  /** Run again after its tables had grown, it finds nothing that lacks: formats and help that were still to come stay away. */
  unformatted?: boolean;
};

/** Each action on a workbook that it adds to, and where it rewrites a sheet of its own on one that has it. */
const ACTIONS: readonly Action[] = [
  { name: 'confirmMapping', before: typed, run: confirm, changes: null },
  {
    name: 'confirmMapping again',
    before: async (book) => (await typed(book), valueOf(await confirm(book.port))),
    run: confirm,
    changes: 'Sources',
  },
  { name: 'summarise', before: typed, run: summarise, changes: null },
  {
    name: 'summarise again',
    before: async (book) => (await typed(book), valueOf(await summarise(book.port))),
    run: summarise,
    changes: 'Synthèse',
  },
  { name: 'template', before: () => Promise.resolve(), run: (port) => template(port, 'inbound'), changes: null },
  {
    name: 'template of a second domain',
    before: async (book) => valueOf(await template(book.port, 'inbound')),
    run: (port) => template(port, 'project'),
    changes: 'Données',
    unformatted: true,
  },
  {
    name: 'removeExamples',
    before: async (book) => valueOf(await template(book.port, 'project')),
    run: removeExamples,
    changes: 'Données',
  },
  { name: 'defineKpi', before: typed, run: (port) => kpi(port, 'Décrochés'), changes: null },
  {
    name: 'defineKpi again',
    before: async (book) => (await typed(book), valueOf(await kpi(book.port, 'Décrochés'))),
    run: (port) => kpi(port, 'Appels reçus - Décrochés', 'part'),
    changes: 'Dictionnaire',
  },
  { name: 'writeProposal', before: typed, run: propose, changes: 'Suivi' },
];

const books: Embedded[] = [];
const open = async (...given: Parameters<typeof openEmbedded>): Promise<Embedded> => {
  const book = await openEmbedded(...given);
  books.push(book);
  return book;
};
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

const prepared = async ({ before }: Action): Promise<Embedded> => {
  const book = await open();
  await before(book);
  return book;
};
const seen = async ({ port }: Embedded): Promise<WorkbookSnapshot> => valueOf(await port.read({ formulas: true }));

/** What counts of a workbook for an action: all of it, or all but number formats. */
const counted = (workbook: WorkbookSnapshot, { unformatted = false }: Action): WorkbookSnapshot =>
  unformatted ? { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, numberFormats: [] })) } : workbook;

/** The workbook, where something happens between the last read and the write. */
const interrupted = ({ port }: Embedded, happens: () => void): WorkbookPort => ({
  ...port,
  write: (draft) => {
    happens();
    return port.write(draft);
  },
});

describe.each(ACTIONS)('$name', (action) => {
  const { run, changes } = action;

  test('while a cell is edited, before it or once it has read: said, nothing written, and done when tried again', async () => {
    const book = await prepared(action);
    const before = await seen(book);
    const editing = { ok: false, problem: { code: 'cell-editing' } };
    expect(await run(interrupted(book, () => (book.conditions.cellEditing = true)))).toMatchObject(editing);
    expect(await book.port.read()).toMatchObject(editing);
    book.conditions.cellEditing = false;
    expect(await seen(book)).toEqual(before);
    expect(await run(book.port)).toMatchObject({ ok: true });
  });

  test('a document opened for reading: said', async () => {
    const file = (await prepared(action)).save();
    const book = await open(file, '1.14', true);
    expect(await run(book.port)).toMatchObject({ ok: false, problem: { code: 'read-only' } });
  });

  test('what is protected is named, and stays', async () => {
    const book = await prepared(action);
    await book.run(async ({ workbook }) => {
      if (changes === null) workbook.protection.protect();
      else workbook.worksheets.getItem(changes).protection.protect();
    });
    const before = await seen(book);
    expect(await run(book.port)).toMatchObject({
      ok: false,
      problem: changes === null ? { code: 'workbook-protected' } : { code: 'sheet-protected', place: { sheet: changes } },
    });
    expect(await seen(book)).toEqual(before);
  });

  test('refused on its way: as it was, or how far it got is said; and run again it is done', async () => {
    const file = (await prepared(action)).save();
    const undisturbed = await open(file);
    const before = await seen(undisturbed);
    valueOf(await run(undisturbed.port));
    const after = await seen(undisturbed);
    let stopped = 0;
    for (const nth of [1, 6, 30, 120, 400]) {
      const book = await open(file);
      const refusal = () => book.conditions.refuseAction(nth, new ApiError('GeneralException'));
      const result = await run(interrupted(book, refusal));
      if (result.ok) break;
      stopped++;
      // What only adds is taken back.
      if (changes === null || result.problem.code !== 'stopped-halfway') {
        expect(result.problem.code).toBe('host-refused');
        expect(await seen(book)).toEqual(before);
      }
      expect(await run(book.port)).toMatchObject({ ok: true });
      expect(counted(await seen(book), action)).toEqual(counted(after, action));
    }
    expect(stopped).toBeGreaterThanOrEqual(2);
  }, 60_000);
});
