import { columnNamed } from '../../../src/core/detect/columnNamed';
import type { DetectedTable, TableKind } from '../../../src/core/detect/detected';

const tableOf = (kind: TableKind, headers: readonly string[], first: number): DetectedTable => ({
  sheet: 'Suivi',
  visibility: 'visible',
  kind,
  headerRow: 0,
  firstRow: 1,
  lastRow: 9,
  firstColumn: first,
  lastColumn: first + headers.length - 1,
  dateColumn: first,
  dateWriting: 'real',
  columns: headers.map((header, index) => ({
    column: first + index,
    header,
    type: 'count',
    confidence: 1,
    reason: 'numbers',
    sample: '',
  })),
  confidence: 1,
  reason: 'one-row-a-date',
});

const upright = tableOf('daily', ['Date', 'Appels  reçus', 'B', 'Décrochés'], 0);
const across = tableOf('across', ['', 'Oak / ED Visits / ED', 'Breeze / ED Visits / ED', 'Oak / Discharges'], 0);

test.each<[string, DetectedTable, string, number | null]>([
  ['by its header, spaces and case aside', upright, 'appels reçus', 1],
  ['by its letter', upright, 'd', 3],
  ['a header that reads like a letter wins', upright, 'B', 2],
  ['a letter beyond the table is nobody', upright, 'Z', null],
  ['a number is no column of a table that runs down', upright, '2', null],
  ['across: by all labels of its row', across, 'Oak / ED Visits / ED', 1],
  ['across: by some of them in order', across, 'Breeze / ED', 2],
  ['across: by one that says it alone', across, 'Discharges', 3],
  ['across: not when several rows are meant', across, 'ED Visits', null],
  ['across: by the number of its row', across, '3', 2],
  ['across: not by a row beyond', across, '12', null],
])('%s', (_, table, text, expected) => {
  expect(columnNamed(table, text)).toBe(expected);
});
