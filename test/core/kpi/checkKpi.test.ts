import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import { checkKpi } from '../../../src/core/kpi/check-kpi';
import { EMPTY_KPI, type KpiDraft } from '../../../src/core/kpi/kpi-draft';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { kpiIssueText } from '../../../src/core/words/kpi-issues';
import { sheetOf, workbookOf } from '../grid';

const tableOf = (row: (index: number) => CellValue[]): DetectedTable => {
  const header = ['Date', 'Appels reçus', 'Abandonnés', 'Taux de décroché', 'Équipe', 'Stock tickets', 'Note satisfaction'];
  const rows = Array.from({ length: 40 }, (_, index) => row(index));
  const [found] = detect(workbookOf(sheetOf('Suivi', [header, ...rows], { formats: { 0: 'dd/mm/yyyy', 3: '0.0%' } }))).tables;
  if (!found) throw new Error('no table');
  return found;
};

const values = (index: number, day: number): CellValue[] => [
  46_027 + day,
  100 + index,
  4 + (index % 3),
  0.9 + (index % 7) / 100,
  ['Nord', 'Sud'][index % 2] ?? '',
  50 + (index % 9),
  3 + (index % 5) / 2,
];
const table = tableOf((index) => values(index, index));
const severalRows = tableOf((index) => values(index, Math.floor(index / 2)));

const lost: KpiDraft = {
  ...EMPTY_KPI,
  label: 'Appels servis',
  numerator: 'Appels reçus - Abandonnés',
  denominator: 'Appels reçus',
  green: 0.9,
  amber: 0.8,
};

test('a rate whose parts are there has nothing wrong', () => {
  expect(checkKpi(lost, table)).toEqual([]);
});

const narrow = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

test.each<[string, Partial<KpiDraft>, string, string, string]>([
  ['without a name', { label: ' ' }, 'label', 'Donnez un nom à l’indicateur.', 'Give the KPI a name.'],
  ['without a numerator', { numerator: '' }, 'numerator', 'Indiquez la colonne à compter.', 'Say which column to count.'],
  [
    'over a column that is not there',
    { numerator: 'Appels perdus en file' },
    'numerator',
    'La colonne « Appels perdus en file » est introuvable.',
    'There is no column “Appels perdus en file”.',
  ],
  [
    'a ratio without a denominator',
    { denominator: '' },
    'denominator',
    'Indiquez la colonne par laquelle diviser.',
    'Say which column to divide by.',
  ],
  [
    'a formula that does not read',
    { numerator: 'Appels reçus -' },
    'numerator',
    'Le calcul ne se lit pas à partir de « - ». Exemple : [Reçus] – [Abandonnés].',
    'The calculation does not read from “-” on. Example: [Received] – [Abandoned].',
  ],
  [
    'a sum of a rate',
    { calculation: 'sum', unit: 'number', numerator: 'Taux de décroché', denominator: '' },
    'numerator',
    '« Taux de décroché » est un taux ou une moyenne : ni sa somme ni sa moyenne n’ont de sens. Utilisez son numérateur et son dénominateur.',
    '“Taux de décroché” is a rate or a mean: neither its sum nor its mean says anything. Use its numerator and denominator.',
  ],
  [
    'a mean of a rate',
    { calculation: 'mean', numerator: 'Taux de décroché', denominator: '' },
    'numerator',
    '« Taux de décroché » est un taux ou une moyenne : ni sa somme ni sa moyenne n’ont de sens. Utilisez son numérateur et son dénominateur.',
    '“Taux de décroché” is a rate or a mean: neither its sum nor its mean says anything. Use its numerator and denominator.',
  ],
  [
    'a sum of words',
    { calculation: 'sum', unit: 'number', numerator: 'Équipe', denominator: '' },
    'numerator',
    '« Équipe » ne contient pas de nombres.',
    '“Équipe” does not hold numbers.',
  ],
  [
    'a sum of a stock',
    { calculation: 'sum', unit: 'count', numerator: 'Stock tickets', denominator: '' },
    'numerator',
    '« Stock tickets » est un stock ou un cumul : choisissez « dernière valeur » au lieu d’une somme.',
    '“Stock tickets” is a stock or a running total: choose “last value” instead of a sum.',
  ],
  [
    'a percentage that is a total',
    { calculation: 'sum', numerator: 'Appels reçus', denominator: '' },
    'unit',
    'Un total ne se dit pas en % : choisissez une autre unité, ou un rapport.',
    'A total is no percentage: choose another unit, or a ratio.',
  ],
  [
    'a quotient that is summed',
    { calculation: 'sum', unit: 'number', numerator: 'Abandonnés/[Appels reçus]', denominator: '' },
    'numerator',
    'Mettez le diviseur dans le dénominateur, avec le calcul « rapport ».',
    'Put the divisor into the denominator, with the calculation “ratio”.',
  ],
  [
    'a denominator that the calculation does not take',
    { calculation: 'max', unit: 'count', numerator: 'Appels reçus' },
    'denominator',
    'Ce calcul n’a pas de dénominateur : choisissez « rapport » ou « moyenne pondérée ».',
    'This calculation has no denominator: choose “ratio” or “weighted mean”.',
  ],
  [
    'an alert on the wrong side',
    { green: 0.8, amber: 0.85 },
    'amber',
    'L’alerte doit être sous 80 %.',
    'The alert must be below 80%.',
  ],
  [
    'an alert under what is on target, where low is good',
    { direction: 'lower', green: 0.05, amber: 0.02 },
    'amber',
    'L’alerte doit être au-dessus de 5 %.',
    'The alert must be above 5%.',
  ],
  ['one threshold of two', { amber: null }, 'amber', 'Indiquez aussi le seuil d’alerte.', 'Give the alert threshold as well.'],
  [
    'a range without its high end',
    { direction: 'range', green: 0.9, amber: 0.8 },
    'greenHigh',
    'Indiquez aussi le seuil conforme.',
    'Give the on-target threshold as well.',
  ],
])('%s', (_, change, field, french, english) => {
  const issues = checkKpi({ ...lost, ...change }, table);
  expect(issues.map((issue) => [issue.field, narrow(kpiIssueText(issue, 'fr')), kpiIssueText(issue, 'en')])).toEqual([
    [field, french, english],
  ]);
});

test.each<[string, Partial<KpiDraft>]>([
  ['the last value of a stock', { calculation: 'last', unit: 'count', numerator: 'Stock tickets', denominator: '', amber: 0 }],
  ['the last value of a rate', { calculation: 'last', numerator: 'Taux de décroché', denominator: '' }],
  ['the maximum of a rate', { calculation: 'max', numerator: 'Taux de décroché', denominator: '' }],
  [
    'a rate weighted by what it is a rate of',
    { calculation: 'weightedMean', numerator: 'Taux de décroché', denominator: 'Appels reçus' },
  ],
  [
    'a rate times its base',
    { calculation: 'ratio', numerator: '[Taux de décroché]*[Appels reçus]', denominator: 'Appels reçus' },
  ],
  ['a measure by its name', { numerator: 'appels_abandonnes', denominator: 'appels_recus' }],
  ['a word that means one column', { numerator: 'Reçus - Abandons', denominator: 'Calls offered' }],
  ['a quotient in one cell', { numerator: 'Abandonnés/[Appels reçus]', denominator: '' }],
])('%s can be consolidated', (_, change) => {
  expect(checkKpi({ ...lost, ...change }, table)).toEqual([]);
});

test('the last value of a rate in several rows a day is none', () => {
  const draft: KpiDraft = { ...lost, calculation: 'last', numerator: 'Taux de décroché', denominator: '' };
  expect(checkKpi(draft, severalRows)).toMatchObject([{ field: 'numerator', code: 'rate' }]);
});

test('a name that another KPI has is taken, its own is not', () => {
  const known = [{ id: 'served', label: 'APPELS SERVIS' }];
  expect(checkKpi(lost, table, known)).toMatchObject([{ field: 'label', code: 'taken' }]);
  expect(checkKpi({ ...lost, id: 'served' }, table, known)).toEqual([]);
});
