import { detect } from '../../../src/core/detect/detect';
import { dictionarySheet, readDictionary } from '../../../src/core/kpi/dictionary';
import { proposeKpis } from '../../../src/core/kpi/propose';
import type { Kpi } from '../../../src/core/kpi/kpi';
import type { Language } from '../../../src/core/meteo/content';
import type { SheetDraft } from '../../../src/core/sheet/draft';
import type { CellValue, SheetSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

const rows = Array.from({ length: 40 }, (_, index): CellValue[] => [46_027 + index, 100 + index, 90 - (index % 7)]);
const data = sheetOf('Suivi', [['Date', 'Appels reçus', 'Décrochés'], ...rows], { formats: { 0: 'dd/mm/yyyy' } });
const [table] = detect(workbookOf(data)).tables;
if (!table) throw new Error('no table');
const proposed = proposeKpis(table, 'fr');

/** A dictionary's sheet as it reads back, after an edit of its rows. */
const written = (draft: SheetDraft, edit: (rows: CellValue[][]) => CellValue[][] = (all) => all): SheetSnapshot => {
  const block = draft.blocks?.[1];
  const [header = [], ...body] = (block?.cells ?? []).map((row) =>
    row.map((cell): CellValue => (cell && 'text' in cell ? cell.text : cell && 'number' in cell ? cell.number : '')),
  );
  const edited = edit(body);
  return sheetOf(draft.name, [header, ...edited], { at: 'A3', tables: { tblKpi: `A3:S${String(3 + edited.length)}` } });
};

const readBack = (sheet: SheetSnapshot): readonly Kpi[] | null => readDictionary(workbookOf(data, sheet), table, proposed);

test.each<Language>(['fr', 'en'])('what was proposed reads back the same (%s)', (language) => {
  const kpis = proposeKpis(table, language);
  expect(readDictionary(workbookOf(data, written(dictionarySheet(kpis, table, language))), table, kpis)).toEqual(kpis);
});

test('a threshold, a label and a key that the user changed count', () => {
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) =>
    all.map((row) =>
      row[0] === 'in_qs' ? row.map((cell, index) => ({ 1: 'QS', 8: 0.95, 12: 'non', 14: 'oui' })[index] ?? cell) : row,
    ),
  );
  expect(readBack(sheet)?.find(({ id }) => id === 'in_qs')).toMatchObject({
    label: 'QS',
    thresholds: { green: 0.95, amber: 0.8 },
    key: false,
    thresholdsProposed: false,
  });
});

test("a row of the user's own is computed from the columns that it names", () => {
  const own: CellValue[] = [
    'perdus',
    'Perdus',
    '%',
    'plus bas',
    'rapport',
    'décrochés',
    'APPELS REÇUS',
    '',
    0.1,
    '',
    0.2,
    '',
    'oui',
  ];
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) => [...all, own]);
  expect(readBack(sheet)?.at(-1)).toMatchObject({
    id: 'perdus',
    rule: { kind: 'ratio', numerator: { kind: 'sum', column: 2 }, denominator: { kind: 'sum', column: 1 } },
    thresholds: { green: 0.1, amber: 0.2 },
    key: true,
  });
});

test('a row over a column that the table does not have is left out', () => {
  const own: CellValue[] = ['x', 'X', '%', 'plus bas', 'somme', 'Inconnue'];
  const sheet = written(dictionarySheet(proposed, table, 'fr'), (all) => [...all, own]);
  expect(readBack(sheet)?.map(({ id }) => id)).toEqual(proposed.map(({ id }) => id));
});

test('a workbook without a dictionary has none', () => {
  expect(readDictionary(workbookOf(data), table, proposed)).toBeNull();
});
