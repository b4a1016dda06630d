import { FORM_KEYS, settingFault, type FormKey, type SettingsForm } from '../../core/client/settings-save';
import type { FaultyPart } from '../../core/client/planned-days';
import type { Problem, Result } from '../../core/problem';

/** Where the last change stands, and what it replaced. */
type Saved = { key: FormKey; sheet: string; cell: string; before: string; undone: boolean };

type Phase =
  | { kind: 'loading' }
  | { kind: 'ready' }
  | { kind: 'saving' }
  | { kind: 'saved'; saved: Saved }
  | { kind: 'refused'; problem: Problem };

/** The form of settings: what the workbook has, and what is typed over it. */
export type SettingsState = {
  /** As the workbook has them; null until they are read. */
  kept: Readonly<Record<FormKey, string>> | null;
  typed: Readonly<Record<FormKey, string>>;
  faults: Readonly<Partial<Record<FormKey, FaultyPart>>>;
  phase: Phase;
};

export type SettingsEvent =
  | { type: 'loaded'; result: Result<SettingsForm> }
  | { type: 'typed'; key: FormKey; text: string }
  | { type: 'left'; key: FormKey }
  | { type: 'saving' }
  | { type: 'saved'; key: FormKey; text: string; undone: boolean; result: Result<{ sheet: string; cell: string }> };

const EMPTY = Object.fromEntries(FORM_KEYS.map((key) => [key, ''])) as Record<FormKey, string>;

export const initialSettings: SettingsState = { kept: null, typed: EMPTY, faults: {}, phase: { kind: 'loading' } };

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
      const { texts, faults } = event.result.value;
      return { kept: texts, typed: texts, faults, phase: { kind: 'ready' } };
    }
    case 'typed':
      return { ...state, typed: { ...state.typed, [event.key]: event.text } };
    case 'left':
      return { ...state, faults: withFault(state, event.key, settingFault({ key: event.key, typed: state.typed[event.key] })) };
    case 'saving':
      return { ...state, phase: { kind: 'saving' } };
    case 'saved': {
      const { key, text, undone, result } = event;
      if (!result.ok && result.problem.code === 'setting-fault') {
        const { text: part, fault } = result.problem.params;
        return { ...state, faults: withFault(state, key, { text: part, fault }), phase: { kind: 'ready' } };
      }
      if (!result.ok) return { ...state, phase: { kind: 'refused', problem: result.problem } };
      const saved = { key, ...result.value, before: state.kept?.[key] ?? '', undone };
      return {
        kept: { ...(state.kept ?? EMPTY), [key]: text },
        // What was typed on meanwhile stays.
        typed: undone ? { ...state.typed, [key]: text } : state.typed,
        faults: withFault(state, key, null),
        phase: { kind: 'saved', saved },
      };
    }
  }
};

/** Is there something to save in a field that is left: another text than the workbook's, that can be read? */
export const hasToSave = ({ kept, typed }: SettingsState, key: FormKey): boolean =>
  kept !== null && typed[key].trim() !== kept[key].trim() && settingFault({ key, typed: typed[key] }) === null;
