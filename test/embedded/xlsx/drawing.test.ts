import { blankBook } from '../../../src/embedded/book/blank';
import { blankAxis, blankSeries } from '../../../src/embedded/book/blankChart';
import type { Chart, ChartAxis, ChartSeries, Shape } from '../../../src/embedded/book/sheet';
import { newFile, saveWorkbook } from '../../../src/embedded/xlsx/save';
import type { OpenedFile } from '../../../src/embedded/xlsx/source';
import { firstSheet, open, savedParts, unzip, type Parts } from './workbookFile';

const shape = (changes: Partial<Shape>): Shape => ({
  id: 0,
  name: 'Forme',
  kind: 'geometric',
  left: 30,
  top: 40,
  width: 66,
  height: 54,
  rotation: 0,
  altTitle: '',
  altDescription: '',
  visible: true,
  placement: 'TwoCell',
  touched: true,
  ...changes,
});

const axis = (changes: Partial<ChartAxis> = {}): ChartAxis => ({ ...blankAxis(false), ...changes });

const series = (name: string, type: string, column: string, changes: Partial<ChartSeries> = {}): ChartSeries => ({
  ...blankSeries(type, name),
  values: `Feuil1!$${column}$2:$${column}$4`,
  categories: 'Feuil1!$A$2:$A$4',
  ...changes,
});

const chart = (changes: Partial<Chart> = {}): Chart => ({
  type: 'Line',
  title: null,
  titleVisible: false,
  titleFont: { size: null, color: null, bold: null },
  legend: { visible: false, position: 'Bottom' },
  series: [series('Réel', 'Line', 'B')],
  categoryAxis: axis(),
  valueAxis: axis(),
  plotArea: null,
  fill: null,
  line: null,
  font: { size: 8, color: null, name: 'Arial' },
  displayBlanksAs: 'NotPlotted',
  ...changes,
});

const fileWith = (...shapes: Shape[]): OpenedFile => {
  const book = blankBook({ sheetName: 'Feuil1' });
  const file = newFile(book);
  const sheet = firstSheet(file);
  ['S45', 'S46', 'S47'].forEach((week, index) => {
    sheet.setCell(index + 1, 0, { value: week });
    sheet.setCell(index + 1, 1, { value: 0.91 + index / 100, style: book.styles.derive(0, { numberFormat: '0%' }) });
  });
  sheet.shapes.push(...shapes);
  return file;
};

const saved = (...shapes: Shape[]): Parts => unzip(saveWorkbook(fileWith(...shapes)));
const chartPart = (changes: Partial<Chart>): string =>
  saved(shape({ kind: 'chart', width: 500, height: 150, chart: chart(changes) }))['xl/charts/chart1.xml'] ?? '';

test.each<[string, Partial<Shape>]>([
  [
    'a shape',
    {
      geometry: 'sun',
      rotation: 315,
      fill: { color: '#FFC83D', transparency: 0.25 },
      line: { color: '#1A1A1A', weight: 1.25, dash: 'dash' },
    },
  ],
  [
    'a text box',
    {
      kind: 'textBox',
      fill: null,
      line: null,
      text: { content: 'a & b\nc', color: '#1565C0', size: 9, bold: true, font: 'Arial', horizontal: 'ctr', vertical: 'ctr' },
    },
  ],
  ['a line', { kind: 'line', geometry: 'line', line: { color: '#8A8A8A', weight: 0.75, dash: 'solid' } }],
  [
    'a shape that does not move with cells',
    { placement: 'Absolute', altDescription: 'Éclaircies', altTitle: 'Météo', visible: false },
  ],
  ['a chart', { kind: 'chart', placement: 'OneCell' }],
])('%s comes back where it was, as it was', (_, changes) => {
  const made = shape(changes);
  const file = fileWith({ ...made, ...(made.kind === 'chart' && { chart: chart() }) });
  const [back] = firstSheet(open(saveWorkbook(file))).shapes;
  expect(back).toMatchObject({ ...made, id: 2, touched: false });
});

test('shapes of a group come back at their place on the sheet', () => {
  const children = [
    shape({ name: 'a', geometry: 'cloud' }),
    shape({ name: 'b', geometry: 'teardrop', left: 60, top: 70, width: 12, height: 12 }),
  ];
  const [group] = firstSheet(open(saveWorkbook(fileWith(shape({ kind: 'group', name: 'meteo.icone', children }))))).shapes;
  expect(group).toMatchObject({ kind: 'group', name: 'meteo.icone', left: 30, width: 66 });
  expect(group?.children).toMatchObject([
    { name: 'a', geometry: 'cloud', left: 30, top: 40, width: 66, height: 54 },
    { name: 'b', geometry: 'teardrop', left: 60, top: 70, width: 12, height: 12 },
  ]);
});

test('a picture keeps its bytes in a part of its own', () => {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const parts = saved(shape({ kind: 'image', image: { bytes, format: 'png' } }));
  expect(parts['xl/media/image1.png']?.length).toBe(bytes.length);
  expect(parts['[Content_Types].xml']).toContain('<Default Extension="png" ContentType="image/png"/>');
});

describe('a chart', () => {
  test('comes back with its series, axes, labels and plot area', () => {
    const full = chart({
      type: 'AreaStacked',
      title: 'Taux',
      titleVisible: true,
      titleFont: { size: 12, color: '#1A1A1A', bold: true },
      legend: { visible: true, position: 'Top' },
      series: [
        series('Bande', 'AreaStacked', 'B', { fill: { color: '#DCE3EA' }, line: null, marker: 'automatic' }),
        series('Réel', 'Line', 'B', {
          nameFormula: 'Feuil1!$A$2',
          name: 'S45',
          line: { color: '#1A1A1A', weight: 2.25, dash: 'dash' },
          marker: null,
          labels: [
            {
              index: 2,
              text: 'réel',
              showValue: true,
              showSeriesName: false,
              position: 'Top',
              color: '#1A1A1A',
              bold: true,
              size: 8,
            },
          ],
          points: new Map([[2, { marker: { style: 'Circle', size: 5, fill: '#FFFFFF', line: '#1A1A1A' } }]]),
        }),
      ],
      categoryAxis: axis({
        position: { kind: 'Custom', at: 2 },
        tickLabelSpacing: 5,
        tickMarkSpacing: 2,
        line: { color: '#7F7F7F', weight: 0.75, dash: 'solid' },
      }),
      valueAxis: axis({
        minimum: 0.85,
        maximum: 0.97,
        majorUnit: 0.05,
        numberFormat: '0%',
        hasMajorGridlines: true,
        majorGridlines: { color: '#DADDE0', weight: 0.5, dash: 'solid' },
        tickLabelPosition: 'Low',
        title: 'Part',
        font: { size: 8, color: '#595959', bold: null },
      }),
      plotArea: { left: 30, top: 4, width: 400, height: 120, inner: true },
    });
    const [back] = firstSheet(
      open(saveWorkbook(fileWith(shape({ kind: 'chart', width: 500, height: 160, chart: full })))),
    ).shapes;
    const { points, ...first } = full.series[1] ?? series('', '', '');
    expect(back?.chart).toMatchObject({
      ...full,
      series: [{ name: 'Bande', type: 'AreaStacked', fill: { color: '#DCE3EA' }, line: null }, first],
    });
    expect(back?.chart?.series[1]?.points.get(2)?.marker).toEqual(points.get(2)?.marker);
  });

  test('keeps the values that it shows, with their format', () => {
    const xml = chartPart({});
    expect(xml).toContain(
      '<c:cat><c:strRef><c:f>Feuil1!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>S45</c:v></c:pt>',
    );
    expect(xml).toContain('<c:numCache><c:formatCode>0%</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>0.91</c:v></c:pt>');
  });

  test('puts series of a kind together, areas behind columns behind lines, each with its place in the whole', () => {
    const xml = chartPart({
      series: [
        series('l', 'Line', 'B'),
        series('c', 'ColumnClustered', 'B'),
        series('a', 'AreaStacked', 'B'),
        series('m', 'LineMarkers', 'B'),
      ],
    });
    expect(
      [...xml.matchAll(/<c:(areaChart|barChart|lineChart)>|<c:order val="(\d)"\/>/g)].map((match) => match[1] ?? match[2]),
    ).toEqual(['areaChart', '2', 'barChart', '1', 'lineChart', '0', '3']);
  });

  test('has the value axis cross where the category axis says', () => {
    const xml = chartPart({
      categoryAxis: axis({ position: { kind: 'Custom', at: 27 }, tickLabelSpacing: 5 }),
      valueAxis: axis({ minimum: 0.85, maximum: 0.97, majorUnit: 0.05 }),
    });
    const [category = '', value = ''] = [/<c:catAx>.*<\/c:catAx>/.exec(xml)?.[0], /<c:valAx>.*<\/c:valAx>/.exec(xml)?.[0]];
    expect(value).toContain('<c:crossesAt val="27"/><c:crossBetween val="between"/><c:majorUnit val="0.05"/>');
    expect(value).toContain('<c:max val="0.97"/><c:min val="0.85"/>');
    expect(category).toContain('<c:crosses val="autoZero"/>');
    expect(category).toContain('<c:tickLblSkip val="5"/>');
  });

  test('has its inner plot area where it is set, as fractions of the chart', () => {
    expect(chartPart({ plotArea: { left: 30, top: 4, width: 400, height: 120, inner: true } })).toContain(
      '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.06"/><c:y val="0.026667"/><c:w val="0.8"/><c:h val="0.8"/>',
    );
  });

  test('labels one point with a text of its own, and marks one point', () => {
    const labelled = series('Réel', 'Line', 'B', {
      line: { color: '#1A1A1A', weight: 2.25, dash: 'Continuous' },
      labels: [
        {
          index: 2,
          text: '2026, réel',
          showValue: false,
          showSeriesName: false,
          position: 'Top',
          color: '#1A1A1A',
          bold: true,
          size: 8,
        },
      ],
      points: new Map([[2, { marker: { style: 'Circle', size: 5, fill: '#FFFFFF', line: '#1A1A1A' } }]]),
    });
    const xml = chartPart({ series: [labelled] });
    expect(xml).toMatch(
      /<c:marker><c:symbol val="none"\/><\/c:marker><c:dPt><c:idx val="2"\/><c:marker><c:symbol val="circle"\/><c:size val="5"\/>/,
    );
    expect(xml).toMatch(
      /<c:dLbl><c:idx val="2"\/><c:tx><c:rich>.*<a:t>2026, réel<\/a:t>.*<c:dLblPos val="t"\/><c:showLegendKey val="0"\/><c:showVal val="1"\/>/,
    );
  });

  test('names no label position in an area, which Excel would refuse', () => {
    const labelled = series('Bande', 'AreaStacked', 'B', {
      labels: [{ index: 0, text: 'x', showValue: true, showSeriesName: false, position: 'Top', color: '', bold: false }],
    });
    expect(chartPart({ series: [labelled] })).not.toContain('dLblPos');
  });
});

describe('in a drawing of the file', () => {
  const two = (): OpenedFile =>
    open(saveWorkbook(fileWith(shape({ name: 'a' }), shape({ name: 'b', kind: 'chart', chart: chart() }))));

  test('a new shape is added and the others keep their bytes', () => {
    const file = two();
    const before = savedParts(file)['xl/drawings/drawing1.xml'] ?? '';
    firstSheet(file).shapes.push(shape({ name: 'c' }));
    firstSheet(file).touch('drawing');
    const after = savedParts(file)['xl/drawings/drawing1.xml'] ?? '';
    expect(after.startsWith(before.replace('</xdr:wsDr>', ''))).toBe(true);
    expect(after).toContain('<xdr:cNvPr id="4" name="c"/>');
  });

  test('a deleted chart takes its part with it', () => {
    const file = two();
    const sheet = firstSheet(file);
    sheet.shapes = sheet.shapes.filter(({ name }) => name !== 'b');
    sheet.touch('drawing');
    const parts = savedParts(file);
    expect(Object.keys(parts).filter((name) => name.includes('chart'))).toEqual([]);
    expect(parts['[Content_Types].xml']).not.toContain('chart1.xml');
    expect(parts['xl/drawings/drawing1.xml']).toContain('name="a"');
  });

  test('a chart whose cells moved keeps all else of its part', () => {
    const file = two();
    const before = savedParts(file)['xl/charts/chart1.xml'] ?? '';
    const moved = firstSheet(file).shapes[1];
    if (!moved?.chart?.series[0]) throw new Error('no chart');
    moved.chart.series[0].values = 'Feuil1!$B$9:$B$11';
    moved.touched = true;
    firstSheet(file).touch('drawing');
    expect(savedParts(file)['xl/charts/chart1.xml']).toBe(
      before.replace('<c:f>Feuil1!$B$2:$B$4</c:f>', '<c:f>Feuil1!$B$9:$B$11</c:f>'),
    );
  });

  test('a chart that is retitled is written anew in its part', () => {
    const file = two();
    const changed = firstSheet(file).shapes[1];
    if (!changed?.chart) throw new Error('no chart');
    Object.assign(changed.chart, { title: 'Nouveau', titleVisible: true });
    firstSheet(file).touch('drawing');
    const [, back] = firstSheet(open(saveWorkbook(file))).shapes;
    expect(back?.chart).toMatchObject({ title: 'Nouveau', part: 'xl/charts/chart1.xml' });
  });

  test('a shape that is moved, renamed and filled changes there only', () => {
    const file = two();
    const [first] = firstSheet(file).shapes;
    if (!first) throw new Error('no shape');
    Object.assign(first, { left: 100, name: 'autre', fill: { color: '#2E7D32', transparency: 0 }, touched: true });
    firstSheet(file).touch('drawing');
    const again = open(saveWorkbook(file));
    expect(firstSheet(again).shapes).toMatchObject([
      { name: 'autre', left: 100, top: 40, width: 66, fill: { color: '#2E7D32' } },
      { name: 'b', kind: 'chart' },
    ]);
  });
});
