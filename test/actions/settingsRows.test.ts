import { generateMeteo } from '../../src/actions/generateMeteo';
import { addTemplate } from '../../src/actions/template';
import { readSettings } from '../../src/core/client/settings';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { tableRows } from '../../src/core/sheet/tableRows';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 46_118; // 06/04/2026
const DAYS = 42;
const ISSUED = MONDAY + DAYS;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

/** A daily sheet, and settings as the first version wrote them, with what somebody has typed since. */
const OLD: readonly (readonly [string, string | number, string])[] = [
  ['Clé', 'Valeur', 'Signification'],
  ['client', 'Mutuelle des Tests', 'Nom du client'],
  ['langue', 'fr', 'fr ou en'],
  ['jours fermés', '14/05/2026', 'jj/mm/aaaa'],
  ['version', 1, 'Version de ces feuilles'],
];

const cellOf = (typed: string | number): CellDraft => (typeof typed === 'number' ? { number: typed } : { text: typed });

const prepare = async (book: Embedded): Promise<void> => {
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: 200 + (day % 7) },
    { number: 180 + (day % 5) },
  ]);
  const headers = ['Date', 'Appels reçus', 'Décrochés'].map(cellOf);
  const written = await book.port.write({
    sheets: [
      {
        name: 'Suivi',
        owner: 'user',
        blocks: [{ row: 0, column: 0, cells: [headers, ...rows] }],
        styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
      },
      {
        name: 'Paramètres',
        owner: 'own',
        blocks: [{ row: 0, column: 0, cells: OLD.map((line) => line.map(cellOf)) }],
        tables: [{ name: 'tblParam', area: { row: 0, column: 0, rows: OLD.length, columns: 3 } }],
      },
    ],
    names: [],
  });
  expect(written.ok).toBe(true);
};

const rowsOf = async (book: Embedded): Promise<readonly (readonly CellValue[])[]> =>
  tableRows(value(await book.port.read()), 'tblParam')?.rows ?? [];

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
  await prepare(book);
});
afterEach(() => book.close());

const generate = () => generateMeteo(book.port, { language: 'fr', issued: ISSUED, minutes: null });

test('settings of an earlier version get the rows they lack, once; what stood there stays', async () => {
  value(await generate());
  const rows = await rowsOf(book);
  expect(rows.slice(0, 3)).toEqual(OLD.slice(1, 4));
  expect(rows.slice(3).map(([name, typed]) => [name, typed])).toEqual([
    ['version', 2],
    ['événements prévus', ''],
    ['jours fériés travaillés', ''],
    ['jours fériés', 'France'],
  ]);
  const second = value(await generate());
  expect(second.kept).toContain('Paramètres');
  expect(await rowsOf(book)).toEqual(rows);
}, 60_000);

test('a template adds them as well', async () => {
  const made = value(await addTemplate(book.port, { domain: 'references', language: 'fr', today: ISSUED, examples: false }));
  expect(made.made).toContain('Paramètres');
  expect((await rowsOf(book)).map(([name]) => name)).toContain('jours fériés travaillés');
}, 60_000);

test('a row that somebody takes out stays out', async () => {
  value(await generate());
  await book.run(async (context) => {
    context.workbook.tables.getItem('tblParam').rows.getItemAt(4).delete();
    await context.sync();
  });
  value(await generate());
  expect((await rowsOf(book)).map(([name]) => name)).not.toContain('événements prévus');
}, 60_000);

test('nothing is written over what stands under the table', async () => {
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Paramètres').getRange('A7').values = [['À demander au client']];
    await context.sync();
  });
  value(await generate());
  expect(await rowsOf(book)).toEqual(OLD.slice(1));
  expect(readSettings(value(await book.port.read()), 'fr')).toMatchObject({
    client: 'Mutuelle des Tests',
    openHolidays: 'learnt',
  });
}, 60_000);
