import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmbeddedExcel } from '../../src/embedded';
import { meteo, workFolder, type Said } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());
jest.setTimeout(60_000);

type Printed = { made: string[]; kept: string[]; kpis: { id: string; key: boolean }[]; problems: { code: string }[] };
const printed = ({ out }: Said): Printed => JSON.parse(out) as Printed;

test('a new workbook, then the same file again: nothing is added, nothing changes', async () => {
  const output = folder.path('it.xlsx');
  const first = await meteo('template', 'it', output, '--json', '--date', '2026-11-21');
  expect(first.status).toBe(0);
  expect(printed(first).made).toEqual(['Paramètres', 'Dictionnaire', 'Données', 'Flash', 'Journal', 'Retours', 'Facturation']);
  expect(
    printed(first)
      .kpis.filter(({ key }) => key)
      .map(({ id }) => id),
  ).toEqual(['it_gtr', 'it_sla', 'it_avail']);
  const before = readFileSync(output);
  const again = await meteo('template', 'it', output, '--from', output, '--in-place', '--json', '--lang', 'en');
  expect([again.status, again.err]).toEqual([0, `${output}: nothing to add\n`]);
  expect(printed(again)).toMatchObject({ made: [], kept: printed(first).made, problems: [] });
  expect(readFileSync(output).equals(before)).toBe(true);
});

test('a file that is there already is never replaced by a new one', async () => {
  const output = folder.path('mine.xlsx');
  writeFileSync(output, 'mine');
  for (const [language, sentence] of [
    ['fr', /Ce fichier existe déjà : rien n’a été écrit/],
    ['en', /This file exists: nothing was written/],
  ] as const) {
    const said = await meteo('template', 'inbound', output, '--lang', language);
    expect(said.status).toBe(1);
    expect(said.err).toMatch(/^\[output-exists\]/);
    expect(said.err.replaceAll('\u00a0', ' ')).toMatch(sentence);
  }
  expect(readFileSync(output, 'utf8')).toBe('mine');
});

test('an English template is English throughout, and stays so whatever language is asked for', async () => {
  const output = folder.path('en.xlsx');
  expect(printed(await meteo('template', 'references', output, '--lang', 'en', '--json')).made).toEqual([
    'Settings',
    'Dictionary',
    'Data',
    'Journal',
    'Feedback',
    'References',
  ]);
  const more = await meteo('template', 'inbound', folder.path('more.xlsx'), '--from', output, '--lang', 'fr', '--json');
  expect(printed(more).made).toContain('Flash');
  expect(printed(more).made).not.toContain('Paramètres');
});

test('examples are said to be there when one consolidates, and are not written when told', async () => {
  const withExamples = folder.path('examples.xlsx');
  await meteo('template', 'inbound', withExamples, '--date', '2026-11-21');
  const said = await meteo('consolidate', withExamples, folder.path('consolidated.xlsx'), '--json');
  expect(said.err).toMatch(/^\[examples-present\] 5 lignes d’exemple sont encore là/m);
  const without = folder.path('without.xlsx');
  const told = await meteo('template', 'inbound', without, '--no-examples');
  expect(told.out).toMatch(/^Indicateurs calculés .*Taux de décroché \/ QS \*, Niveau de service/s);
  const empty = await meteo('consolidate', without, folder.path('nothing.xlsx'));
  expect(empty.status).toBe(1);
  expect(existsSync(folder.path('nothing.xlsx'))).toBe(false);
}, 30_000);

test('an unknown domain is a wrong usage, and the help names the five', async () => {
  expect((await meteo('template', 'sales', folder.path('x.xlsx'))).status).toBe(2);
  const help = await meteo('template', '--help');
  for (const domain of ['inbound', 'outbound', 'it', 'project', 'references']) expect(help.out).toContain(domain);
});

test('a workbook whose structure is locked is refused, and nothing is written', async () => {
  const excel = await createEmbeddedExcel();
  const context = new excel.Excel.RequestContext();
  context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [['x']];
  context.workbook.protection.protect();
  await context.sync();
  writeFileSync(folder.path('locked.xlsx'), excel.save());
  excel.close();
  const output = folder.path('unlocked.xlsx');
  const said = await meteo('template', 'project', output, '--from', folder.path('locked.xlsx'));
  expect([said.status, existsSync(output)]).toEqual([1, false]);
  expect(said.err).toMatch(/^\[workbook-protected\]/);
});

const SHARED = join(__dirname, '../../../shared/data/workbooks/reports');
const whenShared = existsSync(SHARED) ? test.each : test.skip.each;
if (!existsSync(SHARED)) console.warn(`Real reports are not at ${SHARED}: adding a template to them is not tried.`);

whenShared([
  // Calls and what they brought in, of which nothing is promised: that is said at once, and as long as it is so.
  ['outbound', 'R06_Call Center Data.xlsx', ['no-key-kpi', 'template-source-kept']],
  ['inbound', 'R10_Dataset.xlsx', ['template-source-kept']],
])(
  'a report with figures of its own stays the source of its template: %s, %s',
  async (domain, name, codes) => {
    const output = folder.path('report.xlsx');
    const first = printed(await meteo('template', domain, output, '--from', join(SHARED, name), '--lang', 'fr', '--json'));
    expect(first.made).toEqual(['Paramètres', 'Dictionnaire', 'Flash', 'Journal', 'Retours']);
    expect(first.problems.map(({ code }) => code)).toEqual(codes);
    expect(first.kpis.length).toBeGreaterThan(1);
    const again = printed(await meteo('template', domain, output, '--from', output, '--in-place', '--json'));
    expect(again).toMatchObject({ made: [], kept: first.made, problems: first.problems });
  },
  60_000,
);
