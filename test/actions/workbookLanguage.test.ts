import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmMapping } from '../../src/actions/confirmMapping';
import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { readSource } from '../../src/actions/readSource';
import { findTable } from '../../src/core/sheet/snapshot';
import type { WorkbookPort } from '../../src/core/sheet/workbook';
import { valueOf } from '../core/grid';
import { openEmbedded } from '../excel/embedded';

// A whole workbook is written, calculated and read back through office.js.
jest.setTimeout(120_000);

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const ISSUED = 46_349; // Monday 23/11/2026
const TABLES = ['tblSemaine', 'tblAnnee', 'tblSources', 'tblChiffres'];

const headersOf = async (port: WorkbookPort): Promise<readonly (readonly string[] | undefined)[]> => {
  const workbook = valueOf(await port.read());
  return TABLES.map((name) => findTable(workbook, name)?.table.columns);
};

test('a French workbook stays French, its Sources too, when somebody works on it in English', async () => {
  const book = await openEmbedded(readFileSync(SAMPLE));
  const { port } = book;
  const works = async (language: 'fr' | 'en'): Promise<void> => {
    const { table } = valueOf(await readSource(port, 0));
    valueOf(await confirmMapping(port, { table, language }));
    valueOf(await consolidateWorkbook(port, { language, today: ISSUED, kinds: ['week', 'year'] }));
  };
  valueOf(await generateMeteo(port, { language: 'fr', issued: ISSUED, minutes: null }));
  await works('fr');
  const french = await headersOf(port);
  expect(french.flat()).toEqual(expect.arrayContaining(['Semaine', 'Année', 'Mesure', 'Identifiant']));
  await works('en');
  expect(await headersOf(port)).toEqual(french);
  book.close();
});
