import type { Page } from 'playwright-core';
import { readFeedback } from '../../src/core/client/feedback';
import { serialOf } from '../../src/core/period/serial';
import type { CellDraft } from '../../src/core/sheet/draft';
import { feedbackTable } from '../../src/core/template/feedback-table';
import { sheetOfTable } from '../../src/core/template/table';
import { clientStrings } from '../../src/taskpane/client/strings';
import { fr } from '../../src/taskpane/strings/fr';
import { openEmbedded } from '../excel/embedded';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import {
  ACCESSIBLE,
  PATIENCE,
  accessibility,
  button,
  download,
  frameOf,
  openFile,
  paneOf,
  press,
  workbookOf,
} from './paneDriver';

const TEXTS = clientStrings.fr;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

const now = new Date();
const TODAY = serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
const DAYS = 140;

/** Calls up to yesterday. */
const calls = {
  name: 'Suivi',
  blocks: [
    {
      row: 0,
      column: 0,
      cells: [
        ['Date', 'Appels reçus', 'Appels traités'].map((text): CellDraft => ({ text })),
        ...Array.from({ length: DAYS }, (_, day): CellDraft[] =>
          [TODAY - DAYS + day, 200 + (day % 7), 150 + (day % 5)].map((number) => ({ number })),
        ),
      ],
    },
  ],
  styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
};

const feedback = (): Omit<ReturnType<typeof sheetOfTable>, 'owner'> => {
  const said = (ago: number, from: string, subject: string, mood: string, text: string, more: readonly CellDraft[] = []) => [
    { number: TODAY - ago },
    ...[from, subject, mood, text].map((word): CellDraft => ({ text: word })),
    ...more,
  ];
  const rows: CellDraft[][] = [
    said(2, 'Responsable du contrat', 'Nouveau serveur vocal', 'neutre', 'Le menu est un peu long.'),
    said(6, 'Direction relation client', 'Appels reçus', 'mécontent', 'Trop d’attente, deux clients nous l’ont dit.'),
    said(30, 'Achats', 'Facture d’octobre', 'satisfait', 'La facture est plus claire.', [
      { text: 'Merci.' },
      { text: 'traité' },
      { number: TODAY - 29 },
    ]),
  ];
  return sheetOfTable(feedbackTable('fr', false), { name: 'Retours', language: 'fr', rows });
};

const openClient = async (page: Page): Promise<void> => {
  await paneOf(page).getByRole('tab', { name: fr.tabs.client }).click({ timeout: PATIENCE });
};

const heading = (page: Page, name: string) => paneOf(page).getByRole('heading', { level: 1, name });

test('the oldest feedback is answered with the proposed reply, and shown in the next météo', async () => {
  const page = await openFile(bench, await workbookOf([calls, feedback()]), 320);
  await openClient(page);
  await heading(page, TEXTS.title(2)).waitFor({ timeout: PATIENCE });
  const answer = paneOf(page).getByLabel(TEXTS.answer);
  expect(await answer.inputValue()).toContain('«\u202fAppels reçus');
  expect(await paneOf(page).getByLabel(TEXTS.show(1)).isChecked()).toBe(true);
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await answer.fill('Deux personnes de plus dès lundi.');
  await press(page, TEXTS.reply);
  await heading(page, TEXTS.title(1)).waitFor({ timeout: PATIENCE });
  await paneOf(page).getByText(TEXTS.outcome.answer).waitFor({ timeout: PATIENCE });
  await frameOf(page).waitForFunction(() => document.activeElement?.tagName === 'H1', null, { timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  const book = await openEmbedded(await download(page));
  const read = await book.port.read();
  book.close();
  if (!read.ok) throw new Error(read.problem.code);
  expect(readFeedback(read.value)).toContainEqual(
    expect.objectContaining({ answer: 'Deux personnes de plus dès lundi.', state: 'done', answered: TODAY }),
  );
  expect(JSON.stringify(read.value.sheets.find(({ name }) => name === 'Journal')?.values)).toContain('Trop d’attente');
  await page.context().close();
}, 240_000);

test('without feedback: the sheet is added, and what the client said is written down', async () => {
  const page = await openFile(bench, await workbookOf([calls]), 450);
  await openClient(page);
  await heading(page, TEXTS.empty.title).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await press(page, TEXTS.empty.table);
  await button(page, TEXTS.add).click({ timeout: PATIENCE });
  await press(page, TEXTS.form.add);
  await paneOf(page).getByText(TEXTS.form.textMissing).waitFor({ timeout: PATIENCE });
  expect(await accessibility(page)).toEqual(ACCESSIBLE);
  await paneOf(page).getByRole('textbox', { name: TEXTS.form.text, exact: true }).fill('Une page suffit');
  await press(page, TEXTS.form.add);
  await heading(page, TEXTS.title(1)).waitFor({ timeout: PATIENCE });
  await page.context().close();
}, 240_000);
