import type { Random } from '../../assets/sample/random';
import type { Language } from '../../src/core/meteo/content';
import type { Spec } from './compose';
import { FIELDS } from './dayFields';
import { EVENT_FIELDS } from './eventFields';
import type { Field } from './facts';
import * as noise from './noise';
import type { Canvas, Layout, Sketch } from './sketch';
import { daysFrom, FIRST_DAY, momentsFrom } from './tables';
import type { TableLabel } from './label';
import { DAY_WRITINGS, MOMENT_WRITINGS, type Writing } from './writings';

const REAL = DAY_WRITINGS['real dates dd/mm/yyyy'] as Writing;
const DAY_FIRST = DAY_WRITINGS['text dd/mm/yyyy'] as Writing;
const MONTH_FIRST = DAY_WRITINGS['US text m/d/yyyy'] as Writing;
const HEADERS = { fr: ['Date'], en: ['Date'] };

const { offered, answered, abandoned, rate, handleSeconds, sales, revenue, satisfaction, remark, site } = FIELDS;
const CALLS: readonly Field[] = [offered, answered, abandoned, rate, handleSeconds];

type Around = (canvas: Canvas, label: TableLabel, sketch: Sketch) => void;

const bottomOf = (label: TableLabel, sketch: Sketch): number => label.headerRow + sketch.lines.length;
const rightOf = (label: TableLabel): number => Math.max(...label.columns.keys());
const leftOf = (label: TableLabel): number => Math.min(...label.columns.keys());

const put = (canvas: Canvas, row: number, column: number, lines: readonly (readonly (string | number)[])[]): void =>
  lines.forEach((line, down) => line.forEach((value, across) => canvas.put(row + down, column + across, { value })));

const AGENTS: readonly (readonly (string | number)[])[] = [
  ['Agent', 'Objectif', 'Prime'],
  ['C. Martin', 40, 120],
  ['L. Petit', 35, 90],
  ['A. Diallo', 42, 150],
];

const beside: Around = (canvas, label) => put(canvas, label.headerRow, rightOf(label) + 3, AGENTS);
const below: Around = (canvas, label, sketch) => put(canvas, bottomOf(label, sketch) + 5, leftOf(label), AGENTS);
const footnote: Around = (canvas, label, sketch) =>
  put(canvas, bottomOf(label, sketch) + 3, leftOf(label), [
    ['(1) hors appels internes / internal calls left out'],
    ['Source : ACD'],
  ]);
const farCell: Around = (canvas, label) => canvas.put(label.headerRow + 4, 900, { value: 'x' });
const summaryAbove: Around = (canvas, label) =>
  put(canvas, label.headerRow, rightOf(label) + 2, [
    ['Mois', 'Total'],
    ['janvier', 3120],
    ['février', 2890],
  ]);

type Case = {
  name: string;
  fields?: readonly Field[];
  writing?: Writing;
  days?: readonly number[];
  noise?: readonly noise.Noise[];
  layout?: Partial<Layout>;
  around?: Around;
  hiddenCopy?: string;
};

const SHORT_DAYS = daysFrom(FIRST_DAY, 120).filter((day) => (day - FIRST_DAY) % 30 < 6);

const CASES: readonly Case[] = [
  { name: 'a totals row', noise: [noise.totalsRow] },
  { name: 'a totals row and a mean', noise: [noise.totalsRow, noise.averageRow], fields: [offered, answered, abandoned, sales] },
  { name: 'totals after each month', noise: [noise.monthlySubtotals] },
  { name: 'blank rows between weeks', noise: [noise.blankRows] },
  { name: 'days prepared in advance', noise: [noise.daysInAdvance(REAL)] },
  { name: 'text dates prepared in advance', writing: DAY_FIRST, noise: [noise.daysInAdvance(DAY_FIRST)] },
  { name: 'formatted rows that hold nothing', noise: [noise.formattedRows] },
  { name: 'error cells', noise: [noise.errorCells] },
  { name: 'numbers as text', noise: [noise.textNumbers] },
  { name: 'numbers and amounts as text', noise: [noise.textNumbers], fields: [offered, answered, handleSeconds, satisfaction] },
  {
    name: 'labels in several spellings',
    noise: [noise.labelVariants],
    fields: [site, offered, answered, sales],
    days: daysFrom(FIRST_DAY, 25).flatMap((day) => [day, day, day]),
  },
  { name: 'a stray cell 900 columns away', around: farCell },
  { name: 'a table beside', around: beside },
  { name: 'a summary beside', around: summaryAbove },
  { name: 'a table below', around: below },
  { name: 'footnotes', around: footnote },
  { name: 'a hidden copy', hiddenCopy: 'Data' },
  { name: 'a native table', layout: { table: 'tblSuivi', headers: 1 }, fields: [offered, answered, abandoned, sales, revenue] },
  { name: 'a native table with formatted rows', layout: { table: 'Tableau1', headers: 1 }, noise: [noise.daysInAdvance(REAL)] },
  { name: 'a few text dates among real ones', noise: [noise.someTextDates] },
  { name: 'cells that hold no date', noise: [noise.unreadDates] },
  { name: 'cells that hold no date among text dates', writing: DAY_FIRST, noise: [noise.unreadDates] },
  { name: 'dates misread month first', noise: [noise.misreadDates], days: daysFrom(FIRST_DAY, 80) },
  { name: 'text dates that read both ways', writing: MONTH_FIRST, days: SHORT_DAYS },
  { name: 'a mistyped year', noise: [noise.mistypedYear] },
  { name: 'a few days only', days: daysFrom(FIRST_DAY, 6) },
  { name: 'one row', days: daysFrom(FIRST_DAY, 1), layout: { headers: 1 } },
  { name: 'remarks to the right', fields: [offered, answered, rate, remark] },
  {
    name: 'everything at once',
    noise: [noise.errorCells, noise.blankRows, noise.totalsRow, noise.formattedRows],
    around: beside,
  },
];

const { id, topic, priority, status, seconds, closed } = EVENT_FIELDS;
const EVENT_CASES: readonly Case[] = [
  { name: 'events with a totals row', noise: [noise.totalsRow] },
  { name: 'events with formatted rows', noise: [noise.formattedRows] },
  { name: 'events with labels in several spellings', noise: [noise.labelVariants] },
  { name: 'events with a closing date', fields: [id, topic, priority, status, closed] },
  { name: 'events, a hidden copy', hiddenCopy: 'Export' },
  { name: 'events as a native table', layout: { table: 'Tickets', headers: 1 }, fields: [id, priority, status, seconds] },
];

const specOf =
  (language: Language, kind: 'daily' | 'events') =>
  ({ name, fields, writing, days, ...rest }: Case): Spec => ({
    ...rest,
    name: `${name}, ${language}`,
    language,
    ...(kind === 'events' && { layout: { headers: 1, ...rest.layout } }),
    recipe: (random: Random) =>
      kind === 'daily'
        ? {
            kind,
            fields: fields ?? CALLS,
            days: days ?? daysFrom(FIRST_DAY, 60, (weekday) => weekday < 7),
            date: { writing: writing ?? REAL, headers: HEADERS },
          }
        : {
            kind,
            fields: fields ?? [id, topic, priority, status, seconds],
            days: momentsFrom(FIRST_DAY, 90, random),
            date: { writing: writing ?? (MOMENT_WRITINGS['real dates with hours'] as Writing), headers: HEADERS, at: 1 },
          },
  });

/** Tables as people leave them: totals, blank and prepared rows, errors, texts, neighbours, copies, misread dates. */
export const noisySpecs = (): Spec[] =>
  (['fr', 'en'] as const).flatMap((language) => [
    ...CASES.map(specOf(language, 'daily')),
    ...EVENT_CASES.map(specOf(language, 'events')),
  ]);
