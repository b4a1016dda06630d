import { preparationOf, pageOf, type MeteoPreparation } from '../../../src/core/meteo/preparation';
import { done, problem, refused } from '../../../src/core/problem';
import {
  initialState,
  nextAct,
  reduceMeteo,
  sectionOfFit,
  type MeteoEvent,
  type MeteoState,
} from '../../../src/taskpane/meteo/meteoState';
import { inboundDays, syntheticInput } from '../../core/meteo/syntheticInput';

const prepared = ((): MeteoPreparation => {
  const result = preparationOf(syntheticInput(inboundDays()));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
})();
const page = (() => {
  const result = pageOf(prepared, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
})();
const made = { page: page.page, row: page.row, file: null, mailed: false };

const after = (...events: MeteoEvent[]): MeteoState => events.reduce(reduceMeteo, initialState);
const ready: MeteoEvent = { type: 'prepared', result: done(prepared), draft: null };

/** What the pane says of a page, where nobody looks at it. */
const SHOWN = { rule: '', ahead: '', kpis: [] };

test('one section is open at a time; each counts as read once it was opened', () => {
  const state = after(ready, { type: 'toggled', section: 'message' }, { type: 'toggled', section: 'facts' });
  expect(state.open).toBe('facts');
  expect(state.seen).toEqual(['message', 'facts']);
  const closed = reduceMeteo(state, { type: 'toggled', section: 'facts' });
  expect(closed.open).toBeNull();
  expect(reduceMeteo(closed, { type: 'toggled', section: 'message' }).seen).toEqual(['message', 'facts']);
});

test('the same météo read again keeps what was typed and what is open', () => {
  const typed = after(ready, { type: 'edited', edits: { message: 'Tout va.' } }, { type: 'toggled', section: 'state' });
  const again = reduceMeteo(typed, { type: 'prepared', result: done({ ...prepared }), draft: null });
  expect(again.edits).toEqual({ message: 'Tout va.' });
  expect(again.open).toBe('state');
});

test('another météo begins with its own edits', () => {
  const typed = after(ready, { type: 'edited', edits: { message: 'Tout va.' } });
  const next = { ...prepared, number: prepared.number + 1, edits: { keyTitle: 'décroché' } };
  const state = reduceMeteo(typed, { type: 'prepared', result: done(next), draft: null });
  expect(state.edits).toEqual({ keyTitle: 'décroché' });
  expect(state.restored).toBeNull();
});

test('a kept draft wins over what the page was made with before, and says when it was left', () => {
  const draft = { edits: { message: 'Brouillon.' }, seen: ['message'] as const, at: 1_000 };
  const result = done({ ...prepared, edits: { message: 'Ancien.' } });
  const state = after({ type: 'prepared', result, draft });
  expect(state).toMatchObject({ edits: { message: 'Brouillon.' }, seen: ['message'], restored: 1_000 });
  expect(reduceMeteo(state, { type: 'cleared' })).toMatchObject({ edits: {}, seen: [], restored: null });
});

test('a page that cannot be laid out leaves the one before, with why', () => {
  const drawn = after(ready, { type: 'drawn', result: done({ prepared: page, picture: '<svg/>', shown: SHOWN }) });
  const tooLong = reduceMeteo(drawn, { type: 'drawn', result: refused(problem('does-not-fit', { items: '« message »' })) });
  expect(tooLong.drawn?.picture).toBe('<svg/>');
  expect(tooLong.refusal?.code).toBe('does-not-fit');
  expect(
    reduceMeteo(tooLong, { type: 'drawn', result: done({ prepared: page, picture: '<svg/>', shown: SHOWN }) }).refusal,
  ).toBeNull();
});

test('a field that is missing opens its section and asks for the focus, once', () => {
  const state = after(ready, { type: 'wanting', requirement: 'actionRole' });
  expect(state).toMatchObject({ open: 'state', seen: ['state'], wanted: 'actionRole' });
  expect(reduceMeteo(state, { type: 'focused' }).wanted).toBeNull();
});

test('what is missing is said in the dock until something is typed, not only until its field has the focus', () => {
  const state = after(ready, { type: 'wanting', requirement: 'action' }, { type: 'focused' });
  expect(state.dock).toEqual({ kind: 'wanting', requirement: 'action' });
  expect(reduceMeteo(state, { type: 'edited', edits: { action: { text: 'B', role: '', due: null } } }).dock.kind).toBe('ready');
});

test('a message about the page before goes when something is typed', () => {
  const state = after(ready, { type: 'refused', problem: problem('does-not-fit', { items: '« message »' }) });
  expect(state.dock.kind).toBe('problem');
  expect(reduceMeteo(state, { type: 'edited', edits: {} }).dock.kind).toBe('ready');
});

test('what remains to be done follows what was: PDF, mail, sent', () => {
  const steps: MeteoEvent[] = [
    { type: 'made', made },
    { type: 'saved', file: { name: 'Meteo.pdf', kilobytes: 84 } },
    { type: 'mailed' },
    { type: 'sent', day: 46_349 },
  ];
  const acts = steps.map((_step, index) => {
    const state = after(ready, ...steps.slice(0, index + 1));
    return state.made && nextAct(state.made);
  });
  expect(acts).toEqual(['pdf', 'mail', 'sent', null]);
  expect(after(ready, ...steps).made?.row.sent).toBe(46_349);
});

test('a page that is taken back leaves what was typed; a sending that is, leaves the page', () => {
  const edits = { message: 'Tout va.' };
  const written = after(ready, { type: 'edited', edits }, { type: 'made', made });
  expect(reduceMeteo(written, { type: 'undone' })).toMatchObject({ made: null, edits, dock: { kind: 'ready' } });
  const sent = reduceMeteo(written, { type: 'sent', day: 46_349 });
  expect(reduceMeteo(sent, { type: 'undone' }).made?.row.sent).toBeNull();
});

test('a page made anew has neither its PDF nor its mail', () => {
  const again = after(
    ready,
    { type: 'made', made },
    { type: 'saved', file: { name: 'a.pdf', kilobytes: 1 } },
    { type: 'made', made },
  );
  expect(again.made && nextAct(again.made)).toBe('pdf');
});

test.each([
  [(p: typeof page) => p.content.yellow.highlights.heading, 'facts'],
  [(p: typeof page) => p.content.yellow.team.heading, 'facts'],
  [(p: typeof page) => p.content.blue.mediumTerm.heading, 'planned'],
  [() => '+ 2 autres indicateurs', 'figures'],
])('what is shortened leads to its section', (headingOf, section) => {
  expect(sectionOfFit(`${headingOf(page)} (+ 2 autres, voir Journal)`, page)).toBe(section);
});
