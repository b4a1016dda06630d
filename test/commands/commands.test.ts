/**
 * @jest-environment ./test/officeEnvironment.ts
 * @jest-environment-options {"locale": "fr-FR"}
 */
import '../../src/commands/commands';

const FIRST_DAY = 46_023;
const DAYS = 60;

/** Calls of 60 days that end yesterday, as an ordinary report has them. */
const fill = async (): Promise<void> => {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  const rows = Array.from({ length: DAYS }, (_, day) => [FIRST_DAY + day, 100 + (day % 7) * 10, 90 + (day % 5) * 10]);
  sheet.getRange(`A1:C${String(DAYS + 1)}`).values = [['Date', 'Appels reçus', 'Appels traités'], ...rows];
  sheet.getRange(`A2:A${String(DAYS + 1)}`).numberFormat = [['dd/mm/yyyy']];
  await context.sync();
};

const sheetNames = (): string[] => embedded.book.sheets.map(({ name }) => name);

/** Texts of the windows that the buttons opened. */
const said: string[] = [];

/** A window is the one thing that this host does not open: its address is noted instead. */
const noteWindows = (): void => {
  const ui = { displayDialogAsync: (address: string) => said.push(decodeURIComponent(new URL(address).hash)) };
  const context = Object.create(Office.context, { ui: { value: ui } }) as typeof Office.context;
  globalThis.Office = Object.create(Office, { context: { value: context } }) as typeof Office;
};

/** Pressed while Office is still starting, as the first press in Excel is. */
let early: ReturnType<typeof embedded.host.pressCommand>;

beforeAll(async () => {
  early = embedded.host.pressCommand('thresholds');
  await Office.onReady();
  noteWindows();
});

beforeEach(() => {
  said.length = 0;
});

test('a button that is pressed while Office starts finds its function', async () => {
  expect(await early).toMatchObject({ hasRun: true });
});

test('in an empty workbook each button ends and says what is missing and where to go on', async () => {
  for (const name of ['consolidate', 'thresholds', 'generateMeteo']) {
    await embedded.host.pressCommand(name);
    expect([name, said.length]).toEqual([name, 1]);
    expect(said.pop()).toContain('groupe Météo Client');
  }
  expect(sheetNames()).toEqual(['Feuil1']);
});

test('from a report to its météo by the ribbon alone', async () => {
  await fill();
  await embedded.host.pressCommand('consolidate');
  expect(sheetNames()).toEqual(expect.arrayContaining(['Jour', 'Semaine', 'Mois', 'Année']));
  await embedded.host.pressCommand('thresholds');
  expect(embedded.book.sheets.find(({ name }) => name === 'Semaine')?.conditionalFormats.length).toBeGreaterThan(0);
  await embedded.host.pressCommand('generateMeteo');
  expect(sheetNames().some((name) => /^Météo \d{4}-\d{2}-\d{2}$/.test(name))).toBe(true);
});
