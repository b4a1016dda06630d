import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmbeddedExcel } from '../../src/embedded';
import { meteo, workFolder } from './terminal';

const TORTURE = join(__dirname, '../../../shared/data/workbooks/torture');
const present = existsSync(TORTURE);
if (!present) console.warn(`Workbooks to refuse are not at ${TORTURE}: their tests do not run.`);
const whenShared = present ? test : test.skip;

const folder = workFolder();
afterAll(() => folder.remove());

/** A workbook with these values from A1, as a file. */
const workbook = async (name: string, values: (string | number)[][]): Promise<string> => {
  const excel = await createEmbeddedExcel();
  const context = new excel.Excel.RequestContext();
  if (values.length > 0)
    context.workbook.worksheets.getItem('Feuil1').getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1).values = values;
  await context.sync();
  writeFileSync(folder.path(name), excel.save());
  excel.close();
  return folder.path(name);
};

/** The sentence in each language: one title on the line that begins with the code. */
type Sentences = { fr: RegExp; en: RegExp };

/** Refused with exit status 1 and one sentence in the language asked for, whatever the command, and nothing is written. */
const refused = async (input: string, code: string, sentences: Sentences): Promise<void> => {
  const output = folder.path('refused.xlsx');
  const before = existsSync(input) ? readFileSync(input) : null;
  for (const language of ['fr', 'en'] as const) {
    const said = await meteo('consolidate', input, output, '--lang', language);
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err.split('\n')[0]).toMatch(new RegExp(`^\\[${code}\\] .+[.!]`));
    expect(said.err).toMatch(sentences[language]);
    expect(existsSync(output)).toBe(false);
  }
  if (before) expect(readFileSync(input).equals(before)).toBe(true);
};

const ENCRYPTED: Sentences = { fr: /Fichier chiffré/, en: /Encrypted file: nothing was read/ };
const LOCKED: Sentences = { fr: /structure est verrouillée/, en: /structure is locked/ };

/** What Excel saves under a password: a compound file whose one stream named here holds the workbook, encrypted. */
const encryptedFile = (): Uint8Array => {
  const SECTOR = 512;
  const bytes = new Uint8Array(3 * SECTOR).fill(0xff);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  const SECTOR_SHIFT = 30;
  const FIRST_DIRECTORY_SECTOR = 48;
  const FIRST_TABLE_SECTOR = 76;
  view.setUint16(SECTOR_SHIFT, 9, true);
  view.setUint32(FIRST_DIRECTORY_SECTOR, 0, true);
  view.setUint32(FIRST_TABLE_SECTOR, 1, true);
  const name = 'EncryptedPackage';
  const NAME_LENGTH = SECTOR + 64;
  for (let index = 0; index < name.length; index++) view.setUint16(SECTOR + 2 * index, name.charCodeAt(index), true);
  view.setUint16(NAME_LENGTH, 2 * name.length + 2, true);
  const END_OF_CHAIN = 0xfffffffe;
  view.setUint32(2 * SECTOR, END_OF_CHAIN, true);
  return bytes;
};

test('an encrypted file', async () => {
  writeFileSync(folder.path('chiffre.xlsx'), encryptedFile());
  await refused(folder.path('chiffre.xlsx'), 'file-encrypted', ENCRYPTED);
});

test('a workbook whose structure somebody locked', async () => {
  const excel = await createEmbeddedExcel();
  const context = new excel.Excel.RequestContext();
  const rows = Array.from({ length: 30 }, (_, index) => [45_000 + index, index + 3]);
  context.workbook.worksheets.getItem('Feuil1').getRange('A1:B31').values = [['Date', 'Appels'], ...rows];
  context.workbook.protection.protect();
  await context.sync();
  writeFileSync(folder.path('verrou.xlsx'), excel.save());
  excel.close();
  await refused(folder.path('verrou.xlsx'), 'workbook-protected', LOCKED);
});

whenShared('an encrypted file of somebody’s', () =>
  refused(join(TORTURE, 'T35_pass_protected.xlsx'), 'file-encrypted', ENCRYPTED),
);

whenShared('a protected structure of somebody’s', () =>
  refused(join(TORTURE, 'T42_workbookProtection_workbook_structure_protected.xlsx'), 'workbook-protected', LOCKED),
);

whenShared('a signed file', () =>
  refused(join(TORTURE, 'T34_hello-world-signed.xlsx'), 'file-signed', { fr: /signature numérique/, en: /digital signature/ }),
);

test('a file that is no workbook', async () => {
  writeFileSync(folder.path('notes.xlsx'), 'Bonjour');
  await refused(folder.path('notes.xlsx'), 'file-not-workbook', {
    fr: /pas un classeur Excel/,
    en: /not an Excel workbook/,
  });
});

test('a file that is not there', () =>
  refused(folder.path('absent.xlsx'), 'file-unreadable', {
    fr: /impossible à ouvrir[\s\S]*\(ENOENT\)/,
    en: /cannot be opened[\s\S]*\(ENOENT\)/,
  }));

test('an empty workbook', async () =>
  refused(await workbook('vide.xlsx', []), 'workbook-empty', { fr: /classeur est vide/, en: /workbook is empty/ }));

test('a workbook with no date column', async () => {
  const rows = Array.from({ length: 20 }, (_, index) => [`Site ${'ABCDE'[index % 5] ?? ''}`, index + 3]);
  await refused(await workbook('sans-date.xlsx', [['Site', 'Appels'], ...rows]), 'no-dates', {
    fr: /Aucune colonne de dates/,
    en: /No date column/,
  });
});

test('in English where asked, and as JSON alone on the output stream', async () => {
  const said = await meteo('consolidate', folder.path('absent.xlsx'), folder.path('x.xlsx'), '--lang', 'en', '--json');
  expect(said.status).toBe(1);
  expect(JSON.parse(said.out)).toMatchObject({
    problem: { code: 'file-unreadable', message: expect.stringMatching(/file/i) as string },
  });
});

test('the input is not the output unless --in-place says so', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => [45_000 + index, index + 3]);
  const file = await workbook('suivi.xlsx', [['Date', 'Appels'], ...rows]);
  const before = readFileSync(file);
  const said = await meteo('consolidate', file, file);
  expect(said).toMatchObject({ status: 1, out: '' });
  expect(said.err).toContain('[output-is-input]');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(await meteo('consolidate', file, file, '--in-place', '--by', 'month')).toMatchObject({ status: 0 });
  expect(readFileSync(file).equals(before)).toBe(false);
});

describe('a PDF that cannot be written leaves everything as it was', () => {
  const pages: readonly [string, (input: string) => string, string][] = [
    ['it is named like the input', (input) => input, 'output-is-input'],
    ['its folder is a file', (input) => `${input}/meteo.pdf`, 'file-unreadable'],
  ];
  test.each(pages)('%s', async (_, pdf, code) => {
    const rows = Array.from({ length: 90 }, (_row, index) => [46_027 + index, index + 3, index + 2]);
    const file = await workbook('quotidien.xlsx', [['Date', 'Appels reçus', 'Décrochés'], ...rows]);
    const before = readFileSync(file);
    const output = folder.path('page.xlsx');
    const said = await meteo('generate', file, output, '--date', '2026-04-06', '--pdf', pdf(file));
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err).toContain(`[${code}]`);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(output)).toBe(false);
  });
});

test.each([
  ['no command', ['fly']],
  ['a missing argument', ['consolidate']],
  ['a kind of period that is none', ['consolidate', 'a.xlsx', 'b.xlsx', '--by', 'fortnight']],
  ['a measure without a rule', ['consolidate', 'a.xlsx', 'b.xlsx', '--measure', 'calls']],
  ['a date that is none', ['generate', 'a.xlsx', 'b.xlsx', '--date', '23/11/2026']],
])('wrong usage: %s', async (_, words) => {
  expect(await meteo(...words)).toMatchObject({ status: 2, out: '' });
});

test('a rule over a column that is not there', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => [45_000 + index, index + 3]);
  const file = await workbook('regle.xlsx', [['Date', 'Appels'], ...rows]);
  const said = await meteo('consolidate', file, folder.path('sortie.xlsx'), '--measure', 'x=sum:Perdus');
  expect(said.status).toBe(1);
  expect(said.err).toContain('[column-not-found]');
});

test('a script writes over its own input only with --in-place', async () => {
  const file = await workbook('script.xlsx', [['Date'], [45_000]]);
  const before = readFileSync(file);
  writeFileSync(
    folder.path('ecrire.js'),
    `await Excel.run(async (context) => {
       context.workbook.worksheets.getActiveWorksheet().getRange('A2').values = [[45001]];
       await context.sync();
     });`,
  );
  const said = await meteo('run', folder.path('ecrire.js'), file, file);
  expect(said).toMatchObject({ status: 1, out: '' });
  expect(said.err).toContain('[output-is-input]');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(await meteo('run', folder.path('ecrire.js'), file, file, '--in-place')).toMatchObject({ status: 0, out: 'null\n' });
  expect(readFileSync(file).equals(before)).toBe(false);
});

test('a script of ordinary Office.js runs on a new workbook, and what it returns is the output', async () => {
  writeFileSync(
    folder.path('script.js'),
    `return Excel.run(async (context) => {
       const sheet = context.workbook.worksheets.getActiveWorksheet();
       sheet.getRange('A1:A3').formulas = [[2], [3], ['=A1*A2']];
       const result = sheet.getRange('A3').load('values');
       await context.sync();
       console.log('fait');
       return result.values[0][0];
     });`,
  );
  const said = await meteo('run', folder.path('script.js'));
  expect(said).toEqual({ status: 0, out: '6\n', err: 'fait\n' });
});
