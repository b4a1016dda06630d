import { readConsolidated } from '../../../src/core/consolidation/read';
import type { ConsolidatedColumn, Rule } from '../../../src/core/consolidation/rule';
import { serialOf } from '../../../src/core/period/serial';
import { column, shownRow, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(60_000);

const FIRST = serialOf({ year: 2026, month: 1, day: 1 });
const DAYS = 120;
const rows: TypedRow[] = [
  ['Date', 'Appels', 'Repris'],
  ...Array.from({ length: DAYS }, (_, day): TypedRow => [FIRST + day, 100 + day, 10]),
];

const sum = (place: number): Rule => ({ kind: 'sum', column: place });
const withoutRecalls: Rule = {
  kind: 'combination',
  terms: [
    { factor: 1, rule: sum(1) },
    { factor: -1, rule: sum(2) },
  ],
};
/** Calls, of which those taken up again no longer count from 11 March 2026 on: a Wednesday in the middle of its month. */
const CHANGED = serialOf({ year: 2026, month: 3, day: 11 });
const calls: ConsolidatedColumn = {
  ...column('Appels traités', withoutRecalls),
  earlier: [{ before: CHANGED, rule: sum(1) }],
  definition: { sheet: 'Suivi', cell: 'B1' },
};

let book: TypedBook;
beforeEach(async () => {
  book = await TypedBook.open();
});
afterEach(() => book.close());

describe('a definition that changed', () => {
  test.each<[string, TypedRow[]]>([
    ['over a source in order', rows],
    ['over a source out of order', [...rows.slice(0, 1), ...rows.slice(1).reverse()]],
  ])('holds for the periods that begin under it, the earlier one for those before: %s', async (_, typed) => {
    await book.type(typed);
    const workbook = await book.consolidate([calls]);
    const shown = readConsolidated(workbook);
    const total = (from: number, days: number, each: number): number =>
      Array.from({ length: days }, (_day, index) => 100 + (from - FIRST) + index - each).reduce((whole, next) => whole + next, 0);
    const march = serialOf({ year: 2026, month: 3, day: 1 });
    expect(shown.month?.['2026-03']?.['Appels traités']).toBe(total(march, 31, 0));
    expect(shown.month?.['2026-04']?.['Appels traités']).toBe(total(march + 31, 30, 10));
    expect(shown.week?.['2026-S11']?.['Appels traités']).toBe(total(CHANGED - 2, 7, 0));
    expect(shown.week?.['2026-S12']?.['Appels traités']).toBe(total(CHANGED + 5, 7, 10));
    expect(shown.day?.['2026-03-10']?.['Appels traités']).toBe(total(CHANGED - 1, 1, 0));
    expect(shown.day?.['2026-03-11']?.['Appels traités']).toBe(total(CHANGED, 1, 10));
    expect(shown.year?.['2026']?.['Appels traités']).toBe(total(FIRST, DAYS, 0));
    for (const sheet of ['Jour', 'Semaine', 'Mois', 'Année']) expect(shownRow(workbook, sheet, 'Écart')[4]).toBe(0);
  });
});

test('how a figure is made stands above its header and leads to its definition: the dictionary’s cell, else the rule on Sources', async () => {
  await book.type(rows);
  await book.consolidate([calls, column('Repris', sum(2))]);
  const links = await book.run(async (context) => {
    const headers = ['E4', 'F4'].map((cell) => context.workbook.worksheets.getItem('Mois').getRange(cell));
    for (const header of headers) header.load('hyperlink,values');
    await context.sync();
    return headers.map(({ hyperlink, values }) => ({ to: hyperlink.documentReference, shows: values[0]?.[0] as unknown }));
  });
  expect(links[0]).toEqual({ to: "'Suivi'!B1", shows: 'calcul' });
  expect(links[1]).toMatchObject({ shows: 'somme' });
  const target = /^'Sources'!([A-Z]+\d+)$/.exec(links[1]?.to ?? '')?.[1] ?? '';
  const row = await book.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sources').getRange(target);
    const rule = cell.getOffsetRange(0, 4);
    cell.load('values');
    rule.load('values');
    await context.sync();
    return [cell.values[0]?.[0], rule.values[0]?.[0]] as unknown[];
  });
  expect(row).toEqual(['Repris', 'somme de Repris']);
});
