import { done, problem, refused } from '../../src/core/problem';
import type { FormKey, SettingsForm } from '../../src/core/client/settings-save';
import {
  hasToSave,
  initialSettings,
  reduceSettings,
  type SettingsEvent,
  type SettingsState,
} from '../../src/taskpane/settings/settingsFlow';

const texts: Record<FormKey, string> = {
  client: 'Hexalis',
  provider: '',
  contract: '',
  cadence: '14',
  closedDays: '',
  plannedEvents: '',
  orientation: 'portrait',
  printMinutes: 'yes',
  language: 'fr',
};
const form: SettingsForm = { sheet: 'Paramètres', texts, faults: {} };
const loaded: SettingsEvent = { type: 'loaded', result: done(form) };
const typed = (key: FormKey, text: string): SettingsEvent => ({ type: 'typed', key, text });
const after = (...events: SettingsEvent[]): SettingsState => [loaded, ...events].reduce(reduceSettings, initialSettings);
const saved = (key: FormKey, text: string, undone = false): SettingsEvent => ({
  type: 'saved',
  key,
  text,
  undone,
  result: done({ sheet: 'Paramètres', cell: 'B6' }),
});

test.each<[string, FormKey, string, boolean]>([
  ['another text', 'client', 'Mutuelle', true],
  ['the same text', 'client', 'Hexalis', false],
  ['the same but for spaces', 'client', ' Hexalis ', false],
  ['one that cannot be read', 'cadence', '20', false],
  ['an emptied field', 'client', '', true],
])('left with %s', (_name, key, text, saves) => {
  expect(hasToSave(after(typed(key, text)), key)).toBe(saves);
});

test('nothing is saved before the settings are read', () => {
  expect(hasToSave(initialSettings, 'client')).toBe(false);
});

test('what is wrong is said when the field is left, and no more once it is right', () => {
  const wrong = after(typed('cadence', '20'), { type: 'left', key: 'cadence' });
  expect(wrong.faults).toEqual({ cadence: { text: '20', fault: 'cadence' } });
  const right = [typed('cadence', '10'), { type: 'left', key: 'cadence' } as const].reduce(reduceSettings, wrong);
  expect(right.faults).toEqual({});
});

test('saved: where, and what it was before, to undo it', () => {
  const state = after(typed('cadence', '10'), { type: 'saving' }, saved('cadence', '10'));
  expect(state.phase).toEqual({
    kind: 'saved',
    saved: { key: 'cadence', sheet: 'Paramètres', cell: 'B6', before: '14', undone: false },
  });
  const back = reduceSettings(state, saved('cadence', '14', true));
  expect([back.typed.cadence, back.kept?.cadence]).toEqual(['14', '14']);
});

test('what is typed on while a field is saved stays', () => {
  const state = after(
    typed('client', 'Mutuelle'),
    { type: 'saving' },
    typed('client', 'Mutuelle du'),
    saved('client', 'Mutuelle'),
  );
  expect([state.typed.client, state.kept?.client]).toEqual(['Mutuelle du', 'Mutuelle']);
});

test('a refusal of the workbook is a message, one of the value stands under its field', () => {
  const event = (reason: ReturnType<typeof problem>): SettingsEvent => ({
    type: 'saved',
    key: 'cadence',
    text: '20',
    undone: false,
    result: refused(reason),
  });
  expect(after(event(problem('sheet-protected', {}))).phase).toMatchObject({ kind: 'refused' });
  const faulty = after(event(problem('setting-fault', { setting: 'cadence', text: '20', fault: 'cadence' })));
  expect([faulty.phase.kind, faulty.faults.cadence?.fault]).toEqual(['ready', 'cadence']);
});
