import type { DeclaredSets } from '../richapi/requirements';

/** Sets that the host serves by itself, whatever the version of Excel's API. */
const ofHost: DeclaredSets = { RichApiRuntime: '1.2', Settings: '1.1', AddinCommands: '1.1' };

/** Highest ExcelApi that the object model serves; members beyond it that exist are refused with `ApiNotFound`. */
export const DEFAULT_EXCEL_API = '1.12';

export const declaredSets = (excelApi: string = DEFAULT_EXCEL_API): DeclaredSets => ({ ...ofHost, ExcelApi: excelApi });
