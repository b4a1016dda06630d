import { consolidateWorkbook } from '../../src/actions/consolidate';
import type { ConsolidateRequest } from '../../src/actions/consolidateRequest';
import { defineKpi } from '../../src/actions/defineKpi';
import { addTemplate } from '../../src/actions/template';
import { EMPTY_KPI } from '../../src/core/kpi/kpi-draft';
import type { Problem, Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { findTable } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 46_027; // 05/01/2026
const DAYS = 42;
const TODAY = MONDAY + DAYS;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

/** A daily sheet with two figures under these headers. */
const daily = async (book: Embedded, name: string, headers: readonly string[], days = DAYS): Promise<void> => {
  const rows = Array.from({ length: days }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: 200 + day },
    { number: 180 + day },
  ]);
  const cells = [headers.map((text): CellDraft => ({ text })), ...rows];
  const area = { row: 1, column: 0, rows: days, columns: 1 };
  const styles = [{ area, style: { numberFormat: 'dd/mm/yyyy' } }];
  const sheets = [{ name, owner: 'user' as const, blocks: [{ row: 0, column: 0, cells }], styles }];
  value(await book.port.write({ sheets, names: [] }));
};

const type = (book: Embedded, sheet: string, address: string, values: (string | number)[][]): Promise<void> =>
  book.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = values;
    await context.sync();
  });

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const remarks = async (request: Partial<ConsolidateRequest> = {}): Promise<readonly Problem[]> =>
  value(await consolidateWorkbook(book.port, { language: 'fr', today: TODAY, kinds: ['week'], ...request })).problems;
const coded = (problems: readonly Problem[], code: Problem['code']): readonly Problem[] =>
  problems.filter((raised) => raised.code === code);

const CALLS = ['Date', 'Appels reçus', 'Décrochés'];

test('run twice over the same columns, nothing is said to change', async () => {
  await daily(book, 'Appels', CALLS);
  await remarks();
  const codes = (await remarks()).map(({ code }) => code);
  expect(codes).not.toContain('header-changed');
  expect(codes).not.toContain('columns-dropped');
  expect(codes).not.toContain('other-dated-table');
});

test('a header renamed since: its cell, its two names, and the figures that went with it', async () => {
  await daily(book, 'Appels', CALLS);
  await remarks();
  await type(book, 'Appels', 'B1', [['Zorglub']]);
  const problems = await remarks();
  expect(coded(problems, 'header-changed')).toMatchObject([
    { params: { before: 'Appels reçus', after: 'Zorglub', column: 'B' }, place: { sheet: 'Appels', cell: 'B1' } },
  ]);
  expect(coded(problems, 'columns-dropped')).toMatchObject([{ params: { labels: expect.stringContaining('Appels reçus') } }]);
  expect(coded(await remarks(), 'header-changed')).toEqual([]);
});

test('own measures that the next run does not give are named', async () => {
  await daily(book, 'Appels', CALLS);
  const columns = () => ({
    ok: true as const,
    value: [{ id: 'mine', label: 'Mes appels', rule: { kind: 'max' as const, column: 1 }, numberFormat: '0' }],
    problems: [],
  });
  expect(coded(await remarks({ explicit: true, columns }), 'columns-dropped')).toEqual([]);
  expect(coded(await remarks(), 'columns-dropped')).toMatchObject([{ params: { labels: 'Mes appels' } }]);
});

describe('two dated tables', () => {
  beforeEach(async () => {
    await daily(book, 'Appels', CALLS);
    await daily(book, 'Mails', ['Date', 'E-mails reçus', 'E-mails traités']);
  });

  test('one is taken, the other is named', async () => {
    const [remark, ...others] = coded(await remarks(), 'other-dated-table');
    expect(others).toEqual([]);
    expect(remark?.params).toEqual({ taken: 'Appels', other: 'Mails' });
  });

  test('but not to the one who named the sheet', async () => {
    expect(coded(await remarks({ sheet: 'Appels' }), 'other-dated-table')).toEqual([]);
  });
});

test('a KPI typed under the dictionary that its table did not grow over: its cell', async () => {
  await daily(book, 'Appels', CALLS);
  const draft = { ...EMPTY_KPI, label: 'Réponses', numerator: 'Décrochés', denominator: 'Appels reçus' };
  value(await defineKpi(book.port, { draft, language: 'fr', today: TODAY }));
  expect(coded(await remarks(), 'kpi-row-outside')).toEqual([]);
  const found = findTable(value(await book.port.read()), 'tblKpi');
  if (!found) throw new Error('no dictionary');
  const { row, rows } = found.table.area;
  const written = [{ row: row + rows, column: found.table.area.column, cells: [[{ text: 'autre' }, { text: 'Autre' }]] }];
  value(await book.port.write({ sheets: [{ name: found.sheet.name, owner: 'user', blocks: written }], names: [] }));
  expect(coded(await remarks(), 'kpi-row-outside')).toMatchObject([
    { params: { kpi: 'Autre' }, place: { sheet: found.sheet.name, cell: `A${String(row + rows + 1)}` } },
  ]);
});

test('a template without rows: where to type them', async () => {
  value(await addTemplate(book.port, { domain: 'inbound', language: 'fr', today: TODAY, examples: false }));
  const refused = await consolidateWorkbook(book.port, { language: 'fr', today: TODAY });
  expect(refused).toMatchObject({
    ok: false,
    problem: { code: 'table-without-rows', params: { table: 'tblDonnees' }, place: { sheet: 'Données' } },
  });
});
