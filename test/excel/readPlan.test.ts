import { parseArea, areaName, type Area } from '../../src/core/sheet/address';
import { bands, beyondArea, trips, wholeArea } from '../../src/excel/readPlan';

const area = (name: string): Area => parseArea(name) ?? { row: 0, column: 0, rows: 0, columns: 0 };
const names = (areas: readonly Area[]): string[] => areas.map((item) => areaName(item));

test('a table of a few columns is read whole', () => {
  expect(areaName(wholeArea(area('B4:M900')))).toBe('B4:M900');
  expect(beyondArea(area('B4:M900'))).toBeNull();
});

test('of a table over all columns, 256 are read whole and the first rows of the others', () => {
  expect(areaName(wholeArea(area('A1:XFD500')))).toBe('A1:IV500');
  expect(names([beyondArea(area('A1:XFD500')) ?? area('A1')])).toEqual(['IW1:XFD12']);
});

test.each([
  ['fits', 'A1:C4', 12, ['A1:C4']],
  ['is cut by rows', 'A1:C4', 6, ['A1:C2', 'A3:C4']],
  ['has a rest', 'A1:C5', 6, ['A1:C2', 'A3:C4', 'A5:C5']],
  ['has one row that is already too much', 'A1:C2', 2, ['A1:C1', 'A2:C2']],
])('an area that %s', (_, whole, cells, expected) => {
  expect(names(bands(area(whole), cells))).toEqual(expected);
});

test('small sheets share a trip, and the next begins where the room ends', () => {
  const pieces = ['A1:B5', 'A1:B4', 'A1:B3'].map((name, index) => ({ sheet: `S${index}`, area: area(name) }));
  const grouped = [...trips(pieces, () => 20)].map((group) => group.map(({ sheet, area: part }) => `${sheet}!${areaName(part)}`));
  expect(grouped).toEqual([['S0!A1:B5', 'S1!A1:B4'], ['S2!A1:B3']]);
});
