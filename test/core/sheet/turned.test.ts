import { turned } from '../../../src/core/sheet/turned';
import { numberFormatAt, valueAt, type SheetSnapshot } from '../../../src/core/sheet/snapshot';

const sheet: SheetSnapshot = {
  name: 'Hebdo',
  position: 0,
  visibility: 'visible',
  protected: false,
  used: { row: 1, column: 2, rows: 2, columns: 3 },
  values: [
    ['Appels', 45_000, 45_007],
    ['Reçus', 12, 15],
  ],
  numberFormats: [['General', 'dd/mm/yyyy', 'dd/mm/yyyy']],
  tables: [],
};

test('what stood in C2 stands in B3, formats along', () => {
  const over = turned(sheet);
  expect(over.used).toEqual({ row: 2, column: 1, rows: 3, columns: 2 });
  expect(valueAt(over, 2, 1)).toBe('Appels');
  expect(valueAt(over, 4, 1)).toBe(45_007);
  expect(valueAt(over, 4, 2)).toBe(15);
  expect(numberFormatAt(over, 3, 1)).toBe('dd/mm/yyyy');
  expect(numberFormatAt(over, 3, 2)).toBe('General');
});

test('turned twice it is as before, but for the formats that were not read', () => {
  expect(turned(turned(sheet)).values).toEqual(sheet.values);
  expect(turned(turned(sheet)).used).toEqual(sheet.used);
});

test('an empty sheet stays empty', () => {
  expect(turned({ ...sheet, used: null, values: [], numberFormats: [] }).used).toBeNull();
});
