import { done, problem, refused, type Result } from '../core/problem';
import type { ExcelClient } from './client';

/** What the manifest asks for. No Excel that is sold once sits between 1.7 (2019) and 1.14 (LTSC 2021). */
const NEEDED_SET = '1.12';

/** What some Excels can do beyond `NEEDED_SET`; each use is guarded by this check alone. */
export type Capabilities = {
  /** `Table.resize`, ExcelApi 1.13. */
  resizeTables: boolean;
  /** `Worksheet.notes`, ExcelApi 1.18, in Excel and in its client: an add-in may have loaded an older one. */
  notes: boolean;
};

/** What this Excel can do, or the problem that it is too old. */
export const capabilities = ({ Excel, Office }: ExcelClient): Result<Capabilities> => {
  const has = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
  if (!has(NEEDED_SET)) return refused(problem('host-too-old', { needed: `ExcelApi ${NEEDED_SET}` }));
  return done({ resizeTables: has('1.13'), notes: has('1.18') && 'notes' in Excel.Worksheet.prototype });
};
