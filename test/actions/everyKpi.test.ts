import fc from 'fast-check';
import { briefly, daysArbitrary, DOMAINS, measuresOfDomain } from '../core/kpi/everyKpi';
import { compareWithRows, consolidatedBook } from './consolidatedKpis';

test.each(DOMAINS.flatMap((domain) => [false, true].map((several) => [domain, several] as const)))(
  'weeks, months and years of every KPI of %s are those of its rows (several a day: %s)',
  async (domain, several) => {
    await fc.assert(
      fc.asyncProperty(daysArbitrary(measuresOfDomain(domain), several, 60), async (rows) => {
        const book = await consolidatedBook(rows, domain, several);
        try {
          expect(await compareWithRows(book, rows, domain, several)).toBeGreaterThan(150);
        } finally {
          book.close();
        }
      }),
      briefly(1_789, 3),
    );
  },
  120_000,
);
