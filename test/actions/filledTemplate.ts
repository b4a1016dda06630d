import { serialOf } from '../../src/core/period/serial';
import { DOMAIN_MEASURES, type TemplateDomain, type TemplateMeasure } from '../../src/core/template/domains';
import { EXAMPLE_DAYS } from '../../src/core/template/example-days';
import type { Embedded } from '../excel/embedded';

/** A Monday, and the weeks of five working days from it. */
const FIRST = serialOf({ year: 2026, month: 8, day: 17 });
export const WEEKS = 13;

/** A figure of a working day: the examples' five days, a little more every other week. */
export const figure = (measure: TemplateMeasure, day: number): number => {
  const example = EXAMPLE_DAYS[measure][day % 5] ?? 0;
  return Math.floor(day / 5) % 2 === 0 ? example : Math.round(example * 1.1);
};

/** Types working days into the empty data table, five a week, as one pastes them. */
export const typeWorkingDays = (book: Embedded, domain: TemplateDomain, weeks = WEEKS): Promise<void> =>
  book.run(async (context) => {
    const table = context.workbook.tables.getItem('tblDonnees');
    const rows = Array.from({ length: weeks * 5 }, (_, day) => [
      FIRST + Math.floor(day / 5) * 7 + (day % 5),
      'Service',
      ...DOMAIN_MEASURES[domain].map((measure) => figure(measure, day)),
    ]);
    const [first, ...others] = rows;
    table.getDataBodyRange().values = [first ?? []];
    table.rows.add(undefined, others);
    await context.sync();
  });
