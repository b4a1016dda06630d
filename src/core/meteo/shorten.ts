import { plural } from '../words/typography';
import type { KpiRow, Language, ListItem, MeteoContent } from './content';

/** An item as it is printed; `leftOut` marks the line that stands for items which are not. */
type PrintedItem = ListItem & { leftOut?: boolean };

export type PrintedList = { heading: string; items: readonly PrintedItem[] };
type ListContent = { heading: string; items: readonly ListItem[] };
type ListName = 'highlights' | 'team' | 'dissatisfactions' | 'shortTerm' | 'mediumTerm';

/** The content with what gives way taken out. `content` has its KPI rows, readings and chart note already shortened. */
export type PrintedContent = {
  content: MeteoContent;
  lists: Readonly<Record<ListName, PrintedList>>;
  shortened: readonly string[];
};

/** What gives way when the page does not fit, first things first. */
export const shorteningSteps = [
  'treated',
  'highlights',
  'team',
  'mediumTerm',
  'shortTerm',
  'previous',
  'byTheRules',
  'seasonality',
  'kpis',
] as const;
export type ShorteningStep = (typeof shorteningSteps)[number];

/** How much of each step is applied: items left out, or 1 for a line that goes as a whole. */
export type Shortening = Readonly<Record<ShorteningStep, number>>;

export const nothingShortened: Shortening = {
  treated: 0,
  highlights: 0,
  team: 0,
  mediumTerm: 0,
  shortTerm: 0,
  previous: 0,
  byTheRules: 0,
  seasonality: 0,
  kpis: 0,
};

/** Items of a list that always stay. */
const KEPT = { highlights: 3, team: 1, mediumTerm: 1, shortTerm: 3, kpis: 4 } as const;

/** KPIs that may go: neither key nor in Vigilance or Alerte. */
const mayGo = (row: KpiRow): boolean => !row.key && (row.status.status === 'green' || row.status.status === 'none');

/** The most that a step can take out of a content. */
export const mostShortened = (content: MeteoContent, step: ShorteningStep): number => {
  const { green, yellow, blue } = content;
  const beyond = (items: readonly unknown[], kept: number): number => Math.max(0, items.length - kept);
  switch (step) {
    case 'treated':
      return yellow.dissatisfactions.treated.length > 1 ? yellow.dissatisfactions.treated.length : 0;
    case 'highlights':
      // Lists give way further to what may not be left out beside a better level.
      return beyond(yellow.highlights.items, blue.raised ? 1 : KEPT.highlights);
    case 'team':
      return beyond(yellow.team.items, KEPT.team);
    case 'mediumTerm':
      return beyond(blue.mediumTerm.items, KEPT.mediumTerm);
    case 'shortTerm':
      return beyond(blue.shortTerm.items, blue.raised ? 1 : KEPT.shortTerm);
    case 'previous':
      return blue.previous === null ? 0 : 1;
    case 'byTheRules':
      // A better level than the rules give is never printed without the one that they give.
      return blue.byTheRules === undefined || blue.raised ? 0 : 1;
    case 'seasonality':
      return green.readings.some((reading) => reading.kind === 'seasonality') ? 1 : 0;
    case 'kpis':
      return Math.min(beyond(green.rows, KEPT.kpis), green.rows.filter(mayGo).length);
  }
};

/** Does a step give room in the green frame (or in the lists)? In landscape the two stand side by side. */
export const helpsGreen = (step: ShorteningStep): boolean => step === 'seasonality' || step === 'kpis';

/** `leftOutText('+ {n} autre|+ {n} autres', 3, 'fr')` is `+ 3 autres`. */
const leftOutText = (pattern: string, count: number, language: Language): string => {
  const [one = '', many = one] = pattern.split('|');
  return plural(count, one, many, language).replaceAll('{n}', String(count));
};

/** The rows without the last `count` of those that may go. */
const withoutLast = (rows: readonly KpiRow[], count: number): readonly KpiRow[] => {
  const gone = new Set(count === 0 ? [] : rows.filter(mayGo).slice(-count));
  return rows.filter((row) => !gone.has(row));
};

/** The content without what a shortening takes out, with a line that says how much in the place of each. */
export const applyShortening = (content: MeteoContent, shortening: Shortening): PrintedContent => {
  const { green, yellow, blue, language, overflow } = content;
  const shortened: string[] = [];
  const marker = (heading: string, pattern: string, count: number): PrintedItem => {
    const text = leftOutText(pattern, count, language);
    shortened.push(`${heading} (${text})`);
    return { key: '', text, date: 0, leftOut: true };
  };
  /** Of past events the most recent stay, of planned ones the nearest. */
  const past = ({ heading, items }: ListContent, count: number): PrintedList => ({
    heading,
    items: count === 0 ? [...items] : [...items.slice(count), marker(heading, overflow.journal, count)],
  });
  const planned = ({ heading, items }: ListContent, count: number): PrintedList => ({
    heading,
    items: count === 0 ? [...items] : [...items.slice(0, -count), marker(heading, overflow.journal, count)],
  });
  const { heading, open, treated } = yellow.dissatisfactions;
  const lists = {
    dissatisfactions: {
      heading,
      items: shortening.treated === 0 ? [...open, ...treated] : [...open, marker(heading, overflow.treated, treated.length)],
    },
    highlights: past(yellow.highlights, shortening.highlights),
    team: past(yellow.team, shortening.team),
    mediumTerm: planned(blue.mediumTerm, shortening.mediumTerm),
    shortTerm: planned(blue.shortTerm, shortening.shortTerm),
  };
  const season = shortening.seasonality > 0 ? green.readings.find((reading) => reading.kind === 'seasonality') : undefined;
  if (season) shortened.push(season.label);
  const previous = shortening.previous > 0 ? blue.previous : null;
  if (previous) shortened.push(previous.text);
  const byTheRules = shortening.byTheRules > 0 ? blue.byTheRules : undefined;
  if (byTheRules !== undefined) shortened.push(byTheRules);
  const kpiText = shortening.kpis > 0 ? leftOutText(overflow.kpis, shortening.kpis, language) : null;
  if (kpiText !== null) shortened.push(kpiText);
  return {
    content: {
      ...content,
      blue: {
        ...blue,
        // Its icon stays; and the level that gave way stands in the rule's line, what gave it may go.
        ...(previous && { previous: { ...previous, unsaid: true } }),
        ...(byTheRules !== undefined && { byTheRules: '' }),
      },
      green: {
        ...green,
        rows: withoutLast(green.rows, shortening.kpis),
        readings: green.readings.filter((reading) => reading !== season),
        chart: kpiText === null ? green.chart : { ...green.chart, note: `${green.chart.note} ${kpiText}` },
      },
    },
    lists,
    shortened,
  };
};
