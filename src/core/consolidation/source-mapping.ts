import type { DetectedTable } from '../detect/detected';
import { SOURCES_TABLE } from '../detect/mapping';
import { mappingRows, type MappingRows } from '../detect/mapping-rows';
import { MAPPING_COLUMNS, MAPPING_HEADERS } from '../detect/mapping-words';
import type { Language } from '../meteo/content';
import { cellName, type Area } from '../sheet/address';
import type { BlockDraft, CellDraft, PageSetupDraft, SheetDraft, StyleDraft, TableDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';

/** Row of `tblSources` on a sheet that no consolidation has written yet. */
const FIRST_ROW = 4;

const WORDS: Record<Language, { title: string; about: string; heading: string }> = {
  fr: {
    title: 'Sources',
    about: 'Ce que chaque colonne de vos données représente, tel que vous l’avez confirmé. Modifiable ici.',
    heading: 'Colonnes de la source',
  },
  en: {
    title: 'Sources',
    about: 'What each column of your data stands for, as you confirmed it. Can be edited here.',
    heading: 'Columns of the source',
  },
};

type MappingPart = { blocks: readonly BlockDraft[]; tables: readonly TableDraft[]; styles: readonly StyleDraft[]; end: number };

/** The mapping as a table that begins on a row of the sheet Sources, below its heading. */
export const mappingPart = (mapping: MappingRows, row: number, language: Language): MappingPart => {
  const area: Area = { row, column: 0, rows: Math.max(2, mapping.cells.length), columns: MAPPING_COLUMNS.length };
  return {
    blocks: [
      { row: row - 1, column: 0, cells: [[{ text: WORDS[language].heading }]] },
      { row, column: 0, cells: mapping.cells },
    ],
    tables: [{ name: SOURCES_TABLE, area, style: 'TableStyleLight1', showFilters: false }],
    styles: [{ area: { row: row - 1, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true } } }],
    end: row + area.rows,
  };
};

/** Widths of the mapping's columns beyond the six that the sheet has already, in points. */
const MAPPING_WIDTHS = [{ column: 6, count: 5, width: 84 }];

const blankRow = (columns: number): CellDraft[] => Array.from({ length: columns }, (): CellDraft => ({ empty: true }));

/** How the sheet Sources is printed, whatever it holds. */
export const SOURCES_PAGE: PageSetupDraft = {
  paper: 'a4',
  orientation: 'landscape',
  margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
  fit: { pagesWide: 1 },
};

/** The look of the sheet Sources, whoever writes it first; `last` is the width of its last described column. */
export const sourcesFrame = (
  name: string,
  last: number,
): Pick<SheetDraft, 'name' | 'owner' | 'tabColor' | 'showGridlines' | 'columns'> => ({
  name,
  owner: 'own',
  tabColor: '#6B7280',
  showGridlines: false,
  columns: [
    { column: 0, width: 170 },
    { column: 1, width: 180 },
    { column: 2, count: 2, width: 110 },
    { column: 4, width: 200 },
    { column: 5, width: last },
    ...MAPPING_WIDTHS,
  ],
});

/** The sheet Sources with a mapping and nothing else: no consolidation has written it yet. */
const mappingSheet = (mapping: MappingRows, name: string, language: Language): SheetDraft => {
  const part = mappingPart(mapping, FIRST_ROW, language);
  return {
    ...sourcesFrame(name, 200),
    blocks: [
      { row: 0, column: 0, cells: [[{ text: WORDS[language].title }], [{ text: WORDS[language].about }]] },
      ...part.blocks,
    ],
    styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { size: 14, bold: true } } }, ...part.styles],
    tables: part.tables,
    page: SOURCES_PAGE,
  };
};

/** Does a sheet hold what a draft would write, and nothing else? Results of formulas are whatever they are. */
const holdsOnly = ({ used, values }: SheetSnapshot, { blocks = [] }: SheetDraft): boolean => {
  const drafted = new Map(
    blocks.flatMap(({ row, column, cells }) =>
      cells.flatMap((line, down) =>
        line.flatMap((cell, across) => (cell ? [[cellName(row + down, column + across), cell] as const] : [])),
      ),
    ),
  );
  if (!used) return false;
  const found = new Map(
    values.flatMap((line, down) =>
      line.map((value, across) => [cellName(used.row + down, used.column + across), value] as const),
    ),
  );
  return [...new Set([...drafted.keys(), ...found.keys()])].every((place) => {
    const cell = drafted.get(place);
    return (cell && 'formula' in cell) || (found.get(place) ?? '') === (cell && 'text' in cell ? cell.text : '');
  });
};

/**
 * The sheet Sources as a confirmation wrote it and nobody has touched it since, as a draft that writes it again; undefined for
 * any other one. `table`: as it was confirmed.
 */
export const confirmedSheet = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): SheetDraft | undefined => {
  const sheet = findTable(workbook, SOURCES_TABLE)?.sheet;
  if (!sheet) return undefined;
  const draft = mappingSheet(mappingRows(workbook, table, [], language), sheet.name, language);
  return holdsOnly(sheet, draft) ? draft : undefined;
};

/**
 * What a confirmation writes: the rows of `tblSources` and the names of the headers, nothing else. A sheet that a
 * consolidation wrote keeps its facts, which other sheets stand on; a workbook without one gets a sheet with the mapping.
 */
export const confirmationDraft = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  free: string,
  language: Language,
): WorkbookDraft => {
  const mapping = mappingRows(workbook, table, [], language);
  const found = findTable(workbook, SOURCES_TABLE);
  const stands = found?.table.columns.some((header) =>
    [MAPPING_HEADERS.fr.confirmed, MAPPING_HEADERS.en.confirmed].includes(header),
  );
  if (!found) return { sheets: [mappingSheet(mapping, free, language)], names: mapping.names };
  const { area } = found.table;
  const { used } = found.sheet;
  // A `tblSources` of an earlier version says how figures are computed: it stays as cells, and the mapping comes below.
  const row = stands || !used ? area.row : used.row + used.rows + 2;
  const part = mappingPart(mapping, row, language);
  const left = stands ? Math.max(0, area.row + area.rows - part.end) : 0;
  const emptied: BlockDraft[] =
    left > 0 ? [{ row: part.end, column: 0, cells: Array.from({ length: left }, () => blankRow(area.columns)) }] : [];
  const sheet: SheetDraft = {
    name: found.sheet.name,
    owner: 'user',
    blocks: [...part.blocks, ...emptied],
    tables: part.tables,
  };
  return { sheets: [sheet], names: mapping.names };
};
