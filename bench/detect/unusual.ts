import type { Random } from '../../assets/sample/random';
import type { ColumnType } from '../../src/core/detect/detected';
import type { Language } from '../../src/core/meteo/content';
import type { CellValue } from '../../src/core/sheet/snapshot';
import { civilOf, weekdayOf } from '../../src/core/period/serial';
import type { Spec } from './compose';
import { FIELDS } from './dayFields';
import { EVENT_FIELDS } from './eventFields';
import { AGENTS, round, SITES, value, type Facts, type Field } from './facts';
import type { Noise } from './noise';
import type { Sketch } from './sketch';
import { STATE_FIELDS } from './stateFields';
import { daysFrom, FIRST_DAY, momentsFrom, periodsFrom } from './tables';
import { DAY_WRITINGS, MONTH_WRITINGS, MOMENT_WRITINGS, type Writing } from './writings';

const REAL = DAY_WRITINGS['real dates dd/mm/yyyy'] as Writing;
const DAY_FIRST = DAY_WRITINGS['text dd/mm/yyyy'] as Writing;
const MONTH = MONTH_WRITINGS['months as real dates mmm-yy'] as Writing;
const MOMENT = MOMENT_WRITINGS['real dates with hours'] as Writing;

const DATE = { fr: ['Date'], en: ['Date'] };
const MONTHS = { fr: ['Mois'], en: ['Month'] };

const field = (
  fr: string,
  en: string,
  type: ColumnType,
  read: (facts: Facts, language: Language) => CellValue,
  format?: string,
): Field => ({
  fr: [fr],
  en: [en],
  types: [type],
  cell: value(read, format),
});

const two = (number: number): string => String(number).padStart(2, '0');
const { offered, answered, abandoned, rate, handleSeconds, sales, revenue, satisfaction, remark, weekday } = FIELDS;
const CALLS: readonly Field[] = [offered, answered, abandoned, rate, handleSeconds];

const clockText = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.round(seconds) % 60)}`;

/** Columns that people keep and that look like something else. */
const ODD = {
  handleText: field('DMT', 'AHT', 'duration', ({ seconds, answered: calls }) => clockText(seconds / calls)),
  hours: field('Temps productif (h)', 'Productive time (hours)', 'duration', ({ seconds }) => round(seconds / 3600, 2)),
  lines: field('Appels\nreçus', 'Calls\noffered', 'count', ({ offered: calls }) => calls),
  linesAnswered: field('Appels\ntraités ', 'Calls\nanswered ', 'count', ({ answered: calls }) => calls),
  rowNumber: field('N°', 'No', 'identifier', ({ index }) => index + 1),
  order: field('N° commande', 'Order number', 'identifier', ({ index }) => 45_210 + 3 * index),
  postcode: {
    ...field('Code postal', 'Postcode', 'category', ({ index }) => [35_000, 44_100, 45_000, 33_800][index % 4] ?? 0),
    types: ['category', 'identifier'],
  },
  salary: field('Salaire brut annuel (€)', 'Annual salary ($)', 'amount', ({ index }) => 36_400 + 850 * index),
  running: field('CA cumulé (€)', 'Cumulative revenue ($)', 'amount', ({ index }) => 34_500 + 410 * index),
  callTime: field('Heure', 'Time', 'time', ({ day }) => {
    const minutes = Math.round((day % 1) * 1440);
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }),
  percentOrSign: field('% objectif', '% of target', 'rate', ({ index, random }) =>
    index % 5 === 2 ? '%' : round(0.5 + random.next(), 2),
  ),
  dialled: field('Appels émis', 'Dials', 'count', ({ offered: calls }) => 3 * calls),
  reached: field('Contacts argumentés', 'Contacts pitched', 'count', ({ answered: calls }) => calls),
  conversion: field(
    'Taux de transformation',
    'Conversion rate',
    'rate',
    ({ sales: sold, answered: calls }) => sold / calls,
    '0.0%',
  ),
  created: field('Tickets créés', 'Tickets created', 'count', ({ offered: calls }) => calls),
  solved: field('Tickets résolus', 'Tickets resolved', 'count', ({ answered: calls }) => calls),
  backlog: field('Stock', 'Backlog', 'count', ({ index }) => 140 + ((index * 7) % 31)),
  sla: field('Respect GTR (%)', 'SLA met (%)', 'rate', ({ random }) => round(88 + 11 * random.next(), 1)),
} satisfies Record<string, Field>;

/** Sites side by side, each with the same headers. */
const sitesAbreast: readonly Field[] = SITES.flatMap((site) =>
  [offered, answered, abandoned].map((column): Field => ({
    ...column,
    fr: [column.fr[0] ?? ''],
    en: [column.en[0] ?? ''],
    group: { fr: site, en: site },
  })),
);

const onLines = (sketch: Sketch, change: (lines: Sketch['lines']) => Sketch['lines']): Sketch => ({
  ...sketch,
  lines: change(sketch.lines),
});
const latestFirst: Noise = (sketch) => onLines(sketch, (lines) => [...lines].reverse());
const shuffled: Noise = (sketch, { random }) =>
  onLines(sketch, (lines) =>
    lines
      .map((line) => ({ line, by: random.next() }))
      .sort((a, b) => a.by - b.by)
      .map(({ line }) => line),
  );
const twice: Noise = (sketch) => onLines(sketch, (lines) => [...lines.slice(0, 12), ...lines.slice(11)]);

const closedDays =
  (shown: (column: number) => CellValue): Noise =>
  (sketch) =>
    onLines(sketch, (lines) =>
      lines.map((line) =>
        weekdayOf(line.day ?? 0) < 6
          ? line
          : { ...line, cells: line.cells.map((cell, column) => (column === sketch.date ? cell : { value: shown(column) })) },
      ),
    );

/** A total under the header, above the days. */
const totalOnTop: Noise = (sketch) =>
  onLines(sketch, (lines) => [
    {
      cells: sketch.columns.map(({ types }, column) => {
        if (column === 0) return { value: 'TOTAL' };
        const numbers = lines.map(({ cells }) => cells[column]?.value).filter((cell) => typeof cell === 'number');
        return { value: types[0] === 'count' ? numbers.reduce((sum, number) => sum + number, 0) : '' };
      }),
    },
    ...lines,
  ]);

/** A column for the total of all periods, to the right of them. */
const totalAcross: Noise = (sketch) => {
  const { lines } = totalOnTop(sketch, { random: { next: () => 0, normal: () => 0 }, language: 'fr' });
  return onLines(sketch, () => [...lines.slice(1), ...lines.slice(0, 1)]);
};

const dayMonth =
  (write: (day: number, month: number, year: number) => string): Writing =>
  (serial) => {
    const { year, month, day } = civilOf(serial);
    return { value: write(day, month, year) };
  };

const ENGLISH_MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const FRENCH_MONTHS = 'Janv. Févr. Mars Avr. Mai Juin Juil. Août Sept. Oct. Nov. Déc.'.split(' ');

type Case = Pick<Spec, 'noise' | 'layout' | 'around'> & {
  name: string;
  kind?: 'daily' | 'events' | 'periods' | 'across' | 'snapshot';
  fields?: readonly Field[];
  writing?: Writing | null;
  headers?: Readonly<Record<Language, readonly string[]>>;
  at?: number;
  days?: (random: Random) => readonly number[];
};

const cards: Spec['around'] = (canvas) =>
  [
    ['Reçus', '', 'Traités', '', 'QS'],
    [12_450, '', 11_310, '', 0.908],
  ].forEach((line, row) => line.forEach((cell, column) => canvas.put(row, 1 + 2 * column, { value: cell })));

const monthsBeside: Spec['around'] = (canvas, label) => {
  const left = Math.max(...label.columns.keys()) + 3;
  canvas.put(label.headerRow, left, { value: 'Mois' });
  canvas.put(label.headerRow, left + 1, { value: 'Total' });
  periodsFrom(FIRST_DAY, 3, 'month').forEach((month, row) => {
    canvas.put(label.headerRow + 1 + row, left, { value: month, format: 'mmm-yy' });
    canvas.put(label.headerRow + 1 + row, left + 1, { value: 4_000 + 13 * row });
  });
};

const moments = (random: Random): readonly number[] => momentsFrom(FIRST_DAY, 80, random);
const { id, topic, status, seconds, closed } = EVENT_FIELDS;

const CASES: readonly Case[] = [
  { name: 'the latest day first', noise: [latestFirst] },
  { name: 'days in no order', noise: [shuffled] },
  { name: 'a day twice', noise: [twice] },
  { name: 'closed days left blank', noise: [closedDays(() => '')] },
  { name: 'closed days with zeros', noise: [closedDays(() => 0)], fields: [offered, answered, abandoned] },
  { name: 'closed days with a word', noise: [closedDays((column) => (column === 1 ? 'Fermé' : ''))] },
  { name: 'a total under the header', noise: [totalOnTop] },
  { name: 'figures of a dashboard above', layout: { row: 8, column: 1, above: [] }, around: cards },
  { name: 'far down the sheet', layout: { row: 40, column: 1, above: [] } },
  { name: 'months beside the days', around: monthsBeside },
  { name: 'sites abreast under their names', fields: sitesAbreast, layout: { headers: 2 } },
  { name: 'headers on two lines of a cell', fields: [ODD.lines, ODD.linesAnswered, satisfaction, remark] },
  { name: 'a row number before the date', fields: [ODD.rowNumber, offered, answered, sales], at: 1 },
  { name: 'a date without a header', headers: { fr: [''], en: [''] } },
  { name: 'an outbound campaign', fields: [ODD.dialled, ODD.reached, sales, revenue, ODD.conversion] },
  { name: 'a service desk', fields: [weekday, ODD.created, ODD.solved, ODD.backlog, ODD.sla] },
  { name: 'clock times as text', fields: [offered, answered, ODD.handleText] },
  { name: 'hours with decimals', fields: [offered, answered, ODD.hours, ODD.percentOrSign] },
  { name: 'a running total that looks like serials', writing: DAY_FIRST, fields: [offered, ODD.running] },
  { name: 'text d/m/yyyy', writing: dayMonth((day, month, year) => `${String(day)}/${String(month)}/${String(year)}`) },
  { name: 'text dd.mm.yyyy', writing: dayMonth((day, month, year) => `${two(day)}.${two(month)}.${String(year)}`) },
  { name: 'US text m/d/yy', writing: dayMonth((day, month, year) => `${String(month)}/${String(day)}/${two(year % 100)}`) },
  { name: 'three years of days', days: () => daysFrom(FIRST_DAY - 1_000, 1_000) },
  { name: 'tickets, the closing date before the opening one', kind: 'events', fields: [id, closed, topic, status], at: 2 },
  {
    name: 'orders whose numbers look like serials',
    kind: 'events',
    writing: DAY_FIRST,
    fields: [ODD.order, topic, EVENT_FIELDS.amount],
    at: 1,
  },
  {
    name: 'calls, the hour as text in a column of its own',
    kind: 'events',
    writing: DAY_FIRST,
    fields: [id, ODD.callTime, topic, seconds],
    at: 1,
  },
  {
    name: 'calls, the latest first',
    kind: 'events',
    noise: [latestFirst],
    fields: [id, EVENT_FIELDS.agent, topic, seconds],
    at: 1,
  },
  {
    name: 'months by their last day',
    kind: 'periods',
    writing: (serial) => ({ value: serial, format: 'dd/mm/yyyy' }),
    headers: MONTHS,
    days: () =>
      periodsFrom(FIRST_DAY - 4, 15, 'month')
        .slice(1)
        .map((day) => day - 1),
  },
  {
    name: 'months in capitals',
    kind: 'periods',
    headers: MONTHS,
    writing: dayMonth((_, month, year) => `${ENGLISH_MONTHS[month - 1] ?? ''}-${two(year % 100)}`),
    days: () => periodsFrom(FIRST_DAY - 4, 14, 'month'),
  },
  {
    name: 'short French months',
    kind: 'periods',
    headers: MONTHS,
    writing: dayMonth((_, month, year) => `${FRENCH_MONTHS[month - 1] ?? ''} ${String(year)}`),
    days: () => periodsFrom(FIRST_DAY - 4, 14, 'month'),
  },
  {
    name: 'months of several sites',
    kind: 'periods',
    headers: MONTHS,
    writing: MONTH,
    fields: [FIELDS.site, offered, answered, sales],
    days: () => periodsFrom(FIRST_DAY - 4, 8, 'month').flatMap((day) => [day, day, day]),
  },
  {
    name: 'months across and their total',
    kind: 'across',
    headers: MONTHS,
    writing: MONTH,
    noise: [totalAcross],
    fields: [offered, answered, sales],
    days: () => periodsFrom(FIRST_DAY - 4, 12, 'month'),
  },
  {
    name: 'people and pay that looks like serials',
    kind: 'snapshot',
    writing: null,
    fields: [STATE_FIELDS.owner, STATE_FIELDS.region, ODD.salary],
    days: () => daysFrom(FIRST_DAY, AGENTS.length),
  },
  {
    name: 'places and postcodes that look like serials',
    kind: 'snapshot',
    writing: null,
    fields: [STATE_FIELDS.region, ODD.postcode, STATE_FIELDS.real, STATE_FIELDS.contracts],
    days: () => daysFrom(FIRST_DAY, 15),
  },
];

const CALENDAR: Readonly<Record<string, (random: Random) => readonly number[]>> = {
  daily: () => daysFrom(FIRST_DAY, 56),
  events: moments,
};

const specOf =
  (language: Language) =>
  ({ name, kind = 'daily', fields = CALLS, writing, headers = DATE, at = 0, days, ...rest }: Case): Spec => ({
    ...rest,
    name: `${name}, ${language}`,
    language,
    layout: { ...(kind === 'events' && { headers: 1 as const }), ...rest.layout },
    recipe: (random) => ({
      kind,
      fields,
      days: (days ?? CALENDAR[kind] ?? (() => []))(random),
      date: writing === null ? null : { writing: writing ?? (kind === 'events' ? MOMENT : REAL), headers, at },
    }),
  });

/** Sheets that are rarer, or hold what is easily taken for a date. */
export const unusualSpecs = (): Spec[] => (['fr', 'en'] as const).flatMap((language) => CASES.map(specOf(language)));
