import type { RunnableWorkbook } from '../../src/core/sheet/workbook';
import { createEmbeddedExcel } from '../../src/embedded';
import type { Conditions } from '../../src/embedded/host/conditions';
import { WireCounter } from '../../src/embedded/host/wireObserver';
import { excelWorkbook } from '../../src/excel/workbook';

/** A workbook behind the embedded host, with Microsoft's office.js in front of it, and its wire under observation. */
export type Embedded = {
  port: RunnableWorkbook;
  wire: WireCounter;
  conditions: Conditions;
  /** Runs what a person, or another add-in, does in the same workbook. */
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  save(): Uint8Array;
  close(): void;
};

/** Declares what LTSC 2021 does unless told otherwise; `1.12` is the least that the add-in runs in. */
export const openEmbedded = async (bytes?: Uint8Array, excelApi = '1.14', readOnly = false): Promise<Embedded> => {
  const onUnexpected = (error: unknown): void => console.error(error);
  const excel = await createEmbeddedExcel({ ...(bytes && { bytes }), excelApi, readOnly, onUnexpected });
  const wire = new WireCounter();
  excel.host.observe(wire.observe);
  return {
    port: excelWorkbook(excel),
    wire,
    conditions: excel.host.conditions,
    run: (work) => excel.Excel.run(work),
    save: excel.save,
    close: excel.close,
  };
};
