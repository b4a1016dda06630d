import type { Rule } from '../../../src/core/consolidation/rule';
import { agreementOf, type Agreement } from '../../../src/core/forecast/agreement';
import { agreementText } from '../../../src/core/words/agreement-text';

const sum: Rule = { kind: 'sum', column: 1 };
const last: Rule = { kind: 'last', column: 1 };
const ratio: Rule = { kind: 'ratio', numerator: sum, denominator: { kind: 'count' } };

test.each<[string, Rule, Agreement]>([
  ['a sum', sum, { kind: 'sum' }],
  ['a count of rows', { kind: 'count' }, { kind: 'sum' }],
  ['a sum of sums', { kind: 'combination', terms: [{ factor: -1, rule: sum }] }, { kind: 'sum' }],
  ['a rate of sums', ratio, { kind: 'ratio-of-sums' }],
  ['a rate of states', { kind: 'ratio', numerator: last, denominator: last }, { kind: 'explained', reason: 'quotient' }],
  ['a state', last, { kind: 'explained', reason: 'state' }],
  ['a state at the last date', { kind: 'atLast', columns: [1], rule: sum }, { kind: 'explained', reason: 'state' }],
  ['a maximum', { kind: 'max', column: 1 }, { kind: 'explained', reason: 'extreme' }],
  ['a minimum', { kind: 'min', column: 1 }, { kind: 'explained', reason: 'extreme' }],
  ['a mean', { kind: 'mean', column: 1 }, { kind: 'explained', reason: 'mean' }],
  ['a weighted mean', { kind: 'weightedMean', value: 1, weight: 2 }, { kind: 'explained', reason: 'mean' }],
  ['a count of different things', { kind: 'distinct', column: 1 }, { kind: 'explained', reason: 'distinct' }],
])('%s', (_, rule, agreement) => {
  expect(agreementOf({ rule })).toEqual(agreement);
});

test('a rate that was a state before is explained: its parts do not reach back', () => {
  expect(agreementOf({ rule: ratio, earlier: [{ before: 100, rule: last }] })).toEqual({ kind: 'explained', reason: 'quotient' });
});

test.each<[Agreement, string, string]>([
  [
    { kind: 'sum' },
    'Les semaines et les mois prévus sont la somme des jours prévus.',
    'Projected weeks and months are the sum of the projected days.',
  ],
  [
    { kind: 'ratio-of-sums' },
    'Chaque taux prévu est la somme des numérateurs prévus sur la somme des dénominateurs prévus.',
    'Each projected rate is the sum of projected numerators over the sum of projected denominators.',
  ],
  [
    { kind: 'explained', reason: 'distinct' },
    'Ce qui revient plusieurs jours compte une seule fois dans la semaine\u00a0: elle vaut moins que la somme de ses jours.',
    'What comes back on several days counts once in a week: the week is less than the sum of its days.',
  ],
  [
    { kind: 'explained', reason: 'state' },
    'C’est un état en fin de période\u00a0: une semaine vaut ce que vaut son dernier jour, et non la somme de ses jours.',
    'This is a state at the end of a period: a week is what its last day is, and not the sum of its days.',
  ],
])('%j in words', (agreement, french, english) => {
  expect([agreementText(agreement, 'fr'), agreementText(agreement, 'en')]).toEqual([french, english]);
});
