import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createEmbeddedExcel } from '../../src/embedded';
import { blankBook } from '../../src/embedded/book/blank';
import { newFile } from '../../src/embedded/xlsx/save';
import { excelWorkbook } from '../../src/excel/workbook';
import { sampleWorkbook } from './workbook';

export const SAMPLE_FILE = join(__dirname, '..', 'exemple-centre-appels.xlsx');

/** The sample as a file, written by our own adapter through office.js: the same bytes on every machine. */
export const sampleBytes = async (): Promise<Uint8Array> => {
  // Arial is on every platform with the same widths, and at 11 points LibreOffice lays columns out within 2 % of Excel.
  const book = blankBook({ sheetName: 'Feuil1', fileName: basename(SAMPLE_FILE), normalFont: { name: 'Arial', size: 11 } });
  const excel = await createEmbeddedExcel({ file: newFile(book) });
  try {
    const written = await excelWorkbook(excel).write(sampleWorkbook());
    if (!written.ok) throw new Error(JSON.stringify(written.problem));
    return excel.save();
  } finally {
    excel.close();
  }
};

/** Writes `assets/exemple-centre-appels.xlsx`. */
export const makeSample = async (): Promise<void> => {
  writeFileSync(SAMPLE_FILE, await sampleBytes());
};
