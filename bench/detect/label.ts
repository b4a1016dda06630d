import type { ColumnType, TableKind } from '../../src/core/detect/detected';
import type { WorkbookSnapshot } from '../../src/core/sheet/snapshot';

/**
 * What a careful person says of one table. Places are 0-based; those of an `across` table are places on the sheet turned
 * over, as in `DetectedTable`.
 */
export type TableLabel = {
  sheet: string;
  kind: TableKind;
  /** Lowest row of the header. */
  headerRow: number;
  dateColumn: number | null;
  /** Type of each column by its place. A column that two careful people would name differently has both names. */
  columns: ReadonlyMap<number, readonly ColumnType[]>;
  /** The day that each row is about: the first day of a longer period. Absent where nobody wrote it down. */
  days?: ReadonlyMap<number, number>;
};

/** A workbook with tables that detection has to find in it; where there is one only, it is the one to consolidate. */
export type LabelledWorkbook = { name: string; workbook: WorkbookSnapshot; tables: readonly TableLabel[] };
