import { consolidate } from '../../../src/core/consolidation/consolidate';
import { detect } from '../../../src/core/detect/detect';
import { dictionarySheet } from '../../../src/core/kpi/dictionary';
import { columnsOfKpis, proposeKpis } from '../../../src/core/kpi/propose';
import type { Kpi } from '../../../src/core/kpi/kpi';
import { atOnce } from '../../../src/core/steps';
import { keepThresholds, thresholdDrafts, thresholdFormats, withThresholds } from '../../../src/core/watch/thresholds';
import type { CellDraft } from '../../../src/core/sheet/draft';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { valueOf } from '../grid';

// Whole workbooks are written, calculated and read back through office.js.
jest.setTimeout(60_000);

let embedded: Embedded;
beforeEach(async () => {
  embedded = await openEmbedded();
});
afterEach(() => embedded.close());

const read = async () => valueOf(await embedded.port.read());

/** Five weeks of calls; answered falls from 96 to 64 of 100. */
const consolidated = async (): Promise<readonly Kpi[]> => {
  const rows = Array.from({ length: 33 }, (_, index) => [46_328 + index, 100, 96 - index]);
  const cells = [['Date', 'Appels reçus', 'Décrochés'], ...rows].map((row) =>
    row.map((value): CellDraft => (typeof value === 'number' ? { number: value } : { text: value })),
  );
  const dates = { area: { row: 1, column: 0, rows: 33, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } };
  const sheet = { name: 'Suivi', owner: 'own' as const, blocks: [{ row: 0, column: 0, cells }], styles: [dates] };
  valueOf(await embedded.port.write({ sheets: [sheet], names: [] }));
  const workbook = await read();
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  const kpis = proposeKpis(table, 'fr');
  const draft = valueOf(consolidate({ workbook, table, columns: columnsOfKpis(kpis, 'fr'), kinds: ['week'], language: 'fr' }));
  const coloured = withThresholds(
    { ...draft, sheets: [dictionarySheet(kpis, table, 'fr'), ...draft.sheets] },
    workbook,
    kpis,
    'fr',
  );
  valueOf(await embedded.port.write(coloured));
  return kpis;
};

/** Which rule of a begun week's conditional formats holds first, asked of the workbook itself through a cell beside it. */
const colours = async (): Promise<string[]> =>
  embedded.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Semaine');
    const column = sheet.tables.getItem('tblSemaine').columns.getItem('Taux de décroché / QS').getDataBodyRange();
    column.load('values,rowIndex,columnIndex,rowCount');
    const formats = column.conditionalFormats;
    formats.load('items');
    await context.sync();
    const rules = formats.items.map((format) => {
      format.custom.rule.load('formula');
      format.custom.format.fill.load('color');
      format.load('priority');
      return format;
    });
    await context.sync();
    const ordered = [...rules].sort((a, b) => a.priority - b.priority);
    const scratch = context.workbook.worksheets.add('Essai');
    const shown: string[] = [];
    const begun = column.values.filter(([value]) => value !== '').length;
    for (let row = 0; row < begun; row++) {
      // The formulas are relative to the first cell; the column letter stays, the row moves down.
      const formulas = ordered.map(({ custom }) =>
        custom.rule.formula.replace(/\b[A-Z]+6\b/g, (cell) => `Semaine!${cell.slice(0, -1)}${String(6 + row)}`),
      );
      const cells = scratch.getRangeByIndexes(row, 0, 1, formulas.length);
      cells.formulas = [formulas];
      cells.load('values');
      await context.sync();
      const first = (cells.values[0] ?? []).indexOf(true);
      shown.push(first < 0 ? 'none' : (ordered[first]?.custom.format.fill.color ?? ''));
    }
    scratch.delete();
    await context.sync();
    return shown;
  });

const GREEN = '#E6F4EA';
const AMBER = '#FFF1CC';
const RED = '#FDE7E7';

test('a week is green, amber or red by the dictionary, and follows it when a threshold is edited', async () => {
  await consolidated();
  // Weeks at 93, 86, 79, 72 and 66 of 100; green from 90, red under 80.
  expect(await colours()).toEqual([GREEN, AMBER, RED, RED, RED]);
  await embedded.run(async (context) => {
    const table = context.workbook.tables.getItem('tblKpi');
    const ids = table.columns.getItem('Identifiant').getDataBodyRange();
    ids.load('values');
    await context.sync();
    const row = ids.values.findIndex(([id]) => id === 'in_qs');
    table.columns.getItem('Seuil orange').getDataBodyRange().getCell(row, 0).values = [[0.7]];
    await context.sync();
  });
  expect(await colours()).toEqual([GREEN, AMBER, AMBER, AMBER, RED]);
});

test('a threshold that was emptied colours nothing', async () => {
  await consolidated();
  await embedded.run(async (context) => {
    const table = context.workbook.tables.getItem('tblKpi');
    for (const header of ['Seuil vert', 'Seuil orange']) table.columns.getItem(header).getDataBodyRange().clear('Contents');
    await context.sync();
  });
  expect(await colours()).toEqual(['none', 'none', 'none', 'none', 'none']);
});

test('written again they are the same, not twice as many', async () => {
  const kpis = await consolidated();
  const count = async (): Promise<number> =>
    embedded.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('Semaine').getRange('A1:Z60').conditionalFormats.getCount();
      await context.sync();
      return formats.value;
    });
  const before = await count();
  expect(before).toBeGreaterThan(0);
  for (let run = 0; run < 3; run++) valueOf(await embedded.port.write(thresholdDrafts(await read(), kpis, 'fr')));
  expect(await count()).toBe(before);
});

test('a consolidation written again keeps its colours, by the dictionary as it is', async () => {
  const kpis = await consolidated();
  const before = await colours();
  const workbook = await read();
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  const draft = valueOf(consolidate({ workbook, table, columns: columnsOfKpis(kpis, 'fr'), kinds: ['week'], language: 'fr' }));
  valueOf(await embedded.port.write(atOnce(keepThresholds(draft, workbook, table, 'fr'))));
  expect(await colours()).toEqual(before);
});

test('a range is red outside the wider bounds, amber outside the narrower', () => {
  const formulas = thresholdFormats({ id: 'in_qp', direction: 'range' } as Kpi, { row: 4, column: 4, rows: 3, columns: 1 }).map(
    ({ formula }) => formula,
  );
  expect(formulas).toEqual([
    '=AND(ISNUMBER(E5),ISNUMBER(Seuil_in_qp_orange),ISNUMBER(Seuil_in_qp_orange_haut),OR(E5<Seuil_in_qp_orange,E5>Seuil_in_qp_orange_haut))',
    '=AND(ISNUMBER(E5),ISNUMBER(Seuil_in_qp_vert),ISNUMBER(Seuil_in_qp_vert_haut),OR(E5<Seuil_in_qp_vert,E5>Seuil_in_qp_vert_haut))',
    '=AND(ISNUMBER(E5),ISNUMBER(Seuil_in_qp_vert),ISNUMBER(Seuil_in_qp_vert_haut),NOT(OR(E5<Seuil_in_qp_vert,E5>Seuil_in_qp_vert_haut)))',
  ]);
});
