import { sampleText, tableReasonText } from '../../core/words/detected';
import type { Language } from '../../core/meteo/content';
import { detect } from '../../core/detect/detect';
import type { DetectedTable, Detection } from '../../core/detect/detected';
import { areaName, cellName, columnName } from '../../core/sheet/address';
import { withWorkbook, type CommonOptions } from '../session';
import { DONE, PROBLEM, problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

/** A detected table with places as a reader of the sheet counts them: rows from 1, columns by letter. */
const tableJson = (table: DetectedTable): Record<string, unknown> => ({
  sheet: table.sheet,
  visibility: table.visibility,
  ...(table.table !== undefined && { table: table.table }),
  kind: table.kind,
  area: areaName({
    row: table.headerRow,
    column: table.firstColumn,
    rows: table.lastRow - table.headerRow + 1,
    columns: table.lastColumn - table.firstColumn + 1,
  }),
  headerRow: table.headerRow + 1,
  firstRow: table.firstRow + 1,
  lastRow: table.lastRow + 1,
  dateColumn: table.dateColumn === null ? null : columnName(table.dateColumn),
  dateWriting: table.dateWriting,
  confidence: table.confidence,
  reason: table.reason,
  columns: table.columns.map(({ column, ...rest }) => ({ column: columnName(column), ...rest })),
});

/** What is in the file, as `detect --json` prints it. */
const detectionJson = (detection: Detection, language: Language): Record<string, unknown> => ({
  tables: detection.tables.map(tableJson),
  problems: detection.problems.map((item) => problemJson(item, language)),
});

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What is in the file, in lines to read. */
const detectionText = (detection: Detection, language: Language): string =>
  detection.tables
    .map((table) => {
      const first = cellName(table.headerRow, table.firstColumn);
      const last = cellName(table.lastRow, table.lastColumn);
      const head = `${table.sheet}!${first}:${last}  ${table.kind}  ${percent(table.confidence)}  ${tableReasonText(table.reason, language)}`;
      const columns = table.columns.map(
        (column) =>
          `  ${columnName(column.column).padEnd(3)} ${column.header}  ${column.type}${column.measure === undefined ? '' : ` → ${column.measure}`}  (${sampleText(column, language)})`,
      );
      return [head, ...columns].join('\n');
    })
    .join('\n\n');

/** `detect IN`: says what is in the file. A file without anything to consolidate ends with its problem. */
export const runDetect = (terminal: Terminal, input: string, options: CommonOptions): Promise<number> =>
  withWorkbook(terminal, input, options, (session) => {
    const detection = detect(session.snapshot);
    for (const found of detection.problems) sayProblem(terminal, found, session.language);
    if (session.json) writeJson(terminal, detectionJson(detection, session.language));
    else terminal.out(`${detectionText(detection, session.language)}\n`);
    const nothing = detection.problems.some(({ code }) => code === 'workbook-empty' || code === 'no-dates');
    return Promise.resolve(nothing ? PROBLEM : DONE);
  });
