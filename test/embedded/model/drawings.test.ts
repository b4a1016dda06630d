import { PNG } from 'pngjs';
import { closeExcel, openExcel, refusal, type Opened } from './excel';

afterEach(closeExcel);

const weeks = [
  ['Semaine', 'Réel', 'Objectif'],
  ['S45', 0.91, 0.9],
  ['S46', 0.93, 0.9],
  ['S47', 0.92, 0.9],
];

const chartOf = (excel: Opened) => excel.book.sheets[0]?.shapes[0]?.chart;

describe('charts', () => {
  test('series, names and categories come from a block of cells', async () => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => {
      sheet.getRange('A1:C4').values = weeks;
      sheet.charts.add('Line', sheet.getRange('A1:C4'), 'Columns').name = 'meteo';
    });
    expect(
      chartOf(excel)?.series.map(({ name, nameFormula, values, categories }) => [name, nameFormula, values, categories]),
    ).toEqual([
      ['Réel', 'Sheet1!$B$1', 'Sheet1!$B$2:$B$4', 'Sheet1!$A$2:$A$4'],
      ['Objectif', 'Sheet1!$C$1', 'Sheet1!$C$2:$C$4', 'Sheet1!$A$2:$A$4'],
    ]);
  });

  test.each([
    [
      'numbers without headers',
      [
        [1, 2],
        [3, 4],
      ],
      'Columns',
      ['$A$1:$A$2', '$B$1:$B$2'],
      null,
    ],
    ['one column with a header', [['n'], [1]], 'Auto', ['$A$2'], null],
    [
      'rows',
      [
        ['x', 1, 2],
        ['y', 3, 4],
      ],
      'Rows',
      ['$B$1:$C$1', '$B$2:$C$2'],
      null,
    ],
  ] as const)('%s', async (_, grid, seriesBy, values, categories) => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => {
      const range = sheet.getRange('A1').getAbsoluteResizedRange(grid.length, grid[0].length);
      range.values = grid.map((row) => [...row]);
      sheet.charts.add('ColumnClustered', range, seriesBy);
    });
    expect(chartOf(excel)?.series.map((series) => series.values)).toEqual(values.map((part) => `Sheet1!${part}`));
    expect(chartOf(excel)?.series[0]?.categories).toBe(categories);
  });

  test('the chart of a météo page: bands, lines, markers, labels, an axis that marks the cut', async () => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => {
      sheet.getRange('A1:C4').values = weeks;
      const chart = sheet.charts.add('Line', sheet.getRange('A1:C4'), 'Columns');
      chart.set({ name: 'meteo', left: 12, top: 30, width: 522, height: 147 });
      chart.title.visible = false;
      chart.legend.visible = false;
      chart.displayBlanksAs = 'NotPlotted';
      chart.format.fill.clear();
      chart.format.border.lineStyle = 'None';
      chart.format.font.size = 8;
      const band = chart.series.add('Bande');
      band.setValues(sheet.getRange('C2:C4'));
      band.setXAxisValues(sheet.getRange('A2:A4'));
      band.chartType = 'AreaStacked';
      band.format.fill.setSolidColor('#DCE3EA');
      band.format.line.clear();
      const line = chart.series.getItemAt(0);
      line.format.line.set({ color: '#1A1A1A', weight: 2.25, lineStyle: 'Dash' });
      line.markerStyle = 'None';
      const point = line.points.getItemAt(2);
      point.markerStyle = 'Circle';
      point.markerSize = 5;
      point.markerBackgroundColor = '#FFFFFF';
      point.hasDataLabel = true;
      point.dataLabel.set({ showValue: false, showSeriesName: true, position: 'Right' });
      point.dataLabel.format.font.color = '#1B5E20';
      point.dataLabel.format.font.bold = true;
      const { categoryAxis, valueAxis } = chart.axes;
      categoryAxis.set({ tickLabelPosition: 'Low', tickLabelSpacing: 5, majorTickMark: 'None', isBetweenCategories: true });
      categoryAxis.setPositionAt(3);
      valueAxis.set({ minimum: 0.85, maximum: 0.97, majorUnit: 0.05, numberFormat: '0"\u202f"%' });
      valueAxis.majorGridlines.format.line.set({ color: '#DADDE0', weight: 0.5 });
      valueAxis.format.line.color = '#404040';
      chart.plotArea.set({ insideLeft: 30, insideTop: 4, insideWidth: 426, insideHeight: 118 });
    });
    expect(excel.book.sheets[0]?.shapes[0]).toMatchObject({ name: 'meteo', left: 12, top: 30, width: 522, height: 147 });
    expect(chartOf(excel)).toMatchObject({
      titleVisible: false,
      legend: { visible: false },
      fill: null,
      line: null,
      font: { size: 8 },
      plotArea: { left: 30, top: 4, width: 426, height: 118, inner: true },
      categoryAxis: { position: { kind: 'Custom', at: 3 }, tickLabelPosition: 'Low', tickLabelSpacing: 5 },
      valueAxis: {
        minimum: 0.85,
        maximum: 0.97,
        majorUnit: 0.05,
        majorGridlines: { color: '#DADDE0', weight: 0.5, dash: 'solid' },
        line: { color: '#404040' },
      },
    });
    const [line, , band] = chartOf(excel)?.series ?? [];
    expect(band).toMatchObject({
      name: 'Bande',
      type: 'AreaStacked',
      fill: { color: '#DCE3EA' },
      line: null,
      values: 'Sheet1!$C$2:$C$4',
    });
    expect(line).toMatchObject({ line: { color: '#1A1A1A', weight: 2.25, dash: 'dash' }, marker: null });
    expect(line?.points.get(2)?.marker).toMatchObject({ style: 'Circle', size: 5, fill: '#FFFFFF' });
    expect(line?.labels).toEqual([
      { index: 2, text: null, showValue: false, showSeriesName: true, position: 'Right', color: '#1B5E20', bold: true },
    ]);
  });

  test('a chart is found by name, placed over cells and deleted', async () => {
    const excel = await openExcel();
    const found = await excel.onSheet(async (sheet, context) => {
      sheet.getRange('A1:C4').values = weeks;
      const chart = sheet.charts.add('Line', sheet.getRange('A1:C4'), 'Columns');
      chart.name = 'meteo';
      chart.setPosition('B2', 'C3');
      const again = sheet.charts.getItem('METEO').load('left,top,width,height,chartType');
      again.series.load('items/name');
      await context.sync();
      again.delete();
      const none = sheet.charts.getItemOrNullObject('meteo').load('name');
      await context.sync();
      return [again.left, again.top, again.width, again.height, again.series.items.map(({ name }) => name), none.isNullObject];
    });
    expect(found).toEqual([48, 15, 96, 30, ['Réel', 'Objectif'], true]);
  });

  test.each([
    ['a trendline', (chart: Excel.Chart) => void chart.series.getItemAt(0).trendlines.add('Linear')],
    ['an image of the chart', (chart: Excel.Chart) => void chart.getImage()],
    ['the secondary axis', (chart: Excel.Chart) => void chart.axes.getItem('Value', 'Secondary').load('visible')],
  ])('%s refuses by name', async (_, script) => {
    const excel = await openExcel();
    const running = excel.onSheet((sheet) => {
      sheet.getRange('A1:C4').values = weeks;
      script(sheet.charts.add('Line', sheet.getRange('A1:C4'), 'Columns'));
    });
    expect(await refusal(running)).toBe('NotImplemented');
  });
});

describe('shapes', () => {
  test('a weather icon: shapes in a group, named, with an alternative text', async () => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => {
      const sun = sheet.shapes.addGeometricShape('Sun');
      sun.set({ left: 100, top: 50, width: 40, height: 40 });
      sun.fill.setSolidColor('#FFC83D');
      sun.lineFormat.set({ color: '#1A1A1A', weight: 1.25 });
      const drop = sheet.shapes.addGeometricShape('Teardrop');
      drop.set({ left: 120, top: 80, width: 17, height: 17, rotation: 315 });
      drop.lineFormat.visible = false;
      const group = sheet.shapes.addGroup([sun, drop]);
      group.name = 'meteo.icone';
      group.altTextDescription = 'Soleil';
      group.placement = 'OneCell';
      group.left = 200;
    });
    const [group] = excel.book.sheets[0]?.shapes ?? [];
    expect(group).toMatchObject({
      kind: 'group',
      name: 'meteo.icone',
      altDescription: 'Soleil',
      placement: 'OneCell',
      left: 200,
      top: 50,
      width: 40,
      height: 47,
    });
    expect(group?.children).toMatchObject([
      { geometry: 'sun', left: 200, fill: { color: '#FFC83D', transparency: 0 }, line: { color: '#1A1A1A', weight: 1.25 } },
      { geometry: 'teardrop', left: 220, rotation: 315, line: null },
    ]);
  });

  test('a text box, its text and its look', async () => {
    const excel = await openExcel();
    const box = await excel.onSheet((sheet) => {
      const shape = sheet.shapes.addTextBox('Météo');
      shape.textFrame.textRange.font.set({ size: 14, bold: true, color: '#1565C0' });
      shape.textFrame.verticalAlignment = 'Middle';
      shape.load('type,geometricShapeType,textFrame/hasText,textFrame/textRange/text');
      return shape;
    });
    expect([box.type, box.geometricShapeType, box.textFrame.hasText, box.textFrame.textRange.text]).toEqual([
      'GeometricShape',
      'Rectangle',
      true,
      'Météo',
    ]);
    expect(excel.book.sheets[0]?.shapes[0]?.text).toMatchObject({
      content: 'Météo',
      size: 14,
      bold: true,
      color: '#1565C0',
      vertical: 'ctr',
    });
  });

  test('a picture has its own size, 96 pixels an inch; what is no picture is refused', async () => {
    const excel = await openExcel();
    const image = PNG.sync.write(new PNG({ width: 40, height: 20 })).toString('base64');
    const shape = await excel.onSheet((sheet) => sheet.shapes.addImage(image).load('type,width,height'));
    expect([shape.type, shape.width, shape.height]).toEqual(['Image', 30, 15]);
    expect(await refusal(excel.onSheet((sheet) => void sheet.shapes.addImage('aGVsbG8=')))).toBe('InvalidArgument');
  });

  test('order, lookup and deletion', async () => {
    const excel = await openExcel();
    const names = await excel.onSheet(async (sheet, context) => {
      for (const name of ['a', 'b', 'c']) sheet.shapes.addGeometricShape('Rectangle').name = name;
      sheet.shapes.getItem('a').setZOrder('BringToFront');
      sheet.shapes.getItem('B').delete();
      sheet.shapes.load('items/name,items/zOrderPosition');
      await context.sync();
      return sheet.shapes.items.map(({ name, zOrderPosition }) => `${name}${zOrderPosition}`);
    });
    expect(names).toEqual(['c0', 'a1']);
  });
});

describe('page layout', () => {
  test('paper, margins in points, zoom as one object, print area and titles', async () => {
    const { onSheet, book } = await openExcel();
    const layout = await onSheet((sheet) => {
      const page = sheet.pageLayout;
      page.orientation = 'Landscape';
      page.paperSize = 'A4';
      page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
      page.setPrintMargins('Centimeters', { top: 1.27, left: 1.27 });
      page.centerHorizontally = true;
      page.setPrintArea('A1:F40');
      page.setPrintTitleRows('$1:$2');
      page.headersFooters.defaultForAllPages.set({ leftFooter: 'Source : suivi', rightFooter: '&P/&N' });
      page.load('orientation,paperSize,zoom,topMargin,bottomMargin,centerHorizontally');
      page.headersFooters.defaultForAllPages.load('leftFooter,centerFooter,rightFooter');
      return [page, page.getPrintArea().load('address'), page.getPrintTitleRowsOrNullObject().load('address')] as const;
    });
    expect(layout[0].toJSON()).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
      topMargin: 36,
      bottomMargin: 54,
      centerHorizontally: true,
    });
    expect(layout[0].headersFooters.defaultForAllPages.toJSON()).toEqual({
      leftFooter: 'Source : suivi',
      centerFooter: '',
      rightFooter: '&P/&N',
    });
    expect([layout[1].address, layout[2].address]).toEqual(['Sheet1!A1:F40', 'Sheet1!1:2']);
    expect(book.names.map(({ name, formula }) => [name, formula])).toEqual([
      ['_xlnm.Print_Area', 'Sheet1!$A$1:$F$40'],
      ['_xlnm.Print_Titles', 'Sheet1!$1:$2'],
    ]);
    expect(book.sheets[0]?.page?.headerFooter.oddFooter).toBe('&LSource : suivi&R&P/&N');
  });

  test('a scale, or pages to fit into, not both', async () => {
    const { onSheet } = await openExcel();
    const page = await onSheet((sheet) => {
      sheet.pageLayout.zoom = { scale: 80 };
      return sheet.pageLayout.load('zoom');
    });
    expect(page.zoom).toEqual({ scale: 80 });
    const both = onSheet((sheet) => void (sheet.pageLayout.zoom = { scale: 80, horizontalFitToPages: 1 }));
    expect(await refusal(both)).toBe('InvalidArgument');
  });
});
