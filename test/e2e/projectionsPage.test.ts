import { projectionStrings } from '../../src/taskpane/projections/strings';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import {
  ACCESSIBLE,
  PATIENCE,
  accessibility,
  button,
  openFile,
  openRow,
  paneOf,
  press,
  savedBook,
  workbookOf,
} from './paneDriver';

const TEXTS = projectionStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

/** Calls of 40 whole weeks that are over. */
const fortyWeeks = (): Promise<Buffer> => {
  const rows = Array.from({ length: 280 }, (_, day) => [
    { number: 45_663 + day },
    { number: 200 + 30 * ((6 - (day % 7)) % 7) + (day % 11) },
    { number: 180 + 27 * ((6 - (day % 7)) % 7) },
  ]);
  const cells = [['Date', 'Appels reçus', 'Appels traités'].map((text) => ({ text })), ...rows];
  const styles = [{ area: { row: 1, column: 0, rows: 280, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
  return workbookOf([{ name: 'Suivi', blocks: [{ row: 0, column: 0, cells }], styles }]);
};

test.each([320, 450])('projections are explained and written on request, %d pixels wide', async (width) => {
  const page = await openFile(bench, await fortyWeeks(), width);
  const pane = paneOf(page);
  await openRow(page, 'projections');
  await pane.getByRole('heading', { level: 1, name: TEXTS.unchecked }).waitFor({ timeout: PATIENCE });
  await pane.getByText('Établie sur').first().waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await press(page, TEXTS.write);
  await button(page, TEXTS.open).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  const sheet = (await savedBook(page)).sheets.find(({ name }) => name === 'Projections');
  expect(sheet?.tables.some(({ name }) => name === 'tblProjections')).toBe(true);
  await page.context().close();
});
