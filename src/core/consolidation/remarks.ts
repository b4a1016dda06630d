import type { DetectedTable, Detection } from '../detect/detected';
import { locate, readMapping, tableOfSource } from '../detect/mapping';
import { columnPlace, tableCell } from '../detect/places';
import { problem, type Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { tableRows } from '../sheet/tableRows';
import type { ConsolidatedColumn } from './rule';
import { FIGURES_TABLE } from './source-sheets';

/** How far below the table that was taken another one may be, in confidence, to be worth a word. */
const NEAR = 0.2;

/** Headers that are called otherwise than when the figures were last computed. Those that a person confirmed are asked about. */
const headersChanged = (sources: ReturnType<typeof readMapping>, table: DetectedTable): Problem[] =>
  sources
    .filter((source) => tableOfSource(source, [table]) !== null)
    .flatMap((source) => locate(source, table))
    .flatMap(({ column, now, changed }) => {
      if (!now || !changed || column.confirmed) return [];
      const params = { before: column.header, after: now.header, column: columnPlace(table, now.column) };
      return [problem('header-changed', params, { sheet: table.sheet, cell: tableCell(table, table.headerRow, now.column) })];
    });

/** Figures that the workbook's sheets show and that are written no more: their labels, as they stood. */
const columnsDropped = (workbook: WorkbookSnapshot, columns: readonly ConsolidatedColumn[]): Problem[] => {
  const kept = new Set(columns.map(({ id }) => id));
  const dropped = (tableRows(workbook, FIGURES_TABLE)?.rows ?? []).filter(([id = '']) => !kept.has(String(id)));
  const labels = dropped.map(([id = '', label = '']) => String(label || id)).join(', ');
  return dropped.length > 0 ? [problem('columns-dropped', { labels })] : [];
};

const nameOf = ({ sheet, table }: DetectedTable): string => (table === undefined ? sheet : `${sheet} (${table})`);

/** Another dated table with measures, about as likely as the one that was taken without anyone naming it. */
const otherDated = ({ tables, problems }: Detection, table: DetectedTable): Problem[] => {
  const copies = new Set(problems.flatMap(({ code, place }) => (code === 'duplicate-table' ? [place?.sheet] : [])));
  const other = tables.find(
    (found) =>
      (found.sheet !== table.sheet || found.headerRow !== table.headerRow || found.firstColumn !== table.firstColumn) &&
      found.dateColumn !== null &&
      found.visibility === 'visible' &&
      !copies.has(found.sheet) &&
      found.confidence >= table.confidence - NEAR &&
      found.columns.some(({ measure }) => measure !== undefined),
  );
  return other ? [problem('other-dated-table', { taken: nameOf(table), other: nameOf(other) }, { sheet: other.sheet })] : [];
};

/**
 * What a consolidation would otherwise pass over in silence: headers renamed since the last one, figures that are written no
 * more, and, where nobody named the table (`chosen`), another dated one. `Appels reçus` renamed `Zorglub` on `Suivi!B1` is
 * a `header-changed` in B1.
 */
export function* consolidationRemarks(
  workbook: WorkbookSnapshot,
  detection: Detection,
  { table, columns, chosen }: { table: DetectedTable; columns: readonly ConsolidatedColumn[]; chosen: boolean },
): Steps<readonly Problem[]> {
  const sources = readMapping(workbook);
  yield undefined;
  const changed = headersChanged(sources, table);
  yield undefined;
  const dropped = columnsDropped(workbook, columns);
  yield undefined;
  return [...changed, ...dropped, ...(chosen || sources.some(({ confirmed }) => confirmed) ? [] : otherDated(detection, table))];
}
