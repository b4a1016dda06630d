import type { Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { measureHeader, measureOfHeader } from '../detect/synonyms';
import type { Kpi } from '../kpi/kpi';
import { measuresOf } from '../kpi/measures';
import type { Language } from '../meteo/content';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { TEMPLATE_DOMAINS, type TemplateDomain, type TemplateMeasure } from '../template/domains';
import { FLASH_TABLE, flashContent } from '../template/flash-table';
import { headerOfMeasure } from '../template/measures';

/** A count since the opening, as the table calls it. */
export type FlashMeasure = {
  id: TemplateMeasure;
  label: string;
  /** How the source counts it; null where it does not. */
  rule: Rule | null;
};

/** What a rate of a flash point is held to, as far as it is read here. */
export type FlashRated = Pick<Kpi, 'id' | 'label' | 'unit' | 'direction' | 'objective' | 'thresholds' | 'thresholdsProposed'>;

/** A rate of a flash point; `top` and `bottom` are places among the measures. */
export type FlashKpi = { kpi: FlashRated; top: number; bottom: number };

/** What a workbook's flash points count, the volume first, and the rates that they make. */
export type FlashSubject = { domain: TemplateDomain; measures: readonly FlashMeasure[]; kpis: readonly FlashKpi[] };

/** More figures than these are no flash. */
const MOST_KPIS = 5;
/** Fewer columns of a domain say nothing of whose flash points a table holds. */
const LEAST_COLUMNS = 2;

/** The domain whose counts a workbook's flash table has, whatever was added to it. */
const domainOfTable = (workbook: WorkbookSnapshot): TemplateDomain | null => {
  const found = findTable(workbook, FLASH_TABLE);
  const held = found?.table.columns.map((header) => measureOfHeader(header)?.measure) ?? [];
  const has = (domain: TemplateDomain): boolean =>
    (flashContent(domain)?.measures ?? []).filter((measure) => held.includes(measure)).length >= LEAST_COLUMNS;
  return TEMPLATE_DOMAINS.find(has) ?? null;
};

const sameRule = (one: Rule, other: Rule | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** KPIs of the dictionary that are one of the counts over another, by what they are computed from; internal ones are not told. */
const kpisOver = (measures: readonly FlashMeasure[], kpis: readonly Kpi[]): FlashKpi[] =>
  kpis.flatMap((kpi): FlashKpi[] => {
    const { rule } = kpi;
    if (rule.kind !== 'ratio' || kpi.internal) return [];
    const top = measures.findIndex((measure) => sameRule(rule.numerator, measure.rule));
    const bottom = measures.findIndex((measure) => sameRule(rule.denominator, measure.rule));
    return top < 0 || bottom < 0 || top === bottom ? [] : [{ kpi, top, bottom }];
  });

/**
 * What a flash point of a workbook counts: what its flash table has, else the counts of the first domain that its daily table
 * gives all of. Its rates are the dictionary's, key ones first, at most five; where the dictionary has none of them, the
 * template's, held to nothing. null where the table gives no domain's counts.
 */
export const flashSubject = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  kpis: readonly Kpi[],
  language: Language,
): FlashSubject | null => {
  const rules = measuresOf(table, null);
  const given = (domain: TemplateDomain): boolean =>
    flashContent(domain)?.measures.every((measure) => rules.sum(measure) !== null) ?? false;
  const domain = domainOfTable(workbook) ?? TEMPLATE_DOMAINS.find(given);
  const content = domain && flashContent(domain);
  if (!domain || !content) return null;
  const measures = content.measures.map((id): FlashMeasure => {
    const header = rules.column(id)?.header.replace(/\s+/g, ' ').trim() ?? '';
    return { id, label: header === '' ? headerOfMeasure(id, language) : header, rule: rules.sum(id) };
  });
  const known = kpisOver(measures, kpis).sort((one, other) => keyFirst(one, kpis) - keyFirst(other, kpis));
  const own = content.rates.map(({ label, top, bottom, format }): FlashKpi => ({
    kpi: {
      id: `flash ${top} ${bottom}`,
      label: label[language],
      unit: format.endsWith('%') ? 'percent' : 'number',
      direction: 'higher',
      objective: null,
      thresholds: null,
      thresholdsProposed: false,
    },
    top: content.measures.indexOf(top),
    bottom: content.measures.indexOf(bottom),
  }));
  return { domain, measures, kpis: (known.length > 0 ? known : own).slice(0, MOST_KPIS) };
};

const keyFirst = ({ kpi: { id } }: FlashKpi, kpis: readonly Kpi[]): number => (kpis.find((kpi) => kpi.id === id)?.key ? 0 : 1);

/** The place of a count by a name that somebody typed: its label, its header in either language, or its measure; −1 for none. */
export const measureNamed = ({ measures }: FlashSubject, name: string): number => {
  const wanted = name.trim().toLowerCase();
  const namesOf = ({ id, label }: FlashMeasure): string[] => [
    id,
    label,
    ...(['fr', 'en'] as const).flatMap((language) => [measureHeader(id, language), headerOfMeasure(id, language)]),
  ];
  return measures.findIndex((measure) => namesOf(measure).some((known) => known.toLowerCase() === wanted));
};
