import type { CellValue } from '../../../src/core/sheet/snapshot';
import { calculated, findingsOf } from './sheet';

type Row = (CellValue | null | readonly [string, CellValue])[];

/** Figures under a header, one line each, and a total below. */
const summed = (figures: readonly Row[], formula: string, shown: number): ReturnType<typeof calculated> =>
  calculated('Suivi', [['Jour', 'Appels'], ...figures, ['Total', [formula, shown]]]);

const told = (sheet: ReturnType<typeof calculated>): unknown[] =>
  findingsOf(sheet).map(({ kind, expected, proposal }) => [kind, expected, proposal]);

test('a total that stops short and holds a text has one exact value', () => {
  const figures: Row[] = [10, 20, '12,5', 40, 50, 60, 70, 80, 90].map((figure, day) => [`J${day}`, figure]);
  const mended = '=SUM(B2:B10)+NUMBERVALUE(B4,",",".")';
  expect(told(summed(figures, '=SUM(B2:B8)', 250))).toEqual([
    ['total-leaves-out', 432.5, mended],
    ['text-numbers', 432.5, mended],
  ]);
});

test('a total that counts twice and stops short has one exact value', () => {
  const figures: Row[] = [
    ...[10, 20, 30].map((figure, day): Row => [`J${day}`, figure]),
    ['Sous-total', ['=SUM(B2:B4)', 60]],
    ...[40, 50, 60, 70, 80].map((figure, day): Row => [`J${3 + day}`, figure]),
  ];
  const findings = findingsOf(summed(figures, '=SUM(B2:B8)', 270));
  expect(findings.map(({ kind }) => kind)).toContain('total-counts-twice');
  expect(findings.map(({ expected }) => expected)).toEqual(findings.map(() => 360));
  expect(new Set(findings.map(({ proposal }) => proposal)).size).toBe(1);
});

test('a fault that shows when another is mended is mended too', () => {
  const figures: Row[] = [10, 20, 30, 40, 50, 60, '12,5', 80, 90].map((figure, day) => [`J${day}`, figure]);
  const findings = findingsOf(summed(figures, '=SUM(B2:B6)', 150));
  expect(findings.filter(({ cell }) => cell === 'B11').map(({ kind, expected, proposal }) => [kind, expected, proposal])).toEqual(
    [['total-leaves-out', 392.5, '=SUM(B2:B10)+NUMBERVALUE(B8,",",".")']],
  );
});

test('no exact value where not all the faults can be mended', () => {
  const figures: Row[] = Array.from({ length: 16 }, (_, day): Row => [`J${day}`, day > 1 && day < 12 ? `${day},5` : 10 + day]);
  const findings = findingsOf(summed(figures, '=SUM(B2:B15)', 66));
  expect(findings.map(({ kind, expected }) => [kind, expected])).toEqual([
    ['total-leaves-out', null],
    ['text-numbers', null],
  ]);
});
