import fc from 'fast-check';
import { keyColumn, keyRow, type Area } from '../../../src/embedded/book/cell';
import type { Book } from '../../../src/embedded/book/book';
import { Calculation } from '../../../src/embedded/calc/calculation';
import { fromR1C1 } from '../../../src/embedded/model/r1c1';
import { addTable, bookOf, gridOf, position, sheetOf, write, type Content } from './grid';

const areaOf = (address: string): Area => {
  const [from = '', to = from] = address.split(':');
  const [start, end] = [position(from), position(to)];
  return { ...start, rows: end.row - start.row + 1, columns: end.column - start.column + 1 };
};

/** A book with its calculation, written into as a batch of the host does: constants and fills, then everything is evaluated. */
class Written {
  readonly calculation: Calculation;

  constructor(readonly book: Book) {
    this.calculation = new Calculation(book);
    this.calculation.recalculateAll();
  }

  /** One formula for all cells of an area of `S`; the references in R1C1. */
  fill(address: string, formula: string): this {
    const sheet = sheetOf(this.book, 'S');
    const area = areaOf(address);
    const inCell = fromR1C1(formula);
    const texts: string[] = [];
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const text = inCell({ row, column });
        texts.push(text.slice(1));
        write(sheet, row, column, text);
      }
    this.calculation.changed(sheet, area, texts);
    return this;
  }

  enter(address: string, content: Content, sheet = 'S'): this {
    const { row, column } = position(address);
    write(sheetOf(this.book, sheet), row, column, content);
    this.calculation.changed(sheetOf(this.book, sheet), areaOf(address));
    return this;
  }

  /** Evaluates; gives the cells that got another value, as `B3`. */
  changed(): string[] {
    return this.calculation
      .recalculate()
      .changed.map(({ row, column }) => `${'ABCDEFGH'[column] ?? ''}${String(row + 1)}`)
      .sort();
  }

  column(letter: string): unknown[] {
    return gridOf(sheetOf(this.book, 'S')).map((row) => row[position(`${letter}1`).column] ?? null);
  }
}

const numbers = (): Written => new Written(bookOf({ S: [[1], [2], [3], [4], [5]] }));

describe('a fill follows', () => {
  test('its own cells and nothing else where one of the cells it reads is edited', () => {
    const written = numbers().fill('B1:C5', '=RC1*10').fill('D1:D5', '=RC[-1]+1');
    expect(written.changed()).toHaveLength(15);
    expect(written.enter('A3', 7).changed()).toEqual(['B3', 'C3', 'D3']);
    expect(written.column('D')).toEqual([11, 21, 71, 41, 51]);
  });

  test.each([
    ['a running total', '=SUM(R1C1:RC1)', ['B3', 'B4', 'B5']],
    ['what is still to come', '=SUM(RC1:R5C1)', ['B1', 'B2', 'B3']],
    ['the two rows around it', '=SUM(RC1:R[1]C1)', ['B2', 'B3']],
    ['all rows', '=SUM(R1C1:R5C1)+RC1*0', ['B1', 'B2', 'B3', 'B4', 'B5']],
    ['rows from above or from below a cell that stays', '=SUM(R3C1:RC1)', ['B1', 'B2', 'B3', 'B4', 'B5']],
    ['a whole column', '=SUM(C1)*RC1', ['B1', 'B2', 'B3', 'B4', 'B5']],
  ])('%s', (_, formula, changed) => {
    const written = numbers().fill('B1:B5', formula);
    written.changed();
    expect(written.enter('A3', 70).changed()).toEqual(changed);
  });

  test('a cell beside a running total where only its first rows are read', () => {
    const written = numbers().fill('B1:B5', '=SUM(R3C1:RC1)');
    written.changed();
    expect(written.enter('A5', 70).changed()).toEqual(['B5']);
    expect(written.enter('A1', 70).changed()).toEqual(['B1']);
    expect(written.column('B')).toEqual([75, 5, 3, 7, 77]);
  });

  test('columns as rows', () => {
    const written = new Written(bookOf({ S: [[1, 2, 3, 4], []] })).fill('A2:D2', '=SUM(R1C1:R1C)');
    written.changed();
    expect(written.enter('C1', 30).changed()).toEqual(['C2', 'D2']);
    expect(gridOf(sheetOf(written.book, 'S'))[1]).toEqual([1, 3, 33, 37]);
  });

  test('another sheet, and formulas that are no fill', () => {
    const written = new Written(bookOf({ S: [[], [], ['=SUM(A1:A2)']], Data: [[1], [2]] })).fill('A1:A2', '=Data!RC');
    expect(written.changed()).toEqual(['A1', 'A2', 'A3']);
    expect(written.enter('A2', '=A1*10', 'Data').changed()).toEqual(['A2', 'A2', 'A3']);
    expect(written.column('A')).toEqual([1, 10, 11]);
  });

  test('a table that grows, whose column it reads', () => {
    const written = new Written(bookOf({ S: [['Reçus'], [1], [2], [3]] }));
    const table = addTable(sheetOf(written.book, 'S'), 'tblSuivi', 'A1', 'A3');
    written.calculation.structureChanged();
    written.fill('B2:B4', '=SUM(tblSuivi[Reçus])*RC1').changed();
    expect(written.column('B')).toEqual([null, 3, 6, 9]);
    table.area = { ...table.area, rows: 4 };
    written.calculation.structureChanged();
    expect(written.changed()).toEqual(['B2', 'B3', 'B4']);
    expect(written.column('B')).toEqual([null, 6, 12, 18]);
  });
});

describe('a fill written over', () => {
  test('in one cell: the others go on', () => {
    const written = numbers().fill('B1:B5', '=RC1*10');
    written.changed();
    expect(written.enter('B3', 'tbd').changed()).toEqual([]);
    expect(written.enter('A3', 9).changed()).toEqual([]);
    expect(written.enter('A4', 9).changed()).toEqual(['B4']);
    expect(written.column('B')).toEqual([10, 20, 'tbd', 90, 50]);
  });

  test('in one cell, before it was ever evaluated', () => {
    const written = numbers().fill('B1:B5', '=RC1*10').enter('B3', '=A3*1000');
    written.changed();
    expect(written.column('B')).toEqual([10, 20, 3000, 40, 50]);
  });

  test('in part by another fill, and that by another one', () => {
    const written = numbers().fill('B1:B5', '=RC1*10');
    written.changed();
    expect(written.fill('B2:B4', '=RC1+1').changed()).toEqual(['B2', 'B3', 'B4']);
    written.fill('B4:C5', '=RC1-1').changed();
    expect(written.column('B')).toEqual([10, 3, 4, 3, 4]);
    for (const address of ['A1', 'A2', 'A3', 'A4', 'A5']) written.enter(address, 100);
    expect(written.changed()).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'C4', 'C5']);
    expect(written.column('B')).toEqual([1000, 101, 101, 99, 99]);
  });

  test('in whole by another fill, in the same batch and in a later one', () => {
    const written = numbers().fill('B1:B5', '=RC1*10').fill('B1:B5', '=RC1*20');
    written.changed();
    expect(written.column('B')).toEqual([20, 40, 60, 80, 100]);
    written.fill('B1:B5', '=R1C1').changed();
    expect(written.enter('A3', 70).changed()).toEqual([]);
    expect(written.column('B')).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('cells of fills that read one another', () => {
  test('a balance that goes on from the row above, within one fill and across two', () => {
    const written = numbers()
      .fill('B2:B5', '=R[-1]C+RC1')
      .fill('C2:C5', '=R[-1]C[1]+1')
      .fill('D2:D5', '=RC[-1]*2')
      .enter('D1', 1);
    written.changed();
    expect(written.column('B')).toEqual([null, 2, 5, 9, 14]);
    expect(written.column('C')).toEqual([null, 2, 5, 11, 23]);
    expect(written.column('D')).toEqual([1, 4, 10, 22, 46]);
    expect(written.enter('D1', 2).changed()).toEqual(['C2', 'C3', 'C4', 'C5', 'D2', 'D3', 'D4', 'D5']);
    expect(written.column('D')).toEqual([2, 6, 14, 30, 62]);
  });

  test('circles through fills and through a formula show 0, what is beside them is right', () => {
    const written = numbers().fill('B1:B5', '=RC[1]+RC1').fill('C1:C5', '=IF(RC1>3,RC[-1],RC1)').enter('E1', '=SUM(D1:D5)');
    written.fill('D1:D5', '=IF(ROW()=2,R1C5,RC1)');
    const { circular } = written.calculation.recalculate();
    expect(circular.map(({ row, column }) => `${'ABCDE'[column] ?? ''}${String(row + 1)}`).sort()).toEqual([
      'B4',
      'B5',
      'C4',
      'C5',
      'D2',
      'E1',
    ]);
    expect(written.column('B')).toEqual([2, 4, 6, 0, 0]);
    expect(written.column('C')).toEqual([1, 2, 3, 0, 0]);
    expect(written.column('D')).toEqual([1, 0, 3, 4, 5]);
  });

  test('through an area that shows only when it is evaluated', () => {
    const written = numbers().fill('C1:C5', '=RC1*2').fill('B1:B5', '=SUM(RC1:INDEX(R1C4:R5C4,ROW()))').fill('D1:D5', '=RC[-1]');
    const { circular } = written.calculation.recalculate();
    expect(written.column('C')).toEqual([2, 4, 6, 8, 10]);
    expect(circular).toHaveLength(5);
    expect(written.column('B')).toEqual([0, 0, 0, 0, 0]);
  });

  test('an area found when it is evaluated, that another fill has still to give', () => {
    const written = numbers().fill('B1:B5', '=SUM(R1C3:INDEX(R1C5:R5C5,ROW()))').fill('D1:D5', '=RC1');
    written.changed();
    expect(written.column('B')).toEqual([1, 3, 6, 10, 15]);
  });
});

describe('what stands between the two ends of an area is followed', () => {
  const between = (formula: string): { before: unknown[]; after: unknown[] } => {
    const written = numbers().fill('F1:F5', formula);
    written.changed();
    const before = written.column('F');
    written.enter('C2', 100).changed();
    return { before, after: written.column('F') };
  };
  test.each([
    ['ends that stay', '=SUM(R1C2:INDEX(R1C4:R5C4,3))', [0, 0, 0, 0, 0], [100, 100, 100, 100, 100]],
    ['ends of which one moves', '=SUM(RC1:INDEX(R1C4:R5C4,3))', [6, 5, 3, 7, 12], [106, 105, 3, 7, 12]],
    ['both ends move', '=SUM(RC1:INDEX(RC4:R[1]C5,1))', [1, 2, 3, 4, 5], [1, 102, 3, 4, 5]],
    ['an end that IF gives', '=SUM(R1C2:IF(RC1>2,R3C4,R1C2))', [0, 0, 0, 0, 0], [0, 0, 100, 100, 100]],
  ])('%s', (_, formula, before, after) => {
    expect(between(formula)).toEqual({ before, after });
  });

  test.each([
    ['of one column, to what INDEX finds in it', '=SUM(R1C1:INDEX(C1,RC1))'],
    ['of one row, moving with the fill', '=SUM(RC1:INDEX(RC1:RC3,2))'],
    ['of a table’s column, from INDEX to INDEX', '=SUM(INDEX(R1C1:R5C1,1):INDEX(R1C1:R5C1,RC1))'],
  ])('an area that a named one holds stays one fill: %s', (_, formula) => {
    const written = numbers().fill('F1:F5', formula);
    written.changed();
    expect(written.enter('D1', 7).changed()).toEqual([]);
    expect(written.enter('A1', 11).changed()).toContain('F1');
  });
});

/** The same contents in a book that knows of no fill, each formula evaluated for itself. */
const evaluatedAnew = ({ book }: Written): { grid: unknown[][]; hasCircle: boolean } => {
  const copy = bookOf({ S: [] });
  for (const [key, { formula, value }] of sheetOf(book, 'S').cells)
    write(sheetOf(copy, 'S'), keyRow(key), keyColumn(key), formula === undefined ? value : `=${formula}`);
  const { circular } = new Calculation(copy).recalculateAll();
  return { grid: gridOf(sheetOf(copy, 'S')), hasCircle: circular.length > 0 };
};

const ROWS = 8;
const cellIn = fc.tuple(fc.integer({ min: 1, max: ROWS }), fc.constantFrom('A', 'B', 'C', 'D', 'E'));
const formulas = fc.constantFrom(
  '=RC1*2+1',
  '=RC[1]+R1C1',
  '=R[1]C[1]-RC[2]',
  '=SUM(R1C1:RC1)',
  '=SUM(R4C1:RC[1])',
  '=R[-1]C+1',
  '=IF(RC1>4,RC[1],RC[2])',
  '=SUM(C5)+RC1',
  '=SUM(R1C3:INDEX(R1C5:R8C5,RC1+1))',
  '=COUNT(RC1:INDEX(R1C5:R8C5,3))',
  '=SUM(R3C:R5C[1])',
);
type Step =
  | { kind: 'fill'; from: [number, string]; rows: number; columns: number; formula: string }
  | { kind: 'enter'; at: [number, string]; content: number | string }
  | { kind: 'evaluate' };
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      from: cellIn,
      rows: fc.integer({ min: 1, max: 8 }),
      columns: fc.integer({ min: 1, max: 3 }),
      formula: formulas,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('enter' as const),
      at: cellIn,
      content: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('=A1+1', '=SUM(B1:C8)', '=D4')),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'evaluate' as const }) },
);

test('whatever is filled and written over, the cells show what they would with each formula evaluated for itself', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 2, maxLength: 14 }), (script) => {
      const written = new Written(bookOf({ S: Array.from({ length: ROWS + 1 }, (_, row) => [row % 5, null, null, null, row]) }));
      for (const step of script) {
        if (step.kind === 'evaluate') written.changed();
        else if (step.kind === 'enter') written.enter(`${step.at[1]}${String(step.at[0])}`, step.content);
        else {
          const [row, letter] = step.from;
          const end = 'ABCDEFGH'['ABCDEFGH'.indexOf(letter) + step.columns - 1] ?? letter;
          // What reads the row above has one.
          const first = step.formula.includes('R[-1]') ? Math.max(2, row) : row;
          written.fill(
            `${letter}${String(first)}:${end}${String(Math.max(first, Math.min(ROWS, first + step.rows - 1)))}`,
            step.formula,
          );
        }
      }
      written.changed();
      const { grid, hasCircle } = evaluatedAnew(written);
      // Which cells of entangled circles show 0 depends on where one begins.
      if (!hasCircle) expect(gridOf(sheetOf(written.book, 'S'))).toEqual(grid);
      expect(written.calculation.recalculateAll().circular.length > 0).toBe(hasCircle);
    }),
    { numRuns: 500 },
  );
});
