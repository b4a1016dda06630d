import type { Finding, FindingFacts, FindingKind } from '../../../src/core/lint/finding';
import { findingFigures, findingText } from '../../../src/core/words/finding-text';
import { typeset } from '../../../src/core/words/typography';

const rate = { rate: 'Taux : décroché', lines: 30, numerator: 'Décrochés', denominator: 'Appels reçus' };

/** Facts of each kind: a kind that is missing here does not compile. */
const FACTS: FindingFacts = {
  'average-of-rates': rate,
  'conditional-average-of-rates': rate,
  'subtotal-average-of-rates': rate,
  'pivot-average-of-rates': { ...rate, pivot: 'TCD 1', summed: false },
  'sum-of-rates': rate,
  'average-of-averages': { cells: 3 },
  'total-leaves-out': { missing: 'B9:B10', lines: 2, amount: 310.5 },
  'total-counts-twice': { twice: 'B8', amount: 120 },
  'hard-coded-number': { number: 1.196 },
  'typed-over-formula': { neighbour: 'D4' },
  'inconsistent-formula': { neighbour: 'D4' },
  'range-stops-short': { range: 'B2:B31', missing: 'B32:B40', lines: 9 },
  'text-numbers': { cells: 'B7', count: 1, sample: '12,5' },
  'volatile-function': { function: 'OFFSET' },
  'mixed-periods': { one: 'B2:B31', other: 'C2:C30' },
  'swallowed-error': { error: '#DIV/0!', place: 'D5' },
  'unsorted-lookup': { range: 'Tarifs!A2:B9' },
};

const findingOf = (kind: FindingKind, more: Partial<Finding> = {}): Finding =>
  ({
    kind,
    facts: FACTS[kind],
    sheet: 'Suivi',
    cell: 'F35',
    count: 1,
    formula: '=1',
    value: 0.823,
    expected: 0.799,
    proposal: '=2',
    beside: 'H35',
    confidence: 0.9,
    ...more,
  }) as Finding;

const kinds = Object.keys(FACTS) as FindingKind[];

test.each(kinds)('%s has a name and a sentence in both languages, set as a printer would', (kind) => {
  for (const language of ['fr', 'en'] as const) {
    const { title, body } = findingText(findingOf(kind), language);
    expect(title.length).toBeGreaterThan(8);
    expect(title.length).toBeLessThanOrEqual(50);
    expect(body).toMatch(/\.$/);
    expect(body).not.toMatch(/undefined|null|NaN| {2}|[\ue000-\uefff]/);
    expect(typeset(title, language)).toBe(title);
  }
  expect(findingText(findingOf(kind), 'fr')).not.toEqual(findingText(findingOf(kind), 'en'));
});

test.each([
  [true, 'Tableau croisé en somme de taux', 'additionne'],
  [false, 'Tableau croisé en moyenne de taux', 'fait la moyenne de'],
])('a PivotTable that adds rates up (%s) is told from one that averages them', (summed, title, verb) => {
  const text = findingText(
    findingOf('pivot-average-of-rates', { facts: { ...rate, pivot: 'TCD 1', summed } } as Partial<Finding>),
    'fr',
  );
  expect(text.title).toBe(title);
  expect(text.body).toContain(verb);
});

test('names stay as their owner wrote them, figures are the reader’s', () => {
  expect(findingText(findingOf('average-of-rates'), 'fr').body).toBe(
    '«\u202fTaux : décroché\u202f» est moyenné sur 30 lignes qui pèsent toutes autant, quel que soit leur volume. Affiché\u00a0: 82,3\u202f%\u202f; exact\u00a0: 79,9\u202f%. Divisez la somme de «\u202fDécrochés\u202f» par la somme de «\u202fAppels reçus\u202f».',
  );
  expect(findingText(findingOf('total-leaves-out', { value: 900, expected: 1210.5, count: 3 }), 'en').body).toBe(
    'This total leaves out B9:B10 (2 rows, 310.50 in all). Shown: 900.00; exact: 1,210.50. Extend its range to all the rows. The same in 2 neighbouring cells.',
  );
});

test('where the figures stand beside the sentences, these leave them out', () => {
  expect(findingText(findingOf('total-leaves-out', { value: 900, expected: 1210.5, count: 3 }), 'en', true).body).toBe(
    'This total leaves out B9:B10 (2 rows, 310.50 in all). Extend its range to all the rows.',
  );
  expect(findingText(findingOf('average-of-rates', { count: 2 }), 'fr', true).body).not.toMatch(/Affiché|voisine/);
});

test.each([
  ['figures that only differ in the third digit get that digit', 0.9404, 0.9399, '94,04\u202f%', '93,99\u202f%'],
  ['rates in points are not multiplied again', 82.3, 79.9, '82,30', '79,90'],
  ['an unknown exact figure is not invented', 0.5, null, '50,0\u202f%', null],
])('%s', (_, value, expected, shown, exact) => {
  expect(findingFigures({ kind: 'average-of-rates', value, expected }, 'fr')).toEqual({ shown, exact });
});

test('amounts are whole where both are whole', () => {
  expect(findingFigures({ kind: 'total-leaves-out', value: 1_200, expected: 1_530 }, 'en')).toEqual({
    shown: '1,200',
    exact: '1,530',
  });
});
