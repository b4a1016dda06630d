import { basename, extname } from 'node:path';
import { done, problem, refused, type Problem, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import { createEmbeddedExcel } from '../embedded';
import { blankBook } from '../embedded/book/blank';
import type { LoadedOffice } from '../embedded/host/nodeTransport';
import { openWorkbook } from '../embedded/xlsx/open';
import { newFile } from '../embedded/xlsx/save';
import type { OpenedFile } from '../embedded/xlsx/source';
import { excelWorkbook } from '../excel/workbook';
import { isDelimitedText, openDelimitedText } from './csv/workbook';
import { readBytes } from './files';

/**
 * What is written to a file is read by any Excel, whatever API it has: so the highest set that makes a difference. Above 1.12
 * tables are resized in place, from 1.18 on help stands in notes too.
 */
const EXCEL_API = '1.18';

/** A file that is open in the embedded host, driven by Microsoft's client as an add-in would drive it in Excel. */
export type WorkbookFile = {
  client: LoadedOffice;
  port: WorkbookPort;
  /** It carries a digital signature, which a save breaks. */
  signed: boolean;
  /**
   * The workbook as a file of that name: parts that nobody touched keep their bytes. Refused when the name's format cannot
   * hold what is in it: macros go into `.xlsm` only.
   */
  save(name: string): Result<Uint8Array>;
  close(): void;
};

const formatProblem = (file: OpenedFile, name: string): Problem | null => {
  const format = extname(name).toLowerCase();
  const fits = file.macros ? format === '.xlsm' : format === '.xlsx';
  return fits ? null : problem('file-unsupported', { file: basename(name), format: format === '' ? name : format });
};

const serve = async (file: OpenedFile): Promise<WorkbookFile> => {
  const client = await createEmbeddedExcel({ file, excelApi: EXCEL_API });
  return {
    client,
    port: excelWorkbook(client),
    signed: file.signed,
    save: (name) => {
      const unfit = formatProblem(file, name);
      return unfit ? refused(unfit) : done(client.save());
    },
    close: client.close,
  };
};

/**
 * Opens a workbook file, or a file of delimited text as one; a file that is neither, or that cannot be read, is the problem
 * that says so.
 */
export const openWorkbookFile = async (path: string): Promise<Result<WorkbookFile>> => {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const opened = isDelimitedText(path) ? openDelimitedText(bytes.value, path) : openWorkbook(bytes.value, basename(path));
  return opened.ok ? done(await serve(opened.value)) : refused(opened.problem);
};

/** A new workbook with one empty sheet, as Excel begins. */
export const newWorkbookFile = async (): Promise<Result<WorkbookFile>> => done(await serve(newFile(blankBook())));
