import { startPlace } from '../../../src/taskpane/shell/startPlace';

test.each([
  ['no query', '', { page: 'home' }],
  ['what Excel adds alone', '?_host_Info=Excel$Win32$16.02$en-US', { page: 'home' }],
  ['a page', '?page=source', { page: 'source' }],
  ['a page among what Excel adds', '?et=&page=kpis&_host_Info=Excel', { page: 'kpis' }],
  ['a page and what it is about', '?page=kpis&id=csat', { page: 'kpis', id: 'csat' }],
  ['a page that is not known', '?page=nowhere&id=1', { page: 'home' }],
  ['a name that every object has', '?page=toString', { page: 'home' }],
])('%s', (_case, query, place) => {
  expect(startPlace(query)).toEqual(place);
});
