import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureKind } from '../../src/core/forecast/forecast';

/** A series with what came after it. */
export type ScoredSeries = {
  id: string;
  /** Group that is averaged together. */
  set: string;
  /** Season of the published definitions (1 for weeks), and the one that a method may use (52). */
  m: number;
  ms: number;
  h: number;
  /** Mean absolute error of last season's value within the whole training part: what MASE and MSIS are scaled by. */
  q: number;
  kind: FigureKind;
  x: readonly number[];
  y: readonly number[];
  /** Naive2 on the whole training part. */
  n2: readonly number[];
};

const FILE = join(__dirname, '../../../shared/data/forecast/dev.json');

/** The series to be scored on; null where they are not there: they are published data that the project does not hold. */
export const scoredSeries = (): readonly ScoredSeries[] | null =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as ScoredSeries[]) : null;
