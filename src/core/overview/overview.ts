import { lacksUnit } from '../detect/asked-unit';
import { readFeedback, sortFeedback } from '../client/feedback';
import { USUAL_CADENCE } from '../client/cadence';
import { readSettings } from '../client/settings';
import { readRowsSteps } from '../consolidation/rows';
import { detectSteps } from '../detect/detect';
import type { DetectedTable, Detection } from '../detect/detected';
import { applyMapping, type MappedDetection } from '../detect/mapping-apply';
import { dictionarySteps } from '../kpi/dictionary-read';
import { DICTIONARY_TABLE } from '../kpi/dictionary-words';
import type { Language } from '../meteo/content';
import { readHistory } from '../meteo/history';
import type { MeteoInput } from '../meteo/input';
import { meteoSourcesSteps } from '../meteo/sources';
import type { PeriodKind } from '../period/period';
import { rowsAwaited } from '../template/rows-awaited';
import { withoutExamples } from '../template/examples';
import { problem, type Problem } from '../problem';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, type Steps } from '../steps';
import { completePeriods } from '../watch/alerts';
import { multiplesSteps } from '../watch/multiples';
import { consolidatedOf, type Consolidated } from './consolidated';
import { dueItems, type DueItem } from './due';
import { nextFlash } from './flash';
import { readingsOf, type LastPeriod, type Reading } from './lastPeriod';
import { meteoDue, type MeteoDue } from './meteoDue';

/** The table that everything is computed from. */
export type OverviewSource = {
  sheet: string;
  kind: DetectedTable['kind'];
  /** Rows with data. */
  rows: number;
  /** Each of them is a day of its own. */
  areDays: boolean;
  /** First and last day, as serials; null without dates. */
  first: number | null;
  last: number | null;
  confirmed: boolean;
  /** Questions that hold up every figure: headers that changed, columns that are gone, day and month that may be exchanged. */
  questions: number;
};

/** What a workbook holds and what is to be done with it, on a day. Dates are serials. */
export type Overview = {
  /** Tables found; the source is the first of them. */
  tables: number;
  source: OverviewSource | null;
  /** Why there is no source. */
  nothing: Problem | null;
  /** Remarks on what was found. */
  remarks: readonly Problem[];
  /** Example rows of a template that nobody has changed. */
  examples: number;
  /** From the settings; empty texts where nobody has said. */
  client: { client: string; contract: string };
  /** `kept`: the workbook has a dictionary; without one they are proposals. `unconfirmed`: labels of proposed thresholds. */
  kpis: { followed: number; keys: number; unconfirmed: readonly string[]; kept: boolean };
  consolidated: Consolidated;
  /** Last period that is over, key KPIs first, three readings at most. */
  last: LastPeriod | null;
  alerts: number;
  drifts: number;
  meteo: MeteoDue;
  due: readonly DueItem[];
  readOnly: boolean;
  structureProtected: boolean;
};

/** Readings shown of the last period. */
const MOST_READINGS = 3;

const questionsOf = ({ questions, problems }: MappedDetection, table: DetectedTable): number =>
  questions.length +
  table.columns.filter(lacksUnit).length +
  problems.filter(({ code, place }) => code === 'day-month-swap' && place?.sheet === table.sheet).length;

const reasonFor = (workbook: WorkbookSnapshot, { problems }: Detection): Problem => {
  const said = problems.find(({ code }) => code === 'workbook-empty' || code === 'no-dates');
  return rowsAwaited(workbook) ?? said ?? problem('no-dates', { sheets: workbook.sheets.length });
};

type Watched = { last: LastPeriod | null; alerts: readonly Reading[]; drifts: readonly string[] };

/** What the page of alerts shows, in short: by the same periods and limits. */
function* watchedOf(input: MeteoInput | null, step: PeriodKind, language: Language): Steps<Watched> {
  const period = input && completePeriods(input, step).at(-1);
  if (!input || !period) return { last: null, alerts: [], drifts: [] };
  yield undefined;
  const readings = yield* readingsOf(input.kpis, period, language);
  const { multiples } = yield* multiplesSteps(input, step);
  const drifting = multiples.filter(({ state }) => state === 'drift');
  return {
    last: { period, readings: readings.slice(0, MOST_READINGS) },
    alerts: readings.filter(({ status }) => status === 'red'),
    drifts: drifting.map(({ kpi }) => kpi.label),
  };
}

/**
 * All that the first page and the hub of the data say, from one reading of the workbook. `now` is the serial of the moment,
 * the time of day as its fraction; texts of figures are in `language`. Nothing is written.
 */
export const overviewOf = (workbook: WorkbookSnapshot, now: number, language: Language): Overview =>
  atOnce(overviewSteps(workbook, now, language));

/** The same in steps of some milliseconds. */
export function* overviewSteps(workbook: WorkbookSnapshot, now: number, language: Language): Steps<Overview> {
  const mapped = applyMapping(workbook, yield* detectSteps(workbook));
  yield undefined;
  const table = mapped.tables.find(({ dateColumn }) => dateColumn !== null) ?? null;
  const rows = table && (yield* readRowsSteps(workbook, table));
  const settings = readSettings(workbook, language);
  const { kpis } = table ? yield* dictionarySteps(workbook, table, language) : { kpis: [] };
  const sources = table && (yield* meteoSourcesSteps(workbook, table, { language, issued: now, minutes: null }));
  const input = sources?.ok ? sources.value.input : null;
  const coverage = input?.coverage ?? rows?.coverage ?? null;
  const { last, alerts, drifts } = yield* watchedOf(input, rows?.step ?? 'day', language);
  const cadence = input?.settings.cadence ?? settings?.cadence ?? USUAL_CADENCE;
  const closedDays = input?.settings.closedDays ?? settings?.closedDays ?? [];
  const meteo = meteoDue(readHistory(workbook), cadence, now, coverage && { coverage, closedDays });
  const shown = kpis.filter(({ internal }) => !internal);
  yield undefined;
  const consolidated = consolidatedOf(workbook, shown);
  yield undefined;
  const unconfirmed = kpis.filter(({ thresholdsProposed }) => thresholdsProposed).map(({ label }) => label);
  const kept = findTable(workbook, DICTIONARY_TABLE) !== null;
  const questions = table ? questionsOf(mapped, table) : mapped.questions.length;
  const due = dueItems({
    now,
    questions,
    kept,
    consolidated,
    lastDay: coverage?.last ?? null,
    meteo,
    alerts,
    drifts,
    feedback: sortFeedback(readFeedback(workbook)).open,
    flash: nextFlash(workbook, now),
    unconfirmed: unconfirmed.length,
  });
  return {
    tables: mapped.tables.length,
    source: table && {
      sheet: table.sheet,
      kind: table.kind,
      rows: rows?.count ?? 0,
      areDays: rows?.areDays ?? false,
      first: coverage?.first ?? null,
      last: coverage?.last ?? null,
      confirmed: mapped.mapped === table,
      questions,
    },
    nothing: table ? null : reasonFor(workbook, mapped),
    remarks: mapped.problems,
    examples: withoutExamples(workbook).count,
    client: { client: settings?.client ?? '', contract: settings?.contract ?? '' },
    kpis: { followed: kpis.length, keys: kpis.filter(({ key }) => key).length, unconfirmed, kept },
    consolidated,
    last,
    alerts: alerts.length,
    drifts: drifts.length,
    meteo,
    due,
    readOnly: workbook.readOnly,
    structureProtected: workbook.structureProtected,
  };
}
