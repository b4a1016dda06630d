import { detect } from '../../../src/core/detect/detect';
import { decided } from '../../../src/core/detect/mapping-decide';
import { mappingRows } from '../../../src/core/detect/mapping-rows';
import { columnArea } from '../../../src/core/detect/places';
import { sourceView, type SourceView } from '../../../src/core/detect/source-view';
import { measuresToOffer } from '../../../src/core/kpi/domain-measures';
import { areaName } from '../../../src/core/sheet/address';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

const MONDAY = 46_027; // 05/01/2026
const FORMATS = { 0: 'dd/mm/yyyy' };
const sheet = (name: string, headers: readonly CellValue[], days = 60): SheetSnapshot =>
  sheetOf(name, [headers, ...Array.from({ length: days }, (_, day) => [MONDAY + day, 100 + day, 90 + day])], {
    formats: FORMATS,
  });
const HEADERS = ['Date', 'Appels reçus', 'Décrochés'];

const viewOf = (workbook: WorkbookSnapshot, index = 0): SourceView => {
  const view = sourceView(workbook, detect(workbook), index);
  if (!view) throw new Error('no table');
  return view;
};

/** A workbook whose sheet was confirmed with the usual headers, and has others now. */
const confirmed = (headers: readonly CellValue[]): WorkbookSnapshot => {
  const before = workbookOf(sheet('Suivi', HEADERS));
  const [table] = detect(before).tables;
  if (!table) throw new Error('no table');
  const { cells, names } = mappingRows(before, decided(table), [], 'fr');
  const grid = cells.map((line) => line.map((cell) => (cell && 'text' in cell ? cell.text : '')));
  const sources = sheetOf('Sources', grid, { tables: { tblSources: `A1:K${String(grid.length)}` } });
  return { ...workbookOf(sheet('Suivi', headers), sources), names };
};

test('every table found is listed with its rows and days, the likeliest first', () => {
  const view = viewOf(workbookOf(sheet('Suivi', HEADERS), sheet('Archives', ['Jour', 'Ventes', 'Devis'], 20)));
  expect(view.found).toEqual([
    { sheet: 'Suivi', kind: 'daily', range: 'A1:C61', rows: 60, areDays: true, first: MONDAY, last: MONDAY + 59 },
    { sheet: 'Archives', kind: 'daily', range: 'A1:C21', rows: 20, areDays: true, first: MONDAY, last: MONDAY + 19 },
  ]);
  expect(viewOf(workbookOf(sheet('Suivi', HEADERS), sheet('Archives', ['Jour', 'Ventes', 'Devis'], 20)), 1).table.sheet).toBe(
    'Archives',
  );
});

test.each<[string, (row: number) => number, boolean]>([
  ['a day each', (row) => MONDAY + row, true],
  ['two a day', (row) => MONDAY + Math.floor(row / 2), false],
  ['a week each', (row) => MONDAY + 7 * row, false],
])('rows are days only where each is one: %s', (_name, dayOf, areDays) => {
  const rows = Array.from({ length: 40 }, (_, row) => [dayOf(row), 100 + row, 90 + row]);
  const [found] = viewOf(workbookOf(sheetOf('Suivi', [HEADERS, ...rows], { formats: FORMATS }))).found;
  expect(found).toMatchObject({ rows: 40, areDays });
});

test('a place beyond the tables found shows nothing', () => {
  const workbook = workbookOf(sheet('Suivi', HEADERS));
  expect(sourceView(workbook, detect(workbook), 5)).toBeNull();
});

test('a confirmed table asks nothing while its headers are there', () => {
  expect(viewOf(confirmed(HEADERS))).toMatchObject({ confirmed: true, changed: [], lost: [] });
});

test('a header that changed is asked about, with what the column was, and shown as it is found', () => {
  const view = viewOf(confirmed(['Date', 'Appels reçus', 'Appels émis']));
  expect(view.changed).toMatchObject([
    { before: 'Décrochés', now: { column: 2, header: 'Appels émis' }, choice: { kind: 'measure', measure: 'appels_traites' } },
  ]);
  expect(view.table.columns[2]).toMatchObject({ header: 'Appels émis', measure: 'appels_emis' });
});

test('the measures to choose from are those of the domain that the columns speak of', () => {
  const [table] = detect(workbookOf(sheet('Suivi', HEADERS))).tables;
  const measures = table ? measuresToOffer(table) : [];
  expect(measures).toEqual(expect.arrayContaining(['appels_recus', 'appels_traites', 'appels_abandonnes']));
  expect(measures).not.toContain('budget');
});

test('a click selects a column with its header, or a row where dates run across', () => {
  const [table] = detect(workbookOf(sheet('Suivi', HEADERS))).tables;
  if (!table) throw new Error('no table');
  expect(areaName(columnArea(table, 1))).toBe('B1:B61');
  expect(areaName(columnArea({ ...table, kind: 'across' }, 1))).toBe('A2:BI2');
});
