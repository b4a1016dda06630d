import type { FindingKind } from '../../../src/core/lint/finding';
import type { TypedSheet } from './book';
import { LAYOUTS, type Layout } from './layouts';

/** A workbook with one error in it, and what the corrected cell shows; null where only a person can tell. */
export type Planted = { sheets: readonly TypedSheet[]; sheet: string; cell: string; expected: number | null };

/** One kind of error: how it is planted in a layout, and the same workbook as it should be. */
export type Scenario = {
  kind: FindingKind;
  plant: (layout: Layout, index: number) => Planted;
  clean: (layout: Layout, index: number) => readonly TypedSheet[];
};

/** Every layout of a scenario, by name. */
export const cases = (scenarios: readonly Scenario[]): [kind: FindingKind, layout: string, scenario: Scenario, index: number][] =>
  scenarios.flatMap((scenario) =>
    LAYOUTS.map((layout, index): [FindingKind, string, Scenario, number] => [scenario.kind, layout.name, scenario, index]),
  );
