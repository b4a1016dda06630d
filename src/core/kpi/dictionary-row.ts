import type { Language } from '../meteo/content';
import { toHostSerial } from '../period/serial';
import { columnName } from '../sheet/address';
import type { CellDraft, ConditionalFormatDraft, StyleDraft } from '../sheet/draft';
import { vocabulary } from '../words/vocabulary';
import {
  CALCULATION_WORDS,
  DICTIONARY_COLUMNS,
  DIRECTION_WORDS,
  dictionaryColumn,
  type DictionaryColumn,
} from './dictionary-words';
import { unitCell } from './currency';
import type { Unit } from './kpi';
import type { KpiDraft } from './kpi-draft';
import { numberFormatOfUnit } from './propose';

const THRESHOLD_COLUMNS: readonly DictionaryColumn[] = ['objective', 'green', 'greenHigh', 'amber', 'amberHigh'];

const numberOrEmpty = (value: number | null): CellDraft => (value === null ? { empty: true } : { number: value });

type RowRequest = { language: Language; version: number; date1904?: boolean };

/** The cells of a KPI's row. The owner and the objective that it serves are for people to fill in. */
export const dictionaryCells = (draft: KpiDraft, request: RowRequest): Record<DictionaryColumn, CellDraft> => {
  const { language, version, date1904 = false } = request;
  const { yes, no } = vocabulary(language);
  const held = draft.green !== null && draft.amber !== null;
  return {
    id: { text: draft.id },
    label: { text: draft.label.trim() },
    unit: { text: unitCell(draft.unit, draft.currency, language) },
    direction: { text: DIRECTION_WORDS[language][draft.direction] },
    aggregation: { text: CALCULATION_WORDS[language][draft.calculation] },
    numerator: { text: draft.numerator.trim() },
    denominator: { text: draft.denominator.trim() },
    objective: numberOrEmpty(draft.objective),
    green: numberOrEmpty(draft.green),
    greenHigh: numberOrEmpty(draft.greenHigh),
    amber: numberOrEmpty(draft.amber),
    amberHigh: numberOrEmpty(draft.amberHigh),
    key: { text: draft.key ? yes : no },
    internal: { text: draft.internal ? yes : no },
    confirmed: { text: held ? (draft.confirmed ? yes : no) : '' },
    owner: { empty: true },
    serves: { empty: true },
    validFrom: draft.validFrom === null ? { empty: true } : { number: toHostSerial(draft.validFrom, date1904) },
    version: { number: version },
  };
};

/** Formats of a KPI's row: thresholds in its unit, its date as one. `column` is the sheet column of the table's first. */
export const rowStyles = (
  unit: Unit,
  row: number,
  column: number,
  placeOf: (column: DictionaryColumn) => number = dictionaryColumn,
): StyleDraft[] => [
  ...THRESHOLD_COLUMNS.map((threshold): StyleDraft => ({
    area: { row, column: column + placeOf(threshold), rows: 1, columns: 1 },
    style: { numberFormat: unit === 'percent' ? '0.##%' : numberFormatOfUnit(unit), fill: '#FFF9E5' },
  })),
  {
    area: { row, column: column + placeOf('validFrom'), rows: 1, columns: 1 },
    style: { numberFormat: 'dd/mm/yyyy' },
  },
];

/** Rows of KPIs that stay away from the client are grey: they say so by their look as soon as somebody types yes. */
export const internalRows = (
  first: number,
  rows: number,
  language: Language,
  columns: readonly (DictionaryColumn | null)[] = DICTIONARY_COLUMNS,
  column = 0,
): readonly ConditionalFormatDraft[] => {
  const place = columns.indexOf('internal');
  if (place < 0) return [];
  const internal = `$${columnName(column + place)}${String(first + 1)}`;
  return [
    {
      area: { row: first, column, rows, columns: columns.length },
      formula: `=${internal}="${vocabulary(language).yes}"`,
      style: { fontColor: '#6B7280', fill: '#EEF0F3' },
    },
  ];
};
