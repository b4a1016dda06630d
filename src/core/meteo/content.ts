import type { Status } from '../kpi/kpi';

/**
 * What one météo says, before it is laid out: texts in the page's language, numbers with the text that prints them. The
 * sheet, the PDF and the preview all print these strings, so none of them formats a number of its own.
 */
export type Language = 'fr' | 'en';
export type Orientation = 'portrait' | 'landscape';
export type Weather = 'sun' | 'bright' | 'cloudy' | 'rain' | 'storm' | 'fog';

/** A number as printed, and what a live cell shows: its formula (when it has one) and number format. */
export type Figure = { text: string; value: number | null; numberFormat: string; formula?: string };

export type StatusText = { status: Status; /** Conforme, Vigilance, Alerte, Suivi. */ word: string };

export type KpiRow = {
  id: string;
  label: string;
  value: Figure;
  objective: string;
  status: StatusText;
  change: Figure;
  /** null: too little history, `historyNote` is printed instead of projection and interval. */
  projection: Figure | null;
  interval: string;
  historyNote?: string;
  /** Other rows say the same: the note under the key figure says it once for all, and the row prints a dash. */
  noteOnce?: true;
  key: boolean;
};

/** A dated line of a list; `key` is the date or the state printed left of it. */
export type ListItem = { key: string; text: string; bold?: boolean; /** Serial, for order. */ date: number };

export type ChartContent = {
  /** Printed above the chart: what it shows, and where the scale begins when not at 0. */
  note: string;
  /** Stands in the chart's place where there is nothing to draw. */
  nothing?: string;
  /** One category a week: two lines of label, ISO week key and Monday's serial. */
  weeks: readonly { label: readonly [string, string]; key: string; start: number }[];
  /** Aligned with `weeks`; null where there is no value. */
  actual: readonly (number | null)[];
  previousYear: readonly (number | null)[];
  objective: number | null;
  /** From the last actual (its own value) on; null before. */
  projection: readonly (number | null)[];
  low: readonly (number | null)[];
  high: readonly (number | null)[];
  /** Indices of the first weeks of a new definition: the curve does not join them to the week before. */
  breaks?: readonly number[];
  /** Index of the first projected week; the cut at today stands before it. */
  cut: number;
  labels: { actual: string; previousYear: string; objective: string; projection: string; today: string };
  numberFormat: string;
  /** True for rates and other values drawn as a fraction of 1. */
  percent: boolean;
};

export type ActionPlanRow = { action: string; effect: string; role: string; due: string; progress: string };

export type MeteoContent = {
  language: Language;
  orientation: Orientation;
  number: number;
  /** Serial of the day of issue. */
  issued: number;
  /** Sheet name: `Météo 2026-11-23`. */
  sheetName: string;
  header: { client: string; contract: string; title: string; period: string };
  message: string;
  green: {
    tab: string;
    note: string;
    value: Figure;
    what: string;
    status: StatusText;
    detail: string;
    chart: ChartContent;
    tableHead: {
      indicator: string;
      value: string;
      objective: string;
      status: string;
      change: readonly [string, string];
      projection: readonly [string, string];
      interval: readonly [string, string];
    };
    rows: readonly KpiRow[];
    readings: readonly { kind: 'seasonality' | 'anticipation' | 'check'; label: string; text: string }[];
  };
  yellow: {
    tab: string;
    note: string;
    highlights: { heading: string; items: readonly ListItem[] };
    team: { heading: string; items: readonly ListItem[] };
    dissatisfactions: { heading: string; open: readonly ListItem[]; treated: readonly ListItem[] };
  };
  blue: {
    tab: string;
    note: string;
    weather: Weather;
    word: string;
    /** What gave the level; where a person changed it, the computed one that gave way and why. */
    rule: string;
    /** `unsaid`: its icon stands alone where there is no room for its words. */
    previous: { weather: Weather; text: string; unsaid?: boolean } | null;
    /** Only where a person changed the level: the computed one and its rule. */
    byTheRules?: string;
    /** The printed level is better than the computed one: what the rules gave never gives way. */
    raised?: boolean;
    shortTerm: { heading: string; items: readonly ListItem[] };
    mediumTerm: { heading: string; items: readonly ListItem[] };
    actions: {
      heading: { action: string; effect: string; role: string; due: string; progress: string };
      rows: readonly ActionPlanRow[];
      /** Stands in the plan's place where the weather asks for an action and there is none. */
      none?: string;
    };
  };
  footer: { source: string; next: string; preparation: string; page: string };
  /** Printed in a list that holds nothing ("Rien à signaler"). */
  emptyText: string;
  /** Printed in its place in lists whose emptiness says something else: that nobody keeps what they are drawn from. */
  emptyTexts?: Readonly<Partial<Record<'highlights' | 'team' | 'dissatisfactions' | 'shortTerm' | 'mediumTerm', string>>>;
  /**
   * Words for what did not fit. `{n}` stands for the number left out, and a bar parts singular from plural:
   * `+ {n} autre, voir Journal|+ {n} autres, voir Journal` prints "+ 3 autres, voir Journal".
   */
  overflow: { journal: string; treated: string; kpis: string };
};
