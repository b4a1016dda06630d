import { consolidate } from '../../../src/core/consolidation/consolidate';
import { formulaOf, type FormulaSource } from '../../../src/core/consolidation/formulas';
import type { Rule } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import type { NameDraft } from '../../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, valueOf, workbookOf } from '../grid';

/** Two headers that make one name. */
const ROWS = [['Date', 'Appels', 'Appels !'], ...Array.from({ length: 40 }, (_, day) => [46_328 + day, 100 + day, 10 + day])];
const workbook = workbookOf(sheetOf('Suivi', ROWS, { formats: { 0: 'dd/mm/yyyy' } }));

const namesOf = (snapshot: WorkbookSnapshot, column: number): readonly NameDraft[] => {
  const [table] = detect(snapshot).tables;
  if (!table) throw new Error('no table');
  const columns = [{ id: 'x', label: 'x', rule: { kind: 'sum' as const, column }, numberFormat: '0' }];
  return valueOf(consolidate({ workbook: snapshot, table, columns, kinds: ['month'], language: 'fr' })).names;
};
const columnOf = (names: readonly NameDraft[], name: string): string | undefined =>
  /!\$([A-Z]+)\$/.exec(names.find((made) => made.name === name)?.formula ?? '')?.[1];

describe('a name that formulas of other sheets may use', () => {
  const first = namesOf(workbook, 2);

  test('is given again for its own column', () => {
    expect(columnOf(first, 'Suivi_Appels')).toBe('C');
    expect(namesOf({ ...workbook, names: first }, 2)).toEqual(first);
  });

  test('is never given to another column whose header makes the same name, however Excel quotes the sheet', () => {
    const unquoted = first.map(({ name, formula }) => ({ name, formula: formula.replaceAll("'Suivi'", 'Suivi') }));
    for (const names of [first, unquoted]) {
      const second = namesOf({ ...workbook, names }, 1);
      expect(columnOf(second, 'Suivi_Appels')).toBeUndefined();
      expect(columnOf(second, 'Suivi_Appels_2')).toBe('B');
    }
  });
});

describe('a figure over a divisor', () => {
  const source: FormulaSource = {
    date: 'd',
    column: (column) => `c${String(column)}`,
    figure: (column) => ({ value: `c${String(column)}`, number: `c${String(column)}` }),
    rank: (column) => `r${String(column)}`,
  };
  const sum = (column: number): Rule => ({ kind: 'sum', column });
  const of = (rule: Rule): string => formulaOf(rule, source, { start: 'A1', end: null }, 86_400);

  test.each<[string, Rule, string]>([
    ['a sum is divided', sum(1), '=IF(COUNTIFS(d,A1,c1,">-1E+300")=0,"",SUMIFS(c1,d,A1)/86400)'],
    [
      'a ratio never divides the blank of a missing numerator',
      { kind: 'ratio', numerator: sum(1), denominator: sum(2) },
      '=IF((86400*SUMIFS(c2,d,A1))=0,"",IF(COUNTIFS(d,A1,c1,">-1E+300")=0,"",SUMIFS(c1,d,A1)/(86400*SUMIFS(c2,d,A1))))',
    ],
  ])('%s', (_, rule, formula) => expect(of(rule)).toBe(formula));
});
