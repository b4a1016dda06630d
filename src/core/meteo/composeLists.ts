import { civilOf } from '../period/serial';
import { formatDate, formatDateNear, formatDayMonth } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { typeset, upperFirst } from '../words/typography';
import type { ActionPlanRow, ListItem, MeteoContent } from './content';
import type { HistoryRow } from './history';
import type { MeteoInput } from './input';
import type { JournalEntry, PageEntries } from './journal';
import { geometryOf } from './layoutGeometry';
import { roles } from './layoutStyle';
import { fitsOneLine } from './textMetrics';

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** An entry as a dated line; planned things are dated when they are due. */
const itemOf = (entry: JournalEntry, { issued, language }: MeteoInput): ListItem => {
  const ahead = entry.kind === 'planned';
  const day = ahead ? (entry.due ?? entry.date) : (entry.date ?? entry.due);
  const text = entry.kind === 'risk' ? meteoWords(language).lists.risk(entry.text) : entry.text;
  return {
    // What happened since the last météo needs no year; what is planned may be in the next one.
    key: day === null ? '' : ahead ? formatDateNear(day, civilOf(issued).year) : formatDayMonth(day),
    text: typeset(sentence(upperFirst(text)), language),
    date: day ?? Infinity,
  };
};

/** `depuis la météo n° 13, du 09/11/2026`; without the year, then without the date, where the frame is too narrow. */
const sinceText = (previous: HistoryRow, { language, orientation, issued }: MeteoInput): string => {
  const { since } = meteoWords(language);
  const [left, right] = geometryOf(orientation).yellow.note;
  const dates = [formatDate(previous.issued), formatDateNear(previous.issued, civilOf(issued).year), null];
  const texts = dates.map((date) => typeset(since(previous.number, date), language));
  return texts.find((text) => fitsOneLine(text, right - left, roles.note)) ?? '';
};

/** The yellow frame: what happened since the last météo. `drafted` stands in when the journal has no highlight. */
export const composeYellow = (
  input: MeteoInput,
  entries: PageEntries,
  drafted: readonly ListItem[],
  previous: HistoryRow | null,
): MeteoContent['yellow'] => {
  const { language } = input;
  const { lists, tabs, firstIssue } = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const items = (list: readonly JournalEntry[]): ListItem[] => list.map((entry) => itemOf(entry, input));
  const state = (list: readonly JournalEntry[], key: string, bold: boolean): ListItem[] =>
    items(list).map((item) => ({ ...item, key, ...(bold && { bold }) }));
  const { open, treated } = entries;
  const none = open.length + treated.length === 0;
  return {
    tab: tabs.news,
    note: previous ? sinceText(previous, input) : set(firstIssue),
    highlights: { heading: lists.highlights, items: entries.highlights.length > 0 ? items(entries.highlights) : drafted },
    team: { heading: lists.team, items: items(entries.team) },
    dissatisfactions: {
      heading: set(none ? lists.noDissatisfaction : lists.dissatisfactions(open.length, treated.length)),
      open: state(open, lists.open, true),
      treated: state(treated, lists.treated, false),
    },
  };
};

const actionRow = (entry: JournalEntry, { language, issued }: MeteoInput): ActionPlanRow => {
  const { progress } = meteoWords(language);
  const late = entry.due !== null && entry.due < Math.floor(issued);
  return {
    action: typeset(upperFirst(entry.text), language),
    effect: typeset(upperFirst(entry.effect), language),
    role: typeset(upperFirst(entry.role), language),
    due: entry.due === null ? '' : formatDate(entry.due),
    progress: late ? progress.late : progress[entry.state],
  };
};

/** What the blue frame lists: short term, medium term, actions. */
export const composeAhead = (
  input: MeteoInput,
  entries: PageEntries,
): Pick<MeteoContent['blue'], 'shortTerm' | 'mediumTerm' | 'actions'> => {
  const { lists, plan } = meteoWords(input.language);
  const set = (text: string): string => typeset(text, input.language);
  const items = (list: readonly JournalEntry[]): ListItem[] => list.map((entry) => itemOf(entry, input));
  return {
    shortTerm: { heading: lists.short, items: items(entries.shortTerm) },
    mediumTerm: { heading: lists.medium, items: items(entries.mediumTerm) },
    actions: {
      heading: { ...plan, action: set(plan.action) },
      rows: entries.actions.map((entry) => actionRow(entry, input)),
    },
  };
};
