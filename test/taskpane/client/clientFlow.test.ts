import type { FeedbackEntry } from '../../../src/core/client/feedback';
import type { FeedbackView } from '../../../src/core/client/feedback-view';
import { done, problem, refused } from '../../../src/core/problem';
import {
  answerOf,
  currentOf,
  initialClient,
  isWritten,
  keyOf,
  reduceClient,
  showsOf,
  type ClientEvent,
  type ClientState,
  type FeedbackForm,
} from '../../../src/taskpane/client/clientFlow';
import { keptFeedback } from '../../../src/taskpane/client/replies';

const DAY = 46_346;
const AT = new Date(2026, 10, 23, 14, 38);

const entry = (text: string, more: Partial<FeedbackEntry> = {}): FeedbackEntry => ({
  row: 4,
  place: { sheet: 'Retours', cell: 'E5' },
  date: DAY,
  from: 'Direction',
  subject: 'Niveau de service',
  mood: 'unhappy',
  text,
  answer: '',
  state: 'todo',
  answered: null,
  ...more,
});

const open = (text: string, more: Partial<FeedbackEntry> = {}, shown = false) => ({
  entry: entry(text, more),
  shown,
  reply: { text: `Proposée : ${text}`, basis: { kind: 'figures' } as const },
});

const view = (...entries: readonly ReturnType<typeof open>[]): FeedbackView => ({
  open: entries,
  done: [],
  table: { sheet: 'Retours', area: { row: 3, column: 0, rows: 3, columns: 8 }, address: 'Retours!A4:H6' },
  meteo: 14,
  subjects: [],
  readOnly: false,
});

const OLD = open('vieux');
const YOUNG = open('récent', { row: 5, mood: 'neutral' });

const after = (...events: readonly ClientEvent[]): ClientState =>
  [{ type: 'read', result: done(view(OLD, YOUNG)), at: AT } as const, ...events].reduce(reduceClient, initialClient);

const current = (state: ClientState) => {
  const shown = currentOf(state);
  if (!shown) throw new Error('nothing is shown');
  return shown;
};

test('the oldest is shown first, with its proposed reply, and goes to the next météo', () => {
  const state = after();
  expect(current(state)).toBe(OLD);
  expect(answerOf(state, OLD)).toBe('Proposée : vieux');
  expect([showsOf(state, OLD), showsOf(state, YOUNG)]).toEqual([true, false]);
});

test('another one is shown when it is chosen, until it is answered', () => {
  const chosen = after({ type: 'chosen', key: keyOf(YOUNG.entry) });
  expect(current(chosen)).toBe(YOUNG);
  const answered = reduceClient(chosen, { type: 'ended', act: 'answer', entry: YOUNG.entry, result: done(null) });
  expect(current(answered)).toBe(OLD);
  expect(answered.dock).toEqual({ kind: 'done', act: 'answer', entry: YOUNG.entry });
});

test('what is typed stays with its feedback when another is chosen, when the workbook is read again, and when its row moves', () => {
  const key = keyOf(OLD.entry);
  const moved = open('vieux', { row: 9, place: { sheet: 'Retours', cell: 'E10' } });
  const state = after(
    { type: 'typed', key, text: 'Trois conseillers' },
    { type: 'chosen', key: keyOf(YOUNG.entry) },
    { type: 'read', result: done(view(YOUNG, moved)), at: AT },
  );
  expect(answerOf(state, moved)).toBe('Trois conseillers');
  expect(answerOf(state, YOUNG)).toBe('Proposée : récent');
});

test('an emptied answer stays empty, and an answer of the row goes before the proposal', () => {
  const state = after({ type: 'typed', key: keyOf(OLD.entry), text: '' });
  expect(answerOf(state, OLD)).toBe('');
  expect(answerOf(state, open('autre', { answer: 'on cherche', state: 'doing' }))).toBe('on cherche');
});

test('an answer that was refused keeps what was typed and says why; a written one is forgotten', () => {
  const key = keyOf(OLD.entry);
  const typed: ClientEvent = { type: 'typed', key, text: 'oui' };
  const reason = problem('feedback-changed', {});
  const refusal = after(typed, { type: 'ended', act: 'answer', entry: OLD.entry, result: refused(reason) });
  expect(refusal.dock).toEqual({ kind: 'problem', problem: reason });
  expect(refusal.typed).toEqual({ [key]: 'oui' });
  expect(after(typed, { type: 'ended', act: 'answer', entry: OLD.entry, result: done(null) }).typed).toEqual({});
});

test('what was kept of an earlier opening comes back without taking the message away, and can be given up', () => {
  const key = keyOf(OLD.entry);
  const answered = after(
    { type: 'ended', act: 'answer', entry: YOUNG.entry, result: done(null) },
    { type: 'restored', key, text: 'gardé' },
  );
  expect(answered).toMatchObject({ typed: { [key]: 'gardé' }, dock: { kind: 'done' } });
  expect(reduceClient(answered, { type: 'cleared', key }).typed).toEqual({});
});

const FORM: FeedbackForm = { date: DAY, from: '', subject: '', mood: 'neutral', text: '' };

test.each<[string, unknown, boolean]>([
  ['new feedback', { form: FORM, open: true }, true],
  ['without a date yet', { form: { ...FORM, date: null }, open: false }, true],
  ['a mood that there is not', { form: { ...FORM, mood: 'furious' }, open: true }, false],
  ['a text that is none', { form: { ...FORM, text: 4 }, open: true }, false],
  ['something else', 'oui', false],
])('kept, %s', (_name, parsed, isFeedback) => {
  expect(keptFeedback(parsed)).toEqual(isFeedback ? parsed : null);
});

test('a form holds something once a text, a role or a subject is typed', () => {
  expect(isWritten(FORM)).toBe(false);
  expect(isWritten({ ...FORM, subject: ' ' })).toBe(false);
  expect(isWritten({ ...FORM, subject: 'Délai' })).toBe(true);
});

test('the box of the météo is off once somebody says no, and on again; what the journal has stays shown', () => {
  const key = keyOf(OLD.entry);
  const off = after({ type: 'shown', key, show: false });
  expect(showsOf(off, OLD)).toBe(false);
  expect(showsOf(off, open('vieux', {}, true))).toBe(true);
  expect(showsOf(reduceClient(off, { type: 'shown', key, show: true }), OLD)).toBe(true);
});

test('typing takes the message away, but not the progress of what runs', () => {
  const key = keyOf(OLD.entry);
  expect(after({ type: 'wanting' }, { type: 'typed', key, text: 'o' }).dock).toEqual({ kind: 'ready' });
  expect(after({ type: 'started', act: 'answer' }, { type: 'typed', key, text: 'o' }).dock).toEqual({
    kind: 'running',
    act: 'answer',
  });
});

test('a form that is typed survives a refusal and closes when its row is written', () => {
  const form = { date: DAY, from: '', subject: '', mood: 'unhappy', text: 'trop long' } as const;
  const opened = after({ type: 'adding', today: DAY });
  expect(opened.form).toEqual({ date: DAY, from: '', subject: '', mood: 'neutral', text: '' });
  const refusal = after(
    { type: 'form', form },
    { type: 'ended', act: 'add', entry: null, result: refused(problem('read-only', {})) },
  );
  expect(refusal.form).toEqual(form);
  expect(after({ type: 'form', form }, { type: 'ended', act: 'add', entry: null, result: done(null) }).form).toBeNull();
});

test('a workbook that cannot be read says so, and leaves what was read', () => {
  const reason = problem('workbook-empty', {});
  const state = after({ type: 'read', result: refused(reason), at: AT });
  expect(state.dock).toEqual({ kind: 'problem', problem: reason });
  expect(currentOf(state)).toBe(OLD);
});
