import { writeFileSync } from 'node:fs';
import { openEmbedded } from '../excel/embedded';
import { valueOf } from '../core/grid';
import { draftOf, TypedSheet } from '../core/lint/book';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

const workbook = async (name: string, formula: string): Promise<string> => {
  const book = await openEmbedded();
  const sheet = new TypedSheet('Suivi du mois');
  sheet.put(0, 0, 'Jour', 'Appels', 'Décrochés', 'Taux');
  [
    [100, 90],
    [300, 150],
    [100, 80],
  ].forEach(([offered = 0, answered = 0], day) =>
    sheet.put(1 + day, 0, `J${day}`, offered, answered, `=C${day + 2}/B${day + 2}`),
  );
  sheet.format(1, 3, 3, '0%').put(5, 2, 'Taux', formula);
  valueOf(await book.port.write(draftOf([sheet])));
  writeFileSync(folder.path(name), book.save());
  book.close();
  return folder.path(name);
};

test('--json gives each finding with its cell, its values and its proposal, and nothing else', async () => {
  const file = await workbook('taux.xlsx', '=AVERAGE(D2:D4)');
  const said = await meteo('lint', file, '--json', '--lang', 'en');
  expect([said.status, said.err]).toEqual([0, '']);
  const printed = JSON.parse(said.out) as { findings: Record<string, unknown>[]; problems: unknown[] };
  expect(printed.problems).toEqual([]);
  expect(printed.findings).toHaveLength(1);
  expect(printed.findings[0]).toMatchObject({
    kind: 'average-of-rates',
    sheet: 'Suivi du mois',
    cell: 'D6',
    formula: '=AVERAGE(D2:D4)',
    proposal: '=SUM(C2:C4)/SUM(B2:B4)',
    title: 'Average of rates',
  });
  expect(printed.findings[0]?.expected).toBeCloseTo(320 / 500, 12);
  expect(printed.findings[0]?.value).toBeCloseTo((0.9 + 0.5 + 0.8) / 3, 12);
});

test('the text is grouped by sheet, in the language of the workbook', async () => {
  const said = await meteo('lint', await workbook('texte.xlsx', '=AVERAGE(D2:D4)'));
  expect(said.status).toBe(0);
  const lines = said.out.split('\n');
  expect(lines[0]).toBe('Suivi du mois');
  expect(lines[1]).toBe('  D6      Moyenne de taux');
  expect(said.out).toContain('73,3\u202f%');
  expect(said.out).toContain('=MOYENNE(D2:D4)');
  expect(said.out).toContain('→ =SOMME(C2:C4)/SOMME(B2:B4)');
});

test.each([
  ['fr', 'Rien à signaler.\n'],
  ['en', 'Nothing found.\n'],
])('a clean workbook, in %s', async (language, sentence) => {
  const file = await workbook(`propre-${language}.xlsx`, '=SUM(C2:C4)/SUM(B2:B4)');
  expect(await meteo('lint', file, '--lang', language)).toEqual({ status: 0, out: sentence, err: '' });
});

test('a file that cannot be read is a problem', async () => {
  const said = await meteo('lint', folder.path('absent.xlsx'), '--json');
  expect(said.status).toBe(1);
  expect(JSON.parse(said.out)).toMatchObject({ problem: { code: 'file-unreadable' } });
});

test('--help says what the exit status means', async () => {
  const said = await meteo('lint', '--help');
  expect(said.status).toBe(0);
  expect(said.out).toContain('the exit status is 0 with and without them');
});
