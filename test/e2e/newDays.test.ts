import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsolidatedColumn, Rule } from '../../src/core/consolidation/rule';
import { serialOf } from '../../src/core/period/serial';
import { column, TypedBook, type TypedRow } from '../core/consolidation/typedBook';
import { LibreOffice } from './libreOffice';
import { compare, open, recalculated, sheetOf } from './recalculated';

const FIRST = serialOf({ year: 2026, month: 11, day: 2 });
const HEADERS = ['Date', 'Appels', 'Décrochés', 'Note', 'Agent'];
const dayRow = (day: number, index: number): TypedRow => [
  FIRST + day,
  index % 11 === 5 ? '' : 40 + index,
  30 + (index % 9),
  index % 7 === 3 ? '' : (index % 10) - 4,
  ['Léa', 'Marc', 'Zoé', ''][index % 4] ?? '',
];
/** Two rows a day over five weeks; then, typed without the add-in, as many days up to the new year. */
const ROWS = Array.from({ length: 70 }, (_, index) => dayRow(Math.floor(index / 2), index));
const LATER = Array.from({ length: 60 }, (_, index) => dayRow(36 + Math.floor(index / 2), index + 70));

const sum = (place: number): Rule => ({ kind: 'sum', column: place });
const COLUMNS: readonly ConsolidatedColumn[] = [
  { ...column('Appels', sum(1)), key: true, earlier: [{ before: FIRST + 17, rule: sum(2) }] },
  { ...column('Taux', { kind: 'ratio', numerator: sum(2), denominator: sum(1) }), key: true },
  column('Lignes', { kind: 'count' }),
  column('De Léa', { kind: 'countWhere', column: 4, text: 'léa' }),
  column('Agents', { kind: 'distinct', column: 4 }),
  column('Moyenne', { kind: 'mean', column: 3 }),
  column('Pondérée', { kind: 'weightedMean', value: 3, weight: 2 }),
  column('Dernier', { kind: 'last', column: 1 }),
  column('Minimum', { kind: 'min', column: 3 }),
  column('Maximum', { kind: 'max', column: 3 }),
  column('Produit', { kind: 'product', columns: [1, 2] }),
  column('État', { kind: 'atLast', columns: [1], rule: { kind: 'ratio', numerator: sum(2), denominator: sum(1) } }),
];

test.each<[string, string | undefined, boolean]>([
  ['range', undefined, true],
  ['table', 'tblSuivi', true],
  ['unordered', undefined, false],
])('days typed without the add-in: LibreOffice shows what we show (%s)', async (name, table, ordered) => {
  const office = await LibreOffice.start();
  const book = await TypedBook.open();
  try {
    await book.type([HEADERS, ...(ordered ? ROWS : [...ROWS].reverse())], table);
    await book.consolidate(COLUMNS);
    if (table === undefined) await book.paste('Suivi', `A${String(ROWS.length + 2)}`, LATER);
    else
      await book.run(async (context) => {
        context.workbook.tables.getItem(table).rows.add(
          undefined,
          LATER.map((row) => [...row]),
        );
        await context.sync();
      });
    await book.read();
    const file = join(office.folder, `${name}.xlsx`);
    await writeFile(file, book.save());
    const [ours, theirs] = [(await open(file)).book, await recalculated(office, file)];
    let compared = 0;
    for (const sheet of ['Jour', 'Semaine', 'Mois', 'Année', 'Sources']) {
      const result = compare(sheetOf(ours, sheet), sheetOf(theirs, sheet));
      expect({ sheet, different: result.different.slice(0, 5) }).toEqual({ sheet, different: [] });
      compared += result.compared;
    }
    expect(compared).toBeGreaterThan(1_500);
    const keys = [...sheetOf(theirs, 'Semaine').cells.values()].map(({ value }) => value);
    expect(keys).toContain('2026-S53');
    expect(keys).not.toContain('2027-S02');
  } finally {
    book.close();
    await office.end();
  }
});
