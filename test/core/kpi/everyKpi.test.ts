import fc from 'fast-check';
import { periodValue } from '../../../src/core/consolidation/evaluate';
import { readRows } from '../../../src/core/consolidation/rows';
import { detect } from '../../../src/core/detect/detect';
import { textOfRule } from '../../../src/core/kpi/calculation-text';
import { ruleOfText } from '../../../src/core/kpi/calculation';
import { proposeKpis } from '../../../src/core/kpi/propose';
import type { Language } from '../../../src/core/meteo/content';
import { periodsBetween } from '../../../src/core/period/calendar';
import { sheetOf, workbookOf } from '../grid';
import {
  briefly,
  daysArbitrary,
  definitionsOf,
  DOMAINS,
  expectedValue,
  gridOf,
  isSame,
  measuresOfDomain,
  NOT_IN_SEVERAL_ROWS,
  type DayRow,
  type TestedDomain,
} from './everyKpi';

const LANGUAGES: readonly Language[] = ['fr', 'en'];
const cases = DOMAINS.flatMap((domain) =>
  LANGUAGES.flatMap((language) => [false, true].map((several) => [domain, language, several] as const)),
);

const detected = (domain: TestedDomain, rows: readonly DayRow[], language: Language, several: boolean) => {
  const sheet = sheetOf('Suivi', gridOf(rows, measuresOfDomain(domain), language, several), { formats: { 0: 'dd/mm/yyyy' } });
  const workbook = workbookOf(sheet);
  const [table] = detect(workbook).tables;
  const read = table && readRows(workbook, table);
  if (!table || !read) throw new Error('no table');
  return { table, read };
};

const wanted = (domain: TestedDomain, several: boolean) =>
  definitionsOf(domain).filter(({ id }) => !several || !NOT_IN_SEVERAL_ROWS.includes(id));

const days = (domain: TestedDomain, several: boolean, count = 40) => daysArbitrary(measuresOfDomain(domain), several, count);

test.each(cases)(
  'every KPI of %s has its rule (%s, several rows a day: %s), and its cells say it',
  (domain, language, several) => {
    fc.assert(
      fc.property(days(domain, several), (rows) => {
        const { table } = detected(domain, rows, language, several);
        const kpis = proposeKpis(table, language, domain);
        expect(kpis.map(({ id }) => id)).toEqual(wanted(domain, several).map(({ id }) => id));
        for (const { rule } of kpis) {
          const text = textOfRule(rule, table, language);
          expect([text, ruleOfText(text, table)]).toEqual([text, { ok: true, rule }]);
        }
      }),
      briefly(20_260, 4),
    );
  },
);

test.each(cases)('every KPI of %s is right in any period (%s, several rows a day: %s)', (domain, language, several) => {
  fc.assert(
    fc.property(days(domain, several), (rows) => {
      const { table, read } = detected(domain, rows, language, several);
      const kpis = proposeKpis(table, language, domain);
      const [first, last] = [rows[0]?.serial ?? 0, rows.at(-1)?.serial ?? 0];
      for (const kind of ['week', 'month', 'year'] as const)
        for (const period of periodsBetween(first, last, kind)) {
          const within = rows.filter(({ serial }) => serial >= period.start && serial < period.end);
          for (const definition of wanted(domain, several)) {
            const rule = kpis.find(({ id }) => id === definition.id)?.rule;
            const found = rule ? periodValue(rule, read, period) : undefined;
            const expected = expectedValue(definition, within);
            if (!isSame(found, expected))
              throw new Error(`${definition.id} ${period.key}: ${String(found)}, not ${String(expected)}`);
          }
        }
    }),
    briefly(4_711, 10),
  );
});
