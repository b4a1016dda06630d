import { Calculation } from '../../../src/embedded/calc/calculation';
import { bookOf, gridOf, sheetOf, valueOf, type Content } from './grid';

/** Formulas over `Data`, each with what Excel gives. */
const check = (grid: Content[][], rows: [formula: string, expected: number | string | boolean][]): void => {
  test.each(rows)('=%s gives %p', (formula, expected) => {
    const got = valueOf(formula, grid);
    if (typeof expected === 'number' && typeof got === 'number') expect(got).toBeCloseTo(expected, 9);
    else expect(got).toBe(expected);
  });
};

/** One header row, then dates, sites, numbers, a mixed column (a number in text, nothing, an empty text), errors, booleans. */
const SHEET: Content[][] = [
  ['Date', 'Site', 'Num', 'Mix', 'Err', 'Bool'],
  [45_658, 'Lyon', 10, '5', 1, true],
  [45_660, 'Paris', 20.5, 7, '=NA()', false],
  [45_662, 'lyon', -3, 'abc', 3, true],
  [45_700, 'Lille', 0, null, '=1/0', true],
  [45_731, 'Paris', 10, 12, 5, false],
  [46_000, 'Nice', 7.25, '', 6, true],
  [46_010, 'Été', 1e6, 3, 7, false],
];

describe('rounding', () => {
  check(SHEET, [
    ['ROUND(2.675,2)', 2.68],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(1234.5678,-2)', 1200],
    ['ROUNDUP(-1.11,1)', -1.2],
    ['ROUNDDOWN(-1.19,1)', -1.1],
    ['TRUNC(-8.9)', -8],
    ['INT(-8.9)', -9],
    ['MROUND(6.05,0.1)', 6],
    ['MROUND(7.05,0.1)', 7.1],
    ['MROUND(5,-2)', '#NUM!'],
    ['CEILING(-2.5,2)', -2],
    ['CEILING(1.1,0.1)', 1.1],
    ['FLOOR(-2.5,2)', -4],
    ['FLOOR(2.5,-2)', '#NUM!'],
    ['CEILING.MATH(-5.5,2,1)', -6],
    ['FLOOR.MATH(-5.5,2,1)', -4],
    ['EVEN(-1)', -2],
    ['ODD(2)', 3],
    ['MOD(-3,2)', 1],
    ['MOD(3,-2)', -1],
    ['MOD(5,0)', '#DIV/0!'],
    ['QUOTIENT(-10,3)', -3],
  ]);
});

describe('sums and counts', () => {
  check(SHEET, [
    ['SUM(Data!D2:D8)', 22],
    ['SUM(Data!E2:E8)', '#N/A'],
    ['COUNT(Data!D2:D8)', 3],
    ['COUNT("5",TRUE,"x")', 2],
    ['COUNTA(Data!D2:D8)', 6],
    ['COUNTBLANK(Data!D2:D8)', 2],
    ['AVERAGEA(Data!D2:D8)', 22 / 6],
    ['MAX(Data!F2:F8)', 0],
    ['SUMPRODUCT((Data!B2:B8="lyon")*Data!C2:C8)', 7],
    ['SUMPRODUCT(Data!C2:C8,Data!D2:D8)', 143.5 + 120 + 3e6],
    ['SUMPRODUCT(Data!C2:C8,Data!C2:C7)', '#VALUE!'],
    ['SUMPRODUCT(1/COUNTIF(Data!B2:B8,Data!B2:B8))', 5],
    ['SUMPRODUCT(LARGE(Data!C2:C8,{1,2}))', 1_000_020.5],
    ['AGGREGATE(9,6,Data!E2:E8)', 22],
    ['AGGREGATE(15,6,Data!C2:C8/((Data!A2:A8>=45660)*(Data!A2:A8<45732)),1)', -3],
    ['AGGREGATE(14,6,Data!E2:E8,2)', 6],
    ['AGGREGATE(9,4,Data!E2:E8)', '#N/A'],
    ['SUMSQ(3,4)', 25],
    ['GCD(24,36)', 12],
    ['LCM(4,6)', 12],
    ['COMBIN(8,2)', 28],
  ]);

  test('SUBTOTAL leaves out other subtotals, and from 101 on hidden rows', () => {
    const book = bookOf({
      Data: [[1], [2], ['=SUBTOTAL(9,A1:A2)'], [4]],
      Calc: [['=SUBTOTAL(9,Data!A1:A4)', '=SUBTOTAL(109,Data!A1:A4)', '=SUM(Data!A1:A4)', '=AGGREGATE(9,5,Data!A1:A4)']],
    });
    sheetOf(book, 'Data').rows.set(1, { height: null, hidden: true, style: 0, outline: 0 });
    new Calculation(book).recalculateAll();
    expect(gridOf(sheetOf(book, 'Calc'))).toEqual([[7, 5, 10, 8]]);
  });
});

describe('statistics', () => {
  check(SHEET, [
    ['MEDIAN(Data!C2:C8)', 10],
    ['MODE(Data!C2:C8)', 10],
    ['MODE(1,2)', '#N/A'],
    ['STDEV.S({2,4,4,4,5,5,7,9})', Math.sqrt(32 / 7)],
    ['STDEV.P({2,4,4,4,5,5,7,9})', 2],
    ['VAR.S(5)', '#DIV/0!'],
    ['PERCENTILE.EXC({1,2,3,4},0.4)', 2],
    ['PERCENTILE.EXC({1,2,3,4},0.1)', '#NUM!'],
    ['QUARTILE({1,2,3,4},1)', 1.75],
    ['PERCENTRANK(Data!C2:C8,8)', 0.378],
    ['RANK.EQ(10,Data!C2:C8)', 3],
    ['RANK.AVG(10,Data!C2:C8)', 3.5],
    ['RANK.EQ(11,Data!C2:C8)', '#N/A'],
    ['LARGE(Data!C2:C8,9)', '#NUM!'],
    ['TRIMMEAN({1,2,3,4,100},0.4)', 3],
    ['INDEX(FREQUENCY(Data!C2:C8,{0;10}),2)', 3],
    ['CORREL({1,2,3,4},{2,4,5,9})', 11 / Math.sqrt(5 * 26)],
    ['SLOPE({2,4,5,9},{1,2,3,4})', 2.2],
    ['INTERCEPT({2,4,5,9},{1,2,3,4})', -0.5],
    ['FORECAST.LINEAR(6,{2,4,5,9},{1,2,3,4})', 12.7],
    ['INDEX(LINEST({2;4;5;9},{1;2;3;4},TRUE,TRUE),3,1)', 121 / 130],
    ['INDEX(LINEST({2;4;5;9},{1;2;3;4},TRUE,TRUE),4,2)', 2],
    ['INDEX(TREND({1;3;5;7},{1;2;3;4},{5;6}),2)', 11],
    ['INDEX(GROWTH({1;2;4;8},{0;1;2;3},{5}),1)', 32],
  ]);

  test('LINEST of two variables gives back the plane that the data was made from', () => {
    const grid = Array.from({ length: 12 }, (_, index): Content[] => {
      const [x, z] = [index, (index * 7) % 5];
      return [3 + 2 * x - 4 * z, x, z];
    });
    expect(valueOf('INDEX(LINEST(Data!A1:A12,Data!B1:C12),1,1)', grid)).toBeCloseTo(-4, 9);
    expect(valueOf('INDEX(LINEST(Data!A1:A12,Data!B1:C12),1,2)', grid)).toBeCloseTo(2, 9);
    expect(valueOf('INDEX(LINEST(Data!A1:A12,Data!B1:C12),1,3)', grid)).toBeCloseTo(3, 9);
  });
});

describe('lookups', () => {
  check(SHEET, [
    ['VLOOKUP("paris",Data!B2:C8,2,FALSE)', 20.5],
    ['VLOOKUP("N*",Data!B2:C8,2,FALSE)', 7.25],
    ['VLOOKUP(45699,Data!A2:C8,3,TRUE)', -3],
    ['VLOOKUP(1,Data!A2:C8,3)', '#N/A'],
    ['VLOOKUP("paris",Data!B2:C8,3,FALSE)', '#REF!'],
    ['VLOOKUP("Nice",CHOOSE({1,2},Data!B2:B8,Data!A2:A8),2,FALSE)', 46_000],
    ['HLOOKUP("Num",Data!A1:F8,3,FALSE)', 20.5],
    ['MATCH("lyon",Data!B2:B8,0)', 1],
    ['MATCH(6,{9,7,5,3},-1)', 2],
    ['MATCH(45661,Data!A2:A8,-1)', '#N/A'],
    ['INDEX(Data!A1:F8,9,2)', '#REF!'],
    ['INDEX((Data!A2:A3,Data!C2:C4),2,1,2)', 20.5],
    ['INDEX(Data!B2:B8,MATCH(1,INDEX((Data!B2:B8="Paris")*(Data!C2:C8=10),0),0))', 'Paris'],
    ['LOOKUP(45699,Data!A2:A8,Data!B2:B8)', 'lyon'],
    ['LOOKUP(2,1/(Data!B2:B8="Paris"),Data!C2:C8)', 10],
    ['XLOOKUP(45661,Data!A2:A8,Data!C2:C8,"none",-1)', 20.5],
    ['XLOOKUP(45661,Data!A2:A8,Data!C2:C8,"none",1)', -3],
    ['XLOOKUP("l*",Data!B2:B8,Data!C2:C8,,2,-1)', 0],
    ['SUM(XLOOKUP("Nice",Data!B2:B8,Data!A2:C8))', 46_007.25],
    ['XMATCH(45661,Data!A2:A8,1)', 3],
    ['OFFSET(Data!A1,2,1)', 'Paris'],
    ['SUM(OFFSET(Data!C5,0,0,-3,1))', 17.5],
    ['OFFSET(Data!A1,-1,0)', '#REF!'],
    ['INDIRECT("Data!R3C2",FALSE)', 'Paris'],
    ['INDIRECT("Nulle part!A1")', '#REF!'],
    ['ADDRESS(2,3,1,TRUE,"Mes données")', "'Mes données'!$C$2"],
    ['ADDRESS(2,3,4,FALSE)', 'R[2]C[3]'],
  ]);
});

describe('text', () => {
  check(SHEET, [
    ['LEFT("abc",5)', 'abc'],
    ['LEFT("abc",-1)', '#VALUE!'],
    ['RIGHT("abc",2)', 'bc'],
    ['MID("abcdef",2,3)', 'bcd'],
    ['FIND("b","abcb",3)', 4],
    ['FIND("B","abc")', '#VALUE!'],
    ['SEARCH("?c","abc")', 2],
    ['SUBSTITUTE("aXbXc","X","-",2)', 'aXb-c'],
    ['REPLACE("abcdef",2,3,"Z")', 'aZef'],
    ['PROPER("jean-luc d\'arc été 2x")', "Jean-Luc D'Arc Été 2X"],
    ['TRIM("  a   b ")', 'a b'],
    ['CLEAN("a"&CHAR(10)&"b")', 'ab'],
    ['EXACT("a","A")', false],
    ['CHAR(128)', '€'],
    ['CODE("€")', 128],
    ['UNICHAR(8364)', '€'],
    ['FIXED(1234.567,1)', '1,234.6'],
    ['FIXED(1234.567,-2,TRUE)', '1200'],
    ['VALUE("12,5")', '#VALUE!'],
    ['NUMBERVALUE("1 234,5",","," ")', 1234.5],
    ['TEXTJOIN(";",TRUE,Data!D2:D8)', '5;7;abc;12;3'],
    ['TEXTJOIN(";",FALSE,Data!D4:D6)', 'abc;;12'],
    ['CONCAT("a",Data!A2:B2)', 'a45658Lyon'],
    ['TEXTBEFORE("a-b-c","-",-1)', 'a-b'],
    ['TEXTAFTER("a-b-c","-")', 'b-c'],
    ['TEXTAFTER("abc","-")', '#N/A'],
    ['TEXT(45721.75,"yyyy-mm-dd hh:mm")', '2025-03-05 18:00'],
    ['TEXT(1.5,"[h]:mm")', '36:00'],
    ['TEXT(-5,"0;(0)")', '(5)'],
    ['TEXT("abc","0")', 'abc'],
    ['TEXT("12.5","0.00")', '12.50'],
    ['TEXT(45721,"jj/mm/aaaa")', '05/03/2025'],
    ['TEXT(45721,"jjjj j mmmm aaaa")', 'mercredi 5 mars 2025'],
    ['TEXT(1234.5,"0,00")', '1234,50'],
  ]);
});

describe('dates', () => {
  check(SHEET, [
    ['DATE(2025,13,1)', 46_023],
    ['DATE(2025,3,0)', 45_716],
    ['DATE(99,1,1)', 36_161],
    ['DATE(1900,2,29)', 60],
    ['DATE(1900,3,1)', 61],
    ['DAY(60)', 29],
    ['DATE(1900,1,1)', 1],
    ['YEAR(-1)', '#NUM!'],
    ['WEEKDAY(45721)', 4],
    ['WEEKDAY(45721,11)', 3],
    ['WEEKDAY(45721,16)', 5],
    ['WEEKNUM(46022)', 53],
    ['WEEKNUM(46022,21)', 1],
    ['ISOWEEKNUM(DATE(2021,1,3))', 53],
    ['ISOWEEKNUM(DATE(2024,12,30))', 1],
    ['EDATE(45688,1)', 45_716],
    ['EDATE("2025-01-31",1)', 45_716],
    ['EOMONTH(45688,-1)', 45_657],
    ['DATEDIF(45000,46000,"y")', 2],
    ['DATEDIF(45000,46000,"ym")', 8],
    ['DATEDIF(46000,45000,"d")', '#NUM!'],
    ['DAYS360(45688,45716)', 28],
    ['YEARFRAC(45000,46000,1)', 1000 / (1096 / 3)],
    ['YEARFRAC(45351,45716,0)', 1],
    ['NETWORKDAYS(45658,45700)', 31],
    ['NETWORKDAYS(45700,45658)', -31],
    ['NETWORKDAYS(45658,45700,Data!A2:A4)', 29],
    ['NETWORKDAYS.INTL(45658,45700,11)', 37],
    ['NETWORKDAYS.INTL(45658,45700,"0000011")', 31],
    ['WORKDAY(45658,-10)', 45_644],
    ['WORKDAY.INTL(45658,10,17)', 45_670],
    ['DATEVALUE("2025-03-05")', 45_721],
    ['DATEVALUE("05/03/2025")', '#VALUE!'],
    ['TIME(27,0,0)', 0.125],
    ['HOUR(45721.75)', 18],
    ['MINUTE(0.7501)', 0],
    ['TODAY()', 45_721],
    ['NOW()', 45_721.5],
  ]);

  test('in the 1904 system day 0 is 1 January 1904', () => {
    const dates = { date1904: true };
    expect(valueOf('DATE(1904,1,1)', [], dates)).toBe(0);
    expect(valueOf('DATE(2025,3,5)', [], dates)).toBe(45_721 - 1462);
    expect(valueOf('YEAR(44259)', [], dates)).toBe(2025);
    expect(valueOf('WEEKDAY(44259)', [], dates)).toBe(4);
    expect(valueOf('TEXT(44259,"yyyy-mm-dd")', [], dates)).toBe('2025-03-05');
    expect(valueOf('"2025-03-05"+0', [], dates)).toBe(44_259);
  });
});

describe('conditions and information', () => {
  check(SHEET, [
    ['IF("",1,2)', '#VALUE!'],
    ['IF(Data!D5="",1,2)', 1],
    ['SUM(IF({TRUE,FALSE},1,2))', 3],
    ['IFS(FALSE,1)', '#N/A'],
    ['SWITCH("z","a",1,"b",2)', '#N/A'],
    ['AND(Data!F2:F8)', false],
    ['AND("a")', '#VALUE!'],
    ['OR(Data!B2:B8)', '#VALUE!'],
    ['XOR(TRUE,TRUE,TRUE)', true],
    ['IFERROR(Data!E3,"x")', 'x'],
    ['IFNA(Data!E5,"x")', '#DIV/0!'],
    ['ISBLANK(Data!D5)', true],
    ['ISBLANK(Data!D7)', false],
    ['ISERR(Data!E3)', false],
    ['ISNUMBER(Data!D2)', false],
    ['N(TRUE)', 1],
    ['TYPE({1,2})', 64],
    ['ERROR.TYPE(Data!E3)', 7],
    ['ISEVEN(4.9)', true],
    ['CELL("row",Data!A5)', 5],
    ['ISFORMULA(Data!E3)', true],
  ]);
});

describe('arrays in one cell', () => {
  check(SHEET, [
    ['SUM(FILTER(Data!C2:C8,Data!C2:C8>15))', 1_000_020.5],
    ['FILTER(Data!C2:C8,Data!C2:C8>1e9,"none")', 'none'],
    ['FILTER(Data!C2:C8,Data!C2:C8>1e9)', '#CALC!'],
    ['COUNTA(UNIQUE(Data!B2:B8))', 5],
    ['INDEX(SORT(Data!C2:C8,1,-1),2)', 20.5],
    ['INDEX(SORTBY(Data!B2:B8,Data!C2:C8,-1),1)', 'Été'],
    ['SUM(SEQUENCE(3,2,1,2))', 36],
    ['SUM(TAKE(Data!C2:C8,2))', 30.5],
    ['SUM(DROP(Data!C2:C8,-1))', 44.75],
    ['COLUMNS(HSTACK({1,2},{3}))', 3],
    ['INDEX(TRANSPOSE(Data!A2:C2),3,1)', 10],
    ['SUM(MMULT({1,2;3,4},{5,6;7,8}))', 134],
    ['SUM(BYROW({1,2;3,4},LAMBDA(r,MAX(r))))', 6],
    ['REDUCE(0,{1,2,3},LAMBDA(a,b,a+b))', 6],
    ['LET(f,LAMBDA(x,x*x),f(5))', 25],
    ['LAMBDA(x,y,x+y)(1,2)', 3],
  ]);
});
