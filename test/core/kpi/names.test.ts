import type { DetectedColumn, DetectedTable } from '../../../src/core/detect/detected';
import { columnMeant, columnNames, nameOfColumn } from '../../../src/core/kpi/names';

const column = (place: number, header: string, measure?: string): DetectedColumn => ({
  column: place,
  header,
  type: 'count',
  confidence: 1,
  reason: 'header',
  sample: '',
  ...(measure !== undefined && { measure }),
});

const table: DetectedTable = {
  sheet: 'Suivi',
  visibility: 'visible',
  kind: 'daily',
  headerRow: 0,
  firstRow: 1,
  lastRow: 9,
  firstColumn: 0,
  lastColumn: 5,
  dateColumn: 0,
  dateWriting: 'real',
  columns: [
    column(1, 'Appels  reçus', 'appels_recus'),
    column(2, 'Délai\n(min)'),
    column(3, 'Traités', 'appels_traites'),
    column(4, 'traités', 'appels_traites'),
    column(5, ''),
  ],
  confidence: 1,
  reason: 'one-row-a-date',
};

test('columns go by their headers on one line, the second of a name by its number, one without a header by its letter', () => {
  expect(columnNames(table)).toEqual(['Appels reçus', 'Délai (min)', 'Traités', 'traités (2)', 'F']);
  expect(nameOfColumn(table, 4)).toBe('traités (2)');
});

test.each<[string, string, number | null]>([
  ['its header', 'Appels reçus', 1],
  ['its header in another case', 'APPELS REÇUS', 1],
  ['its header without accents and signs', 'delai min', 2],
  ['a name by which the measure goes', 'Calls offered', 1],
  ['the first of two of one name', 'TRAITES', 3],
  ['the second of them', 'Traités (2)', 4],
  ['its letter, where it has no header', 'f', 5],
  ['a name that several columns may mean', 'Calls answered', null],
  ['a name that none has', 'Camions', null],
])('a column is meant by %s', (_, name, place) => {
  expect(columnMeant(table, name)?.column ?? null).toBe(place);
});
