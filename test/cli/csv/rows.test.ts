import { readRows } from '../../../src/cli/csv/rows';
import { decodeText } from '../../../src/cli/csv/text';
import { valueOf } from '../../core/grid';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding));

describe('the text of a file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes('Décroché;12 €')],
    ['UTF-8 with its mark', bytes('\ufeffDécroché;12 €')],
    ['UTF-16', bytes('\ufeffDécroché;12 €', 'utf16le')],
    ['Windows-1252', new Uint8Array([...bytes('Décroché;12 ', 'latin1'), 0x80])],
  ])('%s', (_, file) => {
    expect(decodeText(file)).toBe('Décroché;12 €');
  });
  test.each<[string, Uint8Array]>([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
  ])('%s is none', (_, file) => {
    expect(decodeText(file)).toBeNull();
  });
});

describe('the fields of a text', () => {
  test.each<[string, string, string[][]]>([
    [
      'semicolons beside decimal commas',
      'Date;Taux\n1;94,01\n2;91,5\n',
      [
        ['Date', 'Taux'],
        ['1', '94,01'],
        ['2', '91,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'a\n1\n2', [['a'], ['1'], ['2']]],
    [
      'a delimiter that the file names',
      'sep=,\na,b;c\n1,2;3',
      [
        ['a', 'b;c'],
        ['1', '2;3'],
      ],
    ],
    [
      'quoted delimiters, line breaks and quotation marks',
      'a;b\n"x;""y""";"1\n2"',
      [
        ['a', 'b'],
        ['x;"y"', '1\n2'],
      ],
    ],
    [
      'old Macintosh line ends',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(valueOf(readRows(text, 'essai.csv')).rows).toEqual(rows);
  });

  test('titles above, blank rows and short rows are no fault', () => {
    const text = 'Suivi 2026\n\nDate;Appels;Remarque\n2026-01-05;12\n2026-01-06;14;panne\n2026-01-07;11;\n';
    expect(valueOf(readRows(text, 'essai.csv')).rows).toHaveLength(6);
  });
});

describe('a text that is no table is refused', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${String(index)};Lyon;3\n`).join('');
  test.each<[string, string, object]>([
    [
      'a row with a delimiter too many',
      `N;Site;Appels\n${lines(3)}4;Lyon; Paris;5\n`,
      { code: 'csv-ragged', row: 5, fields: 4, expected: 3 },
    ],
    ['a quotation mark that is never closed', `N;Site;Appels\n${lines(2)}3;"Lyon;5\n4;Paris;6`, { code: 'csv-quote', row: 4 }],
    ['nothing at all', '', { code: 'workbook-empty' }],
    ['blank rows only', ';;\n\n ; \n', { code: 'workbook-empty' }],
    ['more columns than Excel has', ';'.repeat(16_384) + 'x', { code: 'csv-too-large', rows: 1, columns: 16_385 }],
  ])('%s', (_, text, { code, ...params }: { code?: string }) => {
    const result = readRows(text, 'essai.csv');
    expect(result).toMatchObject({ ok: false, problem: { code, params } });
  });
});
