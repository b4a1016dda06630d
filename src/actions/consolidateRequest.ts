import type { ConsolidatedColumn } from '../core/consolidation/rule';
import type { DetectedTable } from '../core/detect/detected';
import type { Language } from '../core/meteo/content';
import type { PeriodKind } from '../core/period/period';
import type { Result } from '../core/problem';
import type { TableChoice } from './chooseTable';

export type ConsolidateRequest = TableChoice & {
  language: Language;
  /** Serial of the day it is: the period that holds it is not complete. */
  today: number;
  /** Kinds of period to write; absent: all. */
  kinds?: readonly PeriodKind[];
  /** What to consolidate of the table; absent: the dictionary's KPIs, else what it offers. */
  columns?: (table: DetectedTable) => Result<readonly ConsolidatedColumn[]>;
};
