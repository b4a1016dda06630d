import type { DetectedTable } from '../detect/detected';
import { done, refused, type Result } from '../problem';
import type { WorkbookDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { changedMeteo, type ExpectedMeteo } from './changed-meteo';
import { composeMeteoSteps, type ComposedMeteo } from './compose';
import type { HistoryRow } from './history';
import { historyWith } from './historySheet';
import { journalWith } from './journalSheet';
import { layoutMeteo } from './layout';
import type { MeteoPage } from './page';
import { meteoSheet } from './sheet';
import { meteoSourcesSteps, type MeteoRequest, type MeteoSources } from './sources';
import { takeOver } from './takeOver';

/**
 * All that generating a météo writes, in one go: what the workbook lacks, the rows that a person added to the journal, the row
 * of the history, the page and its names.
 */
const writtenMeteo = (
  workbook: WorkbookSnapshot,
  { input, lacking, names }: MeteoSources,
  { row, newEntries }: ComposedMeteo,
  page: MeteoPage,
): Result<WorkbookDraft> => {
  const journal = journalWith(workbook, newEntries, input.language);
  if (!journal.ok) return journal;
  const sheet = meteoSheet(page);
  const pages = takeOver(sheet.sheets, row, input.history, workbook);
  const history = historyWith(workbook, row, input.language);
  const entries = journal.value.draft ? [journal.value.draft] : [];
  return done({ sheets: [...lacking, ...entries, history, ...pages], names: [...names, ...sheet.names] });
};

/** A météo before it is written: its page, what the history keeps of it, and sheets of the add-in's that the workbook has. */
export type MadeMeteo = { draft: WorkbookDraft; page: MeteoPage; row: HistoryRow; kept: readonly string[] };

/**
 * Makes a météo from a workbook, in slices. Refused as its parts are (without figures, without key KPI, sent, too long), and where
 * it is not the one that is `expected`.
 */
export function* madeMeteoSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  request: MeteoRequest & { expected?: ExpectedMeteo },
): Steps<Result<MadeMeteo>> {
  const sources = yield* meteoSourcesSteps(workbook, table, request);
  if (!sources.ok) return sources;
  const composed = yield* composeMeteoSteps(sources.value.input);
  if (!composed.ok) return composed;
  const changed = changedMeteo(sources.value.input.history, composed.value.row, request.expected);
  if (changed) return refused(changed);
  yield undefined;
  const page = layoutMeteo(composed.value.content);
  if (!page.ok) return page;
  yield undefined;
  const draft = writtenMeteo(workbook, sources.value, composed.value, page.value);
  if (!draft.ok) return draft;
  const problems = [...sources.problems, ...composed.problems, ...page.problems];
  return done({ draft: draft.value, page: page.value, row: composed.value.row, kept: sources.value.kept }, problems);
}
