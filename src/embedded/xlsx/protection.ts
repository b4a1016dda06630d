/** Office.js's name of what a protected sheet allows, to the file's flag, which says the opposite; and the file's default. */
export const protectionFlags: readonly (readonly [option: string, flag: string, isLockedByDefault: boolean])[] = [
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowSort', 'sort', true],
  ['allowAutoFilter', 'autoFilter', true],
  ['allowPivotTables', 'pivotTables', true],
];
