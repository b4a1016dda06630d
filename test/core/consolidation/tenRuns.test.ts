import { strFromU8, unzipSync } from 'fflate';
import type { ConsolidatedColumn } from '../../../src/core/consolidation/rule';
import { serialOf } from '../../../src/core/period/serial';
import { column, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(120_000);

const FIRST = serialOf({ year: 2026, month: 1, day: 5 });
const rows: TypedRow[] = [
  ['Date', 'Appels', 'Décrochés'],
  ...Array.from({ length: 90 }, (_, day): TypedRow => [FIRST + day, 100 + day, 80 + (day % 7)]),
];
const COLUMNS: readonly ConsolidatedColumn[] = [
  { ...column('Appels', { kind: 'sum', column: 1 }), key: true },
  {
    ...column('QS', { kind: 'ratio', numerator: { kind: 'sum', column: 2 }, denominator: { kind: 'sum', column: 1 } }),
    numberFormat: '0.0%',
    key: true,
  },
  column('Dernier', { kind: 'last', column: 2 }),
];

/** What may pile up in a workbook's parts. */
const factsOf = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  const text = (path: RegExp): string =>
    Object.keys(parts)
      .filter((name) => path.test(name))
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
      .join('');
  const count = (path: RegExp, element: RegExp): number => text(path).match(element)?.length ?? 0;
  const sheets = /^xl\/worksheets\/sheet\d+\.xml$/;
  return {
    parts: Object.keys(parts).sort(),
    sheets: count(/^xl\/workbook\.xml$/, /<sheet /g),
    names: [...text(/^xl\/workbook\.xml$/).matchAll(/<definedName [^>]*name="([^"]+)"/g)].map(([, name]) => name).sort(),
    conditionalFormats: count(sheets, /<cfRule /g),
    links: count(sheets, /<hyperlink /g),
    formulas: count(sheets, /<f[ >]/g),
    charts: count(/^xl\/drawings\/drawing\d+\.xml$/, /<c:chart /g),
    cellStyles: count(/^xl\/styles\.xml$/, /<xf /g),
    fonts: count(/^xl\/styles\.xml$/, /<font>/g),
    fills: count(/^xl\/styles\.xml$/, /<fill>/g),
    differentialStyles: count(/^xl\/styles\.xml$/, /<dxf>/g),
  };
};

test.each<[string, string | undefined]>([
  ['a range', undefined],
  ['a native table', 'tblSuivi'],
])('ten consolidations of %s leave the workbook that one leaves', async (_, table) => {
  const book = await TypedBook.open();
  try {
    await book.type(rows, table);
    await book.consolidate(COLUMNS);
    const once = book.save();
    const shownOnce = await book.read(true);
    for (let run = 1; run < 10; run++) await book.consolidate(COLUMNS);
    const often = book.save();
    expect(await book.read(true)).toEqual(shownOnce);
    expect(factsOf(often)).toEqual(factsOf(once));
    expect(factsOf(once)).toMatchObject({ sheets: 7, links: 12 });
    expect(Math.abs(often.length - once.length)).toBeLessThanOrEqual(0.01 * once.length);
  } finally {
    book.close();
  }
});
