import { proposeColumns, type Proposal } from '../consolidation/propose';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import { readDictionary } from './dictionary';
import { columnsOfKpis, proposeKpis } from './propose';

/**
 * What to consolidate when nobody names a rule: the dictionary's KPIs where the workbook has one, else the catalogue's that
 * the table can give; then the table's other figures. A rule that a KPI has already is not repeated under its column's name.
 */
export const columnsToConsolidate = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Proposal => {
  const proposed = proposeKpis(table, language);
  const kpis = columnsOfKpis(readDictionary(workbook, table, proposed) ?? proposed);
  const rules = new Set(kpis.map(({ rule }) => JSON.stringify(rule)));
  const { columns, problems } = proposeColumns(table, language);
  return { columns: [...kpis, ...columns.filter(({ rule }) => !rules.has(JSON.stringify(rule)))], problems };
};
