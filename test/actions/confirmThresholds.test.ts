import { confirmThresholds } from '../../src/actions/confirmThresholds';
import { saveSetting } from '../../src/actions/saveSetting';
import { showThresholds } from '../../src/actions/thresholds';
import { overviewOf } from '../../src/core/overview/overview';
import type { CellDraft } from '../../src/core/sheet/draft';
import { readSettings } from '../../src/core/client/settings';
import { openEmbedded, type Embedded } from '../excel/embedded';
import { valueOf } from '../core/grid';

const MONDAY = 46_286;
const DAYS = 42;

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: 200 + (day % 7) },
    { number: 180 + (day % 5) },
  ]);
  const headers = ['Date', 'Appels reçus', 'Appels traités'].map((text): CellDraft => ({ text }));
  const written = await book.port.write({
    sheets: [
      {
        name: 'Suivi',
        owner: 'user',
        blocks: [{ row: 0, column: 0, cells: [headers, ...rows] }],
        styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
      },
    ],
    names: [],
  });
  expect(written.ok).toBe(true);
});
afterEach(() => book.close());

const overview = async () => overviewOf(valueOf(await book.port.read()), MONDAY + DAYS, 'fr');

test.each(['fr', 'en'] as const)('proposed thresholds become the user’s, and nothing else changes: %s', async (language) => {
  valueOf(await showThresholds(book.port, { language }));
  const before = await overview();
  expect(before.kpis.unconfirmed.length).toBeGreaterThan(0);
  valueOf(await confirmThresholds(book.port, { language }));
  const after = await overview();
  expect(after.kpis.unconfirmed).toEqual([]);
  expect({ ...after.kpis, unconfirmed: before.kpis.unconfirmed }).toEqual(before.kpis);
  book.wire.reset();
  expect(valueOf(await confirmThresholds(book.port, { language })).made).toEqual([]);
  expect(book.wire.writes).toBe(0);
});

test('without a dictionary nothing is confirmed', async () => {
  expect(valueOf(await confirmThresholds(book.port, { language: 'fr' })).made).toEqual([]);
});

test('a setting is saved into its cell; the first one makes the sheet, and the next one writes it alone', async () => {
  const first = valueOf(await saveSetting(book.port, { key: 'client', typed: 'Hexalis', language: 'fr' }));
  expect(first).toEqual({ sheet: 'Paramètres', cell: 'B2' });
  const second = valueOf(await saveSetting(book.port, { key: 'cadence', typed: '7', language: 'fr' }));
  expect(second).toEqual({ sheet: 'Paramètres', cell: 'B6' });
  valueOf(await saveSetting(book.port, { key: 'closedDays', typed: '11/11/2026', language: 'fr' }));
  expect(readSettings(valueOf(await book.port.read()), 'fr')).toMatchObject({
    client: 'Hexalis',
    cadence: 7,
    closedDays: [46_337],
  });
});

test('a setting that cannot be read is refused, and no sheet is made', async () => {
  const refused = await saveSetting(book.port, { key: 'cadence', typed: '20', language: 'fr' });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'setting-fault' } });
  expect(valueOf(await book.port.read()).sheets.map(({ name }) => name)).not.toContain('Paramètres');
});
