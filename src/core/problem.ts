import type { SettingFault } from './client/planned-days';
import type { KpiIssue } from './kpi/check-kpi';
import type { Weather } from './meteo/content';
import type { Expected } from './meteo/jsonShape';
import type { PeriodKind } from './period/period';

/**
 * Everything the add-in can expect to go wrong, as values. A Problem is never thrown: it travels in an outcome, and
 * `words/` turns it into a sentence that says what is wrong, where, and what to do, in French and in English.
 */

/** Where a problem is: a sheet as the user named it, and a cell or range on it in A1 notation without the sheet. */
export type Place = { sheet?: string; cell?: string };

/** The facts each problem's sentence needs. Adding a code here without its texts does not compile. */
export type ProblemParams = {
  // the file
  'file-encrypted': { file: string };
  'file-not-workbook': { file: string };
  'file-unsupported': { file: string; format: string };
  'file-damaged': { file: string; part: string };
  'file-unreadable': { file: string; reason: string };
  'file-signed': { file: string };
  'csv-not-text': { file: string };
  'csv-quote': { file: string; row: number };
  'csv-ragged': { file: string; row: number; fields: number; expected: number };
  'csv-too-large': { file: string; rows: number; columns: number };
  'output-is-input': { file: string };
  'output-exists': { file: string };
  // series to forecast, from a list of them
  'series-not-json': { file: string; reason: string };
  'series-not-list': Record<never, never>;
  /** `position` counts from 1. */
  'series-entry': { position: number; field: 'id' | 'x' };
  'series-field': { id: string; field: 'h' | 'ms'; value: string; most: number };
  /** `index` counts from 0, as programs do. */
  'series-value': { id: string; index: number; value: string };
  'series-twice': { id: string };
  'series-kind': { id: string; kind: string };
  'series-empty': Record<never, never>;
  // the workbook
  'workbook-protected': { sheets: string };
  'sheet-protected': Record<never, never>;
  'workbook-empty': Record<never, never>;
  'read-only': Record<never, never>;
  'cell-editing': Record<never, never>;
  'host-refused': { code: string; message: string; location: string };
  'host-too-old': { needed: string };
  'stopped-halfway': { written: number; total: number; cause: string };
  /** `cells` on the sheet of the place. */
  'changed-while-reading': { cells: string };
  /** `name` is what somebody has changed since it was read: a KPI, a setting, a page. */
  'changed-since-read': { name: string };
  cancelled: Record<never, never>;
  'host-silent': Record<never, never>;
  /** `cells` with their sheets. */
  'undo-too-late': { cells: string };
  'undo-stopped': { cause: string };
  /** What draws the PDF could not be fetched. */
  'pdf-parts-missing': Record<never, never>;
  'pane-part-missing': Record<never, never>;
  unexpected: { message: string };
  // what was understood
  'no-dates': { sheets: number };
  'no-measures': Record<never, never>;
  'sheet-not-found': { name: string };
  'table-not-found': { name: string };
  'column-not-found': { name: string };
  'rule-invalid': { rule: string };
  'rate-without-parts': { rate: string };
  /** `read` and `other` are serials: the date as it stands, and with day and month exchanged. */
  'day-month-swap': { read: number; other: number };
  /** `read` is the serial of a date whose day is after the 12th. */
  'dates-not-exchanged': { read: number };
  'duration-without-unit': { column: string };
  'dates-mixed': { texts: number; dates: number };
  'dates-unread': { count: number; sample: string };
  /** `decimal`: the mark that the texts are written with, absent where none of them has one. */
  'numbers-as-text': { column: string; count: number; decimal?: '.' | ',' };
  'totals-row': Record<never, never>;
  'duplicate-table': { visible: string };
  'lone-year': { year: number; count: number };
  'error-cells': { count: number };
  'dates-unordered': Record<never, never>;
  'dates-without-year': { sample: string };
  'snapshot-without-dates': Record<never, never>;
  'rows-without-figures': { count: number };
  'sum-rows': { count: number; cells: string };
  'sum-rows-dated': { count: number; cells: string };
  'rows-repeated': { count: number };
  'figures-copied': { count: number; column: string; other: string };
  'done-with-remaining': { count: number; status: string; column: string };
  'label-variants': { column: string; usual: string; usualCell: string; other: string; count: number };
  'header-missing': { count: number };
  'headers-repeated': { header: string; count: number };
  'text-among-figures': { column: string; count: number; sample: string; blank: boolean };
  'figures-as-text': { column: string; count: number; sample: string };
  'decimal-mark-unsure': { column: string; sample: string; value: number };
  'rate-scales-mixed': { column: string; count: number };
  'cumulative-columns': { column: string; count: number };
  'formula-too-long': { kpi: string };
  'too-many-groups': { column: string; count: number; most: number };
  'measure-without-numbers': { column: string };
  'period-too-fine': { asked: 'day' | 'week' | 'month' | 'year'; step: 'week' | 'month' | 'year' };
  'nothing-to-colour': Record<never, never>;
  'nothing-to-propose': Record<never, never>;
  'cell-changed': Record<never, never>;
  // templates
  'template-source-kept': { name: string };
  'template-no-room': { name: string };
  'examples-present': { count: number };
  // the dictionary
  'kpi-cell': { kpi: string; issue: KpiIssue; leftOut: boolean };
  'kpi-refused': { kpi: string; issue: KpiIssue };
  'internal-left-out': { count: number; labels: string };
  // the settings
  /** `setting` is its name in the sheet, `text` the part of its cell that is left out. */
  'setting-fault': { setting: string; text: string; fault: SettingFault };
  'setting-row-missing': { setting: string };
  // the confirmed mapping
  'header-changed': { before: string; after: string; column: string };
  'column-lost': { column: string };
  'source-lost': { name: string };
  'columns-dropped': { labels: string };
  'other-dated-table': { taken: string; other: string };
  'kpi-row-outside': { kpi: string };
  'table-without-rows': { table: string };
  // the météo
  /** Known weeks, or months or years of coarser data, and those that a projection needs. */
  'little-history': { have: number; need: number; step?: PeriodKind };
  /** Each row of the data stands for a month or a year, and so does the page. */
  'meteo-coarse': { step: PeriodKind };
  'meteo-quarters': Record<never, never>;
  /** `days`: those missing, or the weeks, months or years of coarser data; `fog`: is that the weather of the page? */
  fog: { days: number; fog: boolean; step?: PeriodKind };
  'does-not-fit': { items: string };
  /** Signs of the page that the PDF's face lacks, each once, parted by spaces. */
  'signs-not-printed': { signs: string };
  /** Whole weeks between the last data and the page's period. */
  'old-data': { weeks: number };
  'sheet-name-taken': { name: string };
  'client-missing': Record<never, never>;
  /** Taken from a sheet's name until somebody says better. */
  'client-proposed': { client: string };
  /** KPIs that could be one once they are held to something, listed; `written`: the dictionary stands in a sheet. */
  'no-key-kpi': { kpis?: string; written?: boolean };
  /** What one rate is held to until somebody says better: shares that its last weeks or months have held. */
  'thresholds-from-past': {
    kpi: string;
    green: number;
    amber: number;
    periods: number;
    /** Those of them that reached `green`. */
    held: number;
    step: 'week' | 'month';
    higher: boolean;
  };
  /**
   * Two rates that make 100 % between them, held to thresholds that differ: `green` and `amber` are those of `kpi` as
   * `counterpart` would have them, `otherGreen` and `otherAmber` its own; `lower`: is less better for that one?
   */
  'one-fact-twice': {
    kpi: string;
    counterpart: string;
    lower: boolean;
    green: number;
    amber: number;
    otherGreen: number;
    otherAmber: number;
  };
  /** Amounts of one figure in several currencies, listed: `€, $`. */
  'currencies-mixed': { kpi: string; currencies: string };
  'meteo-sent': { number: number };
  /** A correction of what was never sent; `number` is null where the period has no météo at all. */
  'meteo-not-sent': { number: number | null };
  /** `number` is null where there is no météo at all. */
  'meteo-unknown': { number: number | null };
  'meteo-sheet-gone': { number: number; name: string };
  /** The first key that is not what it has to be, by its path, and what belongs there; none in a file that is no JSON. */
  'edits-unreadable': { file: string; key?: string; form?: Expected; choices?: string };
  'journal-totals': Record<never, never>;
  // flash points
  'flash-no-counts': Record<never, never>;
  'flash-totals': Record<never, never>;
  /** Names of counts, listed. */
  'flash-counts-missing': { labels: string };
  'flash-count-unknown': { name: string; labels: string };
  'flash-part-above-whole': { part: string; whole: string };
  'journal-text-missing': Record<never, never>;
  // the client's feedback
  'feedback-changed': Record<never, never>;
  'feedback-totals': Record<never, never>;
  'feedback-text-missing': Record<never, never>;
  'feedback-answer-missing': Record<never, never>;
  'feedback-not-unhappy': Record<never, never>;
  'override-too-good': { computed: Weather; wanted: Weather };
  'override-without-reason': { computed: Weather; wanted: Weather };
  'action-missing': { weather: Weather };
};

export type ProblemCode = keyof ProblemParams;

export type Problem = { [C in ProblemCode]: { code: C; place?: Place; params: ProblemParams[C] } }[ProblemCode];

/** A problem of a code with its facts: `problem('no-dates', { sheets: 3 })`. */
export const problem = <C extends ProblemCode>(code: C, params: ProblemParams[C], place?: Place): Problem =>
  ({ code, params, ...(place && { place }) }) as Problem;

/** A value with remarks, or the one problem that prevents it. */
export type Result<T> = { ok: true; value: T; problems: readonly Problem[] } | { ok: false; problem: Problem };

export const done = <T>(value: T, problems: readonly Problem[] = []): Result<T> => ({ ok: true, value, problems });
export const refused = (reason: Problem): { ok: false; problem: Problem } => ({ ok: false, problem: reason });

/** A fault of ours, or of the machine, as the problem that says so: what was thrown must not leave the user without an answer. */
export const unexpected = (thrown: unknown): Problem =>
  problem('unexpected', { message: thrown instanceof Error ? thrown.message : String(thrown) });
