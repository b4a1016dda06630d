import { proposeSettings, readSettings, settingsSheet, SETTINGS_TABLE, type Settings } from '../client/settings';
import { sheetNameFor } from '../consolidation/consolidate';
import type { DetectedColumn, DetectedTable, Detection } from '../detect/detected';
import { dictionarySheet } from '../kpi/dictionary';
import { DICTIONARY_TABLE } from '../kpi/dictionary-words';
import type { Kpi } from '../kpi/kpi';
import { proposeKpis } from '../kpi/propose';
import type { Language } from '../meteo/content';
import { toHostSerial, weekdayOf } from '../period/serial';
import { done, problem, refused, type Problem, type Result } from '../problem';
import type { SheetDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, type SheetSnapshot, type TableSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { vocabulary } from '../words/vocabulary';
import { DATA_TABLE, dataTable, measuresOfDomain } from './data-table';
import { CATALOGUE_DOMAIN, hasInvoices, hasReferences, type TemplateDomain } from './domains';
import { feedbackTable } from './feedback-table';
import { flashTable } from './flash-table';
import { HEADER_ROW } from './input-sheet';
import { invoiceTable } from './invoice-table';
import { journalTable } from './journal-table';
import { headerOfMeasure, unitOfMeasure } from './measures';
import { referenceTable } from './reference-table';
import { exampleCell, sheetOfTable, type TemplateTable } from './table';

export type TemplateRequest = {
  domain: TemplateDomain;
  /** Language of what is added, where the workbook's settings do not say one. */
  language: Language;
  /** Serial of the day it is: examples are about the week before. */
  today: number;
  /** Example rows, which the user deletes? */
  examples: boolean;
};

/** What a template adds to a workbook, what was there already, and the KPIs that come out of its daily rows. */
export type Template = {
  draft: WorkbookDraft;
  /** Sheets that the workbook had. */
  kept: readonly string[];
  kpis: readonly Kpi[];
  language: Language;
};

/** Monday of the week before a day. */
const mondayBefore = (today: number): number => Math.floor(today) - weekdayOf(Math.floor(today)) - 6;

const column = (place: number, header: string, language: Language, domain: TemplateDomain): DetectedColumn => {
  const measure = measuresOfDomain(domain).find((candidate) => headerOfMeasure(candidate, language) === header);
  const base = { column: place, header, sample: '', reason: 'header' as const };
  if (measure === undefined) return { ...base, type: 'text', confidence: 0.5 };
  const unit = unitOfMeasure(measure);
  const duration = unit === 'seconds' || unit === 'minutes' || unit === 'hours' ? unit : undefined;
  const type = duration ? 'duration' : unit === 'euros' || unit === 'budget' ? 'amount' : 'count';
  return { ...base, type, measure, confidence: 0.95, ...(duration && { duration }) };
};

/** `tblDonnees` as detection will find it once it is filled: what its KPIs are made of is known before there is a row. */
const dataAsDetected = (
  sheet: string,
  headers: readonly string[],
  place: Pick<TableSnapshot['area'], 'row' | 'column'>,
  { domain, language }: { domain: TemplateDomain; language: Language },
): DetectedTable => ({
  sheet,
  visibility: 'visible',
  table: DATA_TABLE,
  kind: 'daily',
  headerRow: place.row,
  firstRow: place.row + 1,
  lastRow: place.row + 1,
  firstColumn: place.column,
  lastColumn: place.column + headers.length - 1,
  dateColumn: place.column,
  dateWriting: 'real',
  columns: headers.map((header, index) => column(place.column + index, header, language, domain)),
  confidence: 1,
  reason: 'one-row-a-date',
});

/** Fewer KPIs than these say nothing about what a table is about. */
const LEAST_KPIS = 2;

/** The user's own table that gives the domain's KPIs; null when there is none. */
const ownSource = (detection: Detection, domain: TemplateDomain, language: Language): DetectedTable | null =>
  detection.tables.find(
    (table) =>
      table.dateColumn !== null &&
      table.reason !== 'duplicate' &&
      table.table?.toLowerCase() !== DATA_TABLE.toLowerCase() &&
      proposeKpis(table, language, CATALOGUE_DOMAIN[domain]).length >= LEAST_KPIS,
  ) ?? null;

/** An empty sheet that a new workbook begins with: the first of ours takes its place. */
const emptySheet = (workbook: WorkbookSnapshot): SheetSnapshot | null => {
  const [only, ...others] = workbook.sheets;
  const bare =
    only?.used === null && only.tables.length === 0 && (only.charts ?? []).length === 0 && (only.shapes ?? []).length === 0;
  return only && bare && others.length === 0 ? only : null;
};

/** Tables of a domain besides settings and dictionary, in the order of their sheets. */
const tablesOf = (domain: TemplateDomain, language: Language, date1904: boolean, kpis: number | null): TemplateTable[] => {
  const flash = flashTable(domain, language, date1904);
  return [
    ...(kpis === null ? [] : [dataTable(domain, language, date1904, kpis)]),
    ...(flash ? [flash] : []),
    journalTable(language, date1904),
    feedbackTable(language, date1904),
    ...(hasInvoices(domain) ? [invoiceTable(language)] : []),
    ...(hasReferences(domain) ? [referenceTable(language, date1904)] : []),
  ];
};

const emptySettings = (language: Language): Settings => ({
  client: '',
  provider: '',
  contract: '',
  language,
  cadence: 14,
  orientation: 'portrait',
  keyFigure: '',
  closedDays: [],
  printMinutes: true,
});

/**
 * The sheets of a domain's template that a workbook lacks: tables are found by name, and those that are there stay as they
 * are. Where the user's own table gives the domain's figures, it stays the source and no Données is added. Refused when
 * sheets are to be added to a workbook whose structure is locked.
 */
export const draftTemplate = (workbook: WorkbookSnapshot, detection: Detection, request: TemplateRequest): Result<Template> => {
  const { domain } = request;
  const { date1904 } = workbook;
  const known = readSettings(workbook, request.language);
  const language = known?.language ?? request.language;
  const { sheets: titles } = vocabulary(language);
  const data = findTable(workbook, DATA_TABLE);
  const own = data ? null : ownSource(detection, domain, language);

  const taken = new Set<string>();
  const nameOf = (table: string, title: string): string => sheetNameFor(workbook, table, title, taken);
  const settingsName = nameOf(SETTINGS_TABLE, titles.settings);
  const dictionaryName = nameOf(DICTIONARY_TABLE, titles.dictionary);

  const dataName = data?.sheet.name ?? titles.data;
  const headers = data?.table.columns ?? dataTable(domain, language, date1904, 0).columns.map(({ header }) => header);
  const place = data ? data.table.area : { row: HEADER_ROW, column: 0 };
  const source = own ?? dataAsDetected(dataName, headers, place, { domain, language });
  const kpis = proposeKpis(source, language, CATALOGUE_DOMAIN[domain]);

  const wanted = tablesOf(domain, language, date1904, own ? null : kpis.length);
  const monday = toHostSerial(mondayBefore(request.today), date1904);
  const lacks = (table: string): boolean => !findTable(workbook, table);
  const added: SheetDraft[] = [
    ...(lacks(SETTINGS_TABLE)
      ? [settingsSheet(own ? proposeSettings(workbook, own, language) : emptySettings(language), settingsName)]
      : []),
    ...(lacks(DICTIONARY_TABLE) ? [dictionarySheet(kpis, source, language, dictionaryName)] : []),
    ...wanted
      .filter(({ table }) => lacks(table))
      .map((table) =>
        sheetOfTable(table, {
          name: nameOf(table.table, table.sheet),
          language,
          rows: request.examples ? table.examples.map((row) => row.map((cell) => exampleCell(cell, monday))) : [],
          activate: table.table === DATA_TABLE,
        }),
      ),
  ];
  if (workbook.structureProtected && added.length > 0)
    return refused(problem('workbook-protected', { sheets: added.map(({ name }) => name).join(', ') }));
  const problems: Problem[] = own ? [problem('template-source-kept', { name: own.sheet.trim() }, { sheet: own.sheet })] : [];
  const empty = emptySheet(workbook);
  const sheets = added.map((sheet, index) => (index === 0 && empty ? { ...sheet, existing: empty.name } : sheet));
  const all = [SETTINGS_TABLE, DICTIONARY_TABLE, ...wanted.map(({ table }) => table)];
  const kept = all.flatMap((table) => findTable(workbook, table)?.sheet.name ?? []);
  return done({ draft: { sheets, names: [] }, kept, kpis, language }, problems);
};
