import type { Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import type { CalculationText } from './calculation';
import { textOfRule } from './calculation-text';
import type { Currency } from '../words/currency';
import type { Direction, Kpi, Thresholds, Unit } from './kpi';

/**
 * A KPI as its form has it, before anything is checked: the dictionary's row without its version. Texts as typed; numbers in
 * the KPI's unit, percentages as fractions, null where nothing is typed; `validFrom` is a serial of the 1900 system.
 */
export type KpiDraft = CalculationText & {
  /** Empty for a new KPI: made from its label. */
  id: string;
  label: string;
  unit: Unit;
  /** What its amounts are in, where that is known. */
  currency?: Currency;
  direction: Direction;
  objective: number | null;
  green: number | null;
  greenHigh: number | null;
  amber: number | null;
  amberHigh: number | null;
  key: boolean;
  internal: boolean;
  /** The user has confirmed the thresholds. */
  confirmed: boolean;
  validFrom: number | null;
};

/** A form with nothing typed yet: a rate, better when higher. */
export const EMPTY_KPI: KpiDraft = {
  id: '',
  label: '',
  unit: 'percent',
  direction: 'higher',
  calculation: 'ratio',
  numerator: '',
  denominator: '',
  objective: null,
  green: null,
  greenHigh: null,
  amber: null,
  amberHigh: null,
  key: false,
  internal: false,
  confirmed: true,
  validFrom: null,
};

/** A KPI as its form shows it, its calculation over the table's headers. */
export const kpiDraftOf = (kpi: Kpi, table: DetectedTable, language: Language): KpiDraft => ({
  ...textOfRule(kpi.rule, table, language),
  id: kpi.id,
  label: kpi.label,
  unit: kpi.unit,
  ...(kpi.currency && { currency: kpi.currency }),
  direction: kpi.direction,
  objective: kpi.objective,
  green: kpi.thresholds?.green ?? null,
  greenHigh: kpi.thresholds?.greenHigh ?? null,
  amber: kpi.thresholds?.amber ?? null,
  amberHigh: kpi.thresholds?.amberHigh ?? null,
  key: kpi.key,
  internal: kpi.internal,
  confirmed: kpi.thresholds !== null && !kpi.thresholdsProposed,
  validFrom: null,
});

/** The KPI that a checked form makes, with the rule of its calculation. */
export const kpiOfDraft = (draft: KpiDraft, rule: Rule): Kpi => {
  const thresholds = thresholdsOf(draft);
  return {
    id: draft.id,
    label: draft.label.trim(),
    unit: draft.unit,
    ...(draft.unit === 'currency' && draft.currency && { currency: draft.currency }),
    direction: draft.direction,
    rule,
    objective: draft.objective,
    thresholds,
    thresholdsProposed: thresholds !== null && !draft.confirmed,
    key: draft.key,
    internal: draft.internal,
  };
};

/** The thresholds of a form or a row; null while one of the two is missing. */
export const thresholdsOf = ({
  green,
  greenHigh,
  amber,
  amberHigh,
}: Pick<KpiDraft, 'green' | 'greenHigh' | 'amber' | 'amberHigh'>): Thresholds | null =>
  green === null || amber === null
    ? null
    : { green, amber, ...(greenHigh !== null && { greenHigh }), ...(amberHigh !== null && { amberHigh }) };
