import type { Book } from './book/book';
import { Calculation } from './calc/calculation';
import apiSets from './host/excelApiSets.json';
import { OfficeHost } from './host/officeHost';
import { declaredSets, DEFAULT_EXCEL_API } from './host/requirementSets';
import { Session } from './model/session';
import { workbookModel } from './model/workbookModel';

/** How an add-in finds the workbook and its Excel. */
export type ServeOptions = {
  /** Language of Excel and of the content: names that Excel gives, `Office.context.displayLanguage`. */
  readonly locale?: 'fr-FR' | 'en-US';
  /** Version of ExcelApi that is declared and enforced: calls of a newer one raise `ApiNotFound`. */
  readonly excelApi?: string;
  /** `Office.context.document.url`; the file's name unless given. */
  readonly docUrl?: string;
  readonly readOnly?: boolean;
  /** Told of mistakes of the host itself, which the add-in sees as `GeneralException`. */
  readonly onUnexpected?: (error: unknown) => void;
};

/** An open workbook: its session, which a page may drive as a person does, and hosts of add-ins over the same cells. */
export type OpenWorkbook = {
  readonly session: Session;
  readonly calculation: Calculation;
  /** A host for one more load of office.js: the pane, the ribbon's functions. */
  readonly newHost: () => OfficeHost;
};

/** Opens a book for a page that shows it beside its add-ins. */
export const openForAddIns = (book: Book, options: ServeOptions = {}): OpenWorkbook => {
  const { locale = 'fr-FR', readOnly = false, excelApi = DEFAULT_EXCEL_API, docUrl = book.fileName, onUnexpected } = options;
  const calculation = new Calculation(book);
  const session = new Session(book, calculation, { locale, readOnly });
  const model = workbookModel(session);
  const newHost = (): OfficeHost =>
    new OfficeHost({
      model,
      apiSets,
      declared: declaredSets(excelApi),
      settings: book.settings,
      locale,
      docUrl,
      readOnly,
      ...(onUnexpected && { onUnexpected }),
    });
  return { session, calculation, newHost };
};

/** The host of a book: connect it to a page (`mountTaskPane`) or to office.js in this process (`loadOffice`). */
export const serveWorkbook = (book: Book, options: ServeOptions = {}): OfficeHost => openForAddIns(book, options).newHost();
