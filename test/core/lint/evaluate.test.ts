import { detect } from '../../../src/core/detect/detect';
import { evaluateText } from '../../../src/core/lint/evaluate';
import { readFormula, writeTree } from '../../../src/core/lint/formula';
import { LintBook, type FormulaCell } from '../../../src/core/lint/lint-book';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { atOnce } from '../../../src/core/steps';
import { workbookOf } from '../grid';
import { calculated } from './sheet';

const sheet = calculated('Suivi', [
  ['Équipe', 'Appels', 'Date', 'Texte'],
  ['Nord', 10, 45_663, '12,5'],
  ['Sud', 20, 45_694, 'abc'],
  ['nord', 30, 45_722, '#N/A'],
  ['Est', '', 45_753, ''],
  [['=SUBTOTAL(9,B2:B5)', 60]],
]);
const book = atOnce(new LintBook(workbookOf(sheet), detect(workbookOf(sheet))).read());
const cell: FormulaCell = {
  sheet,
  row: 9,
  column: 9,
  formula: { text: '=1', tree: { type: 'Literal', value: 1, raw: '1' } },
  value: '',
};

test.each<[string, CellValue | null]>([
  ['=SUM(B2:B5)/COUNT(B2:B5)', 20],
  ['=AVERAGE(B2:B5)', 20],
  ['=SUMIF(A2:A5,"Nord",B2:B5)', 40],
  ['=SUMIFS(B2:B5,A2:A5,"<>Sud",B2:B5,">=20")', 30],
  ['=COUNTIF(A2:A5,"?ord")', 2],
  ['=AVERAGEIF(B2:B5,">15")', 25],
  ['=SUBTOTAL(9,A6,B2:B5)', 60],
  ['=SUMIF(D2:D5,"<9.99E+307")', 0],
  ['=SUM(D2:D5)', '#N/A'],
  ['=IFERROR(SUM(D2:D5),7)', 7],
  ['=VLOOKUP("sud",A2:B5,2,FALSE)', 20],
  ['=INDEX(B2:B5,MATCH("NORD",A2:A5,0))', 10],
  ['=VLOOKUP("sud",A2:B5,2)', null],
  ['=IF(B5=0,"",1/B5)', ''],
  ['=1/B5', '#DIV/0!'],
  ['=NUMBERVALUE(D2,",",".")', 12.5],
  ['=EDATE(C3,1)', 45_722],
  ['=EOMONTH(C2,1)', 45_716],
  ['=DATE(2025,14,1)', 46_054],
  ['=SUMIFS(B2:B5,C2:C5,">="&C3,C2:C5,"<"&EDATE(C3,1))', 20],
  ['=SUMPRODUCT(B2:B4,B2:B4)', 1_400],
  ['=-2^2', 4],
  ['=ROUND(1.005,2)', 1.01],
  ['=OFFSET(B2,0,0)', null],
])('%s gives %p', (formula, value) => {
  expect(evaluateText(formula, cell, book)).toBe(value);
});

test.each([
  '=(A1+B1)/2',
  '=A1-(B1-C1)',
  '=A1/(B1*C1)',
  '=-(A1+B1)^2',
  '=IF(A1>=0,"é""a",{1,2;3,4})',
  "=SUM('Mes appels d''été'!B2:B9,Feuil1!C:C)",
  '=tblAppels[[#Totals],[Taux (%)]]*100%',
  '=SUM((A1:A2,B3))',
  '=A1&" "&(B1=C1)',
  '=B2:INDEX(B:B,4)',
])('%s is written back as it was', (formula) => {
  const tree = readFormula(formula)?.tree;
  expect(tree && `=${writeTree(tree)}`).toBe(formula);
});

test.each(['=SUM(', '=1+', '=A1 B2)'])('%s is no formula', (text) => expect(readFormula(text)).toBeNull());
