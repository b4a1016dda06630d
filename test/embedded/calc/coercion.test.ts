import { textOfNumber } from '../../../src/embedded/calc/coercion';
import { valueOf } from './grid';

describe('values made numbers', () => {
  test.each([
    ['a number in text', '"12.5"+1', 13.5],
    ['a percentage in text', '"50%"+0', 0.5],
    ['an ISO date in text', '"2025-03-05"+0', 45_721],
    ['an ISO date with a time', '"2025-03-05 12:00"+0', 45_721.5],
    ['a time in text', '"06:00"*1', 0.25],
    ['a French decimal is no number', '"12,5"+1', '#VALUE!'],
    ['a date that depends on the country is no number', '"05/03/2025"+0', '#VALUE!'],
    ['an impossible date', '"2025-02-30"+0', '#VALUE!'],
    ['an empty text', '""+1', '#VALUE!'],
    ['an empty cell', 'Data!Z99+1', 1],
    ['a boolean', 'TRUE+TRUE', 2],
    ['a minus sign before a power', '-2^2', 4],
    ['powers from left to right', '2^3^2', 64],
    ['a percent sign', '50%*10', 5],
    ['zero to the power of zero', '0^0', '#NUM!'],
    ['a root of a negative number by power', '(-8)^0.5', '#NUM!'],
    ['too large', '10^300*10^300', '#NUM!'],
  ])('%s', (_, formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });

  test('SUM coerces what is written in the call but not what stands in cells', () => {
    const grid = [['3', true, 4, null, 'x']];
    expect(valueOf('SUM(Data!A1:E1)', grid)).toBe(4);
    expect(valueOf('SUM("3",TRUE,4)', grid)).toBe(8);
    expect(valueOf('SUM("x")', grid)).toBe('#VALUE!');
    expect(valueOf('SUM(Data!A1,Data!C1)', grid)).toBe(4);
    expect(valueOf('SUM({"3",TRUE,4})', grid)).toBe(4);
  });
});

describe('comparison', () => {
  test.each([
    ['numbers come before texts', '9999<"1"', true],
    ['texts come before booleans', '"zzz"<TRUE', true],
    ['an empty cell equals 0', 'Data!Z99=0', true],
    ['an empty cell equals an empty text', 'Data!Z99=""', true],
    ['a number is no text', '1="1"', false],
    ['accents count', '"été"="ete"', false],
    ['the 15th digit decides', '0.1+0.2=0.3', true],
    ['the noise of fractions is no difference', '0.5-0.4-0.1', 0],
    ['errors are passed on', '#N/A=1', '#N/A'],
  ])('%s', (_, formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });
});

describe('numbers joined to text', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333333333'],
    [1e20, '100000000000000000000'],
    [1e21, '1E+21'],
    [1.5e-7, '0.00000015'],
    [2e-12, '2E-12'],
    [-1234.5, '-1234.5'],
    [123456789012345680, '123456789012346000'],
  ])('%p', (number, expected) => {
    expect(textOfNumber(number)).toBe(expected);
  });
});

describe('an area where one value is needed', () => {
  const column = [[10], [20], [30]];

  test.each([
    ['a normal formula takes the cell in its own row', 'Data!A1:A3*2', 20],
    ['SUM of an expression does too', 'SUM(Data!A1:A3*2)', 20],
    ['SUMPRODUCT calculates with the whole', 'SUMPRODUCT(Data!A1:A3*2)', 120],
    ['INDEX with 0 does too', 'SUM(INDEX(Data!A1:A3*2,0))', 120],
    ['array constants are always whole', 'SUM({1,2,3}*2)', 12],
    ['a list of criteria gives a list of results', 'SUM(COUNTIF(Data!A1:A3,{10,30,40}))', 2],
    ['@ takes the cell in the row', '@Data!A1:A3', 10],
    ['an area in no row or column of the formula', 'Data!A2:A3*2', '#VALUE!'],
    ['two areas that cross', 'SUM(Data!A1:C2 Data!A2:A3)', 20],
    ['two areas that do not', 'SUM(Data!A1:A2 Data!B1:B2)', '#NULL!'],
    ['several areas in brackets', 'SUM((Data!A1,Data!A3))', 40],
    ['an area up to what INDEX finds', 'SUM(Data!A1:INDEX(Data!A:A,2))', 30],
  ])('%s: =%s', (_, formula, expected) => {
    expect(valueOf(formula, column)).toBe(expected);
  });
});
