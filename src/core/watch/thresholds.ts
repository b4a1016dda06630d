import { FIRST_FIGURE } from '../consolidation/period-rows';
import { PERIOD_TABLES } from '../consolidation/words';
import { readDictionarySteps } from '../kpi/dictionary-read';
import { dictionaryColumn, DICTIONARY_HEADERS, DICTIONARY_TABLE, type DictionaryColumn } from '../kpi/dictionary-words';
import type { Kpi } from '../kpi/kpi';
import { proposeKpisSteps } from '../kpi/propose';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { readOwnTable } from '../meteo/ownTable';
import type { PeriodKind } from '../period/period';
import { cellName, type Area } from '../sheet/address';
import type { ConditionalFormatDraft, NameDraft, SheetDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { namePart } from '../consolidation/source-names';

/** Colours of the three states: dark text on a pale ground, readable by the colour-blind; red is bold besides. */
const THRESHOLD_STYLES = {
  green: { fontColor: '#1B5E20', fill: '#E6F4EA' },
  amber: { fontColor: '#6B4200', fill: '#FFF1CC' },
  red: { fontColor: '#B71C1C', fill: '#FDE7E7', bold: true },
} as const;

const THRESHOLDS = ['green', 'greenHigh', 'amber', 'amberHigh'] as const;
type Threshold = (typeof THRESHOLDS)[number];

const NAME_PARTS: Record<Threshold, string> = {
  green: 'vert',
  greenHigh: 'vert_haut',
  amber: 'orange',
  amberHigh: 'orange_haut',
};

/** Defined name of a KPI's threshold: `Seuil_in_qs_vert`. Conditional formats take names, never structured references. */
const thresholdName = (id: string, threshold: Threshold): string => `Seuil_${namePart(id)}_${NAME_PARTS[threshold]}`;

/** A dictionary's column as formulas name it: by its header in the language it is written in. */
const columnReference = (workbook: WorkbookSnapshot, language: Language, column: DictionaryColumn): string => {
  const existing = findTable(workbook, DICTIONARY_TABLE)?.table.columns;
  const names = [DICTIONARY_HEADERS.fr[column], DICTIONARY_HEADERS.en[column]];
  const header = existing
    ? (existing.find((candidate) => names.includes(candidate)) ?? existing[dictionaryColumn(column)] ?? '')
    : DICTIONARY_HEADERS[language][column];
  return `${DICTIONARY_TABLE}[${header}]`;
};

/**
 * Names of the thresholds, each found in the dictionary by its KPI's id, so that sorting the dictionary moves nothing; of
 * several versions, in the one that holds from the latest date.
 */
const thresholdNames = (workbook: WorkbookSnapshot, kpis: readonly Kpi[], language: Language): NameDraft[] => {
  const ids = columnReference(workbook, language, 'id');
  const since = columnReference(workbook, language, 'validFrom');
  const written = readOwnTable(workbook, DICTIONARY_TABLE, DICTIONARY_HEADERS).map((row) => row.text('id').toLowerCase());
  const rowOf = (id: string): string => {
    const text = `"${id.replaceAll('"', '""')}"`;
    if (written.filter((other) => other === id.toLowerCase()).length < 2) return `MATCH(${text},${ids},0)`;
    const latest = `SUMPRODUCT(MAX((${ids}=${text})*${since}))`;
    return `MATCH(1,INDEX((${ids}=${text})*(${since}=${latest}),0),0)`;
  };
  return kpis
    .filter((kpi) => kpi.direction !== 'neutral')
    .flatMap((kpi) =>
      THRESHOLDS.filter((threshold) => kpi.direction === 'range' || !threshold.endsWith('High')).map((threshold) => ({
        name: thresholdName(kpi.id, threshold),
        formula: `=INDEX(${columnReference(workbook, language, threshold)},${rowOf(kpi.id)})`,
      })),
    );
};

/**
 * Colours of one KPI's cells, worst first: `=AND(ISNUMBER(E5),ISNUMBER(Seuil_in_qs_orange),E5<Seuil_in_qs_orange)` is red.
 * Cells that show nothing, and KPIs whose thresholds were emptied, stay as they are.
 */
export const thresholdFormats = (kpi: Kpi, area: Area): ConditionalFormatDraft[] => {
  if (kpi.direction === 'neutral') return [];
  const cell = cellName(area.row, area.column);
  const name = (threshold: Threshold): string => thresholdName(kpi.id, threshold);
  const when = (test: string, ...needed: Threshold[]): string =>
    `=AND(ISNUMBER(${cell}),${needed.map((threshold) => `ISNUMBER(${name(threshold)})`).join(',')},${test})`;
  const rule = (formula: string, state: keyof typeof THRESHOLD_STYLES): ConditionalFormatDraft => ({
    area,
    formula,
    style: THRESHOLD_STYLES[state],
    stopIfTrue: true,
  });
  if (kpi.direction === 'range') {
    const outside = (low: Threshold, high: Threshold): string => `OR(${cell}<${name(low)},${cell}>${name(high)})`;
    return [
      rule(when(outside('amber', 'amberHigh'), 'amber', 'amberHigh'), 'red'),
      rule(when(outside('green', 'greenHigh'), 'green', 'greenHigh'), 'amber'),
      rule(when(`NOT(${outside('green', 'greenHigh')})`, 'green', 'greenHigh'), 'green'),
    ];
  }
  const [worse, fine] = kpi.direction === 'higher' ? ['<', '>='] : ['>', '<='];
  return [
    rule(when(`${cell}${worse}${name('amber')}`, 'amber'), 'red'),
    rule(when(`${cell}${worse}${name('green')}`, 'green'), 'amber'),
    rule(when(`${cell}${fine}${name('green')}`, 'green'), 'green'),
  ];
};

const tableNames = Object.values(PERIOD_TABLES);

/** A consolidation that is about to be written, with the colours of its KPI columns and the names that they point at. */
export const withThresholds = (
  draft: WorkbookDraft,
  workbook: WorkbookSnapshot,
  kpis: readonly Kpi[],
  language: Language,
): WorkbookDraft => ({
  sheets: draft.sheets.map((sheet): SheetDraft => {
    const table = sheet.tables?.find(({ name }) => tableNames.includes(name));
    const block = sheet.blocks?.find(({ row, column }) => row === table?.area.row && column === table.area.column);
    if (!table || !block) return sheet;
    const headers = (block.cells[0] ?? []).map((cell) => (cell && 'text' in cell ? cell.text : ''));
    return { ...sheet, conditionalFormats: [...(sheet.conditionalFormats ?? []), ...formatsOf(kpis, headers, table.area)] };
  }),
  names: [...draft.names, ...thresholdNames(workbook, kpis, language)],
});

/** A consolidation that is written again keeps its colours: those of the workbook's dictionary, when it has one. */
export function* keepThresholds(
  draft: WorkbookDraft,
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  language: Language,
): Steps<WorkbookDraft> {
  const proposed = yield* proposeKpisSteps(table, language);
  const dictionary = yield* readDictionarySteps(workbook, table, proposed);
  return dictionary ? withThresholds(draft, workbook, dictionary.kpis, language) : draft;
}

const formatsOf = (kpis: readonly Kpi[], headers: readonly string[], area: Area): ConditionalFormatDraft[] =>
  kpis.flatMap((kpi) => {
    const index = headers.indexOf(kpi.label, FIRST_FIGURE);
    if (index < 0 || area.rows < 2) return [];
    return thresholdFormats(kpi, { row: area.row + 1, column: area.column + index, rows: area.rows - 1, columns: 1 });
  });

/**
 * The colours of the consolidation sheets that a workbook already has; nothing else on them is touched. Writing them again
 * replaces them: the areas are the same.
 */
export const thresholdDrafts = (workbook: WorkbookSnapshot, kpis: readonly Kpi[], language: Language): WorkbookDraft => {
  const sheets = (Object.keys(PERIOD_TABLES) as PeriodKind[]).flatMap((kind): SheetDraft[] => {
    const found = findTable(workbook, PERIOD_TABLES[kind]);
    if (!found) return [];
    const conditionalFormats = formatsOf(kpis, found.table.columns, found.table.area);
    return conditionalFormats.length > 0 ? [{ name: found.sheet.name, owner: 'user', conditionalFormats }] : [];
  });
  return { sheets, names: thresholdNames(workbook, kpis, language) };
};
