import { parseExpression, type Operand, type Term } from '../../../src/core/kpi/expression';

const NAMES = [
  'Reçus',
  'Abandonnés',
  'Durée (min)',
  'Coût / appel',
  'Avant-vente',
  '1er contact',
  'a',
  'b',
  'c',
  'Prix',
  'Quantité',
];

const named = (name: string): Operand => ({ kind: 'named', name });
const term = (factor: number, names: string[], over: string[] = []): Term => ({
  factor,
  operands: names.map(named),
  over: over.map(named),
});

test.each<[string, string, Term[]]>([
  ['one column', 'Reçus', [term(1, ['Reçus'])]],
  ['without accents or case', 'RECUS', [term(1, ['Reçus'])]],
  ['a difference', 'Reçus - Abandonnés', [term(1, ['Reçus']), term(-1, ['Abandonnés'])]],
  ['a printed minus', 'Reçus − Abandonnés', [term(1, ['Reçus']), term(-1, ['Abandonnés'])]],
  ['a header with a parenthesis', '60*Durée (min)', [term(60, ['Durée (min)'])]],
  ['a header with a slash', 'Coût / appel', [term(1, ['Coût / appel'])]],
  ['a header with a hyphen, minus another', 'Avant-vente-a', [term(1, ['Avant-vente']), term(-1, ['a'])]],
  ['a header that begins with a digit', '1er contact + 2 * a', [term(1, ['1er contact']), term(2, ['a'])]],
  ['brackets', '[Calls Reached]-[Lost]', [term(1, ['Calls Reached']), term(-1, ['Lost'])]],
  ['a bracket in brackets', '[Prix [€]]]', [term(1, ['Prix [€]'])]],
  ['a factor on a sum', '(a-b)*100', [term(100, ['a']), term(-100, ['b'])]],
  ['a French decimal', '0,5*a', [term(0.5, ['a'])]],
  ['a division by a number', 'a/60', [term(1 / 60, ['a'])]],
  ['a product', 'Prix × Quantité', [term(1, ['Prix', 'Quantité'])]],
  ['a quotient within', '(a-b/c)*100', [term(100, ['a']), term(-100, ['b'], ['c'])]],
  ['a quotient of a quotient', 'a/(b/c)', [term(1, ['a', 'c'], ['b'])]],
  ['a sign in front', '-a', [term(-1, ['a'])]],
  ['rows', 'nombre de lignes', [{ factor: 1, operands: [{ kind: 'rows' }], over: [] }]],
  ['rows in English', 'number of rows - a', [{ factor: 1, operands: [{ kind: 'rows' }], over: [] }, term(-1, ['a'])]],
  ['an outcome', '[Répondu] = "Oui"', [{ factor: 1, operands: [{ kind: 'where', name: 'Répondu', text: 'Oui' }], over: [] }]],
  [
    'an outcome without quotes, and more',
    'a = Oui - b',
    [{ factor: 1, operands: [{ kind: 'where', name: 'a', text: 'Oui' }], over: [] }, term(-1, ['b'])],
  ],
  ['different values', 'distincts([Agent])', [{ factor: 1, operands: [{ kind: 'distinct', name: 'Agent' }], over: [] }]],
  ['a name that nobody knows', 'Inconnue + a', [term(1, ['Inconnue']), term(1, ['a'])]],
  ['the calculation said again', 'somme de Reçus', [term(1, ['Reçus'])]],
  ['a number alone, which the calculation refuses', '5', [{ factor: 5, operands: [], over: [] }]],
])('%s', (_, text, terms) => {
  expect(parseExpression(text, NAMES)).toEqual({ ok: true, terms });
});

test.each([
  ['an open bracket', '[Reçus'],
  ['an open parenthesis', '(a - b'],
  ['a sign without a right side', 'a + '],
  ['two signs', 'a * / b'],
  ['a quotient by a sum', 'a/(b+c)'],
  ['a division by nothing', 'a/0'],
  ['nothing', ' '],
])('%s does not read', (_, text) => {
  expect(parseExpression(text, NAMES).ok).toBe(false);
});
