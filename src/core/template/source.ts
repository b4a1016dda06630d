import { currenciesOf } from '../detect/currency';
import type { DetectedColumn, DetectedTable, Detection } from '../detect/detected';
import { measureOfHeader } from '../detect/synonyms';
import { proposeKpisSteps } from '../kpi/propose';
import type { Language } from '../meteo/content';
import type { TableSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
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
function* isOfDomain(table: DetectedTable, domain: TemplateDomain, language: Language): Steps<boolean> {
  const kpis = yield* proposeKpisSteps(table, language, CATALOGUE_DOMAIN[domain]);
  if (kpis.length >= LEAST_KPIS || table.kind !== 'events') return kpis.length >= LEAST_KPIS;
  const [likeliest] = yield* proposeKpisSteps(table, language);
  return likeliest !== undefined && kpis.some(({ id }) => id === likeliest.id);
}

/** The user's own table that gives the domain's KPIs; null when there is none. */
export function* ownSource(detection: Detection, domain: TemplateDomain, language: Language): Steps<DetectedTable | null> {
  for (const table of detection.tables) {
    const isOurs = table.table?.toLowerCase() === DATA_TABLE.toLowerCase();
    if (table.dateColumn === null || table.reason === 'duplicate' || isOurs) continue;
    if (yield* isOfDomain(table, domain, language)) return table;
    yield undefined;
  }
  return null;
}
