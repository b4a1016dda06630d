import type { DetectedTable } from '../../../src/core/detect/detected';
import { EMPTY_KPI, type KpiDraft } from '../../../src/core/kpi/kpi-draft';
import { boundWords, boundsOf, checkForm, formOf, type KpiForm } from '../../../src/taskpane/kpis/kpiForm';
import { kpiStrings } from '../../../src/taskpane/kpis/strings';
import { dateTyped, numberTyped, typedNumber } from '../../../src/taskpane/kpis/typed';

const column = (place: number, header: string, measure?: string) => ({
  column: place,
  header,
  type: 'count' as const,
  ...(measure !== undefined && { measure }),
  confidence: 0.9,
  reason: 'header' as const,
  sample: '1',
});
const TABLE: DetectedTable = {
  sheet: 'Suivi',
  visibility: 'visible',
  kind: 'daily',
  headerRow: 0,
  firstRow: 1,
  lastRow: 60,
  firstColumn: 0,
  lastColumn: 2,
  dateColumn: 0,
  dateWriting: 'real',
  columns: [column(1, 'Reçus', 'appels_recus'), column(2, 'Traités', 'appels_traites')],
  confidence: 0.9,
  reason: 'one-row-a-date',
};

const RATE: KpiDraft = { ...EMPTY_KPI, label: 'Taux', numerator: '[Traités]', denominator: '[Reçus]' };
const form = (draft: Partial<KpiDraft>, bounds: Partial<KpiForm['bounds']> = {}): KpiForm => {
  const start = formOf({ ...RATE, ...draft }, 'fr');
  return { ...start, bounds: { ...start.bounds, ...bounds } };
};
const check = (typed: KpiForm) => checkForm(typed, TABLE, [{ id: 'x', label: 'Déjà pris' }], kpiStrings.fr, 'fr');

test('a form that is right is a KPI, its thresholds fractions', () => {
  const { draft, faults } = check(form({}, { green: '80', amber: '70,5 %' }));
  expect([...faults]).toEqual([]);
  expect(draft).toMatchObject({ green: 0.8, amber: 0.705, objective: 0.8, greenHigh: null });
});

test.each<[string, KpiForm, string]>([
  ['no name', form({ label: ' ' }), 'label'],
  ['a name that is taken', form({ label: 'déjà pris' }), 'label'],
  ['a column that is not there', form({ numerator: '[Perdus]' }), 'numerator'],
  ['no denominator', form({ denominator: '' }), 'denominator'],
  ['an alert on the wrong side', form({}, { green: '80', amber: '85' }), 'amber'],
  ['a threshold that is no number', form({}, { green: 'beaucoup', amber: '70' }), 'green'],
  ['a date that is none', { ...form({}), validFrom: '31/02/2026' }, 'validFrom'],
  ['a total in percent', form({ calculation: 'sum' }), 'unit'],
])('%s is said under its field', (_name, typed, field) => {
  const { faults } = check(typed);
  expect([...faults.keys()]).toContain(field);
  expect([...faults.values()].every((text) => text.endsWith('.'))).toBe(true);
});

test('fields that are not shown do not count', () => {
  const { draft, faults } = check(form({ calculation: 'count', unit: 'count', direction: 'neutral' }, { green: 'x' }));
  expect([...faults]).toEqual([]);
  expect(draft).toMatchObject({ numerator: '', denominator: '', green: null });
});

test.each([
  ['higher', ['green', 'amber']],
  ['range', ['green', 'amber', 'greenHigh', 'amberHigh']],
  ['neutral', []],
] as const)('%s asks for its bounds', (direction, bounds) => {
  expect(boundsOf({ ...RATE, direction })).toEqual(bounds);
});

test.each([
  ['80', 'percent', 0.8],
  ['80,5 %', 'percent', 0.805],
  ['1 234,5', 'count', 1234.5],
  ['\u22123', 'number', -3],
  ['', 'count', null],
] as const)('%s in %s is %s', (text, unit, value) => {
  expect(numberTyped(text, unit)).toEqual({ ok: true, value });
});

test.each([
  [0.805, 'percent', 'fr', '80,5'],
  [0.07, 'percent', 'en', '7'],
  [null, 'count', 'fr', ''],
] as const)('%s in %s is shown as typed', (value, unit, language, text) => {
  expect(typedNumber(value, unit, language)).toBe(text);
});

test('days are typed day first', () => {
  expect(dateTyped('01/01/2026')).toEqual({ ok: true, value: 46_023 });
  expect(dateTyped('')).toEqual({ ok: true, value: null });
  expect(dateTyped('demain')).toEqual({ ok: false });
});

test.each([
  ['higher', ['Conforme à partir de', 'Alerte au-dessous de']],
  ['lower', ['Conforme jusqu’à', 'Alerte au-dessus de']],
  ['range', ['Conforme à partir de', 'Alerte au-dessous de', 'Conforme jusqu’à', 'Alerte au-dessus de']],
] as const)('limits are named by the side that is bad: %s', (direction, words) => {
  const draft: KpiDraft = { ...EMPTY_KPI, direction };
  expect(boundsOf(draft).map((bound) => kpiStrings.fr.fields[boundWords(bound, draft)])).toEqual(words);
});
