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

test('the KPIs of a log of calls are those of its rows', () => {
  const call = fc.record({
    wait: fc.integer({ min: 0, max: 2 }),
    answered: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 90 }).map((tenths) => tenths / 10),
    rating: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('' as const)),
  });
  fc.assert(
    fc.property(fc.array(call, { minLength: 60, maxLength: 120 }), (calls) => {
      let serial = 46_020;
      const log = calls.map((one, index) => {
        serial += index % 4 === 0 ? one.wait : 0;
        return { ...one, serial };
      });
      const grid = [
        ['Date', 'Call Id', 'Answered', 'Talk time (min)', 'Satisfaction rating'],
        ...log.map((one, index) => [
          one.serial,
          `ID${String(index + 1000)}`,
          one.answered ? 'Y' : 'N',
          one.answered ? one.minutes : '',
          one.answered ? one.rating : '',
        ]),
      ];
      const workbook = workbookOf(sheetOf('Calls', grid, { formats: { 0: 'dd/mm/yyyy' } }));
      const [table] = detect(workbook).tables;
      const read = table && readRows(workbook, table);
      if (!table || !read || table.kind !== 'events') throw new Error('no log');
      const kpis = proposeKpis(table, 'en', 'inbound');
      for (const { rule } of kpis) expect(ruleOfText(textOfRule(rule, table, 'en'), table)).toEqual({ ok: true, rule });
      for (const period of periodsBetween(46_020, serial, 'week')) {
        const within = log.filter((one) => one.serial >= period.start && one.serial < period.end);
        const taken = within.filter(({ answered }) => answered);
        const rated = taken.flatMap(({ rating }) => (rating === '' ? [] : rating));
        const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
        const seconds = sum(taken.map(({ minutes }) => 60 * minutes));
        const expected: Record<string, number | null> =
          within.length === 0
            ? { in_offered: null, in_answered: null, in_abandoned: null, in_qs: null, in_talk: null, in_csat_mean: null }
            : {
                in_offered: within.length,
                in_answered: taken.length,
                in_abandoned: within.length - taken.length,
                in_qs: taken.length / within.length,
                in_talk: taken.length === 0 ? null : seconds / taken.length,
                in_csat_mean: rated.length === 0 ? null : sum(rated) / rated.length,
              };
        for (const [id, value] of Object.entries(expected)) {
          const rule = kpis.find((kpi) => kpi.id === id)?.rule;
          const found = rule ? periodValue(rule, read, period) : undefined;
          if (!isSame(found, value)) throw new Error(`${id} ${period.key}: ${String(found)}, not ${String(value)}`);
        }
      }
    }),
    briefly(97, 15),
  );
});
