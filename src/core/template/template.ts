import { readSettings, SETTINGS_TABLE, settingsProblems, type Settings } from '../client/settings';
import { completedSettings } from '../client/settings-completed';
import { proposeSettings } from '../client/settings-propose';
import { settingsSheet } from '../client/settings-sheet';
import { sheetNameFor } from '../consolidation/consolidate';
import type { Detection } from '../detect/detected';
import { dictionarySheet } from '../kpi/dictionary';
import { DICTIONARY_TABLE } from '../kpi/dictionary-words';
import { heldAsOneSteps } from '../kpi/complements';
import type { Kpi } from '../kpi/kpi';
import { readDictionarySteps } from '../kpi/dictionary-read';
import { heldByPast, lackingKey } from '../kpi/past-thresholds';
import { proposeKpisSteps } from '../kpi/propose';
import type { Language } from '../meteo/content';
import { USUAL_RULES } from '../period/planned';
import { toHostSerial, weekdayOf } from '../period/serial';
import { done, problem, refused, type Problem, type Result } from '../problem';
import type { SheetDraft, WorkbookDraft } from '../sheet/draft';
import { findTable, isBlankSheet, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, mapInSteps, type Steps } from '../steps';
import { vocabulary } from '../words/vocabulary';
import { DATA_TABLE, dataColumns, dataTable } from './data-table';
import { CATALOGUE_DOMAIN, hasInvoices, hasReferences, type TemplateDomain } from './domains';
import { holdsDomain, moreKpis, moreMeasures } from './extend';
import { feedbackTable } from './feedback-table';
import { flashTable } from './flash-table';
import { HEADER_ROW } from './input-sheet';
import { invoiceTable } from './invoice-table';
import { journalTable } from './journal-table';
import { referenceTable } from './reference-table';
import { dataAsDetected, ownSource } from './source';
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
};

/** Monday of the week before a day. */
const mondayBefore = (today: number): number => Math.floor(today) - weekdayOf(Math.floor(today)) - 6;

/** An empty sheet that a new workbook begins with: the first of ours takes its place. */
const emptySheet = (workbook: WorkbookSnapshot): SheetSnapshot | null => {
  const [only, ...others] = workbook.sheets;
  return only && isBlankSheet(only) && others.length === 0 ? only : null;
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
  ...USUAL_RULES,
  printMinutes: true,
});

/**
 * The sheets of a domain's template that a workbook lacks: tables are found by name, and those that are there stay as they
 * are. Where daily rows are made for another domain, this one's columns and KPIs are added beside and below. Where the user's own table gives the domain's figures, it stays the source and no Données is added. Refused when
 * sheets are to be added to a workbook whose structure is locked.
 */
export const draftTemplate = (workbook: WorkbookSnapshot, detection: Detection, request: TemplateRequest): Result<Template> =>
  atOnce(draftTemplateSteps(workbook, detection, request));

/** The same in steps of some milliseconds. */
export function* draftTemplateSteps(
  workbook: WorkbookSnapshot,
  detection: Detection,
  request: TemplateRequest,
): Steps<Result<Template>> {
  const { domain } = request;
  const { date1904 } = workbook;
  const known = readSettings(workbook, request.language);
  const language = known?.language ?? request.language;
  const { sheets: titles } = vocabulary(language);
  const data = findTable(workbook, DATA_TABLE);
  const own = data ? null : yield* ownSource(detection, domain, language);

  const taken = new Set<string>();
  const nameOf = (table: string, title: string): string => sheetNameFor(workbook, table, title, taken);
  const settingsName = nameOf(SETTINGS_TABLE, titles.settings);
  const dictionaryName = nameOf(DICTIONARY_TABLE, titles.dictionary);

  const dataName = data?.sheet.name ?? titles.data;
  const isFurther = data !== null && !holdsDomain(data, domain);
  const wider = isFurther ? moreMeasures(data, domain, language) : null;
  const ownHeaders = data?.table.columns ?? dataTable(domain, language, date1904, 0).columns.map(({ header }) => header);
  const headers = wider ? [...ownHeaders, ...dataColumns(domain, language).map(({ header }) => header)] : ownHeaders;
  const place = data ? data.table.area : { row: HEADER_ROW, column: 0 };
  const source = own ?? dataAsDetected(dataName, headers, place, domain);
  const proposed = yield* proposeKpisSteps(source, language, CATALOGUE_DOMAIN[domain]);
  const dictionary = findTable(workbook, DICTIONARY_TABLE);
  const isNew = own !== null && !dictionary;
  const coherent = isNew ? yield* heldAsOneSteps(workbook, own, proposed) : proposed;
  const held = isNew ? yield* heldByPast(workbook, own, coherent) : { kpis: coherent, problems: [] };
  const { kpis } = held;
  const longer = dictionary && wider ? moreKpis(dictionary, { kpis, source, language, date1904 }) : null;

  yield undefined;
  const wanted = tablesOf(domain, language, date1904, own ? null : kpis.length);
  const monday = toHostSerial(mondayBefore(request.today), date1904);
  const lacks = (table: string): boolean => !findTable(workbook, table);
  const settings = lacks(SETTINGS_TABLE)
    ? [settingsSheet(own ? proposeSettings(workbook, own, language) : emptySettings(language), settingsName)]
    : [];
  yield undefined;
  const dictionaries = lacks(DICTIONARY_TABLE) ? [dictionarySheet(kpis, source, language, dictionaryName)] : [];
  yield undefined;
  const tables = yield* mapInSteps(
    wanted.filter(({ table }) => lacks(table)),
    (table) =>
      sheetOfTable(table, {
        name: nameOf(table.table, table.sheet),
        language,
        rows: request.examples ? table.examples.map((row) => row.map((cell) => exampleCell(cell, monday))) : [],
        activate: table.table === DATA_TABLE,
      }),
  );
  const added: SheetDraft[] = [...settings, ...dictionaries, ...tables];
  if (workbook.structureProtected && added.length > 0)
    return refused(problem('workbook-protected', { sheets: added.map(({ name }) => name).join(', ') }));
  const problems: Problem[] = [...settingsProblems(workbook)];
  const written = own && dictionary ? yield* readDictionarySteps(workbook, own, proposed) : null;
  const keyless = own && lackingKey(written?.kpis ?? kpis, true);
  problems.push(...held.problems, ...(keyless ? [keyless] : []));
  if (own) problems.push(problem('template-source-kept', { name: own.sheet.trim() }, { sheet: own.sheet }));
  if (isFurther && !wider) problems.push(problem('template-no-room', { name: dataName }, { sheet: dataName }));
  const empty = emptySheet(workbook);
  const sheets = added.map((sheet, index) => (index === 0 && empty ? { ...sheet, existing: empty.name } : sheet));
  const all = [SETTINGS_TABLE, DICTIONARY_TABLE, ...wanted.map(({ table }) => table)];
  const changed = [completedSettings(workbook, language), longer, wider].flatMap((sheet) => sheet ?? []);
  const kept = all
    .flatMap((table) => findTable(workbook, table)?.sheet.name ?? [])
    .filter((name) => !changed.some((sheet) => sheet.name === name));
  return done({ draft: { sheets: [...changed, ...sheets], names: [] }, kept, kpis }, problems);
}
