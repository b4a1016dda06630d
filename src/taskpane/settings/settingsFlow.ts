import { FORM_KEYS, settingFault, type FormKey, type SettingsForm } from '../../core/client/settings-form';
import type { FaultyPart } from '../../core/client/planned-days';
import type { Problem, Result } from '../../core/problem';

/** Where the last change stands, and what it replaced. */
type Saved = { key: FormKey; sheet: string; cell: string; before: string };

/** Texts typed over those of the workbook, by setting. */
export type SettingTexts = Readonly<Partial<Record<FormKey, string>>>;

type Phase =
  | { kind: 'loading' }
  | { kind: 'ready' }
  | { kind: 'saving' }
  | { kind: 'saved'; saved: Saved }
  | { kind: 'refused'; problem: Problem }
  /** Somebody has changed the setting since it was read: whose text stays is to be chosen. */
  | { kind: 'changed'; key: FormKey; text: string; problem: Problem };

/** The form of settings: what the workbook has, and what is typed over it. */
export type SettingsState = {
  /** As the workbook has them; null until they are read. */
  kept: Readonly<Record<FormKey, string>> | null;
  typed: Readonly<Record<FormKey, string>>;
  faults: Readonly<Partial<Record<FormKey, FaultyPart>>>;
  /** Texts that the workbook only suggests, until they are typed. */
  toConfirm: readonly FormKey[];
  phase: Phase;
};

export type SettingsEvent =
  | { type: 'loaded'; result: Result<SettingsForm> }
  /** Read again: what was typed stays, but for a setting whose other version is taken. */
  | { type: 'again'; result: Result<SettingsForm>; taken: FormKey | null }
  | { type: 'restored'; texts: SettingTexts }
  | { type: 'cleared' }
  | { type: 'typed'; key: FormKey; text: string }
  | { type: 'left'; key: FormKey }
  | { type: 'saving' }
  | { type: 'saved'; key: FormKey; text: string; result: Result<{ sheet: string; cell: string }> }
  | { type: 'undone' };

const EMPTY = Object.fromEntries(FORM_KEYS.map((key) => [key, ''])) as Record<FormKey, string>;

export const initialSettings: SettingsState = { kept: null, typed: EMPTY, faults: {}, toConfirm: [], phase: { kind: 'loading' } };

const withFault = (state: SettingsState, key: FormKey, fault: FaultyPart | null): SettingsState['faults'] =>
  Object.fromEntries(
    FORM_KEYS.flatMap((name) => {
      const said = name === key ? fault : state.faults[name];
      return said ? [[name, said]] : [];
    }),
  );

export const reduceSettings = (state: SettingsState, event: SettingsEvent): SettingsState => {
  switch (event.type) {
    case 'loaded': {
      if (!event.result.ok) return { ...state, phase: { kind: 'refused', problem: event.result.problem } };
      const { texts, faults, toConfirm } = event.result.value;
      return { kept: texts, typed: texts, faults, toConfirm, phase: { kind: 'ready' } };
    }
    case 'again': {
      if (!event.result.ok || !state.kept) return state;
      const { texts, toConfirm } = event.result.value;
      const own = FORM_KEYS.filter((key) => key !== event.taken && state.typed[key] !== state.kept?.[key]);
      const phase: Phase = event.taken === null ? state.phase : { kind: 'ready' };
      const typed = { ...texts, ...Object.fromEntries(own.map((key) => [key, state.typed[key]])) };
      // What somebody else has typed is found when one's own is saved over it: that is asked about then.
      const kept = { ...texts, ...Object.fromEntries(own.map((key) => [key, state.kept?.[key] ?? ''])) };
      return { ...state, kept, typed, toConfirm, phase };
    }
    case 'restored':
      return { ...state, typed: { ...state.typed, ...event.texts } };
    case 'cleared':
      return { ...state, typed: state.kept ?? state.typed, faults: {} };
    case 'undone': {
      if (state.phase.kind !== 'saved') return state;
      const { key, before } = state.phase.saved;
      const kept = { ...(state.kept ?? EMPTY), [key]: before };
      return { ...state, kept, typed: { ...state.typed, [key]: before }, phase: { kind: 'ready' } };
    }
    case 'typed':
      return { ...state, typed: { ...state.typed, [event.key]: event.text } };
    case 'left':
      return { ...state, faults: withFault(state, event.key, settingFault({ key: event.key, typed: state.typed[event.key] })) };
    case 'saving':
      return { ...state, phase: { kind: 'saving' } };
    case 'saved': {
      const { key, text, result } = event;
      if (!result.ok && result.problem.code === 'setting-fault') {
        const { text: part, fault } = result.problem.params;
        return { ...state, faults: withFault(state, key, { text: part, fault }), phase: { kind: 'ready' } };
      }
      if (!result.ok && result.problem.code === 'changed-since-read')
        return { ...state, phase: { kind: 'changed', key, text, problem: result.problem } };
      if (!result.ok) return { ...state, phase: { kind: 'refused', problem: result.problem } };
      const saved = { key, ...result.value, before: state.kept?.[key] ?? '' };
      return {
        kept: { ...(state.kept ?? EMPTY), [key]: text },
        // What was typed on meanwhile stays.
        typed: state.typed,
        faults: withFault(state, key, null),
        toConfirm: state.toConfirm.filter((name) => name !== key),
        phase: { kind: 'saved', saved },
      };
    }
  }
};

/** Is there something to save in a field that is left: another text than the workbook's, that can be read? */
export const hasToSave = ({ kept, typed }: SettingsState, key: FormKey): boolean =>
  kept !== null && typed[key].trim() !== kept[key].trim() && settingFault({ key, typed: typed[key] }) === null;

/** What was typed and is not in the workbook; null for nothing. */
export const typedSettings = ({ kept, typed }: SettingsState): SettingTexts | null => {
  const own = FORM_KEYS.filter((key) => kept !== null && typed[key] !== kept[key]);
  return own.length === 0 ? null : Object.fromEntries(own.map((key) => [key, typed[key]]));
};
