import { systemLanguage, workbookLanguage } from '../../src/cli/language';
import type { CellValue, Grid, TableSnapshot, WorkbookSnapshot } from '../../src/core/sheet/snapshot';

const workbook = (values: Grid<CellValue>, tables: readonly TableSnapshot[] = []): WorkbookSnapshot => ({
  sheets: [
    {
      name: 'S',
      position: 0,
      visibility: 'visible',
      protected: false,
      used: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
      values,
      numberFormats: [],
      tables,
    },
  ],
  names: [],
  date1904: false,
  structureProtected: false,
  readOnly: false,
});

const settings: TableSnapshot = {
  name: 'tblParam',
  area: { row: 0, column: 0, rows: 2, columns: 2 },
  hasHeaders: true,
  hasTotals: false,
  columns: ['Clé', 'Valeur'],
};

test.each([
  ['French headers', [['Date', 'Appels reçus', 'Décrochés']], 'fr'],
  ['English headers', [['Date', 'Total calls', 'Answer rate']], 'en'],
  ['headers that are neither', [['A', 'B', 'C']], null],
])('%s', (_, values, language) => {
  expect(workbookLanguage(workbook(values))).toBe(language);
});

test('what the settings say wins over what the headers are written in', () => {
  expect(
    workbookLanguage(
      workbook(
        [
          ['Clé', 'Valeur'],
          ['langue', 'en'],
        ],
        [settings],
      ),
    ),
  ).toBe('en');
});

test.each([
  [{ LC_ALL: 'fr_FR.UTF-8', LANG: 'en_US.UTF-8' }, 'fr'],
  [{ LANG: 'fr_CA' }, 'fr'],
  [{ LC_MESSAGES: 'C', LANG: 'fr_FR' }, 'en'],
] as const)('the system says %p', (environment, language) => {
  expect(systemLanguage(environment)).toBe(language);
});
