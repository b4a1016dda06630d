import type { DetectedColumn } from './detected';
import { natureOf } from './synonyms';

/** What the numbers of a duration may be counted in where its cells do not say. */
export const ASKED_UNITS = ['seconds', 'minutes', 'hours'] as const;
export type AskedUnit = (typeof ASKED_UNITS)[number];

/** True for a duration that a KPI would be made of and that does not say what it is counted in, until the user has. */
export const lacksUnit = ({ type, measure, duration, unread, reason }: DetectedColumn): boolean =>
  type === 'duration' &&
  duration === undefined &&
  unread !== true &&
  reason !== 'confirmed' &&
  measure !== undefined &&
  natureOf(measure) === 'duration';
