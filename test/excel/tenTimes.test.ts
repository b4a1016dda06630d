import type { WorkbookDraft } from '../../src/core/sheet/draft';
import { unzip } from '../embedded/xlsx/workbookFile';
import { openEmbedded } from './embedded';

const AREA = { row: 1, column: 0, rows: 30, columns: 3 };

/** A sheet with one of everything that a draft can hold, its texts another one in each version. */
const draft = (version: number): WorkbookDraft => ({
  sheets: [
    {
      name: 'Semaine',
      owner: 'own',
      tabColor: '#1F4E79',
      columns: [{ column: 0, width: 80 }],
      rows: [{ row: 0, height: 30 }],
      blocks: [
        {
          row: 0,
          column: 0,
          cells: [
            [{ text: 'Semaine' }, { text: 'Appels' }, { text: 'QS' }],
            ...Array.from({ length: 30 }, (_, row) => [
              { number: 46000 + row },
              { text: `semaine ${row + version}` },
              { number: row },
            ]),
          ],
        },
      ],
      fills: [{ area: { row: 1, column: 3, rows: 30, columns: 2 }, formulaR1C1: '=RC3*2' }],
      styles: [
        {
          area: AREA,
          style: { numberFormat: 'dd/mm/yyyy', fill: '#F2F2F2', borders: { bottom: { style: 'thin', color: '#808080' } } },
        },
        {
          area: { ...AREA, columns: 1 },
          style: { font: { bold: true, color: '#1F4E79', size: 9 }, horizontal: 'center', wrap: true },
        },
      ],
      merges: [{ row: 33, column: 0, rows: 1, columns: 3 }],
      tables: [{ name: 'tblSemaine', area: { row: 0, column: 0, rows: 31, columns: 3 } }],
      conditionalFormats: [
        { area: AREA, formula: '=$C2>20', style: { fill: '#FFC7CE', fontColor: '#9C0006' } },
        { area: AREA, formula: '=$C2>10', style: { fill: '#FFEB9C', bold: true }, stopIfTrue: true },
      ],
      validations: [{ area: AREA, rule: { whole: { minimum: 0 } }, prompt: { title: 'Valeur', message: 'Un nombre' } }],
      links: [{ row: 0, column: 1, to: { sheet: 'Feuil1', cell: 'A1' }, tip: 'Définition' }],
      notes: [{ row: 0, column: 2, text: 'Qualité de service' }],
      charts: [
        {
          name: 'meteo.courbe',
          altText: 'Courbe',
          left: 300,
          top: 10,
          width: 300,
          height: 150,
          categories: { ...AREA, columns: 1 },
          series: [
            {
              name: 'QS',
              type: 'line',
              values: { ...AREA, column: 2, columns: 1 },
              line: { color: '#1A1A1A', weight: 2 },
              fill: null,
            },
          ],
          valueAxis: { minimum: 0, maximum: 30, majorUnit: 10, numberFormat: '0', gridlines: null, line: null, visible: true },
          categoryAxis: { line: null, tickLabelSpacing: 1 },
          fontSize: 8,
        },
      ],
      shapes: [
        {
          name: 'meteo.icone',
          altText: 'Soleil',
          shapes: [{ type: 'Sun', left: 10, top: 500, width: 30, height: 30, fill: '#FFC83D', line: null }],
        },
      ],
      page: {
        paper: 'a4',
        orientation: 'landscape',
        margins: { top: 40, bottom: 40, left: 30, right: 30, header: 20, footer: 20 },
        printArea: AREA,
        titleRows: { first: 0, last: 0 },
      },
      freeze: { rows: 1, columns: 1 },
    },
  ],
  names: [{ name: 'Src_QS', formula: "='Semaine'!$C$2:$C$31" }],
});

/** What grows where something is left behind: parts, sizes, and every counted list of the workbook, the styles and the sheets. */
const measured = (bytes: Uint8Array): Record<string, unknown> => {
  const parts = unzip(bytes);
  const counts = (part: string): string[] => parts[part]?.match(/<\w+ count="\d+"/g) ?? [];
  const number = (part: string, pattern: RegExp): number => parts[part]?.match(pattern)?.length ?? 0;
  return {
    parts: Object.keys(parts)
      .map((part) => part.replace(/\d+(?=\.)/, ''))
      .sort(),
    styles: counts('xl/styles.xml'),
    texts: number('xl/sharedStrings.xml', /<si>/g),
    names: number('xl/workbook.xml', /<definedName /g),
    lists: Object.keys(parts)
      .filter((part) => part.startsWith('xl/worksheets/sheet'))
      .sort()
      .flatMap(counts),
    rules: number('xl/worksheets/sheet2.xml', /<cfRule /g),
    relations: Object.keys(parts)
      .filter((part) => part.endsWith('.rels'))
      .map((part) => number(part, /<Relationship /g)),
  };
};

test.each<[string, (run: number) => number, boolean, number]>([
  ['the same sheet, in one session', () => 0, false, 0],
  ['the same sheet, each time in the saved file', () => 0, true, 0],
  ['a sheet whose texts change, in one session', (run) => run, false, 0],
  // Texts of the run before stay in the file until the next one takes their places.
  ['a sheet whose texts change, each time in the saved file', (run) => run, true, 1],
])('ten writes leave the workbook as it was: %s', async (_, version, reopened, first) => {
  let book = await openEmbedded(undefined, '1.18');
  const sizes: number[] = [];
  const seen: Record<string, unknown>[] = [];
  for (let run = 0; run < 10; run++) {
    const written = await book.port.write(draft(version(run)));
    if (!written.ok) throw new Error(JSON.stringify(written.problem));
    const bytes = book.save();
    sizes.push(bytes.length);
    seen.push(measured(bytes));
    if (!reopened) continue;
    book.close();
    book = await openEmbedded(bytes, '1.18');
  }
  book.close();
  expect(seen[9]).toEqual(seen[first]);
  expect(Math.abs((sizes[9] ?? 0) - (sizes[0] ?? 0)) / (sizes[0] ?? 1)).toBeLessThan(0.01);
});
