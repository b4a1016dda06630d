import { currenciesOf } from '../detect/currency';
import type { DetectedColumn, DetectedTable, Detection } from '../detect/detected';
import { measureOfHeader } from '../detect/synonyms';
import { proposeKpis } from '../kpi/propose';
import type { Language } from '../meteo/content';
import type { TableSnapshot } from '../sheet/snapshot';
import { DATA_TABLE, measuresOfDomain } from './data-table';
import { CATALOGUE_DOMAIN, type TemplateDomain } from './domains';
import { unitOfMeasure } from './measures';

const column = (place: number, header: string, domain: TemplateDomain): DetectedColumn => {
  const measure = measuresOfDomain(domain).find((candidate) => measureOfHeader(header)?.measure === candidate);
  const base = { column: place, header, sample: '', reason: 'header' as const };
  if (measure === undefined) return { ...base, type: 'text', confidence: 0.5 };
  const unit = unitOfMeasure(measure);
  const duration = unit === 'seconds' || unit === 'minutes' || unit === 'hours' ? unit : undefined;
  const type = duration ? 'duration' : unit === 'euros' || unit === 'budget' ? 'amount' : 'count';
  const currencies = type === 'amount' ? currenciesOf(header, []) : [];
  return {
    ...base,
    type,
    measure,
    confidence: 0.95,
    ...(duration && { duration }),
    ...(currencies.length > 0 && { currencies }),
  };
};

/** `tblDonnees` as detection will find it once it is filled: what its KPIs are made of is known before there is a row. */
export const dataAsDetected = (
  sheet: string,
  headers: readonly string[],
  place: Pick<TableSnapshot['area'], 'row' | 'column'>,
  domain: TemplateDomain,
): DetectedTable => ({
  sheet,
  visibility: 'visible',
  table: DATA_TABLE,
  kind: 'daily',
  headerRow: place.row,
  firstRow: place.row + 1,
  lastRow: place.row + 1,
  firstColumn: place.column,
  lastColumn: place.column + headers.length - 1,
  dateColumn: place.column,
  dateWriting: 'real',
  columns: headers.map((header, index) => column(place.column + index, header, domain)),
  confidence: 1,
  reason: 'one-row-a-date',
});

/** Fewer KPIs than these say nothing about what a table of figures is about. */
const LEAST_KPIS = 2;

/** Two KPIs of the domain tell, or a single one of a log of calls or tickets when no other domain has more of them. */
const isOfDomain = (table: DetectedTable, domain: TemplateDomain, language: Language): boolean => {
  const kpis = proposeKpis(table, language, CATALOGUE_DOMAIN[domain]);
  if (kpis.length >= LEAST_KPIS || table.kind !== 'events') return kpis.length >= LEAST_KPIS;
  const [likeliest] = proposeKpis(table, language);
  return likeliest !== undefined && kpis.some(({ id }) => id === likeliest.id);
};

/** The user's own table that gives the domain's KPIs; null when there is none. */
export const ownSource = (detection: Detection, domain: TemplateDomain, language: Language): DetectedTable | null =>
  detection.tables.find(
    (table) =>
      table.dateColumn !== null &&
      table.reason !== 'duplicate' &&
      table.table?.toLowerCase() !== DATA_TABLE.toLowerCase() &&
      isOfDomain(table, domain, language),
  ) ?? null;
