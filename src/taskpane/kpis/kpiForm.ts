import type { DetectedTable } from '../../core/detect/detected';
import { checkKpi, type KnownKpi, type KpiField, type KpiIssue } from '../../core/kpi/check-kpi';
import type { KpiDraft } from '../../core/kpi/kpi-draft';
import type { Language } from '../../core/meteo/content';
import { kpiIssueText } from '../../core/words/kpi-issues';
import type { KpiStrings } from './strings';
import { dateTyped, numberTyped, typedNumber } from './typed';

/** Fields that are typed as numbers. */
export const BOUNDS = ['green', 'amber', 'greenHigh', 'amberHigh'] as const;
export type Bound = (typeof BOUNDS)[number];

/** A KPI's form as it is typed: numbers and dates stay texts until they are checked. */
export type KpiForm = { draft: KpiDraft; bounds: Readonly<Record<Bound, string>>; validFrom: string };

export const formOf = (draft: KpiDraft, language: Language): KpiForm => ({
  draft,
  bounds: {
    green: typedNumber(draft.green, draft.unit, language),
    amber: typedNumber(draft.amber, draft.unit, language),
    greenHigh: typedNumber(draft.greenHigh, draft.unit, language),
    amberHigh: typedNumber(draft.amberHigh, draft.unit, language),
  },
  validFrom: '',
});

/** Calculations that divide by something. */
export const divides = ({ calculation }: KpiDraft): boolean => calculation === 'ratio' || calculation === 'weightedMean';

/** Calculations that need no column. */
export const countsRows = ({ calculation }: KpiDraft): boolean => calculation === 'count';

/** Bounds that a direction asks for. */
export const boundsOf = ({ direction }: KpiDraft): readonly Bound[] =>
  direction === 'neutral' ? [] : direction === 'range' ? BOUNDS : ['green', 'amber'];

/** A limit by the words for it: where lower is better, one is on target up to it, and in alert above. */
export const boundWords = (bound: Bound, { direction }: KpiDraft): Bound =>
  direction !== 'lower' ? bound : bound === 'green' ? 'greenHigh' : bound === 'amber' ? 'amberHigh' : bound;

/** All that is typed in a form, a line each: to be copied while Excel does not answer. */
export const formTexts = ({ draft, bounds, validFrom }: KpiForm): string =>
  [draft.label, draft.numerator, draft.denominator, ...BOUNDS.map((bound) => bounds[bound]), validFrom]
    .filter((typed) => typed.trim() !== '')
    .join('\n');

/** The KPI of a form, and what is wrong with it, a sentence for each field; `draft` can be saved when there is none. */
export type CheckedForm = { draft: KpiDraft; faults: ReadonlyMap<KpiField, string> };

/** Checks a form as it is typed, against the table's columns and the dictionary's other KPIs. */
export const checkForm = (
  form: KpiForm,
  table: DetectedTable,
  known: readonly KnownKpi[],
  strings: KpiStrings,
  language: Language,
): CheckedForm => {
  const faults = new Map<KpiField, string>();
  const shown = boundsOf(form.draft);
  const bound = (name: Bound): number | null => {
    if (!shown.includes(name)) return null;
    const typed = numberTyped(form.bounds[name], form.draft.unit);
    if (!typed.ok) faults.set(name, strings.fields.number);
    return typed.ok ? typed.value : null;
  };
  const date = dateTyped(form.validFrom);
  if (!date.ok) faults.set('validFrom', strings.fields.date);
  const green = bound('green');
  const draft: KpiDraft = {
    ...form.draft,
    numerator: countsRows(form.draft) ? '' : form.draft.numerator,
    denominator: divides(form.draft) ? form.draft.denominator : '',
    green,
    amber: bound('amber'),
    greenHigh: bound('greenHigh'),
    amberHigh: bound('amberHigh'),
    objective: form.draft.direction === 'higher' || form.draft.direction === 'lower' ? green : form.draft.objective,
    validFrom: date.ok ? date.value : null,
    confirmed: true,
  };
  const say = (issue: KpiIssue): void => {
    if (!faults.has(issue.field)) faults.set(issue.field, kpiIssueText(issue, language));
  };
  checkKpi(draft, table, known).forEach(say);
  return { draft, faults };
};
