import { civilOf } from '../period/serial';
import { formatDate, formatDateNarrow, formatDateNear, formatDayMonth } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { typeset, upperFirst } from '../words/typography';
import type { ActionPlanRow, Language, ListItem, MeteoContent, Weather } from './content';
import type { MeteoEdits } from './edits';
import type { HistoryRow } from './history';
import type { MeteoInput } from './input';
import { dayOf, isLate, type JournalEntry, type PageEntries } from './journal';
import { itemOf, printedSentence } from './journalItems';
import { geometryOf } from './layoutGeometry';
import { roles } from './layoutStyle';
import { entryId, type FactProposal } from './proposals';
import { fitsOneLine } from './textMetrics';
import { needsAction } from './weather';

/** `depuis la météo n° 13, du 09/11/2026`; without the year, then without the date, where the frame is too narrow. */
const sinceText = (previous: HistoryRow, { language, orientation, issued }: MeteoInput): string => {
  const { since } = meteoWords(language);
  const [left, right] = geometryOf(orientation).yellow.note;
  const dates = [formatDate(previous.issued, language), formatDateNear(previous.issued, civilOf(issued).year, language), null];
  const texts = dates.map((date) => typeset(since(previous.number, date), language));
  return texts.find((text) => fitsOneLine(text, right - left, roles.note)) ?? '';
};

/** The facts that are printed, as a person left them: their words where they wrote some. */
const printedFacts = (
  facts: readonly FactProposal[],
  { facts: edited = {} }: MeteoEdits,
  language: Language,
): readonly FactProposal[] =>
  facts
    .map((fact) => {
      const edit = edited[fact.id];
      const text = (edit?.text ?? '').trim();
      return { ...fact, kept: edit?.kept ?? fact.kept, text: text === '' ? fact.text : printedSentence(text, language) };
    })
    .filter(({ kept }) => kept);

const byDate = (one: ListItem, other: ListItem): number => one.date - other.date;

/** The yellow frame: what happened since the last météo. */
export const composeYellow = (
  input: MeteoInput,
  facts: readonly FactProposal[],
  edits: MeteoEdits,
  { previous, corrects }: Readonly<Record<'previous' | 'corrects', HistoryRow | null>>,
): MeteoContent['yellow'] => {
  const { language } = input;
  const { lists, tabs, firstIssue } = meteoWords(language);
  const set = (text: string): string => typeset(text, language);
  const printed = printedFacts(facts, edits, language);
  const items = (wanted: FactProposal['list']): ListItem[] =>
    printed
      .filter(({ list }) => list === wanted)
      .map(({ date, text }) => ({ key: date === null ? '' : formatDayMonth(date, language), text, date: date ?? Infinity }));
  const lateOpen = printed.filter(({ list }) => list === 'open').map(({ late }) => late);
  const state = (wanted: FactProposal['list'], key: string, bold: boolean): ListItem[] =>
    items(wanted).map((item) => ({ ...item, key, ...(bold && { bold }) }));
  const open = state('open', lists.open, true).map((item, index) =>
    lateOpen[index] === true ? { ...item, key: lists.late } : item,
  );
  const treated = state('treated', lists.treated, false);
  return {
    tab: tabs.news,
    note: previous ? sinceText(previous, input) : corrects ? '' : set(firstIssue),
    highlights: { heading: lists.highlights, items: items('highlights').sort(byDate) },
    team: { heading: lists.team, items: items('team') },
    dissatisfactions: {
      heading: set(
        open.length + treated.length === 0 ? lists.noDissatisfaction : lists.dissatisfactions(open.length, treated.length),
      ),
      open,
      treated,
    },
  };
};

/**
 * What lists say that hold nothing because nobody has written in a journal, or noted the client's feedback: that there is
 * nothing to report would be more than anybody knows. The figures have been looked at.
 */
export const emptyTextsOf = ({ kept, language }: MeteoInput, isWritten: boolean): Pick<MeteoContent, 'emptyTexts'> => {
  if (!kept || kept.journal || isWritten) return {};
  const { noJournal, nothingInFigures } = meteoWords(language);
  const lists = { highlights: nothingInFigures, team: noJournal, shortTerm: noJournal, mediumTerm: noJournal };
  return { emptyTexts: kept.feedback ? lists : { ...lists, dissatisfactions: noJournal } };
};

const actionRow = (entry: JournalEntry, { language, issued }: MeteoInput): ActionPlanRow => {
  const { progress } = meteoWords(language);
  const late = isLate(entry, issued);
  return {
    action: typeset(upperFirst(entry.text), language),
    effect: typeset(upperFirst(entry.effect), language),
    role: typeset(upperFirst(entry.role), language),
    due:
      entry.due === null
        ? ''
        : language === 'fr'
          ? formatDate(entry.due, language)
          : formatDateNarrow(entry.due, civilOf(issued).year, language),
    progress: late ? progress.late : progress[entry.state],
  };
};

/** Late activities that have a line each; more are one line that counts them. */
const LATE_LINES = 2;

/** What was planned for a day that is past, unless a person took it out: « En retard : … », or how many there are. */
const lateItems = (
  late: readonly JournalEntry[],
  input: MeteoInput,
  planned: MeteoEdits['planned'] = {},
): readonly ListItem[] => {
  const { lists } = meteoWords(input.language);
  const kept = late.filter((entry) => planned[entryId(entry)] !== false);
  if (kept.length <= LATE_LINES)
    return kept.map((entry) => itemOf({ ...entry, text: lists.lateActivity(entry.text.trim()) }, input));
  const since = formatDate(Math.min(...kept.map((entry) => dayOf(entry) ?? Infinity)), input.language);
  return [{ key: '', text: typeset(lists.lateActivities(kept.length, since), input.language), date: -Infinity }];
};

/**
 * What the blue frame lists: short term, medium term, actions. A planned activity stays unless a person took it out. A plan
 * without action says so where the printed weather asks for one.
 */
export const composeAhead = (
  input: MeteoInput,
  entries: PageEntries,
  { planned = {} }: MeteoEdits,
  weather: Weather,
): Pick<MeteoContent['blue'], 'shortTerm' | 'mediumTerm' | 'actions'> => {
  const { lists, plan, noAction } = meteoWords(input.language);
  const set = (text: string): string => typeset(text, input.language);
  const items = (list: readonly JournalEntry[]): ListItem[] =>
    list.filter((entry) => planned[entryId(entry)] !== false).map((entry) => itemOf(entry, input));
  return {
    shortTerm: { heading: lists.short, items: [...lateItems(entries.latePlanned, input, planned), ...items(entries.shortTerm)] },
    mediumTerm: { heading: lists.medium, items: items(entries.mediumTerm) },
    actions: {
      heading: { ...plan, action: set(plan.action) },
      rows: entries.actions.map((entry) => actionRow(entry, input)),
      ...(needsAction(weather) && entries.actions.length === 0 && { none: noAction }),
    },
  };
};
