import type { Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { plainText } from '../detect/words';
import { ruleOfText } from './calculation';
import { currencyList } from '../words/currency';
import { currenciesOfRule } from './currency';
import type { CalculationFault } from './compile';
import type { KpiDraft } from './kpi-draft';
import type { Unit } from './kpi';

/** What is wrong in one field of a KPI's form, or in one cell of its row. `words/kpi-issues` says it. */
export type KpiIssue =
  | CalculationFault
  | { field: 'label' | 'id'; code: 'missing' }
  | { field: 'label' | 'id'; code: 'taken'; name: string }
  /** A cell of the dictionary holds a word that is none of its list. */
  | { field: 'unit' | 'direction' | 'calculation'; code: 'unknown-word'; name: string }
  | { field: 'unit'; code: 'percent-of-total' }
  /** Parts of one figure in several currencies; a row that says another currency than its source. */
  | { field: 'numerator'; code: 'currencies'; name: string }
  | { field: 'unit'; code: 'other-currency'; name: string; found: string }
  | { field: 'green' | 'amber' | 'greenHigh' | 'amberHigh'; code: 'bound-missing' }
  /** A bound on the wrong side of the one that it goes with. */
  | { field: 'amber' | 'amberHigh' | 'greenHigh'; code: 'above' | 'below'; limit: number; unit: Unit }
  | { field: 'validFrom'; code: 'date-missing' }
  | { field: 'validFrom'; code: 'not-after'; date: number };

export type KpiField = KpiIssue['field'];

/** Calculations whose figure is a number of things or an amount, never a part of something. */
const isTotal = ({ kind }: Rule): boolean => ['sum', 'count', 'countWhere', 'distinct', 'product'].includes(kind);

type Bounds = Pick<KpiDraft, 'direction' | 'unit' | 'green' | 'greenHigh' | 'amber' | 'amberHigh'>;

/** Thresholds in the order that their direction asks for; a bound without the one that it goes with. */
export const checkThresholds = ({ direction, unit, green, greenHigh, amber, amberHigh }: Bounds): readonly KpiIssue[] => {
  if (direction === 'neutral') return [];
  if (green === null && amber === null && greenHigh === null && amberHigh === null) return [];
  if (green === null) return [{ field: 'green', code: 'bound-missing' }];
  if (amber === null) return [{ field: 'amber', code: 'bound-missing' }];
  if (direction === 'higher') return amber < green ? [] : [{ field: 'amber', code: 'below', limit: green, unit }];
  if (direction === 'lower') return amber > green ? [] : [{ field: 'amber', code: 'above', limit: green, unit }];
  if (greenHigh === null) return [{ field: 'greenHigh', code: 'bound-missing' }];
  if (amberHigh === null) return [{ field: 'amberHigh', code: 'bound-missing' }];
  return [
    ...(amber < green ? [] : [{ field: 'amber', code: 'below', limit: green, unit } as const]),
    ...(greenHigh > green ? [] : [{ field: 'greenHigh', code: 'above', limit: green, unit } as const]),
    ...(amberHigh > greenHigh ? [] : [{ field: 'amberHigh', code: 'above', limit: greenHigh, unit } as const]),
  ];
};

/** A KPI of the workbook as far as another may collide with it. */
export type KnownKpi = { id: string; label: string };

const same = (one: string, other: string): boolean => plainText(one) === plainText(other) && plainText(one) !== '';

/**
 * What is wrong with a KPI, field by field, while it is typed: nothing when it can be added to the dictionary. `known` are
 * the dictionary's other KPIs. A sum of rates, of words or of a stock is no figure of a period, and is refused here.
 */
export const checkKpi = (draft: KpiDraft, table: DetectedTable, known: readonly KnownKpi[] = []): readonly KpiIssue[] => {
  const others = known.filter(({ id }) => id !== draft.id);
  const issues: KpiIssue[] = [];
  if (draft.label.trim() === '') issues.push({ field: 'label', code: 'missing' });
  else if (others.some(({ label }) => same(label, draft.label)))
    issues.push({ field: 'label', code: 'taken', name: draft.label.trim() });
  const made = ruleOfText(draft, table);
  if (!made.ok) issues.push(made.fault);
  else if (draft.unit === 'percent' && isTotal(made.rule)) issues.push({ field: 'unit', code: 'percent-of-total' });
  const currencies = made.ok ? currenciesOfRule(made.rule, table) : [];
  if (currencies.length > 1) issues.push({ field: 'numerator', code: 'currencies', name: currencyList(currencies) });
  return [...issues, ...checkThresholds(draft)];
};

/** An id for a new KPI, from its label, that no other has: `taux_de_rappel`. */
export const idFor = (label: string, taken: readonly string[]): string => {
  const stem =
    plainText(label)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'kpi';
  let id = stem;
  for (let copy = 2; taken.some((other) => other.toLowerCase() === id); copy++) id = `${stem}_${String(copy)}`;
  return id;
};
