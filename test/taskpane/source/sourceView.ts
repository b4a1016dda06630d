import { done } from '../../../src/core/problem';
import { initialSource, reduceSource, type SourceEvent, type SourceState } from '../../../src/taskpane/source/sourceFlow';
import type { DetectedColumn } from '../../../src/core/detect/detected';
import type { SourceView } from '../../../src/core/detect/source-view';

export const column = (place: number, header: string, more: Partial<DetectedColumn> = {}): DetectedColumn => ({
  column: place,
  header,
  type: 'count',
  confidence: 0.95,
  reason: 'header',
  sample: '12',
  ...more,
});

export const COLUMNS = [
  column(0, 'Date', { type: 'date', reason: 'date-format' }),
  column(1, 'Reçus', { measure: 'appels_recus' }),
  column(2, 'TTS', { measure: 'appels_traites_sous_seuil', confidence: 0.6 }),
  column(3, 'Taux', { type: 'rate' }),
  column(4, 'Conseiller', { type: 'person' }),
  column(5, '', { type: 'empty' }),
];

/** What the page Source shows of a small table. */
export const sourceView = (more: Partial<SourceView> = {}): SourceView => ({
  found: [{ sheet: 'Suivi', kind: 'daily', range: 'A1:D61', rows: 60, areDays: true, first: 46_023, last: 46_082 }],
  index: 0,
  table: {
    sheet: 'Suivi',
    visibility: 'visible',
    kind: 'daily',
    headerRow: 0,
    firstRow: 1,
    lastRow: 60,
    firstColumn: 0,
    lastColumn: 5,
    dateColumn: 0,
    dateWriting: 'real',
    columns: COLUMNS,
    confidence: 0.9,
    reason: 'one-row-a-date',
  },
  confirmed: false,
  dates: [],
  dateColumns: [],
  durations: [],
  changed: [],
  lost: [],
  remarks: [],
  measures: ['appels_recus', 'appels_traites'],
  ...more,
});

/** The page Source once it was shown and some things happened. */
export const after = (shown: SourceView, ...events: SourceEvent[]): SourceState =>
  [{ type: 'loaded', result: done(shown) } as const, ...events].reduce(reduceSource, initialSource);
