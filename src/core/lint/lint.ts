import type { Detection } from '../detect/detected';
import { cellName } from '../sheet/address';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, mapInSteps, type Steps } from '../steps';
import { constantRule } from './constants';
import { errorRule, turnsErrorsIntoNumbers } from './errors';
import type { Finding, FindingKind, Remark } from './finding';
import { LintBook, type FormulaCell } from './lint-book';
import { lookupRule } from './lookups';
import { mendedTogether } from './mended';
import { mixedRule } from './mixed';
import { neighbourSteps } from './neighbours';
import { pivotRule } from './pivots';
import { besideName, besideOf } from './place';
import { rangeRule } from './ranges';
import { ratesAhead, rateRule } from './rates';
import type { CellRule } from './rule';
import { summedTextRule, typedTextSteps, withoutRepeats } from './texts';
import { totalRule } from './totals';
import { twiceRule } from './twice';
import { volatileRule } from './volatile';
import { rangesSteps } from './workbook-ranges';

const CELL_RULES: readonly CellRule[] = [
  rateRule,
  twiceRule,
  totalRule,
  mixedRule,
  rangeRule,
  summedTextRule,
  errorRule,
  lookupRule,
  constantRule,
  volatileRule,
];

/** Rules whose answer depends on the very line, whatever the lines before it gave. */
const LINE_RULES: readonly CellRule[] = [errorRule];

/**
 * Formulas filled down a column that are looked at in full. Where none of so many is doubtful, those that follow are not
 * either, but for errors in their own line: a sheet of ten years by forty columns takes seconds and not minutes.
 */
const LOOKED_AT = 200;

/** Formulas that are looked at between two pauses. */
const CELLS_PER_STEP = 10;

/** What the rules say of every formula. */
function* remarksOf(book: LintBook): Steps<Remark[]> {
  const found: Remark[] = [];
  const runs = new Map<string, { signature: string; length: number; doubtful: boolean }>();
  let last: FormulaCell | null = null;
  for (const [place, cell] of book.cells.entries()) {
    if (place % CELLS_PER_STEP === 0) yield undefined;
    if (last && (last.row !== cell.row || last.sheet !== cell.sheet)) book.release(last);
    last = cell;
    const key = `${cell.sheet.name}!${cell.column}`;
    const signature = book.signature(cell);
    const known = runs.get(key);
    const run = known?.signature === signature ? known : { signature, length: 0, doubtful: false };
    if (run !== known) runs.set(key, run);
    run.length++;
    const isUsual = run.length > LOOKED_AT && !run.doubtful;
    if (isUsual && !turnsErrorsIntoNumbers(cell, book)) continue;
    if (!isUsual) yield* ratesAhead(cell, book);
    for (const rule of isUsual ? LINE_RULES : CELL_RULES) {
      yield undefined;
      const said = rule(cell, book);
      run.doubtful ||= said.length > 0;
      for (const remark of said) found.push(remark);
    }
  }
  return found;
}

/** Figures that are wrong come first, then those that are likely to become so, then what is only hard to follow. */
const ORDER: readonly FindingKind[] = [
  'average-of-rates',
  'conditional-average-of-rates',
  'subtotal-average-of-rates',
  'pivot-average-of-rates',
  'sum-of-rates',
  'average-of-averages',
  'total-counts-twice',
  'total-leaves-out',
  'mixed-periods',
  'range-stops-short',
  'text-numbers',
  'typed-over-formula',
  'inconsistent-formula',
  'swallowed-error',
  'unsorted-lookup',
  'hard-coded-number',
  'volatile-function',
];

/** A kind that says in other words what another one has said of the same cell. */
const SAID_BY: Partial<Record<FindingKind, readonly FindingKind[]>> = {
  'range-stops-short': ['total-leaves-out', 'mixed-periods'],
  'mixed-periods': ['total-counts-twice'],
  'average-of-averages': ['average-of-rates'],
  'hard-coded-number': ['average-of-rates'],
};

const keyOf = ({ sheet, row, column }: Remark): string => `${sheet}!${row},${column}`;

/** Remarks that are looked at between two pauses. */
const REMARKS_PER_STEP = 200;

function* unechoed(remarks: readonly Remark[]): Steps<Remark[]> {
  const kinds = new Map<string, Set<FindingKind>>();
  for (const [place, remark] of remarks.entries()) {
    if (place % REMARKS_PER_STEP === 0) yield undefined;
    kinds.set(keyOf(remark), (kinds.get(keyOf(remark)) ?? new Set()).add(remark.kind));
  }
  const kept: Remark[] = [];
  for (const [place, remark] of remarks.entries()) {
    if (place % REMARKS_PER_STEP === 0) yield undefined;
    if (!SAID_BY[remark.kind]?.some((kind) => kinds.get(keyOf(remark))?.has(kind))) kept.push(remark);
  }
  return kept;
}

const withoutEchoes = (remarks: readonly Remark[]): Remark[] => atOnce(unechoed(remarks));

const byOrder = (remarks: readonly Remark[]): readonly Remark[] =>
  [...remarks].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.confidence - a.confidence);

/** Each cell's faults taken together: an exact value is that of a formula without any of them. */
function* together(remarks: readonly Remark[], book: LintBook): Steps<readonly Remark[]> {
  const cells = new Map<string, Remark[]>();
  for (const [place, remark] of remarks.entries()) {
    if (place % REMARKS_PER_STEP === 0) yield undefined;
    const known = cells.get(keyOf(remark));
    if (known) known.push(remark);
    else cells.set(keyOf(remark), [remark]);
  }
  const mending = { rules: CELL_RULES, inOrder: (said: readonly Remark[]) => byOrder(withoutEchoes(said)) };
  return (yield* mapInSteps([...cells.values()], (said) => mendedTogether(said, book, mending))).flat();
}

type Counted = Remark & { count: number };

/** Formulas filled from one another that are wrong in the same way are one finding, at the first of them. */
function* grouped(remarks: readonly Remark[], book: LintBook): Steps<Counted[]> {
  const groups: Counted[] = [];
  const ending = new Map<string, Counted>();
  for (const [place, remark] of remarks.entries()) {
    if (place % REMARKS_PER_STEP === 0) yield undefined;
    const { kind, row, column } = remark;
    const sheet = book.sheet(remark.sheet);
    const cell = sheet && remark.formula !== null ? book.formulaAt(sheet, row, column) : null;
    const key = (line: number, across: number): string =>
      [kind, remark.sheet, line, across, cell ? book.signature(cell) : ''].join('|');
    const group = cell && (ending.get(key(row - 1, column)) ?? ending.get(key(row, column - 1)));
    const counted = group ?? { ...remark, count: 0 };
    if (!group) groups.push(counted);
    counted.count++;
    ending.set(key(row, column), counted);
  }
  return groups;
}

const findingOf = (remark: Counted, book: LintBook): Finding => {
  const { row, column, ...said } = remark;
  const sheet = book.sheet(remark.sheet);
  const place = sheet && remark.proposal !== null ? besideOf(sheet, { row, column }, remark.proposal) : null;
  return { ...said, cell: cellName(row, column), beside: besideName(place) } as Finding;
};

/**
 * What is doubtful in a workbook's formulas and figures, the wrong figures first: averages of rates, totals that leave out
 * or count twice, typed numbers, ranges that stop short, text that looks like numbers, volatile functions, mixed periods.
 * Needs a snapshot that was read with its formulas, and its PivotTables; without formulas only typed texts are found.
 *
 * `=AVERAGE(F2:F31)` over `=E2/D2` … gives one finding with the value of `=SUM(E2:E31)/SUM(D2:D31)`.
 */
export const lint = (workbook: WorkbookSnapshot, detection: Detection): readonly Finding[] =>
  atOnce(lintSteps(workbook, detection));

/** The same in steps: some rows, some formulas at a time. */
export function* lintSteps(workbook: WorkbookSnapshot, detection: Detection): Steps<readonly Finding[]> {
  const book = yield* new LintBook(workbook, detection).read();
  yield* rangesSteps(book);
  const byCell = yield* remarksOf(book);
  const typed = withoutRepeats(byCell, yield* typedTextSteps(book), book);
  yield undefined;
  const remarks = yield* unechoed([...byCell, ...(yield* neighbourSteps(book)), ...pivotRule(book), ...typed]);
  const sheets = new Map(workbook.sheets.map(({ name, position }) => [name, position]));
  yield undefined;
  const findings = yield* grouped(yield* together(remarks, book), book);
  yield undefined;
  const ordered = findings.sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      b.confidence - a.confidence ||
      (sheets.get(a.sheet) ?? 0) - (sheets.get(b.sheet) ?? 0) ||
      a.row - b.row ||
      a.column - b.column,
  );
  return yield* mapInSteps(ordered, (remark) => findingOf(remark, book));
}
