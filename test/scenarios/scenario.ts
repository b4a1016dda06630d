import { generateMeteo } from '../../src/actions/generateMeteo';
import { defineKpi } from '../../src/actions/defineKpi';
import type { Settings } from '../../src/core/client/settings';
import { settingsSheet } from '../../src/core/client/settings-sheet';
import { detect } from '../../src/core/detect/detect';
import { dictionarySheet } from '../../src/core/kpi/dictionary';
import { dictionaryOf } from '../../src/core/kpi/dictionary-read';
import type { Kpi } from '../../src/core/kpi/kpi';
import { EMPTY_KPI, type KpiDraft } from '../../src/core/kpi/kpi-draft';
import type { Language, Orientation } from '../../src/core/meteo/content';
import type { MeteoEdits } from '../../src/core/meteo/edits';
import type { HistoryRow } from '../../src/core/meteo/history';
import { historyDraft } from '../../src/core/meteo/historySheet';
import type { JournalEntry } from '../../src/core/meteo/journal';
import { journalDraft } from '../../src/core/meteo/journalDraft';
import type { MeteoPage } from '../../src/core/meteo/page';
import { USUAL_RULES } from '../../src/core/period/planned';
import type { Problem, Result } from '../../src/core/problem';
import type { CellDraft, SheetDraft } from '../../src/core/sheet/draft';
import { blankSheet } from '../../src/embedded/book/blank';
import { Book } from '../../src/embedded/book/book';
import { defaultStyle, Styles } from '../../src/embedded/book/styleTable';
import { newFile, saveWorkbook } from '../../src/embedded/xlsx/save';
import { openEmbedded, type Embedded } from '../excel/embedded';
import { ISSUED, type DailySheet } from './service';

/** A workbook as a provider fills it, and the météo asked for. What is left out is as in an ordinary issue. */
export type Scenario = {
  /** Stable name, of the files made from it. */
  name: string;
  /** What it is about, under its page in the contact sheet. */
  title: string;
  sheet: DailySheet;
  language?: Language;
  orientation?: Orientation;
  issued?: number;
  settings?: Partial<Settings>;
  /** null: the workbook has no journal. */
  journal?: readonly JournalEntry[] | null;
  history?: readonly HistoryRow[];
  /** The dictionary's rows from the proposed ones, which a provider usually confirms. */
  kpis?: (proposed: readonly Kpi[]) => readonly Kpi[];
  /** KPIs of the provider's own, by the form. */
  defined?: readonly Partial<KpiDraft>[];
  /** What the person who sends it changed. */
  edits?: MeteoEdits;
  minutes?: number | null;
};

/** A scenario's page, what the user was told, and its workbook, still open. */
export type Made = { scenario: Scenario; page: MeteoPage; problems: readonly Problem[]; book: Embedded };

/** The value of a result that has to succeed. */
const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.problem)}`);
  return result.value;
};

const dataSheet = ({ headers, rows }: DailySheet): SheetDraft => ({
  name: 'Suivi',
  owner: 'user',
  blocks: [{ row: 0, column: 0, cells: [headers.map((text): CellDraft => ({ text })), ...rows] }],
  styles: [{ area: { row: 1, column: 0, rows: rows.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
});

const ordinary: Settings = {
  client: 'Mutuelle du Littoral',
  provider: 'Atlantique Relation Client',
  contract: 'Service adhérents – appels entrants',
  language: 'fr',
  cadence: 14,
  orientation: 'portrait',
  keyFigure: '',
  ...USUAL_RULES,
  printMinutes: true,
};

const confirmed = (proposed: readonly Kpi[]): readonly Kpi[] => proposed.map((kpi) => ({ ...kpi, thresholdsProposed: false }));

/** Fills a new workbook as the scenario says, through the adapter that Excel's users run. */
const fill = async (book: Embedded, scenario: Scenario): Promise<void> => {
  const { language = 'fr', orientation = 'portrait', journal = [], history = [], issued = ISSUED } = scenario;
  const settings = { ...ordinary, language, orientation, ...scenario.settings };
  const sheets = [
    dataSheet(scenario.sheet),
    settingsSheet(settings),
    ...(journal === null ? [] : [journalDraft(language, journal)]),
    ...(history.length > 0 ? [historyDraft(history, language)] : []),
  ];
  must(await book.port.write({ sheets, names: [] }), 'workbook');
  const workbook = must(await book.port.read(), 'read');
  const table = detect(workbook).tables.find(({ sheet }) => sheet === 'Suivi');
  if (!table) throw new Error('no table found');
  const kpis = (scenario.kpis ?? confirmed)(dictionaryOf(workbook, table, language).kpis);
  must(await book.port.write({ sheets: [dictionarySheet(kpis, table, language)], names: [] }), 'dictionary');
  for (const draft of scenario.defined ?? []) {
    const request = { draft: { ...EMPTY_KPI, ...draft }, language, today: issued, sheet: 'Suivi' };
    must(await defineKpi(book.port, request), `KPI ${draft.label ?? ''}`);
  }
};

/** The Normal style's font: with it LibreOffice's columns are less than 2 % off Excel's. */
const NORMAL = { name: 'Arial', size: 11 };

/** A new workbook, as a file. */
const emptyWorkbook = (): Uint8Array => {
  const book = new Book(new Styles([{ ...defaultStyle, font: { ...defaultStyle.font, ...NORMAL } }], NORMAL), 'meteo.xlsx');
  book.sheets.push(blankSheet('Feuil1'));
  return saveWorkbook(newFile(book));
};

/** A scenario's workbook as it is before its page is made. It is closed by the caller. */
export const filled = async (scenario: Scenario): Promise<Embedded> => {
  const book = await openEmbedded(emptyWorkbook());
  await fill(book, scenario);
  return book;
};

/** Makes a scenario's page by the action behind the button. The workbook is closed by the caller. */
export const make = async (scenario: Scenario): Promise<Made> => {
  const book = await filled(scenario);
  const { language = 'fr', issued = ISSUED, edits, minutes = 11 } = scenario;
  const request = { language, issued, minutes, sheet: 'Suivi', ...(edits && { edits }) };
  const { page, problems } = must(await generateMeteo(book.port, request), scenario.name);
  return { scenario, page, problems, book };
};
