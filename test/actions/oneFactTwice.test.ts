import type { Kpi, Thresholds } from '../../src/core/kpi/kpi';
import type { MeteoPage } from '../../src/core/meteo/page';
import { make } from '../scenarios/scenario';
import { calls } from '../scenarios/service';

/** A service in which every call that is not answered is abandoned, 83 % answered. */
const sheet = calls({ weeks: 12, answered: () => 0.83, abandoned: () => 1 });

const abandonment = (thresholds: Thresholds) => (proposed: readonly Kpi[]) =>
  proposed.map((kpi) => (kpi.id === 'in_abandon_rate' ? { ...kpi, thresholds, objective: thresholds.green } : kpi));

const statusesOf = ({ content: { green } }: MeteoPage): readonly string[] => [
  green.status.status,
  ...green.rows.filter(({ id }) => id === 'in_abandon_rate').map(({ status }) => status.status),
];

test('a page of proposed thresholds says one level for one fact, and has nothing to remark', async () => {
  const { page, problems, book } = await make({ name: 'proposed', title: '', sheet, kpis: (proposed) => proposed });
  expect(statusesOf(page)).toEqual(['amber', 'amber']);
  expect(problems.map(({ code }) => code)).not.toContain('one-fact-twice');
  book.close();
});

test('a dictionary that holds two measures keeps them, and whoever makes the page is told at which cell', async () => {
  const { page, problems, book } = await make({
    name: 'typed',
    title: '',
    sheet,
    kpis: abandonment({ green: 0.05, amber: 0.08 }),
  });
  expect(statusesOf(page)).toEqual(['amber', 'red']);
  expect(problems.find(({ code }) => code === 'one-fact-twice')).toMatchObject({
    params: { green: 0.1, amber: 0.2, otherGreen: 0.05, otherAmber: 0.08, lower: true },
    place: { sheet: 'Dictionnaire', cell: expect.stringMatching(/^B\d+$/) as string },
  });
  book.close();
});
