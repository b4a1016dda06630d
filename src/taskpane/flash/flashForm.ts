import { partsAboveWhole, type PartAboveWhole } from '../../core/flash/parts';
import type { FlashContext, KeptPoint } from '../../core/flash/point';
import { flashPoint, type FlashPoint } from '../../core/flash/point';
import { problem, type Problem, type Result } from '../../core/problem';
import type { FlashDraft } from './flashDrafts';

/** What stands in a count's field: a number, nothing, or something that is neither. */
export type Count = { kind: 'number'; value: number } | { kind: 'empty' } | { kind: 'wrong' };

/** A count as somebody types it: `1 240`, `812`, `4,5`. */
export const countTyped = (text: string): Count => {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return { kind: 'empty' };
  const value = Number(plain);
  return Number.isFinite(value) && value >= 0 ? { kind: 'number', value } : { kind: 'wrong' };
};

type Dock =
  | { kind: 'ready' }
  | { kind: 'saving' }
  | { kind: 'saved'; sheet: string; copied: boolean }
  | { kind: 'problem'; problem: Problem };

/** What the workbook's own point of the minute holds; `values` null without one. */
type Before = Pick<KeptPoint, 'values' | 'action'>;

export type FlashState = {
  context: FlashContext | null;
  /** Texts of the fields, aligned with the context's counts. */
  typed: readonly string[];
  action: string;
  /** Somebody tried to save while a count was missing. */
  wanting: boolean;
  dock: Dock;
  /** The point of this minute as the workbook had it when it was last read or written from here, and before that. */
  before: Before;
  earlier: Before;
};

export type FlashEvent =
  | { type: 'read'; result: Result<FlashContext> }
  | { type: 'restored'; draft: FlashDraft }
  | { type: 'cleared' }
  | { type: 'typed'; place: number; text: string }
  | { type: 'action'; text: string }
  | { type: 'wanting' }
  /** Somebody tried to save counts that cannot be true. */
  | { type: 'impossible'; problem: Problem }
  | { type: 'saving' }
  | { type: 'saved'; result: Result<{ sheet: string }>; copied: boolean; written: Before }
  | { type: 'undone' };

const NO_POINT: Before = { values: null, action: '' };

export const initialFlash: FlashState = {
  context: null,
  typed: [],
  action: '',
  wanting: false,
  dock: { kind: 'ready' },
  before: NO_POINT,
  earlier: NO_POINT,
};

const READY: Dock = { kind: 'ready' };

/** What the workbook knows fills the fields. */
const opened = (context: FlashContext): FlashDraft => ({
  typed: context.counts.map(({ known }) => (known === null ? '' : String(known))),
  action: context.kept.action,
});

/** What is to be kept of what was typed; null where nothing was, or where it is saved. */
export const typedFlash = ({ context, typed, action, dock }: FlashState): FlashDraft | null => {
  if (!context || dock.kind === 'saved') return null;
  const known = opened(context);
  const isKnown = action === known.action && typed.every((text, place) => text === known.typed[place]);
  return isKnown ? null : { typed, action };
};

export const reduceFlash = (state: FlashState, event: FlashEvent): FlashState => {
  switch (event.type) {
    case 'read':
      if (!event.result.ok) return { ...state, dock: { kind: 'problem', problem: event.result.problem } };
      return {
        ...initialFlash,
        context: event.result.value,
        ...opened(event.result.value),
        before: event.result.value.kept,
      };
    case 'restored':
      // Of a table with other counts by now: what was typed has no fields any more.
      return event.draft.typed.length === state.typed.length ? { ...state, ...event.draft, dock: READY } : state;
    case 'cleared':
      return state.context ? { ...state, ...opened(state.context), dock: READY } : state;
    case 'typed':
      return {
        ...state,
        typed: state.typed.map((text, place) => (place === event.place ? event.text : text)),
        dock: READY,
      };
    case 'action':
      return { ...state, action: event.text, dock: READY };
    case 'wanting':
      return { ...state, wanting: true, dock: READY };
    case 'impossible':
      return { ...state, dock: { kind: 'problem', problem: event.problem } };
    case 'saving':
      return { ...state, wanting: false, dock: { kind: 'saving' } };
    case 'saved':
      return {
        ...state,
        ...(event.result.ok && { before: event.written, earlier: state.before }),
        dock: event.result.ok
          ? { kind: 'saved', sheet: event.result.value.sheet, copied: event.copied }
          : { kind: 'problem', problem: event.result.problem },
      };
    case 'undone':
      return { ...state, before: state.earlier, dock: READY };
  }
};

const valuesOf = (typed: readonly string[]): readonly (number | null)[] =>
  typed.map((text) => {
    const count = countTyped(text);
    return count.kind === 'number' ? count.value : null;
  });

/** The flash point of what is typed so far; null before it is read. */
export const pointOf = ({ context, typed }: FlashState): FlashPoint | null => context && flashPoint(context, valuesOf(typed));

/** The counts that cannot be true beside another: a part that is above its whole. */
export const impossibleCounts = ({ context, typed }: FlashState): readonly PartAboveWhole[] =>
  context ? partsAboveWhole(context, valuesOf(typed)) : [];

/** Why what is typed cannot be saved though every count is there; null where it can. */
export const impossibleProblem = (state: FlashState): Problem | null => {
  const [wrong] = impossibleCounts(state);
  const labelOf = (place: number): string => state.context?.counts[place]?.label ?? '';
  return wrong ? problem('flash-part-above-whole', { part: labelOf(wrong.part), whole: labelOf(wrong.whole) }) : null;
};

/** How many fields hold no number, for the dock to say once somebody tried to save; 0 before. */
export const countsWanting = ({ typed, wanting }: FlashState): number =>
  wanting ? typed.filter((text) => countTyped(text).kind !== 'number').length : 0;

/** Place of the first field that holds no number; −1 where all do. */
export const firstMissing = ({ typed }: FlashState): number => typed.findIndex((text) => countTyped(text).kind !== 'number');

/** Place of the field to go to before anything can be saved: one without a number, else one that cannot be true; −1 for none. */
export const firstAtFault = (state: FlashState): number => {
  const missing = firstMissing(state);
  return missing >= 0 ? missing : (impossibleCounts(state)[0]?.part ?? -1);
};
