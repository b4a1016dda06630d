import { readHistory, type HistoryRow } from '../../../src/core/meteo/history';
import { historyDraft, historyWith } from '../../../src/core/meteo/historySheet';
import { serialOf } from '../../../src/core/period/serial';
import type { CellDraft } from '../../../src/core/sheet/draft';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetFromDraft, workbookOf } from './draftedSheet';

const start = serialOf({ year: 2026, month: 11, day: 9 });
const row = (more: Partial<HistoryRow> = {}): HistoryRow => ({
  number: 14,
  period: '2026-S46–2026-S47',
  start,
  last: start + 13,
  weather: 'bright',
  computed: 'cloudy',
  rule: '1 indicateur clé en vigilance : taux d’abandon',
  reason: 'Renfort en place',
  values: { in_offered: 12480, in_qs: 0.9179487179487179, in_nps: -3 },
  projections: { in_offered: { value: 12900, low: 12150, high: 13650 }, in_qs: { value: 0.912, low: 0.899, high: 0.925 } },
  minutes: 11,
  issued: start + 14,
  sent: null,
  sheet: 'Météo 2026-11-23',
  ...more,
});

test.each(['fr', 'en'] as const)('a history written in %s reads back the same', (language) => {
  const rows = [row({ number: 13, start: start - 14, sent: start, minutes: null, reason: '', projections: {} }), row()];
  expect(readHistory(workbookOf(sheetFromDraft(historyDraft(rows, language))))).toEqual(rows);
});

test('an empty history is a table with one empty row, and reads as nothing', () => {
  const draft = historyDraft([], 'fr');
  expect(draft.tables?.[0]).toMatchObject({ name: 'tblMeteo', area: { rows: 2 } });
  expect(readHistory(workbookOf(sheetFromDraft(draft)))).toEqual([]);
});

test('rows come by number, those that lost it are left out', () => {
  const sheet = sheetFromDraft(historyDraft([row({ number: 15 }), row({ number: Number.NaN }), row()], 'fr'));
  const values = sheet.values.map((line) => line.map((cell) => (Number.isNaN(cell) ? '' : cell)));
  expect(readHistory(workbookOf({ ...sheet, values })).map((one) => one.number)).toEqual([14, 15]);
});

test('figures that somebody spoilt are no figures', () => {
  const sheet = sheetFromDraft(historyDraft([row()], 'fr'));
  const spoilt = sheet.values.map((line) =>
    line.map((cell) => (typeof cell === 'string' ? cell.replace('12480', 'beaucoup').replace('[12150', '(12150') : cell)),
  );
  const [read] = readHistory(workbookOf({ ...sheet, values: spoilt }));
  expect(read?.values).toEqual({ in_qs: 0.9179487179487179, in_nps: -3 });
  expect(Object.keys(read?.projections ?? {})).toEqual(['in_qs']);
});

test('an icon that somebody deleted is the computed one', () => {
  const sheet = sheetFromDraft(historyDraft([row()], 'fr'));
  const values = sheet.values.map((line) => line.map((cell, column) => (column === 4 ? '' : cell)));
  expect(readHistory(workbookOf({ ...sheet, values }))[0]).toMatchObject({ number: 14, weather: 'cloudy' });
});

test.each<[string, CellValue, number | null]>([
  ['a real date', start + 15, start + 15],
  ['a date typed as text', '24/11/2026', start + 15],
  ['an ISO date typed as text', '2026-11-24', start + 15],
  ['a mark that is no date', 'oui', start + 14],
  ['nothing', '', null],
])('sent on: %s', (_, mark, sent) => {
  const sheet = sheetFromDraft(historyDraft([row()], 'fr'));
  const values = sheet.values.map((line, at) => line.map((cell, column) => (at === 1 && column === 12 ? mark : cell)));
  expect(readHistory(workbookOf({ ...sheet, values }))[0]?.sent).toBe(sent);
});

describe('a row more', () => {
  /** A workbook after a draft of its history was written: cells that the draft leaves are as they were. */
  const after = (workbook: WorkbookSnapshot, one: HistoryRow): WorkbookSnapshot => {
    const draft = historyWith(workbook, one, 'fr');
    const before = workbook.sheets[0];
    const table = draft.tables?.[0];
    if (!before || !table || draft.owner !== 'user') throw new Error('the history is rewritten');
    const { area } = table;
    const values: CellValue[][] = before.values.map((line) => [...line]);
    const valueOf = (cell: CellDraft): CellValue => {
      if (cell === null || 'empty' in cell) return '';
      return 'number' in cell ? cell.number : 'text' in cell ? cell.text : '';
    };
    for (const block of draft.blocks ?? [])
      for (const [index, line] of block.cells.entries()) {
        const target = (values[block.row + index] ??= new Array<CellValue>(area.columns).fill(''));
        for (const [column, cell] of line.entries()) if (cell !== null) target[block.column + column] = valueOf(cell);
      }
    return workbookOf({
      ...before,
      values,
      used: { row: 0, column: 0, rows: values.length, columns: Math.max(...values.map((line) => line.length)) },
      tables: [
        {
          name: 'tblMeteo',
          area,
          hasHeaders: true,
          hasTotals: false,
          columns: (values[area.row] ?? []).slice(0, area.columns).map(String),
        },
      ],
    });
  };
  const historyOf = (...rows: HistoryRow[]): SheetSnapshot => sheetFromDraft(historyDraft(rows, 'fr'));
  const cell = (workbook: WorkbookSnapshot, at: number, column: number): CellValue | undefined =>
    workbook.sheets[0]?.values[at]?.[column];

  test('stands under the others, where there are any', () => {
    expect(readHistory(after(workbookOf(historyOf()), row()))).toEqual([row()]);
    const two = after(workbookOf(historyOf(row())), row({ number: 15 }));
    expect(readHistory(two)).toEqual([row(), row({ number: 15 })]);
    expect(two.sheets[0]?.tables[0]?.area).toEqual({ row: 0, column: 0, rows: 3, columns: 15 });
  });

  test('takes the place of the one of its number, and what it does not say any more goes', () => {
    const made = after(workbookOf(historyOf(row({ number: 13 }), row(), row({ number: 15 }))), row({ minutes: null }));
    expect([1, 2, 3].map((at) => cell(made, at, 0))).toEqual([13, 14, 15]);
    expect(readHistory(made).map(({ minutes }) => minutes)).toEqual([11, null, 11]);
  });

  test('leaves rows that cannot be read as they are, in their place', () => {
    const sheet = historyOf(row({ number: 13 }), row());
    const values = sheet.values.map((line, at) => line.map((value, column) => (at === 1 && column === 0 ? 'n° 13 bis' : value)));
    const made = after(workbookOf({ ...sheet, values }), row({ number: 15 }));
    expect(made.sheets[0]?.values.slice(0, 3)).toEqual(values);
    expect(readHistory(made).map(({ number }) => number)).toEqual([14, 15]);
  });

  test('leaves a column that somebody put in the middle, and what it holds', () => {
    const sheet = historyOf(row());
    const values = sheet.values.map((line, at) => [line[0] ?? '', at === 0 ? 'Lu par' : 'Directrice', ...line.slice(1)]);
    const columns = (values[0] ?? []).map(String);
    const area = { row: 0, column: 0, rows: 2, columns: 15 };
    const used = { ...area };
    const tables = [{ name: 'tblMeteo', area, hasHeaders: true, hasTotals: false, columns }];
    const workbook = workbookOf({ ...sheet, values, used, tables });
    for (const made of [after(workbook, row({ minutes: 20 })), after(workbook, row({ number: 15 }))]) {
      expect([cell(made, 0, 1), cell(made, 1, 1)]).toEqual(['Lu par', 'Directrice']);
      expect(made.sheets[0]?.tables[0]?.columns).toEqual(columns);
    }
    expect(readHistory(after(workbook, row({ number: 15 })))).toEqual([row(), row({ number: 15 })]);
  });

  test('brings back a column that somebody deleted, right of the others', () => {
    const sheet = historyOf(row());
    const values = sheet.values.map((line) => line.slice(0, 13));
    const area = { row: 0, column: 0, rows: 2, columns: 13 };
    const tables = [{ name: 'tblMeteo', area, hasHeaders: true, hasTotals: false, columns: (values[0] ?? []).map(String) }];
    const made = after(workbookOf({ ...sheet, values, used: area, tables }), row({ number: 15 }));
    expect(readHistory(made)).toEqual([row({ sheet: '' }), row({ number: 15 })]);
  });

  test('stands below what somebody typed against the foot of the table', () => {
    const sheet = historyOf(row());
    const values = [...sheet.values.map((line) => [...line]), ['À relire', ...new Array<CellValue>(13).fill('')]];
    const used = { row: 0, column: 0, rows: 3, columns: 15 };
    const made = after(workbookOf({ ...sheet, values, used }), row({ number: 15 }));
    expect([cell(made, 2, 0), cell(made, 3, 0)]).toEqual(['À relire', 15]);
  });

  test('holds the days that a workbook counting from 1904 reads', () => {
    const made = after({ ...workbookOf(historyOf(row())), date1904: true }, row({ number: 15 }));
    expect(readHistory({ ...made, date1904: true }).at(-1)).toEqual(row({ number: 15 }));
  });
});
