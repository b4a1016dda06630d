import { readSettings, type Settings } from '../client/settings';
import { proposeSettings } from '../client/settings-propose';
import { readRowsSteps, type SourceRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { dictionarySteps } from '../kpi/dictionary-read';
import type { Language } from '../meteo/content';
import { done, problem, refused, type Result } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import type { TemplateDomain } from '../template/domains';
import { expectedCountsSteps, USUAL_OPENING } from './expected';
import { Intraday } from './intraday';
import type { FlashContext, FlashCount } from './point';
import { flashRecords, isSameMoment } from './records';
import { flashSubject, type FlashSubject } from './subject';
import { nextPoint } from './times';

export type FlashRequest = {
  language: Language;
  /** Serial of the moment, the time of day as its fraction. */
  moment: number;
};

/** Outbound activity has none unless somebody makes one. */
const WITHOUT_NEXT: readonly TemplateDomain[] = ['outbound'];
const MINUTE = 1 / 1440;
const HOUR = 1 / 24;

type Known = { known: readonly (number | null)[]; before: readonly (number | null)[]; since: number | null };

/** What the workbook says of the counts at a moment: its own flash point of that time, else rows that say their time. */
const knownCounts = (
  { measures }: FlashSubject,
  moment: number,
  records: ReturnType<typeof flashRecords>,
  intraday: Intraday | null,
): Known => {
  const day = Math.floor(moment);
  const time = moment - day;
  const own = records.find((record) => isSameMoment(record.moment, moment));
  const counted = (until: number) => measures.map(({ rule }) => (intraday && rule ? intraday.until(rule, day, until) : null));
  const live = counted(time);
  const known = measures.map((_, index) => own?.values[index] ?? live[index] ?? null);
  const previous = records.filter((record) => Math.floor(record.moment) === day && record.moment < moment - MINUTE).at(-1);
  if (previous) return { known, before: previous.values, since: previous.moment };
  const started = live.some((value) => value !== null) && time >= HOUR;
  return started
    ? { known, before: counted(time - HOUR), since: moment - HOUR }
    : { known, before: measures.map(() => null), since: null };
};

/** What a flash point needs besides its context to be written: whose counts it has. */
export type PreparedFlash = { context: FlashContext; subject: FlashSubject };

function* contextSteps(
  workbook: WorkbookSnapshot,
  { rows, subject, settings }: { rows: SourceRows; subject: FlashSubject; settings: Settings },
  { moment }: FlashRequest,
): Steps<FlashContext> {
  const intraday = rows.coverage ? yield* Intraday.readSteps(rows) : null;
  yield undefined;
  const records = flashRecords(workbook, subject.measures);
  const { basis, counts } = yield* expectedCountsSteps(subject, moment, { rows, intraday, settings, records });
  const { known, before, since } = knownCounts(subject, moment, records, intraday);
  const own = records.find((record) => isSameMoment(record.moment, moment));
  const opens = intraday?.opening(Math.floor(moment)) ?? (basis === 'clock' ? USUAL_OPENING : null);
  const due = nextPoint(moment, rows.coverage?.openWeekdays ?? [1, 2, 3, 4, 5], settings.closedDays);
  return {
    language: settings.language,
    client: settings.client,
    moment,
    since,
    next: own?.next ?? (WITHOUT_NEXT.includes(subject.domain) ? null : due),
    opening: opens,
    basis,
    counts: subject.measures.map(({ id, label }, index): FlashCount => ({
      id,
      label,
      known: known[index] ?? null,
      before: before[index] ?? null,
      expected: counts[index]?.now ?? null,
      rest: counts[index]?.rest ?? null,
    })),
    kpis: subject.kpis,
    kept: { values: own?.values ?? null, cause: own?.cause ?? '', action: own?.action ?? '' },
  };
}

/**
 * Gathers what a flash point at a moment is made from: what the workbook already counts, what was expected, what its rates are
 * held to. Refused where the table gives no counts that flash points are made of. In slices.
 */
export function* prepareFlashSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  request: FlashRequest,
): Steps<Result<PreparedFlash>> {
  const settings = readSettings(workbook, request.language) ?? proposeSettings(workbook, table, request.language);
  yield undefined;
  const rows = yield* readRowsSteps(workbook, table);
  yield undefined;
  const { kpis, problems } = yield* dictionarySteps(workbook, table, settings.language);
  yield undefined;
  const subject = flashSubject(workbook, table, kpis, settings.language);
  if (!rows || !subject) return refused(problem('flash-no-counts', {}, { sheet: table.sheet }));
  return done({ context: yield* contextSteps(workbook, { rows, subject, settings }, request), subject }, problems);
}
