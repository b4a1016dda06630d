import { readFileSync } from 'node:fs';
import { apiSetsPath, readApiSets, typingsPath } from '../../../assets/apiSets';
import { Requirements, type ApiSets } from '../../../src/embedded/richapi/requirements';

const committed = JSON.parse(readFileSync(apiSetsPath, 'utf8')) as ApiSets;

test('the committed sets are those of the installed typings', () => {
  expect(readApiSets(readFileSync(typingsPath, 'utf8'))).toEqual(committed);
});

test.each([
  ['Range', 'values', '1.1', '1.0'],
  ['Range', 'getUsedRangeOrNullObject', '1.4', '1.3'],
  ['Worksheet', 'pageLayout', '1.9', '1.8'],
  ['Worksheet', 'customProperties', '1.12', '1.11'],
  ['ConditionalFormat', 'changeRuleToCustom', '1.17', '1.16'],
  ['Table', 'resize', '1.13', '1.12'],
  ['Worksheet', 'onChanged', '1.7', '1.6'],
])('%s.%s needs ExcelApi %s', (className, member, needed, before) => {
  expect(new Requirements(committed, { ExcelApi: needed }).allows(className, member)).toBe(true);
  expect(new Requirements(committed, { ExcelApi: before }).allows(className, member)).toBe(false);
});

test('what only Excel on the web or on the desktop has is refused', () => {
  const requirements = new Requirements(committed, { ExcelApi: '1.21' });
  expect(requirements.allows('Worksheet', 'namedSheetViews')).toBe(false);
  expect(requirements.allows('Range', 'showPrecedents')).toBe(false);
});

test('overloads of one method exist since the first of them', () => {
  const typings = `declare namespace Excel {
    /** [Api set: ExcelApi 1.2] */
    class Thing {
      /** [Api set: ExcelApi 1.10] */
      go(far: number): void;
      /** [Api set: ExcelApi 1.9] */
      go(): void;
      /** Without a set of its own. */
      stay(): void;
      load(): void;
    }
  }`;
  expect(readApiSets(typings)).toEqual({ Thing: { 'ExcelApi 1.2': 'stay', 'ExcelApi 1.9': 'go' } });
});
