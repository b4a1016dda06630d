import { sampleText, tableReasonText } from '../../core/words/detected';
import type { Language } from '../../core/meteo/content';
import { detect } from '../../core/detect/detect';
import type { DetectedTable, Detection } from '../../core/detect/detected';
import { columnPlace, tableArea } from '../../core/detect/places';
import { areaName } from '../../core/sheet/address';
import { withWorkbook, type CommonOptions } from '../session';
import { DONE, PROBLEM, problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

/** First and last row of the sheet that hold figures of a table, 0-based. */
const figureRows = (table: DetectedTable): { first: number; last: number } => {
  if (table.kind !== 'across') return { first: table.firstRow, last: table.lastRow };
  const rows = table.columns.flatMap(({ column, type }) => (type === 'date' || type === 'empty' ? [] : [column]));
  return { first: Math.min(table.lastColumn, ...rows), last: table.lastColumn };
};

/**
 * A detected table with places as a reader of the sheet counts them: rows from 1, columns by letter. Where dates run across,
 * `headerRow` is the row of the dates, `firstRow` and `lastRow` those of the figures, and each column of the table a row.
 */
const tableJson = (table: DetectedTable): Record<string, unknown> => {
  const across = table.kind === 'across';
  const { first, last } = figureRows(table);
  const dates = table.dateColumn;
  return {
    sheet: table.sheet,
    visibility: table.visibility,
    ...(table.table !== undefined && { table: table.table }),
    kind: table.kind,
    area: areaName(tableArea(table)),
    headerRow: (across ? (dates ?? table.firstColumn) : table.headerRow) + 1,
    firstRow: first + 1,
    lastRow: last + 1,
    dateColumn: dates === null || across ? null : columnPlace(table, dates),
    ...(across && dates !== null && { dateRow: dates + 1 }),
    dateWriting: table.dateWriting,
    ...(table.year !== undefined && { year: table.year }),
    confidence: table.confidence,
    reason: table.reason,
    columns: table.columns.map(({ column, parts, ...rest }) => ({
      ...(across ? { row: column + 1 } : { column: columnPlace(table, column) }),
      ...rest,
      ...(parts && {
        parts: { numerator: columnPlace(table, parts.numerator), denominator: columnPlace(table, parts.denominator) },
      }),
    })),
  };
};

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
      const head = `${table.sheet}!${areaName(tableArea(table))}  ${table.kind}  ${percent(table.confidence)}  ${tableReasonText(table.reason, language)}`;
      const columns = table.columns.map(
        (column) =>
          `  ${columnPlace(table, column.column).padEnd(3)} ${column.header}  ${column.type}${column.measure === undefined ? '' : ` → ${column.measure}`}  (${sampleText(column, language)})`,
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
