import { valueOf, type Content } from './grid';

const column = (...values: Content[]): Content[][] => values.map((value) => [value]);

describe('COUNTIF takes a cell by a criterion', () => {
  const cells = column(5, '5', 'Été', 'été', '', null, true, 12.5, '12,5', 'abc', 'a*c', 'plus');
  cells.push(['=NA()']);
  test.each([
    ['a number, also written as text', '5', 2],
    ['a number in text', '"=5"', 2],
    ['more than', '">4"', 2],
    ['a French decimal stays text', '"12,5"', 1],
    ['another number', '"<>5"', 11],
    ['a text without case', '"ÉTÉ"', 2],
    ['a text that begins so', '"a*"', 2],
    ['a literal star', '"a~*c"', 1],
    ['one character', '"ab?"', 1],
    ['nothing at all', '"="', 1],
    ['nothing, or an empty text', '""', 2],
    ['anything, even an empty text', '"<>"', 12],
    ['a boolean', 'TRUE', 1],
    ['an error', '"#N/A"', 1],
    ['texts after another', '">b"', 3],
  ])('%s', (_, criterion, expected) => {
    expect(valueOf(`COUNTIF(Data!A1:A13,${criterion})`, cells)).toBe(expected);
  });

  test('an empty cell as criterion means 0', () => {
    expect(valueOf('COUNTIF(Data!A1:A3,Data!Z9)', column(0, null, 1))).toBe(1);
  });

  test('empty cells of whole columns count to the last row', () => {
    expect(valueOf('COUNTIF(Data!A:A,"")', column(1, null, 2))).toBe(1_048_574);
    expect(valueOf('COUNTBLANK(Data!A:A)', column(1, null, 2))).toBe(1_048_574);
    expect(valueOf('COUNTIFS(Data!A:A,"<>1",Data!B:B,"<>x")', [[1, 'y'], [2, 'x'], [3]])).toBe(1_048_574);
  });
});

describe('SUMIFS', () => {
  const grid: Content[][] = [
    [45_658, 'a', 1],
    [45_659, 'b', 2],
    [45_659.5, 'a', 4],
    [45_660, 'A', 8],
    ['2025-01-03', 'a', 16],
    [null, 'a', 'x'],
  ];

  test.each([
    ['dates from one to before another', 'SUMIFS(Data!C1:C6,Data!A1:A6,">="&45659,Data!A1:A6,"<"&45660)', 6],
    ['dates written in ISO', 'SUMIFS(Data!C1:C6,Data!A1:A6,">=2025-01-02",Data!A1:A6,"<2025-01-03")', 6],
    ['a date and a text', 'SUMIFS(Data!C1:C6,Data!A1:A6,">="&45659,Data!B1:B6,"a")', 12],
    ['several texts at once', 'SUM(SUMIFS(Data!C1:C6,Data!B1:B6,{"a","b"}))', 31],
    ['SUMIF without a range to sum', 'SUMIF(Data!C1:C6,">2")', 28],
    ['SUMIF takes the size of the first range', 'SUMIF(Data!B1:B6,"b",Data!C1)', 2],
    ['ranges of different sizes', 'SUMIFS(Data!C1:C6,Data!B1:B5,"a")', '#VALUE!'],
    ['no number to average', 'AVERAGEIFS(Data!C1:C6,Data!B1:B6,"z")', '#DIV/0!'],
    ['the smallest where it holds', 'MINIFS(Data!C1:C6,Data!B1:B6,"a",Data!C1:C6,">1")', 4],
    ['the largest of nothing', 'MAXIFS(Data!C1:C6,Data!B1:B6,"z")', 0],
  ])('%s', (_, formula, expected) => {
    expect(valueOf(formula, grid)).toBe(expected);
  });

  test('bounds on dates out of order agree with a count by hand', () => {
    const dates = Array.from({ length: 500 }, (_, index) => 45_000 + ((index * 7919) % 397) + (index % 4) / 4);
    const log: Content[][] = dates.map((date, index) => [date, `q${index % 7}`]);
    for (const start of [44_990, 45_000, 45_100.5, 45_250, 45_396, 45_500]) {
      const isIn = (date: number): boolean => date >= start && date < start + 30;
      const formula = `COUNTIFS(Data!A1:A500,">="&${start},Data!A1:A500,"<"&${start + 30},Data!B1:B500,"q3")`;
      expect(valueOf(formula, log)).toBe(dates.filter((date, index) => isIn(date) && index % 7 === 3).length);
      const sum = `SUMIFS(Data!A1:A500,Data!A1:A500,">="&${start},Data!A1:A500,"<"&${start + 30})`;
      expect(valueOf(sum, log)).toBeCloseTo(
        dates.filter(isIn).reduce((total, date) => total + date, 0),
        6,
      );
    }
  });
});
