import { namePart } from '../consolidation/source-names';
import type { Language } from '../meteo/content';
import { areaName, areaReference, columnName } from '../sheet/address';
import type { CellDraft, NameDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import type { DetectedColumn, DetectedTable } from './detected';
import {
  ANCHOR_PREFIX,
  headerPlace,
  isAboutTable,
  placeOfName,
  readMapping,
  type AnchorPlace,
  type MappedColumn,
} from './mapping';
import {
  DURATION_WORDS,
  MAPPING_COLUMNS,
  MAPPING_HEADERS,
  MAPPING_RULES,
  TYPE_WORDS,
  WRITING_WORDS,
  type MappingColumn,
  type MappingRule,
} from './mapping-words';
import { columnPlace, tableArea } from './places';

/** `tblSources` as cells, its header first, and the names that its rows stand on. */
export type MappingRows = { cells: readonly (readonly CellDraft[])[]; names: readonly NameDraft[] };

const samePlace = (one: AnchorPlace | null, other: AnchorPlace): boolean =>
  one !== null && one.sheet === other.sheet && one.row === other.row && one.column === other.column;

/**
 * Gives each header cell its name: the one that points at it already, else a new one. Names that pointed elsewhere and that
 * no kept row stands on are taken over; a name of the user's is not.
 */
class Anchors {
  readonly names: NameDraft[] = [];
  private readonly taken = new Set<string>();

  constructor(
    private readonly workbook: WorkbookSnapshot,
    kept: readonly MappedColumn[],
  ) {
    for (const { anchor } of kept) this.taken.add(anchor.toLowerCase());
    for (const { name, formula } of workbook.names)
      if (!name.toLowerCase().startsWith(ANCHOR_PREFIX) || (placeOfName(formula) === null && !formula.includes('#REF!')))
        this.taken.add(name.toLowerCase());
  }

  of(place: AnchorPlace, header: string): string {
    const known = this.workbook.names.find(
      ({ name, formula }) =>
        name.toLowerCase().startsWith(ANCHOR_PREFIX) &&
        !this.taken.has(name.toLowerCase()) &&
        samePlace(placeOfName(formula), place),
    );
    const stem = `${ANCHOR_PREFIX}${namePart(header)}`;
    let name = known?.name ?? stem;
    for (let copy = 2; this.taken.has(name.toLowerCase()); copy++) name = `${stem}_${String(copy)}`;
    this.taken.add(name.toLowerCase());
    const area = { row: place.row, column: place.column, rows: 1, columns: 1 };
    this.names.push({ name, formula: `=${areaReference(place.sheet, area)}` });
    return name;
  }
}

/** What becomes of a column, as a rule of the mapping. */
const ruleOf = (table: DetectedTable, column: DetectedColumn): MappingRule => {
  if (column.reason === 'left-out') return 'left-out';
  if (column.column === table.dateColumn) return table.dateAnswer === 'swapped' ? 'swapped' : 'date';
  if (column.cumulative) return 'last';
  if (column.average) return 'average';
  if (column.affirmative !== undefined) return 'where';
  if (column.type === 'rate') return 'rate';
  if (column.type === 'number' && (column.reason === 'score' || column.score)) return 'level';
  return ['count', 'amount', 'duration', 'number'].includes(column.type) ? 'sum' : 'kept';
};

/** Where a named header stands, live: a column's letter, or a row's number where dates run across. */
const livePlace = (anchor: string, across: boolean): CellDraft => ({
  formula: across ? `=IFERROR(ROW(${anchor}),"")` : `=IFERROR(SUBSTITUTE(ADDRESS(1,COLUMN(${anchor}),4),"1",""),"")`,
});

type Row = Record<MappingColumn, CellDraft>;

/**
 * The rows of `tblSources` for a table: its dates, its columns that are used (`used`, by place) and all those that the user
 * decided upon (their reason is `confirmed` or `left-out`). Rows confirmed for another table stay below, as they are.
 */
export const mappingRows = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  used: readonly number[],
  language: Language,
): MappingRows => {
  const { yes, no } = vocabulary(language);
  const others = readMapping(workbook)
    .filter((source) => !isAboutTable(source, table))
    .flatMap(({ columns }) => columns.filter(({ confirmed }) => confirmed));
  const anchors = new Anchors(workbook, others);
  const range = table.table ?? areaName(tableArea(table));
  const across = table.kind === 'across';
  const decided = (column: DetectedColumn): boolean => column.reason === 'confirmed' || column.reason === 'left-out';
  const chosen = table.columns.filter(
    (column) => column.column === table.dateColumn || used.includes(column.column) || decided(column),
  );
  const text = (words: string): CellDraft => ({ text: words });
  const current = chosen.map((column): Row => {
    const rule = ruleOf(table, column);
    const isDate = column.column === table.dateColumn;
    const header = column.header || columnName(column.column);
    const anchor = rule === 'left-out' ? '' : anchors.of(headerPlace(table, column.column), header);
    const words = MAPPING_RULES[language][rule];
    const unit = isDate && table.dateWriting ? WRITING_WORDS[language][table.dateWriting] : '';
    return {
      measure: text(isDate ? 'date' : (column.measure ?? '')),
      header: text(header),
      sheet: text(table.sheet),
      range: text(range),
      rule: text(rule === 'where' ? `${words} : ${column.affirmative ?? ''}` : words),
      anchor: text(anchor),
      column: anchor === '' ? text(columnPlace(table, column.column)) : livePlace(anchor, across),
      type: text(TYPE_WORDS[language][isDate ? 'date' : column.type]),
      unit: text(column.duration ? DURATION_WORDS[language][column.duration] : unit),
      decimal: text(column.textNumbers ?? ''),
      confirmed: text(decided(column) ? yes : no),
    };
  });
  const kept = others.map((column): Row => {
    const words = column.rule ? MAPPING_RULES[language][column.rule] : '';
    const unit = column.duration ? DURATION_WORDS[language][column.duration] : undefined;
    return {
      measure: text(column.measure),
      header: text(column.header),
      sheet: text(column.place?.sheet ?? column.sheet),
      range: text(column.range),
      rule: text(column.rule === 'where' ? `${words} : ${column.text}` : words),
      anchor: text(column.anchor),
      column: column.anchor === '' ? text('') : livePlace(column.anchor, false),
      type: text(column.type ? TYPE_WORDS[language][column.type] : ''),
      unit: text(unit ?? (column.writing ? WRITING_WORDS[language][column.writing] : '')),
      decimal: text(column.decimal ?? ''),
      confirmed: text(yes),
    };
  });
  const header = MAPPING_COLUMNS.map((column): CellDraft => text(MAPPING_HEADERS[language][column]));
  return {
    cells: [header, ...[...current, ...kept].map((row) => MAPPING_COLUMNS.map((column) => row[column]))],
    names: anchors.names,
  };
};
