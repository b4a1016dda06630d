import { consolidateWorkbook } from '../../src/actions/consolidate';
import { readConsolidated } from '../../src/core/consolidation/read';
import { columnsOfKpis, proposeKpis } from '../../src/core/kpi/propose';
import { periodsBetween } from '../../src/core/period/calendar';
import { done } from '../../src/core/problem';
import type { CellDraft, WorkbookDraft } from '../../src/core/sheet/draft';
import {
  definitionsOf,
  expectedValue,
  gridOf,
  isSame,
  measuresOfDomain,
  NOT_IN_SEVERAL_ROWS,
  type DayRow,
  type TestedDomain,
} from '../core/kpi/everyKpi';
import { openEmbedded, type Embedded } from '../excel/embedded';

const draftOf = (rows: readonly DayRow[], domain: TestedDomain, several: boolean): WorkbookDraft => ({
  sheets: [
    {
      name: 'Suivi',
      owner: 'user',
      blocks: [
        {
          row: 0,
          column: 0,
          cells: gridOf(rows, measuresOfDomain(domain), 'fr', several).map((line) =>
            line.map((value): CellDraft =>
              value === '' ? null : typeof value === 'number' ? { number: value } : { text: String(value) },
            ),
          ),
        },
      ],
      styles: [{ area: { row: 1, column: 0, rows: rows.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
    },
  ],
  names: [],
});

/** A workbook with these rows, all KPIs of a domain consolidated over them. */
export const consolidatedBook = async (rows: readonly DayRow[], domain: TestedDomain, several: boolean): Promise<Embedded> => {
  const book = await openEmbedded();
  expect((await book.port.write(draftOf(rows, domain, several))).ok).toBe(true);
  const made = await consolidateWorkbook(book.port, {
    language: 'fr',
    today: (rows.at(-1)?.serial ?? 0) + 1,
    kinds: ['week', 'month', 'year'],
    columns: (table) => done(columnsOfKpis(proposeKpis(table, 'fr', domain), 'fr')),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return book;
};

/** Weeks, months and years of every KPI as the sheets show them, against the rows: the number of figures compared. */
export const compareWithRows = async (
  book: Embedded,
  rows: readonly DayRow[],
  domain: TestedDomain,
  several: boolean,
): Promise<number> => {
  const read = await book.port.read();
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const shown = readConsolidated(read.value);
  const [first, last] = [rows[0]?.serial ?? 0, rows.at(-1)?.serial ?? 0];
  let compared = 0;
  for (const kind of ['week', 'month', 'year'] as const)
    for (const period of periodsBetween(first, last, kind)) {
      const within = rows.filter(({ serial }) => serial >= period.start && serial < period.end);
      for (const definition of definitionsOf(domain)) {
        if (several && NOT_IN_SEVERAL_ROWS.includes(definition.id)) continue;
        const found = shown[kind]?.[period.key]?.[definition.nameFr];
        const expected = expectedValue(definition, within);
        if (found === undefined || !isSame(found, expected))
          throw new Error(`${definition.id} ${period.key}: ${String(found)}, not ${String(expected)}`);
        compared++;
      }
    }
  return compared;
};
