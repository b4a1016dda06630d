import { historyDraft, readHistory, withRow, type HistoryRow } from '../../../src/core/meteo/history';
import { serialOf } from '../../../src/core/period/serial';
import { sheetFromDraft, workbookOf } from './draftedSheet';

const start = serialOf({ year: 2026, month: 11, day: 9 });
const row = (more: Partial<HistoryRow> = {}): HistoryRow => ({
  number: 14,
  period: '2026-S46–2026-S47',
  start,
  last: start + 13,
  weather: 'bright',
  computed: 'cloudy',
  rule: '1 indicateur en vigilance : taux d’abandon',
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

test('a page made again replaces its row', () => {
  const rows = withRow([row({ number: 13 }), row()], row({ minutes: 20 }));
  expect(rows.map((one) => [one.number, one.minutes])).toEqual([
    [13, 11],
    [14, 20],
  ]);
  expect(withRow(rows, row({ number: 15 }))).toHaveLength(3);
});
