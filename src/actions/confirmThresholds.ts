import { confirmedThresholds } from '../core/kpi/confirm-thresholds';
import type { Language } from '../core/meteo/content';
import { done, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Outcome } from './outcome';

/** Marks every proposed threshold of the dictionary as the user's own. Without any, nothing is written. */
export const confirmThresholds = async (port: WorkbookPort, { language }: { language: Language }): Promise<Result<Outcome>> => {
  const read = await port.read();
  if (!read.ok) return read;
  const { draft, count } = confirmedThresholds(read.value, language);
  if (count === 0) return done({ made: [], kept: [], problems: [] });
  const written = await port.write(draft);
  if (!written.ok) return written;
  return done({ made: written.value.sheets, kept: [], problems: [] });
};
