import { translateFormulaToR1C1 } from '@borgar/fx';
import { isValidFormat } from 'numfmt';
import { CellError, type Area, type Cell } from '../book/cell';
import type { StylePatch } from '../book/style';
import { ApiError } from '../richapi/apiError';
import { containsArea, intersection, localAddress } from './address';
import { styleAt } from './cells';
import { displayText, formatCategory } from './display';
import { integer } from './checks';
import { RangeNavigation } from './rangeNavigation';
import { requireFormattable } from './protectionRules';
import { patchStyle, type Formatted } from './styling';
import { fromR1C1 } from './r1c1';
import { writeFill } from './fillWriting';
import { gridFor, wireFormula, wireValue, writeEach, writeGrid } from './writing';

type Plain = string | number | boolean;

/** Above this many cells Excel gives null for values, formulas and the like. */
const MAX_READ_CELLS = 5_000_000;

/** What the cells of a range hold and show. */
export abstract class RangeContents extends RangeNavigation {
  private grid<T>(read: (cell: Cell | undefined, row: number, column: number) => T): T[][] | null {
    this.requireSheet();
    if (this.area.rows * this.area.columns > MAX_READ_CELLS) return null;
    const rows: T[][] = [];
    for (let row = this.area.row; row < this.area.row + this.area.rows; row++) {
      const cells: T[] = [];
      for (let column = this.area.column; column < this.area.column + this.area.columns; column++)
        cells.push(read(this.sheet.cell(row, column), row, column));
      rows.push(cells);
    }
    return rows;
  }

  get values(): Plain[][] | null {
    this.session.settle();
    return this.grid((cell) => wireValue(cell?.value ?? null));
  }
  set values(input: unknown) {
    this.requireSheet();
    writeGrid(this.session, this.sheet, this.area, input);
  }

  get formulas(): Plain[][] | null {
    this.session.settle();
    const arrays = this.session.arrayAreas(this.sheet);
    return this.grid((cell, row, column) => {
      const array =
        cell?.formula === undefined &&
        arrays.find(
          (area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
        );
      return wireFormula(array ? this.sheet.cell(array.row, array.column) : cell);
    });
  }
  set formulas(input: unknown) {
    this.values = input;
  }
  /** English here whatever the locale: this host reads and writes formulas in one language. */
  get formulasLocal(): Plain[][] | null {
    return this.formulas;
  }
  set formulasLocal(input: unknown) {
    this.values = input;
  }
  get formulasR1C1(): Plain[][] | null {
    this.session.settle();
    return this.grid((cell, row, column) =>
      cell?.formula === undefined
        ? wireFormula(cell)
        : translateFormulaToR1C1(`=${cell.formula}`, localAddress({ row, column, rows: 1, columns: 1 })),
    );
  }
  /** One formula for the whole range is read once, however many cells it fills. */
  set formulasR1C1(input: unknown) {
    this.requireSheet();
    const valueAt = gridFor(this.area, input);
    const first = valueAt(0, 0);
    const { row, column } = this.area;
    if (!Array.isArray(input) && typeof first === 'string' && first.startsWith('=')) {
      writeFill(this.session, this.sheet, this.area, first);
      return;
    }
    const known = new Map<string, ReturnType<typeof fromR1C1>>();
    const inCell = (value: string, down: number, across: number): string => {
      let formula = known.get(value);
      if (!formula) known.set(value, (formula = fromR1C1(value)));
      return formula({ row: row + down, column: column + across });
    };
    writeEach(this.session, this.sheet, this.area, (down, across) => {
      const value = valueAt(down, across);
      return typeof value === 'string' && value.startsWith('=') ? inCell(value, down, across) : value;
    });
  }

  get text(): string[][] | null {
    this.session.settle();
    const { styles, date1904 } = this.session.book;
    return this.grid((cell) => (cell ? displayText(cell.value, styles.get(cell.style).numberFormat, date1904) : ''));
  }

  get valueTypes(): string[][] | null {
    this.session.settle();
    return this.grid((cell) => {
      const value = cell?.value ?? null;
      if (value === null) return 'Empty';
      if (value instanceof CellError) return 'Error';
      return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
    });
  }

  get numberFormat(): string[][] | null {
    const { styles } = this.session.book;
    return this.grid((_, row, column) => styles.get(styleAt(this.sheet, row, column)).numberFormat);
  }
  set numberFormat(input: unknown) {
    this.requireSheet();
    requireFormattable(this.session, this.sheet);
    const single = !Array.isArray(input) || (input.length === 1 && Array.isArray(input[0]) && input[0].length === 1);
    if (single) {
      const code: unknown = Array.isArray(input) ? (input as unknown[][])[0]?.[0] : input;
      patchStyle(this.formatted([this.area]), formatPatch(code));
    } else {
      const codeAt = gridFor(this.area, input);
      for (let row = 0; row < this.area.rows; row++)
        for (let column = 0; column < this.area.columns; column++) {
          const code = codeAt(row, column);
          if (code === null || code === undefined) continue;
          const cell = { row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 };
          patchStyle(this.formatted([cell]), formatPatch(code));
        }
    }
  }
  private formatted(areas: Area[]): Formatted {
    return { session: this.session, sheet: this.sheet, areas };
  }
  get numberFormatLocal(): string[][] | null {
    return this.numberFormat;
  }
  set numberFormatLocal(input: unknown) {
    this.numberFormat = input;
  }
  get numberFormatCategories(): string[][] | null {
    return this.numberFormat?.map((row) => row.map(formatCategory)) ?? null;
  }

  /** Whether a cell of the range belongs to a dynamic array that fills more than one cell; null where only some do. */
  get hasSpill(): boolean | null {
    this.session.settle();
    const spills = this.session.spilledAreas(this.sheet);
    if (!spills.some((area) => intersection(area, this.area))) return false;
    return spills.some((area) => containsArea(area, this.area)) ? true : null;
  }

  /** office.js asks before it sends a large grid in parts. */
  validateArraySize(rows: unknown, columns: unknown): void {
    if (integer(rows) !== this.area.rows || integer(columns) !== this.area.columns)
      throw new ApiError(
        'InvalidArgument',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
  }
}

const formatPatch = (code: unknown): StylePatch => {
  if (typeof code !== 'string' || code === '' || !isValidFormat(code)) throw new ApiError('InvalidArgument');
  return { numberFormat: code };
};
