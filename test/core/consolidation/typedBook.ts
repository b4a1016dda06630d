import { consolidate, type ConsolidationRequest } from '../../../src/core/consolidation/consolidate';
import type { ConsolidatedColumn, Rule } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import type { CellDraft, WorkbookDraft } from '../../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { valueOf } from '../grid';

/** A row as somebody types it; dates are serials. */
export type TypedRow = readonly (number | string)[];

export const column = (label: string, rule: Rule): ConsolidatedColumn => ({ id: label, label, rule, numberFormat: 'General' });

/** A workbook in which somebody types days on the sheet Suivi, from A1 on, and consolidates them. */
export class TypedBook {
  private constructor(private readonly embedded: Embedded) {}

  static async open(): Promise<TypedBook> {
    return new TypedBook(await openEmbedded());
  }

  /** Types rows under a header, dates formatted as dates; `table` makes them a native table. */
  async type(rows: readonly TypedRow[], table?: string): Promise<void> {
    const cells = rows.map((row) =>
      row.map((value): CellDraft => (typeof value === 'number' ? { number: value } : { text: value })),
    );
    await this.write({
      sheets: [
        {
          name: 'Suivi',
          owner: 'own',
          blocks: [{ row: 0, column: 0, cells }],
          styles: [{ area: { row: 1, column: 0, rows: rows.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
          ...(table !== undefined && {
            tables: [{ name: table, area: { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 } }],
          }),
        },
      ],
      names: [],
    });
  }

  /** Values typed or pasted from a cell of a sheet on, as a person without the add-in does. */
  async paste(sheet: string, cell: string, values: readonly TypedRow[]): Promise<void> {
    await this.embedded.run(async (context) => {
      const { rows, columns } = { rows: values.length, columns: values[0]?.length ?? 0 };
      context.workbook.worksheets
        .getItem(sheet)
        .getRange(cell)
        .getResizedRange(rows - 1, columns - 1).values = values.map((row) => [...row]);
      await context.sync();
    });
  }

  async run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.embedded.run(work);
  }

  async consolidate(
    columns: readonly ConsolidatedColumn[],
    request: Partial<ConsolidationRequest> = {},
  ): Promise<WorkbookSnapshot> {
    const workbook = await this.read();
    const draft = consolidate({
      workbook,
      table: tableOf(workbook),
      columns,
      kinds: ['day', 'week', 'month', 'year'],
      language: 'fr',
      ...request,
    });
    await this.write(valueOf(draft));
    return this.read();
  }

  async write(draft: WorkbookDraft): Promise<void> {
    valueOf(await this.embedded.port.write(draft));
  }

  async read(formulas = false): Promise<WorkbookSnapshot> {
    return valueOf(await this.embedded.port.read({ formulas }));
  }

  save(): Uint8Array {
    return this.embedded.save();
  }

  close(): void {
    this.embedded.close();
  }
}

const tableOf = (workbook: WorkbookSnapshot): DetectedTable => {
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return table;
};

/** What a consolidated sheet shows in the row that begins with a key (`2026-S49`, `Total`, `Écart`); empty without one. */
export const shownRow = (workbook: WorkbookSnapshot, sheetName: string, key: string): (string | number | boolean)[] => {
  const sheet = workbook.sheets.find(({ name }) => name === sheetName);
  const row = sheet?.values.findIndex((values) => values[0] === key) ?? -1;
  return sheet && row >= 0 ? [...(sheet.values[row] ?? [])] : [];
};
