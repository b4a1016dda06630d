import { lintWorkbook } from '../../../src/actions/lint';
import { writeProposal } from '../../../src/actions/writeProposal';
import { detect } from '../../../src/core/detect/detect';
import type { Finding } from '../../../src/core/lint/finding';
import { lint } from '../../../src/core/lint/lint';
import { parseArea } from '../../../src/core/sheet/address';
import { valueAt, type WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { valueOf } from '../grid';
import { draftOf, type TypedSheet } from './book';
import { LAYOUTS, type Layout } from './layouts';
import { OTHER_SCENARIOS } from './plantedOthers';
import { RATE_SCENARIOS } from './plantedRates';
import { TOTAL_SCENARIOS } from './plantedTotals';
import { cases } from './scenario';

const SCENARIOS = cases([...RATE_SCENARIOS, ...TOTAL_SCENARIOS, ...OTHER_SCENARIOS]);
const layoutOf = (index: number): Layout => LAYOUTS[index] as Layout;

jest.setTimeout(20_000);

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

/** The workbook as it is read, with the PivotTables that were described. */
const readBack = async (sheets: readonly TypedSheet[]): Promise<WorkbookSnapshot> => {
  valueOf(await book.port.write(draftOf(sheets)));
  const read = valueOf(await book.port.read({ formulas: true, pivots: true }));
  return {
    ...read,
    sheets: read.sheets.map((sheet) => {
      const typed = sheets.find(({ name }) => name === sheet.name);
      return typed && typed.pivots.length > 0 ? { ...sheet, pivots: typed.pivots } : sheet;
    }),
  };
};

const place = ({ sheet, cell, kind }: Finding): string => `${kind} ${sheet}!${cell}`;

const shown = (workbook: WorkbookSnapshot, sheet: string, cell: string): unknown => {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  const area = parseArea(cell);
  return found && area ? valueAt(found, area.row, area.column) : undefined;
};

test.each(SCENARIOS)('%s is found, and corrected, in %s', async (kind, _, scenario, index) => {
  const planted = scenario.plant(layoutOf(index), index);
  const workbook = await readBack(planted.sheets);
  const findings = lint(workbook, detect(workbook));
  expect(findings.map(place)).toEqual([`${kind} ${planted.sheet}!${planted.cell}`]);
  const [finding] = findings;
  if (planted.expected === null || !finding) return;
  expect(finding.expected).toBeCloseTo(planted.expected, 8);
  if (kind === 'pivot-average-of-rates') {
    // The host is given the cells of a PivotTable, not the PivotTable: its formula is written as a person would.
    const target = parseArea(finding.beside ?? '');
    expect(target).not.toBeNull();
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(finding.sheet);
      sheet.getRange(finding.beside ?? '').formulas = [[finding.proposal]];
      await context.sync();
    });
    expect(shown(valueOf(await book.port.read()), finding.sheet, finding.beside ?? '')).toBeCloseTo(planted.expected, 9);
    return;
  }
  const written = valueOf(await writeProposal(book.port, finding, { language: 'fr' }));
  const after = valueOf(await book.port.read({ formulas: true, pivots: true }));
  const value = shown(after, written.sheet, written.cell);
  expect(typeof value === 'number' && Math.abs(value - planted.expected) <= 1e-9 * Math.max(1, Math.abs(planted.expected))).toBe(
    true,
  );
  expect(shown(after, planted.sheet, planted.cell)).toEqual(finding.value);
  expect(lint(after, detect(after)).map(place)).toEqual(findings.map(place));
  expect(written).toEqual({ sheet: finding.sheet, cell: finding.beside });
});

test.each(SCENARIOS)('without %s nothing is found in %s', async (_kind, _layout, scenario, index) => {
  const workbook = await readBack(scenario.clean(layoutOf(index), index));
  expect(lint(workbook, detect(workbook))).toEqual([]);
});

test('a workbook without formulas has nothing to say', async () => {
  expect(valueOf(await lintWorkbook(book.port)).findings).toEqual([]);
});
