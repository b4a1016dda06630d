import { blankBook } from './book/blank';
import type { Book } from './book/book';
import { loadOffice, type LoadedOffice, type Realm } from './host/nodeTransport';
import type { OfficeHost } from './host/officeHost';
import { serveWorkbook, type ServeOptions } from './serveWorkbook';
import { openWorkbook } from './xlsx/open';
import { FileRefusal } from './xlsx/problem';
import { newFile, saveWorkbook } from './xlsx/save';
import type { OpenedFile } from './xlsx/source';

export type EmbeddedExcelOptions = ServeOptions & {
  /** A file that `openWorkbook` has opened … */
  readonly file?: OpenedFile;
  /** … or a file's bytes; a new workbook with one empty sheet where neither is given. */
  readonly bytes?: Uint8Array;
  readonly fileName?: string;
  /** Realm to load office.js into, its own unless given. */
  readonly realm?: Realm;
};

/** Excel without Excel: Microsoft's client, the workbook it talks to, and the file that this becomes. */
export type EmbeddedExcel = LoadedOffice & {
  /** The far end of the client's wire: its conditions, and who observes it. */
  readonly host: OfficeHost;
  readonly book: Book;
  /** The workbook as a file; parts that nobody touched keep their bytes. */
  readonly save: () => Uint8Array;
};

/**
 * Opens a workbook with Microsoft's own office.js, in this process:
 *
 * ```ts
 * const { Excel, save, close } = await createEmbeddedExcel({ bytes, fileName: 'suivi.xlsx' });
 * const context = new Excel.RequestContext();
 * context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [[42]];
 * await context.sync();
 * writeFileSync('suivi-2.xlsx', save());
 * close();
 * ```
 *
 * @throws FileRefusal with its `problem` where the bytes cannot be opened; `openWorkbook` gives that as a value.
 */
export const createEmbeddedExcel = async (options: EmbeddedExcelOptions = {}): Promise<EmbeddedExcel> => {
  const file = options.file ?? (options.bytes ? open(options.bytes, options.fileName) : blank(options));
  const host = serveWorkbook(file.book, options);
  const office = await loadOffice(host, options.realm);
  return { ...office, host, book: file.book, save: () => saveWorkbook(file) };
};

const open = (bytes: Uint8Array, fileName = 'workbook.xlsx'): OpenedFile => {
  const opened = openWorkbook(bytes, fileName);
  if (!opened.ok) throw new FileRefusal(opened.problem);
  return opened.value;
};

/** Named as Excel names a new workbook and its sheet in the user's language. */
const blank = ({ locale = 'fr-FR', fileName }: EmbeddedExcelOptions): OpenedFile =>
  newFile(
    locale === 'fr-FR'
      ? blankBook({ sheetName: 'Feuil1', fileName: fileName ?? 'Classeur1.xlsx' })
      : blankBook({ sheetName: 'Sheet1', fileName: fileName ?? 'Book1.xlsx' }),
  );
