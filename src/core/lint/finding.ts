import type { CellValue } from '../sheet/snapshot';

/**
 * What the linter looks for in a workbook, by kind, each with the facts that its sentence needs. Ranges are written as a
 * formula of the finding's sheet writes them.
 */
export type FindingFacts = {
  /** AVERAGE over rates: each line weighs the same, however many calls it stands for. */
  'average-of-rates': RateFacts;
  /** The same with conditions: AVERAGEIF, AVERAGEIFS. */
  'conditional-average-of-rates': RateFacts;
  /** The same by SUBTOTAL(1…), SUBTOTAL(101…) or AGGREGATE(1…), as the totals row of a table does. */
  'subtotal-average-of-rates': RateFacts;
  /** A PivotTable that averages a rate field, or adds it up (`summed`). */
  'pivot-average-of-rates': RateFacts & { pivot: string; summed: boolean };
  /** Rates added up. */
  'sum-of-rates': RateFacts;
  /** The mean of cells that are means of unequal numbers of values. */
  'average-of-averages': { cells: number };
  /** A total under, over or beside its figures that does not take all of them. */
  'total-leaves-out': { missing: string; lines: number; amount: number };
  /** A total that takes a subtotal, another total or itself as well as their parts. */
  'total-counts-twice': { twice: string; amount: number | null };
  /** A number typed into the arithmetic of a formula. */
  'hard-coded-number': { number: number };
  /** A typed number among formulas that all calculate the same way. */
  'typed-over-formula': { neighbour: string };
  /** A formula that differs from the one before and the one after it. */
  'inconsistent-formula': { neighbour: string };
  /** A range that ends before, or begins after, the data that it is made for. */
  'range-stops-short': { range: string; missing: string; lines: number };
  /** Numbers typed as text, which sums pass over; `decimal` is their decimal mark, absent where none of them has one. */
  'text-numbers': { cells: string; count: number; sample: string; decimal?: '.' | ',' };
  /** A function that recalculates at each change, whose result depends on the day or on text. */
  'volatile-function': { function: string };
  /** Ranges of one calculation that do not cover the same lines. */
  'mixed-periods': { one: string; other: string };
  /** An error that a formula shows as a number. */
  'swallowed-error': { error: string; place: string };
  /** A lookup of the nearest value in a list that is not sorted. */
  'unsorted-lookup': { range: string };
};

/** A rate by name, how many lines it was averaged over, and the columns or rows that it comes from, null where not found. */
export type RateFacts = { rate: string; lines: number; numerator: string | null; denominator: string | null };

export type FindingKind = keyof FindingFacts;

/** One doubtful cell: what it shows, what it should show, and a formula that shows it. */
export type Finding = {
  [K in FindingKind]: {
    kind: K;
    facts: FindingFacts[K];
    sheet: string;
    /** Its address without the sheet, as `F35`. */
    cell: string;
    /** Neighbouring cells that are wrong in the same way, this one included. */
    count: number;
    /** What stands in the cell, with `=`; null for a typed value or a PivotTable. */
    formula: string | null;
    value: CellValue;
    /** Calculated from the cells as they were read; null where that is not known. */
    expected: number | null;
    /** English, commas, Excel 2016, with `=`; null where only a person can tell. */
    proposal: string | null;
    /** Address on the same sheet where the proposal can be written without touching anything; null when there is none near. */
    beside: string | null;
    /** 0 to 1. */
    confidence: number;
  };
}[FindingKind];

/** What a rule says of a cell; what is the same for all of them is added afterwards. */
export type Remark = {
  [K in FindingKind]: {
    kind: K;
    facts: FindingFacts[K];
    sheet: string;
    row: number;
    column: number;
    value: CellValue;
    formula: string | null;
    expected: number | null;
    proposal: string | null;
    confidence: number;
  };
}[FindingKind];
