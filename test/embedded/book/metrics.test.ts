import { blankSheet } from '../../../src/embedded/book/blank';
import {
  anchorToPoints,
  columnCharacters,
  columnLeft,
  columnPixels,
  columnPoints,
  columnWidthFromCharacters,
  columnWidthFromPoints,
  maxDigitWidth,
  pointsToAnchor,
  rowTop,
} from '../../../src/embedded/book/metrics';
import type { Sheet } from '../../../src/embedded/book/sheet';

const calibri = { name: 'Calibri', size: 11 };

test.each([
  ['Calibri', 11, 7],
  ['Arial', 10, 7],
  ['Arial', 9, 7],
])('the widest digit of %s %d is %d pixels', (name, size, pixels) => {
  expect(maxDigitWidth({ name, size })).toBe(pixels);
});

test.each([
  ['the usual width', 9.140625, 64, 8.43],
  ['a width of one character', 1.7109375, 12, 1],
  ['a wide column', 20.7109375, 145, 20],
  ['no width', 0, 0, 0],
])('%s: stored %d is %d pixels, %d characters', (_, stored, pixels, characters) => {
  expect(columnPixels(stored, calibri)).toBe(pixels);
  expect(columnCharacters(stored, calibri)).toBe(characters);
});

test('every whole number of pixels comes back from the width that is stored for it', () => {
  for (let pixels = 0; pixels < 1500; pixels++) {
    expect(columnPoints(columnWidthFromPoints(pixels * 0.75, calibri), calibri)).toBe(pixels * 0.75);
    expect(columnPixels(columnWidthFromPoints(pixels * 0.75, { name: 'Verdana', size: 10 }), { name: 'Verdana', size: 10 })).toBe(
      pixels,
    );
  }
});

test('8.43 characters are stored as 64 pixels', () => {
  expect(columnWidthFromCharacters(8.43, calibri)).toBe(9.140625);
});

/** B is 100 pixels wide, C hidden; row 2 is 30 points high, row 4 hidden. */
const uneven = (): Sheet => {
  const sheet = blankSheet('Feuil1');
  sheet.columns.set(1, { width: columnWidthFromPoints(75, calibri), hidden: false, style: 0, outline: 0 });
  sheet.columns.set(2, { width: null, hidden: true, style: 0, outline: 0 });
  sheet.rows.set(1, { height: 30, hidden: false, style: 0, outline: 0 });
  sheet.rows.set(3, { height: null, hidden: true, style: 0, outline: 0 });
  return sheet;
};

test('edges of cells count wide, hidden and usual tracks', () => {
  expect([0, 1, 2, 3, 4].map((column) => columnLeft(uneven(), column, calibri))).toEqual([0, 48, 123, 123, 171]);
  expect([0, 1, 2, 3, 4, 5].map((row) => rowTop(uneven(), row))).toEqual([0, 15, 45, 60, 60, 75]);
});

test.each([
  ['in the first cell', 10, 5, { column: 0, columnOffset: 127_000, row: 0, rowOffset: 63_500 }],
  ['in the wide column and the high row', 60, 20, { column: 1, columnOffset: 152_400, row: 1, rowOffset: 63_500 }],
  ['beyond what is hidden', 123, 60, { column: 3, columnOffset: 0, row: 4, rowOffset: 0 }],
])('a point %s has its cell and offset, and comes back', (_, left, top, anchor) => {
  expect(pointsToAnchor(uneven(), left, top, calibri)).toEqual(anchor);
  expect(anchorToPoints(uneven(), anchor, calibri)).toEqual({ left, top });
});

test('an offset beyond its cell ends at the edge of the cell', () => {
  const anchor = { column: 0, columnOffset: 9_000_000, row: 0, rowOffset: 9_000_000 };
  expect(anchorToPoints(uneven(), anchor, calibri)).toEqual({ left: 48, top: 15 });
});
