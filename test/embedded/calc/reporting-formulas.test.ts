import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Calculation } from '../../../src/embedded/calc/calculation';
import { addTable, bookOf, noon, plain, sheetOf, type Content } from './grid';

const FIRST_DAY = 45_658; // 1 January 2025
const SITES = ['Lyon', 'Paris', 'Lille'];

/** Forty days, three apart: date, site, quantity 1 to 40, revenue of 10.5 each, a rate, an indicator. */
const DAYS: Content[][] = Array.from({ length: 40 }, (_, index) => [
  FIRST_DAY + index * 3,
  SITES[index % 3] ?? '',
  index + 1,
  (index + 1) * 10.5,
  ((index * 7) % 10) / 10,
  `K${index % 4}`,
]);
const HEADER = ['Date', 'Site', 'Qty', 'CA', 'Taux', 'KPI'];

type Day = { date: number; site: string; quantity: number; revenue: number; rate: number };
const days: Day[] = DAYS.map(([date, site, quantity, revenue, rate]) => ({
  date: Number(date),
  site: String(site),
  quantity: Number(quantity),
  revenue: Number(revenue),
  rate: Number(rate),
}));
const total = (pick: (day: Day) => number, where: (day: Day) => boolean = () => true): number =>
  days.filter(where).reduce((sum, day) => sum + pick(day), 0);
const revenue = (day: Day): number => day.revenue;
const quantity = (day: Day): number => day.quantity;
const isFebruary = (day: Day): boolean => day.date >= 45_689 && day.date <= 45_716;
const at =
  (site: string) =>
  (day: Day): boolean =>
    day.site === site;

function calculated(formulas: string[]): ReturnType<typeof plain>[] {
  const book = bookOf({ Data: [HEADER, ...DAYS], 'KPI Été': [[1, 100], [2]], Calc: formulas.map((formula) => [`=${formula}`]) });
  addTable(sheetOf(book, 'Data'), 'tblData', 'A1', 'F41');
  book.names.push(
    { name: 'Objectif', formula: "'KPI Été'!$B$1", hidden: false, comment: '' },
    { name: 'TauxConst', formula: '0.196', hidden: false, comment: '' },
  );
  new Calculation(book, { now: noon }).recalculateAll();
  return formulas.map((_, row) => plain(sheetOf(book, 'Calc').cell(row, 0)?.value));
}

const CASES: [what: string, formula: string, expected: number | string | boolean][] = [
  [
    'sums of a site within a month',
    'SUMIFS(Data!$D$2:$D$41,Data!$B$2:$B$41,"Paris",Data!$A$2:$A$41,">="&DATE(2025,2,1),Data!$A$2:$A$41,"<="&EOMONTH(DATE(2025,2,1),0))',
    total(revenue, (day) => at('Paris')(day) && isFebruary(day)),
  ],
  ['sums over whole columns', 'SUMIFS(Data!D:D,Data!B:B,"Lyon")', total(revenue, at('Lyon'))],
  ['a wildcard criterion', 'SUMIFS(Data!D2:D41,Data!B2:B41,"L*")', total(revenue, (day) => day.site.startsWith('L'))],
  [
    'an average where two criteria hold',
    'AVERAGEIFS(Data!C2:C41,Data!B2:B41,"Lille",Data!C2:C41,">5")',
    total(quantity, (day) => at('Lille')(day) && day.quantity > 5) /
      days.filter((day) => at('Lille')(day) && day.quantity > 5).length,
  ],
  [
    'a count where one thing is not',
    'COUNTIFS(Data!B2:B41,"<>Paris",Data!E2:E41,">=0.5")',
    days.filter((day) => !at('Paris')(day) && day.rate >= 0.5).length,
  ],
  [
    'products of conditions',
    'SUMPRODUCT((Data!B2:B41="Paris")*(MONTH(Data!A2:A41)=2)*Data!D2:D41)',
    total(revenue, (day) => at('Paris')(day) && isFebruary(day)),
  ],
  [
    'conditions made numbers by two minus signs',
    'SUMPRODUCT(--(Data!B2:B41="Paris"),Data!C2:C41,Data!D2:D41)',
    total((day) => day.quantity * day.revenue, at('Paris')),
  ],
  ['a value found by an exact match', 'INDEX(Data!$D$2:$D$41,MATCH(DATE(2025,1,7),Data!$A$2:$A$41,0))', 31.5],
  ['an approximate match', 'MATCH(45670,Data!A2:A41,1)', 5],
  ['a whole column of INDEX', 'SUM(INDEX(Data!A2:F41,0,4))', total(revenue)],
  ['XLOOKUP of what is there', 'XLOOKUP("Lille",Data!B2:B41,Data!D2:D41,"none")', 31.5],
  ['XLOOKUP of what is not', 'XLOOKUP("Nice",Data!B2:B41,Data!D2:D41,"none")', 'none'],
  ['XLOOKUP from the end', 'XLOOKUP("Lille",Data!B2:B41,Data!D2:D41,"none",0,-1)', 39 * 10.5],
  ['VLOOKUP, exact', 'VLOOKUP(45661,Data!A2:F41,4,FALSE)', 21],
  ['the ISO week of a last Monday', 'ISOWEEKNUM(DATE(2025,12,29))', 1],
  ['WEEKNUM by ISO', 'WEEKNUM(DATE(2026,1,1),21)', 1],
  ['the end of a leap February', 'EOMONTH(DATE(2024,1,31),1)', 45_351],
  ['a month after the 31st', 'EDATE(DATE(2025,1,31),1)', 45_716],
  ['names given by LET', 'LET(x,SUM(Data!C2:C41),y,2,x*y)', 2 * total(quantity)],
  ['IFERROR', 'IFERROR(1/0,"err")', 'err'],
  ['IFNA', 'IFNA(MATCH("zz",Data!B2:B41,0),-1)', -1],
  ['IFS', 'IFS(1>2,"a",2>1,"b")', 'b'],
  ['SWITCH', 'SWITCH(3,1,"a",3,"c","z")', 'c'],
  ['a table column', 'SUM(tblData[CA])', total(revenue)],
  [
    'criteria over table columns',
    'SUMIFS(tblData[CA],tblData[Site],"Paris",tblData[Date],">="&DATE(2025,2,1))',
    total(revenue, (day) => at('Paris')(day) && day.date >= 45_689),
  ],
  ['the headers of a table', 'INDEX(tblData[#Headers],1,4)', 'CA'],
  ['several columns of a table', 'SUM(tblData[[Qty]:[CA]])', total(quantity) + total(revenue)],
  ['all rows of a table', 'ROWS(tblData[#All])', 41],
  ['a name of a cell', 'Objectif*2', 200],
  ['a name of a constant', 'TauxConst+1', 1.196],
  ['a filtered sum', 'SUM(FILTER(Data!D2:D41,Data!B2:B41="Paris"))', total(revenue, at('Paris'))],
  ['distinct values', 'COUNTA(UNIQUE(Data!B2:B41))', 3],
  ['joined texts', 'TEXTJOIN("-",TRUE,"a","","b")', 'a-b'],
  ['a date as text', 'TEXT(DATE(2025,3,5),"dd/mm/yyyy")', '05/03/2025'],
  ['a share as text', 'TEXT(0.1234,"0.0%")', '12.3%'],
  ['thousands as text', 'TEXT(12345.678,"#,##0.00")', '12,345.68'],
  ['a straight line ahead', 'FORECAST.LINEAR(45,Data!D2:D41,Data!C2:C41)', 472.5],
  ['TREND at one point', 'TREND(Data!D2:D41,Data!C2:C41,45)', 472.5],
  ['the slope of LINEST', 'INDEX(LINEST(Data!D2:D41,Data!C2:C41),1)', 10.5],
  ['OFFSET', 'SUM(OFFSET(Data!D2,0,0,3,1))', 63],
  ['INDIRECT', 'SUM(INDIRECT("Data!D2:D4"))', 63],
  ['SUBTOTAL of visible rows', 'SUBTOTAL(109,Data!C2:C41)', total(quantity)],
  ['AGGREGATE without errors', 'AGGREGATE(9,6,Data!C2:C41)', total(quantity)],
  ['a percentile', 'PERCENTILE.INC(Data!C2:C41,0.9)', 36.1],
  ['a rank', 'RANK.EQ(10,Data!C2:C41,0)', 31],
  ['MAXIFS', 'MAXIFS(Data!D2:D41,Data!B2:B41,"Lyon")', 420],
  ['working days of January 2025', 'NETWORKDAYS(DATE(2025,1,1),DATE(2025,1,31))', 23],
  ['five working days later', 'WORKDAY(DATE(2025,1,1),5)', 45_665],
  ['the weekday of a Sunday', 'WEEKDAY(DATE(2025,1,5),2)', 7],
  ['whole months between dates', 'DATEDIF(DATE(2025,1,1),DATE(2025,12,31),"m")', 11],
  ['a row times a column', 'SUM({1,2,3}*{1;10})', 66],
  ['CHOOSE', 'CHOOSE(2,"x","y")', 'y'],
  ['a quoted sheet name', "SUM('KPI Été'!A1:A2)", 3],
  ['several ranges', 'SUM(Data!C2:C3,Data!C5)', 9 - 2],
  ['a LAMBDA over a range', 'SUM(MAP(Data!C2:C4,LAMBDA(x,x*2)))', 12],
  ['repeated and replaced text', 'SUBSTITUTE(REPT("ab",2),"a","x")', 'xbxb'],
  ['three ways to round', 'ROUND(2.5,0)+ROUNDUP(1.1,0)+MROUND(7,5)', 10],
  ['the text of a link', 'HYPERLINK("#Data!A1","go")', 'go'],
  ['ROW and COLUMN', 'ROW(Data!A5)+COLUMN(Data!C1)', 8],
  ['a division by zero', '1/0', '#DIV/0!'],
  ['NA', 'NA()', '#N/A'],
  ['texts compared without case', '"Paris"="PARIS"', true],
  ['TODAY', 'TODAY()>45000', true],
];

const results = calculated(CASES.map(([, formula]) => formula));

test.each(CASES.map(([what, formula, expected], index) => ({ what, formula, expected, got: results[index] })))(
  '$what: =$formula',
  ({ expected, got }) => {
    if (typeof expected === 'number') expect(got).toBeCloseTo(expected, 8);
    else expect(got).toBe(expected);
  },
);

const shared = resolve(__dirname, '../../../../shared/prototypes/xlsx-engine/ftests.mjs');
const whenShared = existsSync(shared) ? test : test.skip;

whenShared('every case of the shared list gives what it expects', () => {
  // Its cases are `['name', `formula`, expected],`: the formulas alone are read, and compared with ours above.
  const source = readFileSync(shared, 'utf8');
  const formulas = [...source.matchAll(/^ \['[^']*(?:\\'[^']*)*',\s*`([^`]*)`/gm)].map((match) => match[1] ?? '');
  expect(formulas).toHaveLength(63);
  const own = new Map(CASES.map(([, formula, expected]) => [formula, expected]));
  const values = calculated(formulas);
  formulas.forEach((formula, index) => {
    expect([formula, own.has(formula)]).toEqual([formula, true]);
    const expected = own.get(formula);
    if (typeof expected === 'number') expect(values[index]).toBeCloseTo(expected, 8);
    else expect(values[index]).toBe(expected);
  });
});
