import { relativeText } from '../../../src/core/lint/relative-text';

test.each<[string, [string, number, number], [string, number, number], boolean]>([
  ['filled down', ['=SUM(B2:C2)*$E$1', 1, 3], ['=SUM(B3:C3)*$E$1', 2, 3], true],
  ['filled across', ['=B2/$A2', 1, 3], ['=C2/$A2', 1, 4], true],
  ['another row than its neighbour', ['=SUM(B2:C2)', 1, 3], ['=SUM(B2:C2)', 2, 3], false],
  ['an anchor lost', ['=B2*$E$1', 1, 3], ['=B3*E$1', 2, 3], false],
  ['another number', ['=B2*1.2', 1, 3], ['=B3*1.3', 2, 3], false],
  ['a text that looks like a cell', ['=IF(B2="A1",1,0)', 1, 3], ['=IF(B3="A1",1,0)', 2, 3], true],
  ['another text that looks like a cell', ['=IF(B2="A1",1,0)', 1, 3], ['=IF(B3="A2",1,0)', 2, 3], false],
  ['a function that looks like a cell', ['=LOG10(B2)', 1, 3], ['=LOG10(B3)', 2, 3], true],
  ['a sheet that looks like a cell', ["='A1'!B2", 1, 3], ["='A1'!B3", 2, 3], true],
  ['a name with a cell in it', ['=Src_Q1*B2', 1, 3], ['=Src_Q1*B3', 2, 3], true],
  ['a column of a table', ['=SUM(tblAppels[Q1])*B2', 1, 3], ['=SUM(tblAppels[Q1])*B3', 2, 3], true],
  ['another column of it', ['=SUM(tblAppels[Q1])', 1, 3], ['=SUM(tblAppels[Q2])', 2, 3], false],
])('%s', (_name, one, other, same) => {
  expect(relativeText(...one) === relativeText(...other)).toBe(same);
});

test.each(['=SUM(A:A)', '=SUM($B:$C)', '=SUM(2:3)'])('%s names whole columns or rows: it is not told', (formula) => {
  expect(relativeText(formula, 4, 4)).toBeNull();
});
