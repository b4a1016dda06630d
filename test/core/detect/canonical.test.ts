import { detect } from '../../../src/core/detect/detect';
import type { DetectedColumn } from '../../../src/core/detect/detected';
import { measureHeader, MEASURES, natureOf } from '../../../src/core/detect/synonyms';
import type { Language } from '../../../src/core/meteo/content';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

/** What a row of a measure holds, by what the measure counts. */
const VALUES: Record<NonNullable<ReturnType<typeof natureOf>>, (row: number) => CellValue> = {
  count: (row) => 40 + ((row * 7) % 13),
  amount: (row) => 1200.5 + row * 3,
  duration: (row) => 300 + ((row * 11) % 60),
  rate: (row) => 0.5 + (row % 7) / 20,
  score: (row) => 3 + (row % 5) / 4,
  number: (row) => 4 + (row % 3),
  identifier: (row) => `REF-${String(1000 + row)}`,
};

const detected = (language: Language): ReadonlyMap<string, DetectedColumn> => {
  const rows = Array.from({ length: 30 }, (_, row): CellValue[] => [
    46_027 + row,
    ...MEASURES.map((measure) => VALUES[natureOf(measure) ?? 'number'](row)),
  ]);
  const grid = [['Date', ...MEASURES.map((measure) => measureHeader(measure, language))], ...rows];
  const [table] = detect(workbookOf(sheetOf('Données', grid, { formats: { 0: 'dd/mm/yyyy' } }))).tables;
  return new Map(MEASURES.map((measure, index) => [measure, table?.columns[index + 1]] as [string, DetectedColumn]));
};

describe.each<Language>(['fr', 'en'])('a column under the header of its measure, in %s,', (language) => {
  const found = detected(language);
  test.each(MEASURES)('is %s', (measure) => {
    expect(found.get(measure)?.measure).toBe(measure);
  });
});
