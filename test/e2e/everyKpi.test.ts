import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareWithRows, consolidatedBook } from '../actions/consolidatedKpis';
import { daysArbitrary, DOMAINS, measuresOfDomain } from '../core/kpi/everyKpi';
import { LibreOffice } from './libreOffice';
import { compare, open, recalculated, sheetOf } from './recalculated';

let office: LibreOffice;

beforeAll(async () => {
  office = await LibreOffice.start();
});
afterAll(() => office.end());

test.each(DOMAINS.flatMap((domain) => [false, true].map((several) => [domain, several] as const)))(
  'LibreOffice calculates every KPI of %s as its rows say (several a day: %s)',
  async (domain, several) => {
    const [rows = []] = fc.sample(daysArbitrary(measuresOfDomain(domain), several, 90), { seed: 2_027, numRuns: 1 });
    const book = await consolidatedBook(rows, domain, several);
    const path = join(office.folder, `${domain}${String(several)}.xlsx`);
    try {
      expect(await compareWithRows(book, rows, domain, several)).toBeGreaterThan(200);
      await writeFile(path, book.save());
    } finally {
      book.close();
    }
    const [ours, theirs] = [(await open(path)).book, await recalculated(office, path)];
    for (const name of ['Semaine', 'Mois', 'Année']) {
      const { compared, different } = compare(sheetOf(ours, name), sheetOf(theirs, name));
      expect({ name, different }).toEqual({ name, different: [] });
      expect(compared).toBeGreaterThan(20);
    }
  },
);
