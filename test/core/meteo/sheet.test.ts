import { areaName, type Area } from '../../../src/core/sheet/address';
import type { CellDraft, CellStyle, SheetDraft } from '../../../src/core/sheet/draft';
import { meteoSheet } from '../../../src/core/meteo/sheet';
import type { Orientation } from '../../../src/core/meteo/content';
import { exampleContent } from './exampleContent';
import { laidOut } from './laidOut';

const sheetOf = (orientation: Orientation = 'portrait'): SheetDraft => {
  const [sheet] = meteoSheet(laidOut(exampleContent(orientation))).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

const inside = ({ row, column, rows, columns }: Area, at: { row: number; column: number }): boolean =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

/** Where a text stands on the page's block. */
const placeOf = (sheet: SheetDraft, wanted: (cell: CellDraft) => boolean): { row: number; column: number } => {
  const cells = sheet.blocks?.[0]?.cells ?? [];
  const row = cells.findIndex((line) => line.some(wanted));
  return { row, column: cells[row]?.findIndex(wanted) ?? -1 };
};
const says = (text: string) => (cell: CellDraft) => cell !== null && 'text' in cell && cell.text === text;

/** What the styles add up to in a cell. */
const styleAt = (sheet: SheetDraft, at: { row: number; column: number }): CellStyle =>
  (sheet.styles ?? []).filter(({ area }) => inside(area, at)).reduce<CellStyle>((all, { style }) => ({ ...all, ...style }), {});

describe.each<[Orientation, number, number]>([
  ['portrait', 540, 780],
  ['landscape', 780, 540],
])('météo sheet in %s', (orientation, width, height) => {
  const sheet = sheetOf(orientation);
  const printed = sheet.page?.printArea;

  test('columns and rows add up to the live area', () => {
    expect(sheet.columns?.reduce((sum, column) => sum + column.width, 0)).toBe(width);
    expect(sheet.rows?.reduce((sum, row) => sum + row.height, 0)).toBe(height);
    expect(Math.min(...(sheet.rows ?? []).map((row) => row.height))).toBeGreaterThanOrEqual(3);
  });

  test('prints on one A4 of its orientation, centred, margins of 8 mm', () => {
    expect(sheet.page).toMatchObject({
      paper: 'a4',
      orientation,
      fit: { pagesWide: 1, pagesTall: 1 },
      centerHorizontally: true,
      centerVertically: true,
    });
    expect(sheet.page?.margins.left).toBeCloseTo(22.68, 2);
    expect(printed).toEqual({ row: 0, column: 0, rows: sheet.rows?.length, columns: sheet.columns?.length });
  });

  test('no merged range overlaps another, and each is within the print area', () => {
    const merges = sheet.merges ?? [];
    const clash = merges.filter((area, i) =>
      merges.some((other, j) => {
        const rowsMeet = area.row < other.row + other.rows && other.row < area.row + area.rows;
        const columnsMeet = area.column < other.column + other.columns && other.column < area.column + area.columns;
        return i !== j && rowsMeet && columnsMeet;
      }),
    );
    expect(clash.map((area) => areaName(area))).toEqual([]);
    for (const area of merges) {
      expect(area.row + area.rows).toBeLessThanOrEqual(printed?.rows ?? 0);
      expect(area.column + area.columns).toBeLessThanOrEqual(printed?.columns ?? 0);
    }
  });

  test('only the first cell of a merged range holds something', () => {
    const cells = sheet.blocks?.[0]?.cells ?? [];
    for (const area of sheet.merges ?? [])
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++)
          if (row !== area.row || column !== area.column) expect(cells[row]?.[column]).toBeNull();
  });

  test('the chart’s data stands outside the print area', () => {
    const data = sheet.blocks?.[1];
    expect(data?.row).toBeGreaterThan(printed?.rows ?? 0);
    expect(data?.column).toBeGreaterThan((printed?.columns ?? 0) - 1);
  });
});

describe('cells', () => {
  const sheet = sheetOf();
  const cell = (wanted: (candidate: CellDraft) => boolean): { row: number; column: number } => placeOf(sheet, wanted);

  test('a figure with a formula stays live, with its number format', () => {
    const at = cell((candidate) => candidate !== null && 'formula' in candidate && candidate.formula.includes('Semaine'));
    expect(at.row).toBeGreaterThan(0);
    expect(styleAt(sheet, at)).toMatchObject({
      numberFormat: '0.0"\u202f"%',
      font: { size: 32, bold: true },
      horizontal: 'left',
    });
  });

  test('a figure without formula is a number, and one that Excel cannot show is text', () => {
    expect(cell((candidate) => candidate !== null && 'number' in candidate && candidate.number === 0.052).row).toBeGreaterThan(0);
    expect(cell(says('+0:06')).row).toBeGreaterThan(0);
  });

  test('lines break where the page breaks them', () => {
    const at = cell((candidate) => candidate !== null && 'text' in candidate && candidate.text.startsWith('Éclaircies\u00a0: '));
    expect(styleAt(sheet, at)).toMatchObject({ wrap: true, font: { size: 14, bold: true } });
    expect(sheet.blocks?.[0]?.cells[at.row]?.[at.column]).toEqual({ text: expect.stringMatching(/promis\),\nmais/) as string });
  });

  test('status symbols have a face that has them', () => {
    expect(styleAt(sheet, cell(says('▲')))).toMatchObject({
      font: { name: 'Segoe UI Symbol', color: '#8A5200' },
      horizontal: 'right',
    });
  });

  test('frames are thick, the header’s rule medium, table lines thin', () => {
    const borders = (sheet.styles ?? []).flatMap(({ area, style }) => (style.borders ? [{ area, borders: style.borders }] : []));
    const thick = borders.filter(({ borders: { top } }) => top?.style === 'thick');
    expect(thick.map(({ borders: { left } }) => left?.color)).toEqual(['#2E7D32', '#9A7D0A', '#1565C0']);
    expect(borders.filter(({ borders: { bottom, top } }) => !top && bottom?.style === 'medium')).toHaveLength(1);
    expect(borders.filter(({ borders: { bottom, top } }) => !top && bottom?.style === 'thin').length).toBe(13);
  });
});

describe('chart', () => {
  const sheet = sheetOf();
  const [chart] = sheet.charts ?? [];
  const data = sheet.blocks?.[1];

  test('has seven series in drawing order, each named on one point', () => {
    expect(chart?.series.map(({ name, type, label }) => [name, type, label?.index ?? null])).toEqual([
      ['Bas', 'areaStacked', null],
      ['Bande', 'areaStacked', null],
      ['objectif 90\u202f%', 'line', 29],
      ['2025', 'line', 15],
      ['projection', 'lineMarkers', 29],
      ['2026, réel', 'line', 10],
      ['aujourd’hui, 23/11', 'line', 26],
    ]);
  });

  test('is cut by the value axis between the last actual and the first projection', () => {
    expect(chart?.categoryAxis).toMatchObject({ crossesAt: 27, tickLabelSpacing: 5 });
    expect(chart?.valueAxis).toMatchObject({ minimum: 0.85, maximum: 0.97, majorUnit: 0.05 });
    expect(chart?.plot).toEqual({ left: 30, top: 4, width: 426, height: 118 });
  });

  test('draws cells that the sheet writes', () => {
    for (const { values } of chart?.series ?? []) {
      expect(values).toMatchObject({ row: (data?.row ?? 0) + 2, rows: 30, columns: 1 });
      expect(data?.cells[1]?.[values.column - (data.column ?? 0)]).toHaveProperty('text');
    }
  });

  test('areas have a value every week, the band opens at the last actual', () => {
    const column = (index: number): CellDraft[] => (data?.cells.slice(2) ?? []).map((line) => line[index] ?? null);
    expect(column(1).every((value) => value !== null && 'number' in value)).toBe(true);
    expect(column(2).slice(0, 26)).toEqual(Array<CellDraft>(26).fill({ number: 0 }));
    expect((column(2)[26] as { number: number }).number).toBeCloseTo(0.024);
    expect(column(6).slice(26)).toEqual(Array<CellDraft>(4).fill({ empty: true }));
  });

  test('only every fifth week is labelled, in two lines', () => {
    const labels = (data?.cells.slice(2) ?? []).map((line) => line[0]);
    expect(labels[25]).toEqual({ text: 'S47\n16/11' });
    expect(labels.filter((label) => label && 'text' in label && label.text !== '')).toHaveLength(6);
  });

  test('without projection there is neither band nor dashed line', () => {
    const content = exampleContent();
    const gone = content.green.chart.weeks.map(() => null);
    const page = laidOut({
      ...content,
      green: { ...content.green, chart: { ...content.green.chart, projection: gone, low: gone, high: gone } },
    });
    expect(meteoSheet(page).sheets[0]?.charts?.[0]?.series.map(({ name }) => name)).toEqual([
      'objectif 90\u202f%',
      '2025',
      '2026, réel',
      'aujourd’hui, 23/11',
    ]);
  });
});

test('a first year has no grey line', () => {
  const content = exampleContent();
  const { chart } = content.green;
  const page = laidOut({
    ...content,
    green: { ...content.green, chart: { ...chart, previousYear: chart.weeks.map(() => null) } },
  });
  expect(meteoSheet(page).sheets[0]?.charts?.[0]?.series.map(({ name }) => name)).not.toContain('2025');
});

describe('shapes and names', () => {
  test('icons are groups of native shapes with their word', () => {
    expect(sheetOf().shapes?.map(({ name, altText, shapes }) => [name, altText, shapes.map(({ type }) => type)])).toEqual([
      ['meteo.icone.precedente', 'Précédente (n°\u00a013)\u00a0: Soleil', ['Sun']],
      ['meteo.icone', 'Éclaircies', ['Sun', 'Cloud']],
      ['meteo.fleche', '→', ['RightArrow']],
    ]);
  });

  test('what is looked up later has a name', () => {
    const { names, sheets } = meteoSheet(laidOut(exampleContent()));
    const rows = sheets[0]?.rows?.length ?? 0;
    expect(names.find(({ name }) => name === 'meteo.message')?.formula).toMatch(/^='Météo 2026-11-23'!\$A\$\d+$/);
    expect(names.find(({ name }) => name === 'meteo.page')?.formula).toBe(`='Météo 2026-11-23'!$A$1:$N$${rows}`);
    expect(names.map(({ name }) => name)).toContain('meteo.etat');
  });
});
