import { frozenPage, meteoToSend, sentInHistory, sentPage } from '../../../src/core/meteo/freeze';
import { readHistory, type HistoryRow } from '../../../src/core/meteo/history';
import { historyDraft } from '../../../src/core/meteo/historySheet';
import { pageOf, preparationOf } from '../../../src/core/meteo/preparation';
import { sheetFromDraft, workbookOf } from './draftedSheet';
import { inboundDays, syntheticInput } from './syntheticInput';

const row = (number: number, sent: number | null): HistoryRow => ({
  number,
  period: '2026-S46–2026-S47',
  start: 46_335 + number * 14,
  last: 46_348 + number * 14,
  weather: 'sun',
  computed: 'sun',
  rule: '',
  reason: '',
  values: {},
  projections: {},
  minutes: null,
  issued: 46_349 + number * 14,
  sent,
  sheet: `Météo ${number}`,
});
const TODAY = 46_400;

test.each([
  ['the latest that is not sent', [row(1, null), row(2, null)], undefined, 2],
  ['one before a sent one', [row(1, null), row(2, TODAY)], undefined, 1],
  ['the one asked for', [row(1, null), row(2, null)], 1, 1],
])('%s', (_name, rows, asked, number) => {
  const found = meteoToSend(workbookOf(sheetFromDraft(historyDraft(rows, 'fr'))), asked);
  expect(found).toMatchObject({ ok: true, value: { row: { number }, sheet: null }, problems: [{ code: 'meteo-sheet-gone' }] });
});

test.each([false, true])('the day stands in its column, with what was there before; dates from 1904: %s', (date1904) => {
  const workbook = { ...workbookOf(sheetFromDraft(historyDraft([row(1, null)], 'fr', date1904))), date1904 };
  const { draft, changed } = sentInHistory(workbook, row(1, null), TODAY, 'fr');
  expect(draft.blocks).toEqual([{ row: 1, column: 12, cells: [[{ number: date1904 ? TODAY - 1462 : TODAY }]] }]);
  expect(changed).toEqual([{ sheet: 'Historique météo', cell: 'M2', before: '' }]);
});

test('a column that somebody deleted comes back with the whole row', () => {
  const whole = historyDraft([row(1, null)], 'fr');
  const [block] = whole.blocks ?? [];
  const cells = (block?.cells ?? []).map((line) => line.filter((_, column) => column !== 12));
  const without = {
    ...whole,
    blocks: [{ row: 0, column: 0, cells }],
    tables: [{ name: 'tblMeteo', area: { row: 0, column: 0, rows: 2, columns: 14 } }],
  };
  const { draft } = sentInHistory(workbookOf(sheetFromDraft(without)), row(1, null), TODAY, 'fr');
  const after = sheetFromDraft({ ...draft, tables: draft.tables ?? [] });
  expect(readHistory(workbookOf(after))[0]?.sent).toBe(TODAY);
});

test('a frozen page keeps what its formulas show, whatever that is, and says what they were', () => {
  const page = sheetFromDraft({
    name: 'Météo 1',
    owner: 'own',
    blocks: [{ row: 0, column: 0, cells: [[{ number: 3 }, { text: 'a' }, { text: '' }, { boolean: true }]] }],
  });
  const { draft, changed } = frozenPage({ ...page, formulas: [['=B1+1', '="a"', '=""', '=1=1']] }, row(1, null), TODAY);
  expect(draft.blocks?.map(({ cells }) => cells[0]?.[0])).toEqual([
    { number: 3 },
    { text: 'a' },
    { empty: true },
    { boolean: true },
  ]);
  expect(changed.map(({ cell, before }) => [cell, before])).toEqual([
    ['A1', '=B1+1'],
    ['B1', '="a"'],
    ['C1', '=""'],
    ['D1', '=1=1'],
  ]);
  expect(frozenPage({ ...page, formulas: [[3, 'a', '', true]] }, row(1, null), TODAY)).toMatchObject({
    draft: { blocks: [] },
    changed: [],
  });
});

test.each([
  ['fr', 'S46–S47 2026 · établie le\u00a007/12/2026', 'S46–S47 2026 · envoyée le\u00a013/01/2027'],
  ['en', 'W46–47 2026 · issued on\u00a07\u00a0Dec\u00a02026', 'W46–47 2026 · sent on\u00a013\u00a0Jan\u00a02027'],
])('the header of a sent page says the day on which it was sent, in %s, and what it said is kept', (_, header, sent) => {
  const page = sheetFromDraft({
    name: 'Météo 1',
    owner: 'own',
    blocks: [{ row: 0, column: 0, cells: [[{ text: header }, { text: 'S46' }]] }],
  });
  const { draft, changed } = frozenPage({ ...page, formulas: [[header, 'S46']] }, row(1, null), TODAY);
  expect(draft.blocks).toEqual([{ row: 0, column: 0, cells: [[{ text: sent }]] }]);
  expect(changed).toEqual([{ sheet: 'Météo 1', cell: 'A1', before: header }]);
});

test.each([
  ['fr', 'établie le', 'envoyée le\u00a013/01/2027'],
  ['en', 'issued on', 'sent on\u00a013\u00a0Jan\u00a02027'],
] as const)('a page that was made before says so too, in %s, and nothing else of it changes', (language, before, after) => {
  const prepared = preparationOf(syntheticInput(inboundDays(), { language }));
  const made = prepared.ok ? pageOf(prepared.value, {}) : prepared;
  if (!made.ok) throw new Error(made.problem.code);
  const { page, row: written } = made.value;
  const sent = sentPage(page, written, TODAY);
  const textOf = ({ items }: typeof page): string =>
    items.flatMap((item) => (item.kind === 'text' && item.id === 'header.period' ? item.lines : [])).join(' ');
  expect(textOf(page)).toContain(before);
  expect(textOf(sent)).toContain(after);
  expect(sent.content.header.period).toContain(after);
  const others = ({ items }: typeof page) => items.filter((item) => item.kind !== 'text' || item.id !== 'header.period');
  expect(others(sent)).toEqual(others(page));
});
