import { done, problem, refused } from '../../src/core/problem';
import type { FormKey, SettingsForm } from '../../src/core/client/settings-form';
import { settingTexts } from '../../src/taskpane/settings/settingsDrafts';
import {
  hasToSave,
  initialSettings,
  reduceSettings,
  typedSettings,
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
const form: SettingsForm = { sheet: 'Paramètres', texts, faults: {}, toConfirm: [] };
const loaded: SettingsEvent = { type: 'loaded', result: done(form) };
const typed = (key: FormKey, text: string): SettingsEvent => ({ type: 'typed', key, text });
const after = (...events: SettingsEvent[]): SettingsState => [loaded, ...events].reduce(reduceSettings, initialSettings);
const saved = (key: FormKey, text: string): SettingsEvent => ({
  type: 'saved',
  key,
  text,
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

test('a client that the sheet only suggests is to be confirmed until one is saved', () => {
  const proposed: SettingsEvent = { type: 'loaded', result: done({ ...form, sheet: null, toConfirm: ['client'] }) };
  expect(after(proposed).toConfirm).toEqual(['client']);
  expect(after(proposed, saved('cadence', '10')).toConfirm).toEqual(['client']);
  expect(after(proposed, typed('client', 'Mutuelle'), saved('client', 'Mutuelle')).toConfirm).toEqual([]);
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
    saved: { key: 'cadence', sheet: 'Paramètres', cell: 'B6', before: '14' },
  });
  const back = reduceSettings(state, { type: 'undone' });
  expect([back.typed.cadence, back.kept?.cadence, back.phase.kind]).toEqual(['14', '14', 'ready']);
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
    result: refused(reason),
  });
  expect(after(event(problem('sheet-protected', {}))).phase).toMatchObject({ kind: 'refused' });
  const faulty = after(event(problem('setting-fault', { setting: 'cadence', text: '20', fault: 'cadence' })));
  expect([faulty.phase.kind, faulty.faults.cadence?.fault]).toEqual(['ready', 'cadence']);
});

test('a setting that somebody has changed since: the choice is asked, what was typed stays', () => {
  const reason = problem('changed-since-read', { name: 'client' });
  const state = after(typed('client', 'Le mien'), { type: 'saved', key: 'client', text: 'Le mien', result: refused(reason) });
  expect(state.phase).toEqual({ kind: 'changed', key: 'client', text: 'Le mien', problem: reason });
  expect(state.typed.client).toBe('Le mien');
  const again = { ...form, texts: { ...texts, client: 'Le leur', provider: 'Nouveau' } };
  const taken = reduceSettings(state, { type: 'again', result: done(again), taken: 'client' });
  expect(taken).toMatchObject({ typed: { client: 'Le leur', provider: 'Nouveau' }, phase: { kind: 'ready' } });
});

test('read again, the form follows the workbook, but for what is typed over it', () => {
  const again = { ...form, texts: { ...texts, client: 'Le leur', provider: 'Nouveau' } };
  const state = after(typed('client', 'Le mien'), { type: 'again', result: done(again), taken: null });
  expect(state.typed).toMatchObject({ client: 'Le mien', provider: 'Nouveau' });
  // What it was before it was typed over is what the workbook is then compared with.
  expect(state.kept).toMatchObject({ client: 'Hexalis', provider: 'Nouveau' });
});

test('what is typed and not saved is to be kept, and comes back', () => {
  expect(typedSettings(initialSettings)).toBeNull();
  expect(typedSettings(after())).toBeNull();
  const state = after(typed('cadence', '20'));
  expect(typedSettings(state)).toEqual({ cadence: '20' });
  expect(after({ type: 'restored', texts: { cadence: '20' } }).typed).toEqual(state.typed);
  expect(typedSettings(reduceSettings(state, { type: 'cleared' }))).toBeNull();
});

test.each<[string, unknown, unknown]>([
  ['texts', { cadence: '20' }, { cadence: '20' }],
  ['names that there are not', { cadence: '20', colour: 'red' }, { cadence: '20' }],
  ['what is no text', { cadence: 20 }, null],
  ['nothing', null, null],
])('kept, %s', (_name, parsed, found) => {
  expect(settingTexts(parsed)).toEqual(found);
});
