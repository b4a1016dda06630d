import type { ConsolidatedColumn } from '../../../src/core/consolidation/rule';
import { serialOf } from '../../../src/core/period/serial';
import type { WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { column, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(60_000);

/** Forty weeks of days from Monday 5 January 2026, and seven more typed later. */
const FIRST = serialOf({ year: 2026, month: 1, day: 5 });
const day = (index: number): TypedRow => [FIRST + index, 100, Math.floor(index / 7)];
const ROWS = Array.from({ length: 40 * 7 }, (_, index) => day(index));
const LATER = Array.from({ length: 10 }, (_, index) => day(40 * 7 + index));
const COLUMNS: readonly ConsolidatedColumn[] = [
  column('Appels', { kind: 'sum', column: 1 }),
  { ...column('Stock', { kind: 'last', column: 2 }), key: true },
];

/** What the chart of the weeks shows, a label and a figure a point, and where it stands. */
const charted = (workbook: WorkbookSnapshot): (string | number | boolean)[][] => {
  const values = workbook.sheets.find(({ name }) => name === 'Semaine')?.values ?? [];
  const title = values.findIndex(([text]) => String(text).startsWith('Données des courbes'));
  return values.slice(title + 1, title + 27).map((row) => row.slice(0, 2));
};

test('a chart of each key figure shows the last complete weeks, and follows days typed later', async () => {
  const book = await TypedBook.open();
  try {
    await book.type([['Date', 'Appels', 'Stock'], ...ROWS]);
    const workbook = await book.consolidate(COLUMNS);
    const charts = workbook.sheets.map(({ name, charts: drawn }) => [name, drawn]);
    expect(charts.filter(([, drawn]) => drawn?.length)).toEqual([
      ['Semaine', ['meteo.week.A']],
      ['Mois', ['meteo.month.A']],
    ]);
    const before = charted(workbook);
    expect(before).toHaveLength(26);
    expect([before[0], before[25]]).toEqual([
      ['2026-S16', 14],
      ['2026-S41', 39],
    ]);
    await book.paste('Suivi', `A${String(ROWS.length + 2)}`, LATER);
    // Week 42 is complete, week 43 is not: it is left out.
    const after = charted(await book.read());
    expect([after[0], after[25]]).toEqual([
      ['2026-S17', 15],
      ['2026-S42', 40],
    ]);
  } finally {
    book.close();
  }
});
