import { navigate, placeOf, startAt, TAB_OF, type NavigationEvent, type Place } from '../../../src/taskpane/shell/navigation';

const after = (start: Place, ...events: NavigationEvent[]): Place & { tab: string } => {
  const navigation = events.reduce(navigate, startAt(start));
  return { tab: navigation.tab, ...placeOf(navigation) };
};
const open = (page: keyof typeof TAB_OF, id?: string): NavigationEvent => ({
  type: 'open',
  place: id === undefined ? { page } : { page, id },
});
const tab = (name: 'home' | 'data'): NavigationEvent => ({ type: 'tab', tab: name });
const back: NavigationEvent = { type: 'back' };

test.each<[string, NavigationEvent[], Place & { tab: string }]>([
  ['nothing pressed', [], { tab: 'home', page: 'home' }],
  ['a page of another tab shows that tab', [open('kpis')], { tab: 'data', page: 'kpis' }],
  ['a page about one thing keeps which', [open('kpis', 'in_qs')], { tab: 'data', page: 'kpis', id: 'in_qs' }],
  ['back goes to the tab’s first page', [open('kpis'), back], { tab: 'data', page: 'data' }],
  ['back on a first page stays', [back], { tab: 'home', page: 'home' }],
  ['a tab comes back to where it was left', [open('findings'), tab('home'), tab('data')], { tab: 'data', page: 'findings' }],
  ['the tab that is shown goes to its first page', [open('findings'), tab('data')], { tab: 'data', page: 'data' }],
])('%s', (_name, events, place) => {
  expect(after({ page: 'home' }, ...events)).toEqual(place);
});

test('the pane can open at any page', () => {
  for (const page of Object.keys(TAB_OF) as (keyof typeof TAB_OF)[]) expect(after({ page })).toEqual({ tab: TAB_OF[page], page });
});
