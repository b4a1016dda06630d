import { consolidationStrings } from '../../src/taskpane/data/consolidationStrings';
import { dataStrings } from '../../src/taskpane/data/strings';

const source = { sheet: 'Appels', kind: 'events', first: 46_021, last: 46_385, confirmed: true, questions: 0 } as const;

test.each([
  ['fr', true, 'Consolider les 365 jours', 'Appels, 365 jours jusqu’au 29/12'],
  ['fr', false, 'Consolider les 365 lignes', 'Appels, 365 lignes jusqu’au 29/12'],
  ['en', true, 'Consolidate the 365 days', 'Appels, 365 days up to 29\u00a0Dec'],
  ['en', false, 'Consolidate the 365 rows', 'Appels, 365 rows up to 29\u00a0Dec'],
] as const)('%s: rows are days only where each is one (%s)', (language, areDays, title, caption) => {
  expect(consolidationStrings[language].title(365, areDays)).toBe(title);
  expect(dataStrings[language].source({ ...source, rows: 365, areDays })).toBe(caption);
});

test.each([
  ['fr', 4, true, '5 feuilles seront ajoutées, dont Sources\u202f; vos feuilles ne changent pas.'],
  ['fr', 1, false, '1 feuille sera ajoutée\u202f; vos feuilles ne changent pas.'],
  ['en', 4, true, 'Adds 5 sheets, including Sources; yours do not change.'],
  ['en', 1, false, 'Adds 1 sheet; yours do not change.'],
] as const)(
  '%s: the sheets to come are counted with the one of their sources where it is new: %d, %s',
  (language, added, sources, note) => {
    expect(consolidationStrings[language].note(added, sources, false)).toBe(note);
  },
);

test.each([
  ['fr', 19, 7, '19 chiffres par période', 'dont 7 taux en\u00a0Σ\u00a0÷\u00a0Σ'],
  ['en', 19, 7, '19 figures per period', '7 of them rates, Σ ÷ Σ'],
  ['en', 1, 1, '1 figure per period', '1 of them a rate, Σ ÷ Σ'],
  ['en', 4, 0, '4 figures per period', 'no rate'],
] as const)(
  '%s: what is consolidated are figures, measures too, not only KPIs: %d, %d',
  (language, count, ratios, figures, rates) => {
    expect(consolidationStrings[language].figures(count)).toBe(figures);
    expect(consolidationStrings[language].ratios(ratios)).toBe(rates);
  },
);
