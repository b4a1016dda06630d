import type { Random } from '../../assets/sample/random';
import type { Language } from '../../src/core/meteo/content';
import { toHostSerial } from '../../src/core/period/serial';
import { compose, type Spec } from './compose';
import { FIELDS } from './dayFields';
import { EVENT_FIELDS } from './eventFields';
import type { Field } from './facts';
import type { LabelledWorkbook } from './label';
import { noisySpecs } from './noisy';
import { STATE_FIELDS } from './stateFields';
import { unusualSpecs } from './unusual';
import { daysFrom, FIRST_DAY, momentsFrom, periodsFrom, quartersFrom } from './tables';
import {
  DAY_WRITINGS,
  MOMENT_WRITINGS,
  MONTH_WRITINGS,
  QUARTER_WRITINGS,
  WEEK_WRITINGS,
  YEAR_WRITINGS,
  type Writing,
} from './writings';

const LANGUAGES: readonly Language[] = ['fr', 'en'];

type Headers = Readonly<Record<Language, readonly string[]>>;
const DATE_HEADERS: Headers = {
  fr: ['Date', 'Jour', "Date d'appel", 'DATE'],
  en: ['Date', 'Day', 'Date of Call', 'DATE'],
};
const OPENED_HEADERS: Headers = { fr: ["Date d'ouverture", 'Créé le', 'Date'], en: ['Opened', 'Created on', 'Date'] };
const WEEK_HEADERS: Headers = { fr: ['Semaine'], en: ['Week', 'Week of'] };
const MONTH_HEADERS: Headers = { fr: ['Mois', 'Période'], en: ['Month', 'Period'] };
const QUARTER_HEADERS: Headers = { fr: ['Trimestre'], en: ['Quarter'] };
const YEAR_HEADERS: Headers = { fr: ['Année', 'Exercice'], en: ['Year', 'Fiscal year'] };

const { offered, answered, abandoned, under, rate, points, percentText, handleSeconds, handleClock, talkMinutes, talkClock } =
  FIELDS;
const { satisfaction, staff, sales, revenue, complaints, weekday, week, site, agent, remark } = FIELDS;

const DAILY_SETS: readonly (readonly Field[])[] = [
  [offered, answered, abandoned, rate, handleSeconds],
  [weekday, offered, answered, under, talkClock, handleClock, remark],
  [offered, answered, points, talkMinutes, sales, revenue],
  [week, offered, answered, abandoned, satisfaction, complaints],
  [sales, revenue, offered, answered, percentText, staff],
];
const { id, number, topic, priority, status, seconds, clock, minutes, time, score, amount, summary, closed } = EVENT_FIELDS;
const EVENT_SETS: readonly (readonly Field[])[] = [
  [id, EVENT_FIELDS.agent, topic, EVENT_FIELDS.answered, seconds, score],
  [number, topic, priority, status, closed, minutes],
  [id, EVENT_FIELDS.agent, clock, amount, score],
  [id, summary, priority, status, EVENT_FIELDS.agent],
];

const both = (make: (language: Language) => Spec): Spec[] => LANGUAGES.map(make);
const each = (
  writings: Readonly<Record<string, Writing>>,
  make: (name: string, writing: Writing, index: number) => Spec[],
): Spec[] => Object.entries(writings).flatMap(([name, writing], index) => make(name, writing, index));
const setOf = <T>(sets: readonly T[], index: number): T => sets[index % sets.length] as T;

const daily = each(DAY_WRITINGS, (name, writing, index) =>
  both((language) => ({
    name: `one row a day, ${language}, ${name}`,
    language,
    recipe: () => ({
      kind: 'daily',
      fields: setOf(DAILY_SETS, index + (language === 'fr' ? 0 : 2)),
      days: daysFrom(FIRST_DAY, 45 + index, (day) => index % 2 === 0 || day < 6),
      date: { writing, headers: DATE_HEADERS },
    }),
  })),
);

const perSite = LANGUAGES.flatMap((language) =>
  [site, agent].map((who, index): Spec => ({
    name: `several rows a day, one a ${index === 0 ? 'site' : 'person'}, ${language}`,
    language,
    recipe: () => ({
      kind: 'daily',
      fields: [who, offered, answered, handleSeconds, sales, revenue, rate],
      days: daysFrom(FIRST_DAY, 20).flatMap((day) => [day, day, day]),
      date: { writing: DAY_WRITINGS['real dates dd/mm/yyyy'] as Writing, headers: DATE_HEADERS, at: index },
    }),
  })),
);

const events = each(
  { ...MOMENT_WRITINGS, 'real dates dd/mm/yyyy': DAY_WRITINGS['real dates dd/mm/yyyy'] as Writing },
  (name, writing, index) =>
    both((language) => ({
      name: `one row an event, ${language}, ${name}`,
      language,
      recipe: (random: Random) => ({
        kind: 'events',
        fields: [...setOf(EVENT_SETS, index + (language === 'fr' ? 0 : 1)), ...(name === 'real dates dd/mm/yyyy' ? [time] : [])],
        days: momentsFrom(FIRST_DAY, 120, random).map((moment) =>
          name === 'real dates dd/mm/yyyy' ? Math.floor(moment) : moment,
        ),
        date: { writing, headers: OPENED_HEADERS, at: 1 },
      }),
      layout: { headers: 1 },
    })),
);

const periodic = (writings: Readonly<Record<string, Writing>>, what: string, days: readonly number[], headers: Headers): Spec[] =>
  each(writings, (name, writing, index) =>
    both((language) => ({
      name: `one row a ${what}, ${language}, ${name}`,
      language,
      recipe: () => ({
        kind: 'periods',
        fields: setOf(DAILY_SETS, 2 * index).filter((field) => field !== weekday && field !== week),
        days,
        date: { writing, headers },
      }),
    })),
  );

const periods = [
  ...periodic(WEEK_WRITINGS, 'week', periodsFrom(FIRST_DAY, 30, 'week'), WEEK_HEADERS),
  ...periodic(MONTH_WRITINGS, 'month', periodsFrom(FIRST_DAY - 4, 18, 'month'), MONTH_HEADERS),
  ...periodic(QUARTER_WRITINGS, 'quarter', quartersFrom(2024, 9), QUARTER_HEADERS),
  ...periodic(YEAR_WRITINGS, 'year', periodsFrom(FIRST_DAY - 3_653, 9, 'year'), YEAR_HEADERS),
];

const ACROSS_WRITINGS: readonly [string, Writing | undefined, readonly number[], Headers][] = [
  ['days as real dates', DAY_WRITINGS['real dates dd/mm/yyyy'], daysFrom(FIRST_DAY, 31), DATE_HEADERS],
  ['days as ISO text', DAY_WRITINGS['ISO text'], daysFrom(FIRST_DAY, 28), DATE_HEADERS],
  ['days as text dd/mm/yyyy', DAY_WRITINGS['text dd/mm/yyyy'], daysFrom(FIRST_DAY, 28), DATE_HEADERS],
  ['Mondays as real dates', WEEK_WRITINGS['Mondays as real dates'], periodsFrom(FIRST_DAY, 17, 'week'), WEEK_HEADERS],
  ['week labels', WEEK_WRITINGS['week labels 2026-S02'], periodsFrom(FIRST_DAY, 20, 'week'), WEEK_HEADERS],
  ['months as real dates', MONTH_WRITINGS['months as real dates mmm-yy'], periodsFrom(FIRST_DAY - 4, 12, 'month'), MONTH_HEADERS],
  ['months in full', MONTH_WRITINGS['months in full'], periodsFrom(FIRST_DAY - 4, 12, 'month'), MONTH_HEADERS],
  ['months 2026-01', MONTH_WRITINGS['months 2026-01'], periodsFrom(FIRST_DAY - 4, 12, 'month'), MONTH_HEADERS],
];

const across = ACROSS_WRITINGS.flatMap(([name, writing, days, headers]) =>
  writing
    ? both((language) => ({
        name: `dates across, ${language}, ${name}`,
        language,
        recipe: () => ({
          kind: 'across',
          fields: [offered, answered, abandoned, rate, handleSeconds, sales, revenue],
          days,
          date: { writing, headers },
        }),
      }))
    : [],
);

const { project, task, owner, budget, actual, progress, state, product, region, real, target, reached, contracts } = STATE_FIELDS;
const STATE_SETS: readonly [string, readonly Field[], number][] = [
  ['tasks of projects', [project, task, owner, state, budget, actual, progress], 24],
  ['sales by product', [region, product, real, target, reached], 15],
  ['figures by person', [owner, contracts, real, reached], 8],
  ['calls by site', [site, offered, answered, rate], 3],
];
const snapshots = STATE_SETS.flatMap(([name, fields, rows]) =>
  both((language) => ({
    name: `no date, ${language}, ${name}`,
    language,
    recipe: () => ({ kind: 'snapshot', fields, days: daysFrom(FIRST_DAY, rows), date: null }),
  })),
);

const system1904 = both((language) => ({
  name: `the 1904 date system, ${language}`,
  language,
  date1904: true,
  recipe: () => ({
    kind: 'daily',
    fields: setOf(DAILY_SETS, 0),
    days: daysFrom(FIRST_DAY, 40),
    date: {
      writing: (serial: number) => ({ value: toHostSerial(serial, true), format: 'dd/mm/yyyy' }),
      headers: DATE_HEADERS,
    },
  }),
}));

/** Every generated workbook, the same on every machine; another draw gives as many others. */
export const generatedWorkbooks = (draw = 0): LabelledWorkbook[] =>
  [...daily, ...perSite, ...events, ...periods, ...across, ...snapshots, ...system1904, ...noisySpecs(), ...unusualSpecs()].map(
    (spec, number) => compose(spec, number, draw),
  );
