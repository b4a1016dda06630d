import { cellName, columnName, quoteSheet } from '../../../src/core/sheet/address';
import { TypedSheet } from './book';

/** Numbers that look like chance and are the same at each run. */
const dice = (seed: number): (() => number) => {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state / 2 ** 32;
  };
};

const TEAMS = ['Nord', 'Sud', 'Est'];
const MONDAY = 45_663; // 06/01/2025

export type Figure = { date: number; team: string; offered: number; answered: number; minutes: number };

/** How a follow-up is laid out: its language, its sheet's name, where it begins, and where formulas about it stand. */
export type Layout = {
  name: string;
  headers: readonly [date: string, team: string, offered: string, answered: string, rate: string, minutes: string];
  data: string;
  /** Sheet of the formulas; the same as the data's when null. */
  summary: string | null;
  row: number;
  column: number;
  days: number;
  title: string | null;
  table: string | null;
  hidden: boolean;
  guarded: boolean;
};

const FRENCH = ['Date', 'Équipe', 'Appels reçus', 'Appels décrochés', 'Taux de décroché', 'Durée (min)'] as const;
const ENGLISH = ['Day', 'Team', 'Calls offered', 'Calls answered', 'Answer rate', 'Talk time (min)'] as const;

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'a plain French sheet from A1',
    headers: FRENCH,
    data: 'Suivi',
    summary: null,
    row: 0,
    column: 0,
    days: 14,
    title: null,
    table: null,
    hidden: false,
    guarded: false,
  },
  {
    name: 'an English sheet with an apostrophe in its name, under a merged title',
    headers: ENGLISH,
    data: "Team's calls 2026",
    summary: null,
    row: 3,
    column: 1,
    days: 21,
    title: 'Weekly follow-up of the hot line',
    table: null,
    hidden: false,
    guarded: true,
  },
  {
    name: 'a native table, formulas on a sheet of their own',
    headers: FRENCH,
    data: 'Données',
    summary: 'Synthèse',
    row: 0,
    column: 0,
    days: 18,
    title: null,
    table: 'tblAppels',
    hidden: false,
    guarded: true,
  },
  {
    name: 'a hidden English sheet from C3',
    headers: ENGLISH,
    data: 'Raw data',
    summary: 'Report',
    row: 2,
    column: 2,
    days: 31,
    title: 'Export',
    table: null,
    hidden: true,
    guarded: false,
  },
  {
    name: 'French data summed up on another sheet with spaces and an apostrophe',
    headers: FRENCH,
    data: "Suivi d'été",
    summary: "Bilan de l'équipe",
    row: 1,
    column: 1,
    days: 26,
    title: 'Suivi quotidien',
    table: null,
    hidden: false,
    guarded: true,
  },
];

/** Places of the columns from the layout's first one. */
export const DATE = 0;
export const TEAM = 1;
export const OFFERED = 2;
export const ANSWERED = 3;
export const RATE = 4;
export const MINUTES = 5;

/** A daily follow-up in a layout, with the figures that it was made from. */
export class FollowUp {
  readonly data: TypedSheet;
  readonly summary: TypedSheet;
  readonly figures: readonly Figure[];
  /** 0-based sheet rows of the first and last day. */
  readonly first: number;
  readonly last: number;

  constructor(
    readonly layout: Layout,
    seed: number,
    { table = true, days = layout.days }: { table?: boolean; days?: number } = {},
  ) {
    const { row, column, headers, title, guarded } = layout;
    this.data = new TypedSheet(layout.data, layout.hidden);
    this.summary = layout.summary === null ? this.data : new TypedSheet(layout.summary);
    const chance = dice(seed + 7);
    this.figures = Array.from({ length: days }, (_, day): Figure => {
      const offered = 40 + Math.floor(chance() * 400);
      // The busier the day, the more calls are lost: the mean of the rates is never the rate of the whole.
      const answered = Math.round(offered * (0.99 - offered / 1_200 - 0.08 * chance()));
      return {
        date: MONDAY + day,
        team: TEAMS[day % 3] ?? '',
        offered,
        answered,
        minutes: answered * (3 + Math.floor(chance() * 4)),
      };
    });
    this.first = row + 1;
    this.last = row + days;
    if (title !== null) {
      this.data.put(0, column, title);
      if (row > 1) this.data.merged = { row: 0, column, columns: 4 };
    }
    this.data.put(row, column, ...headers);
    this.figures.forEach(({ date, team, offered, answered, minutes }, index) => {
      const line = this.first + index;
      const top = cellName(line, column + ANSWERED);
      const bottom = cellName(line, column + OFFERED);
      const rate = guarded ? `=IF(${bottom}=0,"",${top}/${bottom})` : `=${top}/${bottom}`;
      this.data.put(line, column, date, team, offered, answered, rate, minutes);
    });
    this.data.format(this.first, column + DATE, days, 'dd/mm/yyyy').format(this.first, column + RATE, days, '0.0%');
    if (table && layout.table !== null) this.data.table = { name: layout.table, row, column, rows: days + 1, columns: 6 };
  }

  get sheets(): TypedSheet[] {
    return this.summary === this.data ? [this.data] : [this.data, this.summary];
  }

  /** A column over all days, or some, as the summary's formulas write it. */
  ref(place: number, from = this.first, to = this.last): string {
    const { table, headers } = this.layout;
    if (this.data.table && table !== null && from === this.first && to === this.last) return `${table}[${headers[place]}]`;
    return this.data.range(this.summary, this.layout.column + place, from, to);
  }

  /** The whole column of the sheet. */
  wholeColumn(place: number): string {
    const prefix = this.summary === this.data ? '' : `${quoteSheet(this.data.name)}!`;
    const name = columnName(this.layout.column + place);
    return `${prefix}${name}:${name}`;
  }

  cell(place: number, day: number): string {
    const prefix = this.summary === this.data ? '' : `${quoteSheet(this.data.name)}!`;
    return prefix + cellName(this.first + day, this.layout.column + place);
  }

  /** Writes a labelled formula on the summary; gives its address. */
  say(label: string, formula: string, line = 0): { sheet: string; cell: string } {
    const row = this.summary === this.data ? this.last + 4 + 2 * line : 2 + 2 * line;
    const column = this.summary === this.data ? this.layout.column + 8 : 1;
    this.summary.put(row, column, label, formula);
    return { sheet: this.summary.name, cell: cellName(row, column + 1) };
  }

  sum(pick: (figure: Figure) => number, keep: (figure: Figure, day: number) => boolean = () => true): number {
    return this.figures.reduce((sum, figure, day) => (keep(figure, day) ? sum + pick(figure) : sum), 0);
  }

  /** Answered over offered, of the days kept. */
  exactRate(keep: (figure: Figure, day: number) => boolean = () => true): number {
    return this.sum(({ answered }) => answered, keep) / this.sum(({ offered }) => offered, keep);
  }
}
