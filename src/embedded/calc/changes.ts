import { cellKey, keyColumn, keyRow } from '../book/cell';
import type { Sheet } from '../book/sheet';
import type { Place } from './context';

/** Which cells got another value, in the order in which they did: two hundred thousand of them without an object for each. */
export class Changes {
  private readonly sheets: { sheet: Sheet; keys: number[] }[] = [];

  note(sheet: Sheet, row: number, column: number): void {
    let last = this.sheets[this.sheets.length - 1];
    if (last?.sheet !== sheet) this.sheets.push((last = { sheet, keys: [] }));
    last.keys.push(cellKey(row, column));
  }

  places(): Place[] {
    return this.sheets.flatMap(({ sheet, keys }) => keys.map((key) => ({ sheet, row: keyRow(key), column: keyColumn(key) })));
  }
}
