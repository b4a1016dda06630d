import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { summariseWorkbook } from '../../src/actions/summarise';
import type { ConsolidatedColumn, Rule } from '../../src/core/consolidation/rule';
import type { DateAnswer } from '../../src/core/detect/detected';
import { serialOf } from '../../src/core/period/serial';
import { done, type Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { openEmbedded } from '../excel/embedded';
import { LibreOffice } from './libreOffice';
import { compare, open, recalculated } from './recalculated';

let office: LibreOffice;
beforeAll(async () => {
  office = await LibreOffice.start();
});
afterAll(() => office.end());

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const cell = (written: CellValue): CellDraft =>
  typeof written === 'number' ? { number: written } : written === '' ? { empty: true } : { text: String(written) };

type Grid = readonly (readonly CellValue[])[];

const RULES: readonly Rule[] = [
  { kind: 'sum', column: 1 },
  { kind: 'count' },
  { kind: 'mean', column: 1 },
  { kind: 'last', column: 1 },
  { kind: 'min', column: 1 },
  { kind: 'max', column: 1 },
  { kind: 'weightedMean', value: 2, weight: 1 },
  { kind: 'ratio', numerator: { kind: 'sum', column: 2 }, denominator: { kind: 'sum', column: 1 } },
  { kind: 'distinct', column: 3 },
  { kind: 'countWhere', column: 3, text: 'Nord' },
];

/** The rules over other columns than 1, 2 and 3, as far as there are that many. */
const columnsAt = (first: number, count: number): readonly ConsolidatedColumn[] =>
  RULES.slice(0, count).map((rule, index) => ({
    id: `r${String(index)}`,
    label: `R${String(index)}`,
    rule: JSON.parse(
      JSON.stringify(rule, (key, place: unknown) =>
        ['column', 'value', 'weight'].includes(key) && typeof place === 'number' ? place - 1 + first : place,
      ),
    ) as Rule,
    numberFormat: '0.00',
  }));

/** A workbook of one sheet, worked on by an action, saved, and calculated anew: formulas that differ, and how many there are. */
const calculated = async (
  name: string,
  grid: Grid,
  format: { row: number; column: number; rows: number; columns: number } | null,
  work: (port: Awaited<ReturnType<typeof openEmbedded>>['port']) => Promise<unknown>,
): Promise<{ compared: number; different: string[]; figures: number }> => {
  const book = await openEmbedded();
  try {
    value(
      await book.port.write({
        sheets: [
          {
            name: 'Suivi',
            owner: 'user',
            blocks: [{ row: 0, column: 0, cells: grid.map((line) => line.map(cell)) }],
            ...(format && { styles: [{ area: format, style: { numberFormat: 'dd/mm/yyyy' } }] }),
          },
        ],
        names: [],
      }),
    );
    await work(book.port);
    const path = join(office.folder, `${name}.xlsx`);
    await writeFile(path, book.save());
    const [ours, theirs] = [(await open(path)).book, await recalculated(office, path)];
    const results = ours.sheets.flatMap((sheet) => {
      const other = theirs.sheet(sheet.name);
      return other
        ? [{ figures: [...sheet.cells.values()].filter((one) => typeof one.value === 'number').length, ...compare(sheet, other) }]
        : [];
    });
    return {
      compared: results.reduce((total, { compared }) => total + compared, 0),
      different: results.flatMap(({ different }) => different),
      figures: results.reduce((total, { figures }) => total + figures, 0),
    };
  } finally {
    book.close();
  }
};

const TEAMS = ['Nord', 'Sud', 'Est'];
const line = (date: CellValue, index: number): readonly CellValue[] => [
  date,
  100 + ((index * 37) % 50),
  80 + ((index * 13) % 20),
  TEAMS[index % 3] ?? '',
];
const HEADER: readonly CellValue[] = ['Date', 'Appels reçus', 'Appels traités', 'Équipe'];

const TODAY = 46_347;
const consolidated =
  (columns: readonly ConsolidatedColumn[], dates?: DateAnswer) =>
  async (port: Parameters<typeof consolidateWorkbook>[0]): Promise<unknown> =>
    value(
      await consolidateWorkbook(port, {
        language: 'fr',
        today: TODAY,
        kinds: ['month', 'year'],
        columns: () => done(columns),
        ...(dates && { dates }),
      }),
    );

const two = (day: number): string => String(day).padStart(2, '0');
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const days = Array.from({ length: 60 }, (_, index) => index);

test.each<[string, (index: number) => CellValue]>([
  ['French dates as text', (index) => `${two(1 + (index % 28))}/${two(1 + Math.floor(index / 28))}/2026`],
  ['dates with points and hours', (index) => `${two(1 + (index % 28))}.${two(1 + Math.floor(index / 28))}.2026  10:58:`],
  ['ISO dates', (index) => `2026-${two(1 + Math.floor(index / 28))}-${two(1 + (index % 28))}`],
  ['codes', (index) => 20_260_101 + (index % 28) + 100 * Math.floor(index / 28)],
  ['months by name', (index) => `${MONTHS[index % 12] ?? ''} ${String(2021 + Math.floor(index / 12))}`],
  ['months by number', (index) => `${String(2021 + Math.floor(index / 12))}-${two(1 + (index % 12))}`],
  ['quarters', (index) => `T${String(1 + (index % 4))} ${String(2011 + Math.floor(index / 4))}`],
  ['weeks', (index) => `2025-S${two(1 + (index % 52))}`],
])('LibreOffice reads %s as we do', async (name, date) => {
  const grid = [HEADER, ...days.map((index) => line(date(index), index))];
  const result = await calculated(name, grid, null, consolidated(columnsAt(1, 10)));
  expect(result.different.slice(0, 5)).toEqual([]);
  expect(result.compared).toBeGreaterThan(60);
  expect(result.figures).toBeGreaterThan(100);
});

test('real dates whose day and month the user exchanged', async () => {
  // The first of each month of 2024 and 2025: or the first twelve days of two Januaries.
  const firsts = days.slice(0, 24).map((month) => serialOf({ year: 2024, month: 1 + month, day: 1 }));
  const grid = [HEADER, ...firsts.map((date, index) => line(date, index))];
  const dates = { row: 1, column: 0, rows: firsts.length, columns: 1 };
  const result = await calculated('exchanged', grid, dates, consolidated(columnsAt(1, 10), 'swapped'));
  expect(result.different.slice(0, 5)).toEqual([]);
  expect(result.compared).toBeGreaterThan(30);
});

test.each([
  ['numbers', (index: number): CellValue => 100 + ((index * 37) % 50)],
  ['numbers typed as text', (index: number): CellValue => `${String(100 + ((index * 37) % 50))},5`],
])('dates across the columns, over %s', async (name, figure) => {
  const weeks = days.slice(0, 30);
  const grid: Grid = [
    ['Indicateur', 'Site', ...weeks.map((week) => 45_663 + 7 * week)],
    ['Appels reçus', 'Brest', ...weeks.map(figure)],
    ['Appels traités', 'Brest', ...weeks.map((week) => 80 + ((week * 13) % 20))],
  ];
  const dates = { row: 0, column: 2, rows: 1, columns: weeks.length };
  const result = await calculated(`across ${name}`, grid, dates, consolidated(columnsAt(1, 8)));
  expect(result.different.slice(0, 5)).toEqual([]);
  expect(result.compared).toBeGreaterThan(60);
});

test('groups, with names that are patterns or numbers', async () => {
  const names: readonly CellValue[] = ['Nord', 'nord', 'Paie * 2', 'Paie 92', 2026, '', '<5', 'a~b?'];
  const grid: Grid = [
    ['Projet', 'Budget', 'Consommé', 'Équipe'],
    ...days.map((index) => [names[index % names.length] ?? '', 100 + index, 50 + ((index * 7) % 40), TEAMS[index % 3] ?? '']),
  ];
  const columns = columnsAt(1, 10).filter(({ rule }) => rule.kind !== 'last');
  const result = await calculated('groups', grid, null, async (port) =>
    value(await summariseWorkbook(port, { language: 'fr', today: TODAY, group: 'Projet', columns: () => done(columns) })),
  );
  expect(result.different.slice(0, 5)).toEqual([]);
  expect(result.compared).toBeGreaterThan(60);
});
