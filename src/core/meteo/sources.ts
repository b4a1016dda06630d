import { readFeedback } from '../client/feedback';
import { readSettings, SETTINGS_TABLE, settingsProblems } from '../client/settings';
import { completedSettings } from '../client/settings-completed';
import { clientProblems, proposeSettings } from '../client/settings-propose';
import { settingsSheet } from '../client/settings-sheet';
import { sheetNameFor } from '../consolidation/consolidate';
import { readRowsSteps } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { dictionarySheet } from '../kpi/dictionary';
import { dictionarySteps } from '../kpi/dictionary-read';
import { twoMeasuresSteps } from '../kpi/complements';
import { rulesOfKpi } from '../kpi/kpi';
import { DICTIONARY_TABLE } from '../kpi/dictionary-words';
import { closedHolidays } from '../period/closed-holidays';
import { done, problem, refused, type Result } from '../problem';
import type { NameDraft, SheetDraft } from '../sheet/draft';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { dataExamples, journalExamples } from '../template/examples';
import { inOwnStep } from '../period/coverage';
import { quoted } from '../words/typography';
import { vocabulary } from '../words/vocabulary';
import type { Language, Orientation } from './content';
import type { MeteoEdits } from './edits';
import { readHistory } from './history';
import type { MeteoInput } from './input';
import { openFeedback } from './feedbackRows';
import { placedJournal } from './journal';
import { JOURNAL_TABLE } from './journalWords';
import { kpiSeries } from './kpiSeries';
import { liveSource } from './liveSource';
import { cadenceFor } from './pagePeriods';

export type MeteoRequest = {
  language: Language;
  /** Serial of the day of issue, the time of day as its fraction where known. */
  issued: number;
  /** Absent: what the settings say. */
  orientation?: Orientation;
  /** Minutes of preparation; null when not measured. */
  minutes: number | null;
  /** What a person changed in the drafted page; absent: what was changed when the same météo was made before, if it was. */
  edits?: MeteoEdits;
  /** Make a page that puts right the one of this period that was sent, under a number of its own. */
  correction?: boolean;
  /** The page is marked as sent once it is made: it says so. */
  sent?: boolean;
};

/** What a météo is made from: what the workbook says, sheets that it lacks, and those of the add-in's that it has. */
export type MeteoSources = {
  input: MeteoInput;
  lacking: readonly SheetDraft[];
  kept: readonly string[];
  /** Names that the page's formulas stand on and the workbook lacks. */
  names: readonly NameDraft[];
};

/** Where the figures come from, as the page's footer says it. */
const sourceText = (table: DetectedTable, language: Language): string =>
  `${language === 'fr' ? 'feuille' : 'sheet'} ${quoted(table.sheet.trim(), language)}`;

/**
 * Gathers what a météo needs from a workbook. Settings and dictionary that the workbook lacks are proposed, to be written
 * with the météo so that the user can correct them; those that it has are read and left as they are. Days from the
 * day of issue on are left out: a météo made again for an earlier day says what it would have said.
 */
export const meteoSources = (workbook: WorkbookSnapshot, table: DetectedTable, request: MeteoRequest): Result<MeteoSources> =>
  atOnce(meteoSourcesSteps(workbook, table, request));

/** `meteoSources` in slices. */
export function* meteoSourcesSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  request: MeteoRequest,
): Steps<Result<MeteoSources>> {
  const settings = readSettings(workbook, request.language) ?? proposeSettings(workbook, table, request.language);
  const { language } = settings;
  yield undefined;
  const rows = yield* readRowsSteps(workbook, table);
  yield undefined;
  if (!rows?.coverage) return refused(problem('no-dates', { sheets: workbook.sheets.length }));
  const { kpis, problems } = yield* dictionarySteps(workbook, table, language);
  yield undefined;
  if (kpis.length === 0) return refused(problem('no-measures', {}, { sheet: table.sheet }));
  const measured = yield* rows.measuredSteps(kpis.flatMap(rulesOfKpi));
  if (!measured) return refused(problem('no-measures', {}, { sheet: table.sheet }));
  const coverage = inOwnStep(measured);
  const judgedTwice = yield* twoMeasuresSteps(kpis, rows);
  yield undefined;
  const printed = kpis.filter(({ internal }) => !internal);
  const rules = printed.flatMap(rulesOfKpi);
  const live = yield* liveSource({ workbook, table, rows, rules, language });
  yield undefined;
  const { sheets } = vocabulary(language);
  const drafts: readonly [table: string, title: string, draft: (name: string) => SheetDraft][] = [
    [SETTINGS_TABLE, sheets.settings, (name) => settingsSheet(settings, name)],
    [DICTIONARY_TABLE, sheets.dictionary, (name) => dictionarySheet(kpis, table, language, name)],
  ];
  const journal = placedJournal(workbook);
  const closed = closedHolidays(coverage, settings, request.issued);
  yield undefined;
  const completed = completedSettings(workbook, language);
  const taken = new Set<string>();
  const lacking = drafts
    .filter(([name]) => !findTable(workbook, name))
    .map(([name, title, draft]) => draft(sheetNameFor(workbook, name, title, taken)));
  return done(
    {
      input: {
        language,
        orientation: request.orientation ?? settings.orientation,
        settings: {
          ...settings,
          cadence: cadenceFor(settings.cadence, coverage.step),
          keyFigure: settings.keyFigure === '' ? undefined : settings.keyFigure,
          closedDays: [...settings.closedDays, ...closed],
        },
        kpis: printed.map((kpi) => kpiSeries(kpi, rows, live)),
        coverage,
        source: sourceText(table, language),
        journal,
        feedback: openFeedback(workbook),
        // The first page brings an empty journal with it: that is none yet.
        kept: { journal: journal.length > 0, feedback: readFeedback(workbook).length > 0 },
        history: readHistory(workbook),
        issued: request.issued,
        minutes: request.minutes,
        edits: request.edits ?? null,
        ...(request.correction && { correction: true }),
        ...(request.sent && { sent: true }),
        ...(table.reason === 'one-row-a-quarter' && { quarterly: true }),
      },
      lacking: [...lacking, ...(completed ? [completed] : []), ...live.sheets],
      names: live.names,
      kept: [...drafts.map(([name]) => name), JOURNAL_TABLE].flatMap((name) => findTable(workbook, name)?.sheet.name ?? []),
    },
    [
      ...settingsProblems(workbook),
      ...clientProblems(workbook, table),
      ...dataExamples(workbook),
      ...journalExamples(workbook),
      ...problems,
      ...judgedTwice,
    ],
  );
}
