import type { DetectedTable } from '../detect/detected';
import { MEASURES } from '../detect/synonyms';
import { CATALOGUE, type Domain } from './catalogue';

/** Measures that the KPIs of each domain are made of. */
const measuresByDomain = (): ReadonlyMap<Domain, readonly string[]> => {
  const found = new Map<Domain, Set<string>>();
  for (const { domain, numerator, denominator } of CATALOGUE) {
    const measures = found.get(domain) ?? new Set<string>();
    for (const word of `${numerator} ${denominator ?? ''}`.match(/\w+/g) ?? []) if (MEASURES.includes(word)) measures.add(word);
    found.set(domain, measures);
  }
  return new Map([...found].map(([domain, measures]) => [domain, [...measures]]));
};

/**
 * Measures to offer for a table's columns: those of the domain that its columns speak of most, then those it holds besides.
 * A table of calls offers `appels_recus`, `appels_traites` and the like; none of a project's budget.
 */
export const measuresToOffer = (table: DetectedTable): readonly string[] => {
  const held = table.columns.flatMap(({ measure }) => measure ?? []);
  let best: readonly string[] = [];
  let most = -1;
  for (const measures of measuresByDomain().values()) {
    const count = held.filter((measure) => measures.includes(measure)).length;
    if (count > most) [best, most] = [measures, count];
  }
  return [...new Set([...best, ...held])];
};
