import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/core/meteo/content';
import { START_TIMEOUT, startWorkbench, type Workbench } from './browser';
import { PATIENCE } from './paneDriver';
import { axeFindings, overflows, wear } from './states/look';
import { Visit } from './states/visit';

const FOLDER = join(__dirname, '../../../shared/data/workbooks/reports');
const whenShared = existsSync(FOLDER) ? describe : describe.skip;
if (!existsSync(FOLDER)) console.log('reports: the shared workbooks are absent, their tests are left out');

/** A whole first use on a loaded machine, in milliseconds. */
const FIRST_USE = 400_000;

let bench: Workbench;
beforeAll(async () => (bench = await startWorkbench()), START_TIMEOUT);
afterAll(() => bench.close());

/** Answers each question with its first answer. */
const answer = async ({ pane }: Visit): Promise<void> => {
  const questions = pane.locator('.question');
  for (let place = 0; place < (await questions.count()); place++) {
    const question = questions.nth(place);
    const radios = question.getByRole('radio');
    if ((await radios.count()) > 0 && (await question.locator('input:checked').count()) === 0) await radios.first().check();
  }
};

/** Gives the first KPI an objective, where no KPI has one: a météo is held to something. */
const setObjective = async (visit: Visit): Promise<void> => {
  const { fields, save } = visit.texts.kpis;
  await visit.row('kpis');
  await visit.settled();
  await visit.pane.locator('main .row-button').first().click();
  await visit.pane.getByLabel(fields.direction).selectOption('higher');
  await visit.fill(fields.green, '1000');
  await visit.fill(fields.amber, '900');
  await visit.pane.getByLabel(fields.key).check();
  await visit.press(save);
  await visit.sees(visit.pane.locator('main .row-button').first());
};

/**
 * Generates the météo. Where the weather asks for an action, as it does of data that ended long ago, the pane says so first, and
 * opens its fields.
 */
const generate = async (visit: Visit): Promise<void> => {
  const { generate: name, result, state } = visit.texts.meteo;
  await visit.press(name);
  const made = visit.button(result.pdf.label);
  const action = visit.pane.getByLabel(state.actionNeeded('').trim());
  await made.or(action).first().waitFor({ timeout: PATIENCE });
  if (await made.isVisible()) return;
  await action.fill('Compléter le suivi');
  await visit.fill(state.role, 'Responsable');
  await visit.fill(state.due, '2026-12-01');
  await visit.settled();
  await visit.press(name);
};

/** From the opened file to the PDF of its météo, by the button that each step offers. */
const firstUse = async (visit: Visit): Promise<Buffer> => {
  const { texts } = visit;
  await visit.press(texts.home.first.find);
  await visit.sees(visit.button(texts.source.confirm));
  await visit.settled();
  await answer(visit);
  await visit.press(texts.source.confirm);
  await visit.press(/^(Retenir ce|Keep th)/);
  await visit.press(texts.consolidation.run);
  await visit.press(texts.consolidation.meteo);
  const ready = visit.button(texts.meteo.enlarge);
  const refused = visit.pane.locator('main:not([aria-busy=true]) h1');
  await ready.or(refused).first().waitFor({ timeout: PATIENCE });
  await visit.settled();
  if (!(await ready.isVisible())) {
    await setObjective(visit);
    await visit.tab('meteo');
    await ready.waitFor({ timeout: PATIENCE });
  }
  await generate(visit);
  const [file] = await Promise.all([
    visit.page.waitForEvent('download', { timeout: PATIENCE }),
    visit.press(texts.meteo.result.pdf.label),
  ]);
  return readFileSync(await file.path());
};

const PANELS: readonly [string, (visit: Visit) => Promise<void>][] = [
  ['home', (visit) => visit.tab('home')],
  ['data', (visit) => visit.tab('data')],
  ...(['source', 'kpis', 'consolidation', 'settings', 'findings', 'projections'] as const).map(
    (row): [string, (visit: Visit) => Promise<void>] => [row, (visit) => visit.row(row)],
  ),
  ['watch', (visit) => visit.tab('watch')],
  ['meteo', (visit) => visit.tab('meteo')],
  ['client', (visit) => visit.tab('client')],
];

/** Presses a button of the ribbon; what its window or the line beside the file's name says then, '' where the command just ended. */
const pressRibbon = async ({ page }: Visit, name: string): Promise<string> => {
  await page.locator(`[id="MeteoClient.${name}"]`).click();
  const window = page.locator('#window');
  const status = page.locator('#status');
  const working = status.filter({ hasText: /…$/ });
  await window
    .or(status.filter({ hasText: /[^…]$/ }))
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: PATIENCE })
    .catch(async (thrown: unknown) => {
      throw new Error(`${name}: ${(await working.textContent()) ?? ''}`, { cause: thrown });
    });
  if (!(await window.isVisible())) {
    const said = (await status.textContent()) ?? '';
    return / ?: (terminé|done)\.$/.test(said) ? '' : said;
  }
  const said = (await page.locator('#window-text').textContent()) ?? '';
  await page.locator('#window-close').click();
  return said;
};

whenShared('a report that other people made', () => {
  test.each<[string, Language]>([
    ['R06_Call Center Data.xlsx', 'fr'],
    ['R09_Call Center Dashboard.xlsx', 'en'],
    ['R10_Dataset.xlsx', 'fr'],
  ])(
    '%s, %s: to its first météo, every panel, every day, the ribbon',
    async (name, language) => {
      const visit = await Visit.begin(bench, language);
      const faults: string[] = [];
      visit.page.on('pageerror', ({ message }) => faults.push(message));
      await visit.open(readFileSync(join(FOLDER, name)), name);
      const pdf = await firstUse(visit);
      expect(execFileSync('pdfinfo', ['-'], { input: pdf }).toString()).toMatch(/Pages:\s+1\n/);

      await wear(visit, { width: 320, theme: 'light' });
      for (const [panel, open] of PANELS) {
        await open(visit);
        await visit.settled();
        const found = [...(await overflows(visit)), ...(await axeFindings(visit))];
        faults.push(...found.map((fault) => `${panel}: ${fault}`));
      }
      expect(faults).toEqual([]);

      // Every day: the météo that was made waits at home to be sent.
      await visit.tab('home');
      await visit.press(visit.texts.home.today.open.meteo(READY));
      await visit.sees(visit.button(visit.texts.meteo.result.pdf.label).or(visit.button(visit.texts.meteo.generate)).first());

      for (const command of ['Consolidate', 'Thresholds', 'Generate'])
        expect([command, await pressRibbon(visit, command)]).toEqual([command, '']);
      for (const [command, tab] of [
        ['Open', 'home'],
        ['Flash', 'watch'],
        ['Pdf', 'meteo'],
      ] as const) {
        await visit.page.locator(`[id="MeteoClient.${command}"]`).click();
        await visit.pane.getByRole('tab', { name: visit.texts.pane.tabs[tab], selected: true }).waitFor({ timeout: PATIENCE });
      }
      await visit.close();
    },
    FIRST_USE,
  );
});

/** The météo as home offers it once it is made and not sent. */
const READY = { kind: 'meteo', page: 'meteo', due: null, number: 1, ready: true, lateBy: 0 } as const;
