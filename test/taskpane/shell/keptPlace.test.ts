import { placeFrom } from '../../../src/taskpane/shell/keptPlace';

test.each<[string, unknown, ReturnType<typeof placeFrom>]>([
  ['a page', { page: 'kpis' }, { page: 'kpis' }],
  ['a page about one thing', { page: 'kpis', id: 'in_qs' }, { page: 'kpis', id: 'in_qs' }],
  ['a page of another version', { page: 'tableau' }, null],
  ['a name that every object has', { page: 'toString' }, null],
  ['an id that is no text', { page: 'kpis', id: 4 }, { page: 'kpis' }],
  ['nothing stored', undefined, null],
  ['something else', 'kpis', null],
])('%s', (_name, stored, place) => {
  expect(placeFrom(stored)).toEqual(place);
});
