import { readMeasure, readRule } from '../../src/cli/ruleText';
import type { DetectedColumn, DetectedTable } from '../../src/core/detect/detected';

const headers = ['Date', 'Reçus', 'Décrochés', 'Coût / appel', 'D'];
const columns = headers.map((header, index): DetectedColumn => ({
  column: index + 1,
  header,
  type: 'count',
  confidence: 1,
  reason: 'header',
  sample: '',
}));
/** B5:F9, headers Date, Reçus, Décrochés, Coût / appel, D. */
const table: DetectedTable = {
  sheet: 'Suivi',
  visibility: 'visible',
  kind: 'daily',
  headerRow: 4,
  firstRow: 5,
  lastRow: 8,
  firstColumn: 1,
  lastColumn: 5,
  dateColumn: 1,
  dateWriting: 'real',
  columns,
  confidence: 1,
  reason: 'one-row-a-date',
};

test.each([
  ['count', { kind: 'count' }],
  ['sum:C', { kind: 'sum', column: 2 }],
  ['sum:Reçus', { kind: 'sum', column: 2 }],
  ['sum:  reçus ', { kind: 'sum', column: 2 }],
  ['mean:D', { kind: 'mean', column: 5 }],
  ['last:E', { kind: 'last', column: 4 }],
  ['distinct:C', { kind: 'distinct', column: 2 }],
  ['countif:C=Oui = oui', { kind: 'countWhere', column: 2, text: 'Oui = oui' }],
  ['ratio:Décrochés/Reçus', { kind: 'ratio', numerator: { kind: 'sum', column: 3 }, denominator: { kind: 'sum', column: 2 } }],
  ['ratio:Coût / appel/count', { kind: 'ratio', numerator: { kind: 'sum', column: 4 }, denominator: { kind: 'count' } }],
  [
    'ratio:countif(C=Y)/count',
    { kind: 'ratio', numerator: { kind: 'countWhere', column: 2, text: 'Y' }, denominator: { kind: 'count' } },
  ],
  ['wmean:E*C', { kind: 'weightedMean', value: 4, weight: 2 }],
])('%s is understood', (text, rule) => {
  expect(readRule(text, table)).toEqual({ ok: true, value: rule, problems: [] });
});

test.each([
  ['sum:Perdus', 'column-not-found'],
  ['sum:Z', 'column-not-found'],
  ['ratio:Perdus/Reçus', 'column-not-found'],
  ['average:C', 'rule-invalid'],
  ['ratio:C', 'rule-invalid'],
  ['countif:C', 'rule-invalid'],
  ['', 'rule-invalid'],
])('%s is refused', (text, code) => {
  expect(readRule(text, table)).toMatchObject({ ok: false, problem: { code } });
});

test('a measure is a name and a rule, the first equals sign between them', () => {
  expect(readMeasure('taux=ratio:countif(C=Y)/count')).toEqual({ name: 'taux', rule: 'ratio:countif(C=Y)/count' });
  expect(readMeasure('sum:C')).toBeNull();
  expect(readMeasure('=sum:C')).toBeNull();
});
