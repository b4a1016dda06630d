import type { DetectedTable } from '../detect/detected';
import { done, problem, refused, type Result } from '../problem';
import type { SheetDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { listed } from '../words/typography';
import { flashDraft } from './draft';
import { partsAboveWhole } from './parts';
import { flashPoint, type FlashPoint, type KeptPoint } from './point';
import { prepareFlashSteps, type FlashRequest, type PreparedFlash } from './prepare';
import { measureNamed } from './subject';
import { flashText, flashTitle } from './text';

export type MakeFlashRequest = FlashRequest & {
  /** Counts since the opening that somebody typed, by the name or measure of their column; the others are the workbook's. */
  values: readonly { name: string; value: number }[];
  /** What is done about it; absent: what the workbook's row of that time says. */
  action?: string;
  /** The workbook's point of that minute as the form was opened with it; absent: it is written over whatever it is. */
  before?: Pick<KeptPoint, 'values' | 'action'>;
};

/** A flash point that was made: what to write, and the text to paste. */
export type MadeFlash = { point: FlashPoint; text: string; draft: SheetDraft };

const labelsOf = (labels: readonly string[], { context }: PreparedFlash): string => listed(labels, context.language);

type Written = Pick<KeptPoint, 'values' | 'action'>;

const isSamePoint = (one: Written, other: Written): boolean =>
  one.action.trim() === other.action.trim() &&
  one.values?.length === other.values?.length &&
  (one.values ?? []).every((value, place) => value === other.values?.[place]);

/**
 * A flash point of what the workbook counts and of what was typed. Refused where a count is missing or unknown, or a part is
 * above its whole; with `changed-since-read` where somebody else has written the point of that minute meanwhile. In slices.
 */
export function* makeFlashSteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  request: MakeFlashRequest,
): Steps<Result<MadeFlash>> {
  const prepared = yield* prepareFlashSteps(workbook, table, request);
  if (!prepared.ok) return prepared;
  const { context, subject } = prepared.value;
  const all = subject.measures.map(({ label }) => label);
  const typed = new Map<number, number>();
  for (const { name, value } of request.values) {
    const place = measureNamed(subject, name);
    if (place < 0) return refused(problem('flash-count-unknown', { name, labels: labelsOf(all, prepared.value) }));
    typed.set(place, value);
  }
  const values = context.counts.map(({ known }, index) => typed.get(index) ?? known);
  const missing = all.filter((_, index) => (values[index] ?? null) === null);
  if (missing.length > 0) return refused(problem('flash-counts-missing', { labels: labelsOf(missing, prepared.value) }));
  const [wrong] = partsAboveWhole(context, values);
  if (wrong) return refused(problem('flash-part-above-whole', { part: all[wrong.part] ?? '', whole: all[wrong.whole] ?? '' }));
  const action = request.action ?? context.kept.action;
  const written = { values, action };
  if (request.before && !isSamePoint(context.kept, request.before) && !isSamePoint(context.kept, written))
    return refused(problem('changed-since-read', { name: flashTitle(context.moment, context.language) }));
  const point = flashPoint(context, values);
  const draft = flashDraft(workbook, subject, point, action);
  return draft.ok ? done({ point, text: flashText(point, action), draft: draft.value }, prepared.problems) : draft;
}
