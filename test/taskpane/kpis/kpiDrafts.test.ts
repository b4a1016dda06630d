import { EMPTY_KPI } from '../../../src/core/kpi/kpi-draft';
import { draftName, keptKpi } from '../../../src/taskpane/kpis/kpiDrafts';
import { formOf } from '../../../src/taskpane/kpis/kpiForm';

const form = formOf({ ...EMPTY_KPI, label: 'Taux de décroché', green: 0.8 }, 'fr');
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

test('a form comes back as it was typed', () => {
  expect(keptKpi(again({ form, open: true }))).toEqual({ form, open: true });
  expect(keptKpi(again({ form, open: false }))?.open).toBe(false);
});

test.each<[string, unknown]>([
  ['a form without a field that there is by now', { form: { ...form, draft: { ...form.draft, unit: undefined } }, open: true }],
  ['a form without its bounds', { form: { ...form, bounds: {} }, open: true }],
  ['a form alone', form],
  ['nothing', null],
])('%s is none', (_name, stored) => {
  expect(keptKpi(again(stored))).toBeNull();
});

test('a KPI that has no id yet has a draft of its own', () => {
  expect([draftName(''), draftName('in_qs')]).toEqual(['new', 'in_qs']);
});
