import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/program';
import { TEMPLATE_DOMAINS, type TemplateDomain } from '../../src/core/template/domains';
import { LibreOffice, pdfFacts, pdfText } from './libreOffice';
import { compare, open, recalculated, sheetOf } from './recalculated';

const SILENT = { out: () => undefined, err: () => undefined, environment: {} };

let office: LibreOffice;
beforeAll(async () => {
  office = await LibreOffice.start();
});
afterAll(() => office.end());

/** A template of its own for each test: a file that is there is not written over. */
let count = 0;
const made = async (domain: TemplateDomain, language: 'fr' | 'en'): Promise<string> => {
  const path = join(office.folder, `${domain}-${String(++count)}.xlsx`);
  expect(await runCommandLine(['template', domain, path, '--lang', language, '--date', '2026-11-21'], SILENT)).toBe(0);
  return path;
};

test.each(TEMPLATE_DOMAINS.flatMap((domain) => (['fr', 'en'] as const).map((language) => [domain, language] as const)))(
  'each sheet prints on one A4 in landscape, its choices left out: %s, %s',
  async (domain, language) => {
    const path = await made(domain, language);
    const sheets = (await open(path)).book.sheets.length;
    const pdf = await office.convert(path, 'pdf');
    const facts = await pdfFacts(pdf, 3);
    expect([facts.pages, Math.round(facts.width), Math.round(facts.height)]).toEqual([sheets, 297, 210]);
    const text = await pdfText(pdf);
    expect(text).toContain(language === 'fr' ? 'Exemple' : 'Example');
    expect(text).not.toMatch(/###|#REF|#NAME|Err:|Choix possibles|Possible choices/);
  },
);

test.each<[TemplateDomain, string, number]>([
  ['inbound', 'Flash', 6],
  ['it', 'Facturation', 2],
])('what a template computes, LibreOffice computes too: %s, %s', async (domain, name, formulas) => {
  const path = await made(domain, 'fr');
  const result = compare(sheetOf((await open(path)).book, name), sheetOf(await recalculated(office, path), name));
  expect([result.different, result.compared]).toEqual([[], formulas]);
});

test('and so are the weeks consolidated from its rows', async () => {
  const path = await made('project', 'fr');
  const consolidated = join(office.folder, 'consolidated.xlsx');
  expect(await runCommandLine(['consolidate', path, consolidated, '--by', 'week'], SILENT)).toBe(0);
  const result = compare(
    sheetOf((await open(consolidated)).book, 'Semaine'),
    sheetOf(await recalculated(office, consolidated), 'Semaine'),
  );
  expect(result.different).toEqual([]);
  expect(result.compared).toBeGreaterThan(15);
});
