import type { KpiRow } from '../../core/meteo/content';
import type { MeteoEdits } from '../../core/meteo/edits';
import type { HistoryRow } from '../../core/meteo/history';
import type { MeteoPage } from '../../core/meteo/page';
import type { MeteoPreparation, PreparedPage, Requirement } from '../../core/meteo/preparation';
import type { Problem, Result } from '../../core/problem';
import type { SavedFile } from '../savePdf';

/** The parts of a page being written, in the order in which they are read. */
export const SECTIONS = ['message', 'figures', 'facts', 'planned', 'state'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What the dock's button does. */
export type MeteoAct = 'generate' | 'pdf' | 'mail' | 'sent';

/** A page that was written in the workbook, and how far its sending is. */
export type MadePage = {
  page: MeteoPage;
  row: HistoryRow;
  /** The file that was saved. */
  file: SavedFile | null;
  mailed: boolean;
};

type MeteoReading =
  | { kind: 'loading' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'ready'; preparation: MeteoPreparation; remarks: readonly Problem[] };

type MeteoDock =
  | { kind: 'ready' }
  | { kind: 'running'; act: MeteoAct }
  | { kind: 'done'; act: MeteoAct; file?: SavedFile }
  | { kind: 'problem'; problem: Problem }
  /** Its button found something to fill in first. */
  | { kind: 'wanting'; requirement: Requirement };

/** A KPI of the page with its value and status. */
export type ShownKpi = { key: string; label: string; value: string; status: KpiRow['status'] };

/** What the pane says of a page in its user's language: the rule of its weather, the weeks it looks ahead to, its figures. */
export type ShownPage = { rule: string; ahead: string; kpis: readonly ShownKpi[] };

/** A page, its picture and what is said of it, drawn together. */
export type DrawnPage = { prepared: PreparedPage; picture: string; shown: ShownPage };

export type MeteoState = {
  /** The day that somebody has chosen for the page; null: today. */
  issued: number | null;
  /** Another day was chosen, and the page is not of that day yet. */
  isDating: boolean;
  reading: MeteoReading;
  edits: MeteoEdits;
  /** At most one section is open. */
  open: SectionName | null;
  /** Sections that were opened once. */
  seen: readonly SectionName[];
  /** The last page that could be laid out. */
  drawn: DrawnPage | null;
  /** Why the page with the latest edits cannot be. */
  refusal: Problem | null;
  /** Field that the dock's button found empty; the section that has it focuses it. */
  wanted: Requirement | null;
  /** Clock time of the draft that was taken up again, as milliseconds. */
  restored: number | null;
  /** What another pane has typed for the same page meanwhile: somebody chooses, and nothing is gone over until then. */
  other: Draft | null;
  /** What was typed for a météo that is not to be written any more: somebody else has sent it. */
  left: { number: number; edits: MeteoEdits } | null;
  dock: MeteoDock;
  made: MadePage | null;
};

export type MeteoEvent =
  | { type: 'reading' }
  | { type: 'prepared'; result: Result<MeteoPreparation>; draft: Draft | null }
  /** The page is made for another day, or for today: it is being drafted again. */
  | { type: 'issued'; day: number | null }
  | { type: 'edited'; edits: MeteoEdits }
  | { type: 'drawn'; result: Result<DrawnPage> }
  | { type: 'toggled'; section: SectionName }
  | { type: 'wanting'; requirement: Requirement }
  | { type: 'focused' }
  | { type: 'cleared' }
  | { type: 'met'; other: Draft | null }
  | { type: 'taken'; draft: Draft }
  | { type: 'started'; act: MeteoAct }
  | { type: 'refused'; problem: Problem }
  | { type: 'made'; made: MadePage }
  | { type: 'saved'; file: SavedFile }
  | { type: 'mailed' }
  | { type: 'sent'; day: number }
  | { type: 'undone' }
  | { type: 'left' };

/** A page being written as it was left, here or in another pane. `at` is when, in milliseconds. */
type Draft = { edits: MeteoEdits; seen: readonly SectionName[]; at: number };

export const initialState: MeteoState = {
  issued: null,
  isDating: false,
  reading: { kind: 'loading' },
  edits: {},
  open: null,
  seen: [],
  drawn: null,
  refusal: null,
  wanted: null,
  restored: null,
  other: null,
  left: null,
  dock: { kind: 'ready' },
  made: null,
};

const SECTION_OF: Readonly<Record<Requirement, SectionName>> = {
  reason: 'state',
  action: 'state',
  actionRole: 'state',
  actionDue: 'state',
};

const withSeen = (seen: readonly SectionName[], section: SectionName): readonly SectionName[] =>
  seen.includes(section) ? seen : [...seen, section];

const afterAct = (state: MeteoState, act: MeteoAct, change: Partial<MadePage>): MeteoState =>
  state.made ? { ...state, dock: { kind: 'done', act }, made: { ...state.made, ...change } } : state;

/** What was typed for the page that was shown, when it is another one by now that nobody here has written. */
const leftBehind = ({ reading, edits, made, left }: MeteoState): MeteoState['left'] => {
  if (reading.kind !== 'ready' || made) return left;
  const { number, edits: begun } = reading.preparation;
  return sameEdits(edits, begun) ? left : { number, edits };
};

/** Whether two pages were given the same words and choices. */
export const sameEdits = (one: MeteoEdits, other: MeteoEdits): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The same preparation read again keeps what was typed; that of another météo begins with its own. */
const afterReading = (state: MeteoState, { result, draft }: Extract<MeteoEvent, { type: 'prepared' }>): MeteoState => {
  if (!result.ok) {
    const left = result.problem.code === 'meteo-sent' ? leftBehind(state) : state.left;
    return { ...state, isDating: false, reading: { kind: 'problem', problem: result.problem }, drawn: null, refusal: null, left };
  }
  const reading = { kind: 'ready', preparation: result.value, remarks: result.problems } as const;
  const { number } = result.value;
  if (state.reading.kind === 'ready' && state.reading.preparation.number === number)
    return { ...state, isDating: false, reading };
  return {
    ...initialState,
    issued: state.issued,
    reading,
    edits: draft?.edits ?? result.value.edits,
    seen: draft?.seen ?? [],
    restored: draft?.at ?? null,
    left: leftBehind(state),
    made: state.made?.row.number === number ? state.made : null,
  };
};

/** One step of writing a météo. Whatever happens, what was typed stays until it is cleared or the page is another one. */
export const reduceMeteo = (state: MeteoState, event: MeteoEvent): MeteoState => {
  switch (event.type) {
    case 'reading':
      return { ...state, reading: { kind: 'loading' }, dock: { kind: 'ready' } };
    case 'prepared':
      return afterReading(state, event);
    case 'issued':
      return { ...state, issued: event.day, isDating: true, dock: { kind: 'ready' } };
    case 'edited':
      // A message about the page before is out of date.
      return { ...state, edits: event.edits, dock: { kind: 'ready' } };
    case 'drawn':
      return event.result.ok
        ? { ...state, drawn: event.result.value, refusal: null }
        : { ...state, refusal: event.result.problem };
    case 'toggled':
      return state.open === event.section
        ? { ...state, open: null }
        : { ...state, open: event.section, seen: withSeen(state.seen, event.section) };
    case 'wanting': {
      const { requirement } = event;
      const section = SECTION_OF[requirement];
      const seen = withSeen(state.seen, section);
      return { ...state, open: section, seen, wanted: requirement, dock: { kind: 'wanting', requirement } };
    }
    case 'focused':
      return { ...state, wanted: null };
    case 'cleared':
      return { ...state, edits: {}, restored: null, left: null, seen: [], open: null, dock: { kind: 'ready' } };
    case 'met':
      return { ...state, other: event.other };
    case 'taken': {
      const { edits, seen, at } = event.draft;
      return { ...state, edits, seen, restored: at, other: null, dock: { kind: 'ready' } };
    }
    case 'started':
      return { ...state, dock: { kind: 'running', act: event.act } };
    case 'refused':
      return { ...state, dock: { kind: 'problem', problem: event.problem } };
    case 'made':
      return { ...state, made: event.made, restored: null, dock: { kind: 'done', act: 'generate' } };
    case 'saved':
      // A page that is not written, in a workbook that cannot be, is saved all the same.
      return { ...afterAct(state, 'pdf', { file: event.file }), dock: { kind: 'done', act: 'pdf', file: event.file } };
    case 'mailed':
      return afterAct(state, 'mail', { mailed: true });
    case 'sent':
      return state.made ? afterAct(state, 'sent', { row: { ...state.made.row, sent: event.day } }) : state;
    case 'undone': {
      // What was typed stays: undone is the writing.
      const isSending = state.dock.kind === 'done' && state.dock.act === 'sent';
      const made = isSending && state.made ? { ...state.made, row: { ...state.made.row, sent: null } } : null;
      return { ...state, made, dock: { kind: 'ready' } };
    }
    case 'left':
      return { ...state, dock: { kind: 'ready' } };
  }
};

/** What remains to be done with a page that was made: the dock's button does it. */
export const nextAct = ({ file, mailed, row }: MadePage): MeteoAct | null => {
  if (row.sent !== null) return null;
  if (!file) return 'pdf';
  return mailed ? 'sent' : 'mail';
};

/** The section whose text gives way, told from what the page says of it: `Faits marquants (+ 2 autres, voir Journal)`. */
export const sectionOfFit = (fit: string, { content }: PreparedPage): SectionName => {
  const { yellow, blue } = content;
  const inYellow = [yellow.highlights, yellow.team, yellow.dissatisfactions].some(({ heading }) => fit.startsWith(heading));
  if (inYellow) return 'facts';
  return [blue.shortTerm, blue.mediumTerm].some(({ heading }) => fit.startsWith(heading)) ? 'planned' : 'figures';
};
