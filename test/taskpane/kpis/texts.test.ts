import { kpiStrings } from '../../../src/taskpane/kpis/strings';

test.each([
  ['fr', 11, 6, 3, '11 indicateurs, 6 seuils à confirmer'],
  ['fr', 7, 0, 1, '7 indicateurs, dont 1 clé'],
  ['fr', 7, 0, 0, '7 indicateurs, aucun n’est clé'],
  ['en', 11, 1, 3, '11 KPIs, 1 threshold to confirm'],
  ['en', 7, 0, 2, '7 KPIs, 2 of them key'],
  ['en', 1, 0, 0, '1 KPI, none key'],
] as const)(
  '%s: of %d KPIs the title says what is left to confirm (%d), or else how many decide the state (%d)',
  (language, count, unconfirmed, keys, title) => {
    expect(kpiStrings[language].title(count, unconfirmed, keys)).toBe(title);
  },
);
