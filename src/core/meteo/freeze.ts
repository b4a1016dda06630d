import { toHostSerial } from '../period/serial';
import { done, problem, refused, type Result } from '../problem';
import { cellName } from '../sheet/address';
import type { BlockDraft, CellDraft, SheetDraft } from '../sheet/draft';
import { formatDate } from '../words/dates';
import { meteoWords } from '../words/meteoWords';
import { typeset } from '../words/typography';
import { findTable, valueAt, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import type { Language } from './content';
import { HISTORY_HEADERS, HISTORY_TABLE, placedHistory, type HistoryRow } from './history';
import { historyWith } from './historySheet';
import type { MeteoPage } from './page';

/** A cell that an action changes, with the formula or value that stood there, so that it can be put back. */
export type ChangedCell = { sheet: string; cell: string; before: CellValue };

/** The météo to mark as sent and the sheet that holds its page; null where that is gone. */
export type ToSend = { row: HistoryRow; sheet: string | null };

/** The sheet that the names of the latest page point at, whatever its user calls it now. */
const sheetOfNames = ({ names, sheets }: WorkbookSnapshot): SheetSnapshot | undefined => {
  const formula = names.find(({ name }) => name.toLowerCase() === 'meteo.page')?.formula ?? '';
  const pointed = formula.replace(/^=/, '').replace(/!.*$/, '').replace(/^'|'$/g, '').replaceAll("''", "'");
  return sheets.find(({ name }) => name === pointed);
};

/** The météo of a number, else the latest that is not sent; and its sheet. Refused where there is none. */
export const meteoToSend = (workbook: WorkbookSnapshot, number: number | undefined): Result<ToSend> => {
  const history = placedHistory(workbook).map(({ row }) => row);
  const latestFirst = [...history].sort((one, other) => other.number - one.number);
  const row = latestFirst.find((one) => (number === undefined ? one.sent === null : one.number === number));
  if (!row) return refused(problem('meteo-unknown', { number: number ?? null }));
  const named = workbook.sheets.find(({ name }) => name.toLowerCase() === row.sheet.toLowerCase());
  const sheet = named ?? (row === latestFirst[0] ? sheetOfNames(workbook) : undefined);
  return done(
    { row, sheet: sheet?.name ?? null },
    sheet ? [] : [problem('meteo-sheet-gone', { number: row.number, name: row.sheet })],
  );
};

const valueCell = (value: CellValue): CellDraft => {
  if (value === '') return { empty: true };
  if (typeof value === 'number') return { number: value };
  return typeof value === 'boolean' ? { boolean: value } : { text: value };
};

/** The header of a page that says when it was made, as it says when it was sent; null for any other text. */
const sentHeader = (text: string, { issued }: HistoryRow, today: number): string | null => {
  for (const language of ['fr', 'en'] as const) {
    const { issuedOn, sentOn } = meteoWords(language);
    const [made, sent] = [issuedOn(formatDate(issued, language)), sentOn(formatDate(today, language))];
    const ending = ` · ${typeset(made, language)}`;
    if (text.endsWith(ending)) return `${text.slice(0, -ending.length)} · ${typeset(sent, language)}`;
  }
  return null;
};

/** A page that was made before it was sent, as its sheet says it since: its header says `envoyée le` in the place of `établie le`. */
export const sentPage = (page: MeteoPage, row: HistoryRow, sent: number): MeteoPage => {
  const said = (text: string): string => sentHeader(text, row, sent) ?? text;
  const { content, items } = page;
  return {
    ...page,
    content: { ...content, header: { ...content.header, period: said(content.header.period) } },
    items: items.map((item) =>
      item.kind === 'text' && item.id === 'header.period' ? { ...item, lines: said(item.lines.join('\n')).split('\n') } : item,
    ),
  };
};

/**
 * A page whose formulas become the values that they show, and whose header says that it is sent; with what stood there, to undo
 * it. The sheet is read with its formulas.
 */
export const frozenPage = (
  sheet: SheetSnapshot,
  row: HistoryRow,
  today: number,
): { draft: SheetDraft; changed: readonly ChangedCell[] } => {
  const { used, formulas = [], name } = sheet;
  const blocks: BlockDraft[] = [];
  const changed: ChangedCell[] = [];
  for (const [down, line] of formulas.entries())
    for (const [across, before] of line.entries()) {
      if (!used || typeof before !== 'string') continue;
      const [at, column] = [used.row + down, used.column + across];
      const header = sentHeader(before, row, today);
      if (!before.startsWith('=') && header === null) continue;
      blocks.push({ row: at, column, cells: [[header === null ? valueCell(valueAt(sheet, at, column)) : { text: header }]] });
      changed.push({ sheet: name, cell: cellName(at, column), before });
    }
  return { draft: { name, owner: 'user', blocks }, changed };
};

/** The history with the day on which a météo was sent: one cell, or the whole row where somebody deleted its column. */
export const sentInHistory = (
  workbook: WorkbookSnapshot,
  row: HistoryRow,
  today: number,
  language: Language,
): { draft: SheetDraft; changed: readonly ChangedCell[] } => {
  const found = findTable(workbook, HISTORY_TABLE);
  const at = placedHistory(workbook).find((placed) => placed.row.number === row.number)?.at;
  const headers = [HISTORY_HEADERS.fr.sent, HISTORY_HEADERS.en.sent].map((header) => header.toLowerCase());
  const index = found?.table.columns.findIndex((header) => headers.includes(header.trim().toLowerCase())) ?? -1;
  if (!found || at === undefined || index < 0)
    return { draft: historyWith(workbook, { ...row, sent: today }, language), changed: [] };
  const { sheet, table } = found;
  const column = table.area.column + index;
  return {
    draft: {
      name: sheet.name,
      owner: 'user',
      blocks: [{ row: at, column, cells: [[{ number: toHostSerial(today, workbook.date1904) }]] }],
      styles: [{ area: { row: at, column, rows: 1, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
    },
    changed: [{ sheet: sheet.name, cell: cellName(at, column), before: valueAt(sheet, at, column) }],
  };
};
