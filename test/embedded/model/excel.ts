import { createEmbeddedExcel, type EmbeddedExcel } from '../../../src/embedded/index';

const opened: EmbeddedExcel[] = [];
/** Errors of the host itself, which no script may cause. */
const mistakes: unknown[] = [];

export type Opened = EmbeddedExcel & {
  /** Runs a script on the active sheet, synced at its end. */
  readonly onSheet: <T>(script: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T) => Promise<T>;
  /** What cells of the active sheet hold now. */
  readonly values: (address: string) => Promise<unknown[][]>;
  readonly formulas: (address: string) => Promise<unknown[][]>;
};

/** Microsoft's client on a new workbook with one sheet, `Sheet1`. */
export const openExcel = async (
  options: { excelApi?: string; locale?: 'en-US' | 'fr-FR'; readOnly?: boolean } = {},
): Promise<Opened> => {
  const excel = await createEmbeddedExcel({
    locale: 'en-US',
    excelApi: '1.17',
    ...options,
    onUnexpected: (error) => mistakes.push(error),
  });
  opened.push(excel);
  const onSheet: Opened['onSheet'] = (script) =>
    excel.Excel.run(async (context) => {
      const result = await script(context.workbook.worksheets.getActiveWorksheet(), context);
      await context.sync();
      return result;
    });
  const read = (address: string, property: 'values' | 'formulas'): Promise<unknown[][]> =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange(address).load(property);
      await context.sync();
      return range[property] as unknown[][];
    });
  return {
    ...excel,
    onSheet,
    values: (address) => read(address, 'values'),
    formulas: (address) => read(address, 'formulas'),
  };
};

/** To be called after each test: closes what it opened and fails it where the host itself made a mistake. */
export const closeExcel = (): void => {
  for (const { close } of opened.splice(0)) close();
  expect(mistakes.splice(0)).toEqual([]);
};

/** Code with which a script is refused; 'nothing' when it is not. */
export const refusal = async (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'nothing',
    (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)),
  );
