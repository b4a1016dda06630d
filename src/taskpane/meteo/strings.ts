import type { Language, Weather } from '../../core/meteo/content';
import type { Requirement } from '../../core/meteo/preparation';
import type { FactOrigin } from '../../core/meteo/proposals';
import { en } from './en';
import { fr } from './fr';
import type { SectionName } from './meteoState';

/** Every text of the tab Météo. One value per language: a missing text does not compile. */
export type MeteoStrings = {
  loading: string;
  title: {
    first: (number: number) => string;
    due: (number: number, day: string) => string;
    today: (number: number) => string;
    /** None is before it, but others were made of later weeks. */
    past: (number: number) => string;
    late: (number: number, days: number) => string;
    correction: (number: number, corrected: number) => string;
    ready: (number: number) => string;
    sent: (number: number, day: string) => string;
  };
  /** `read` of `all` sections were opened. */
  drafted: (period: string, read: number, all: number) => string;
  /** The day that the page is made for; `at`: makes it for the day after the last one with data. */
  issued: {
    change: (day: string) => string;
    label: string;
    at: (day: string) => string;
    today: string;
    /** Under a day that is still to come. */
    future: string;
  };
  fits: string;
  /** `more`: how many others are. */
  shortened: (what: string, more: number) => string;
  fog: (days: number, which: string) => string;
  /** Texts typed for a météo that somebody else has sent. */
  left: { text: (number: number) => string; copy: string; copied: string };
  enlarge: string;
  section: Readonly<Record<SectionName, string>>;
  stateOf: (weather: string) => string;
  read: string;
  toRead: (place: number) => string;
  caption: {
    figures: (kpis: number, ahead: string) => string;
    facts: (kept: number, proposed: number) => string;
    noFact: string;
    planned: (short: number, medium: number) => string;
    noPlan: string;
    state: (rule: string) => string;
  };
  message: { label: string; hint: string };
  figures: {
    list: string;
    keyTitle: string;
    chartTitle: string;
    readings: { seasonality: string; anticipation: string; check: string };
    emptyHint: string;
    more: string;
  };
  asDrafted: string;
  facts: {
    list: string;
    none: (number: number) => string;
    noneYet: string;
    origin: Readonly<Record<FactOrigin | 'added', string>>;
    edit: (text: string) => string;
    remove: (text: string) => string;
    text: string;
    add: string;
    kind: string;
    sentence: string;
    put: string;
    cancel: string;
    empty: string;
  };
  planned: {
    short: string;
    medium: string;
    none: string;
    add: string;
    sentence: string;
    date: string;
    actions: string;
    late: string;
    action: (text: string, role: string, due: string) => string;
  };
  state: {
    computed: (weather: string) => string;
    before: (weather: string) => string;
    printed: string;
    better: (weather: string) => string;
    worse: (weather: string) => string;
    asComputed: (weather: string) => string;
    hint: string;
    reason: string;
    action: string;
    /** `weather`: the state that asks for it. */
    actionNeeded: (weather: string) => string;
    /** Under a required action's field where the Journal has one. */
    inJournal: string;
    role: string;
    due: string;
    missing: string;
  };
  /** Why the dock's button has written nothing: what is to be filled in, and where. `weather`: the state that asks for an action. */
  wanting: { title: string; body: Readonly<Record<Requirement, (weather: string) => string>> };
  trend: { up: string; down: string; same: string };
  remarks: (count: number) => string;
  note: (sheet: string) => string;
  /** A day as it follows « avant »: its weekday when it is near. */
  day: { near: (weekday: string) => string; nearDated: (weekday: string, date: string) => string; far: (date: string) => string };
  generate: string;
  generating: string;
  written: (number: number) => string;
  showSheet: string;
  goOn: string;
  preview: { title: string; portrait: string; landscape: string; actual: string; whole: string; region: string; back: string };
  result: {
    prepared: (minutes: number, next: string) => string;
    next: (next: string) => string;
    onePage: string;
    heading: (day: string) => string;
    headingToday: string;
    headingFree: string;
    headingSent: string;
    pdf: { label: string; caption: string; size: (kilobytes: number) => string; running: string };
    mail: { label: string; caption: string; subject: string; text: string; copied: string; notCopied: string; draft: string };
    sent: { label: string; caption: string; running: string };
    saved: (file: string) => string;
    done: string;
    change: string;
    none: { title: string; body: string; start: string };
    back: string;
  };
  sent: { title: (number: number) => string; body: string; correct: string };
  again: string;
  readOnly: string;
  history: {
    title: (count: number) => string;
    none: string;
    noneBody: string;
    cadence: (days: number) => string;
    gap: (days: number) => string;
    sent: (number: number, weather: string, day: string) => string;
    unsent: (number: number, weather: string) => string;
    link: string;
    linkCaption: string;
    back: string;
  };
  select: string;
  weather: Readonly<Record<Weather, string>>;
};

export const meteoStrings: Readonly<Record<Language, MeteoStrings>> = { fr, en };
