import { problem, type Problem, type ProblemCode, type ProblemParams } from '../../../src/core/problem';
import { placeText, problemText } from '../../../src/core/words/problem-text';
import { frenchProblems } from '../../../src/core/words/problems-fr';
import { englishProblems } from '../../../src/core/words/problems-en';

const N = '\u202f';
const B = '\u00a0';

/** Facts that any code's sentence finds what it needs in. */
const facts = {
  file: 'suivi.xlsx',
  format: 'xls',
  part: 'xl/workbook.xml',
  reason: 'EACCES',
  sheets: 'Semaine et Mois',
  code: 'GeneralException',
  message: 'Refused',
  location: 'Range.values',
  needed: 'ExcelApi 1.12',
  written: 2,
  total: 4,
  cause: 'Range.values',
  name: 'Suivi',
  rule: 'ratio',
  rate: 'QS',
  sample: '03/04/2026',
  status: 'Terminé',
  texts: 3,
  dates: 12,
  count: 2,
  column: 'Appels',
  visible: 'Suivi',
  year: 2062,
  have: 5,
  need: 8,
  days: 2,
  items: 'message',
  number: 14,
  computed: 'rain',
  wanted: 'sun',
  weather: 'rain',
  asked: 'day',
  setting: 'jours fermés',
  text: '32/12/2026',
  fault: 'day',
  step: 'week',
  kpi: 'QS',
  issue: { field: 'numerator', code: 'unknown-column', name: 'Appels' },
  leftOut: true,
  taken: 'Suivi',
  labels: 'Marge, Coût par appel',
  before: 'Appels',
  after: 'Contacts',
  row: 4,
  fields: 5,
  expected: 3,
  rows: 2_000_000,
  columns: 12,
  read: 46058,
  other: 46082,
  cells: 'A12, A25',
  usual: 'Sprint 1',
  usualCell: 'A4',
  header: 'REAL',
  blank: true,
  most: 500,
  value: 1.234,
  position: 3,
  field: 'h',
  id: 'A12',
  index: 4,
  kind: 'temperature',
  signs: '☀️ 客',
  weeks: 55,
  whole: 'Reçus',
  currencies: '€, $',
  green: 0.35,
  amber: 0.32,
  periods: 20,
  held: 15,
  higher: true,
  counterpart: 'Abandons',
  lower: true,
  otherGreen: 0.05,
  otherAmber: 0.08,
  client: 'Hexalis',
  key: 'facts.x.kept',
  form: 'choice',
  choices: 'rain, storm',
};

const codes = Object.keys(frenchProblems) as ProblemCode[];

/** Refusals of files and of what is typed in a terminal. */
const COMMAND_LINE: readonly ProblemCode[] = ['file-signed', 'output-is-input', 'output-exists'];

describe('every problem', () => {
  test.each(codes)('%s has a short title and a full body in both languages', (code) => {
    const params = code === 'no-dates' ? { sheets: 3 } : facts;
    const any = { code, params, place: { sheet: 'Suivi', cell: 'B4' } } as unknown as Problem;
    for (const language of ['fr', 'en'] as const) {
      const { title, body } = problemText(any, language);
      expect(title.length).toBeLessThanOrEqual(code === 'sheet-name-taken' ? 50 : 46);
      expect(title).toMatch(/\.$/);
      expect(body).toMatch(/[.)]$/);
      expect(`${title} ${body}`).not.toMatch(/undefined|\[object|NaN|[\ue000-\uf8ff]|'/);
    }
  });

  test.each(codes.filter((code) => !COMMAND_LINE.includes(code)))('%s, which the pane may say, names no option', (code) => {
    const any = { code, params: code === 'no-dates' ? { sheets: 3 } : facts, place: {} } as unknown as Problem;
    for (const language of ['fr', 'en'] as const) expect(problemText(any, language).body).not.toMatch(/--[a-z]|command|option/i);
  });

  test('French and English know the same codes', () => expect(Object.keys(englishProblems).sort()).toEqual([...codes].sort()));
});

test.each<[string, Problem, string, string]>([
  [
    'signs that the PDF lacks',
    problem('signs-not-printed', { signs: '☀️ 客' }),
    'Des signes ne s’impriment pas.',
    'Some signs are not printed.',
  ],
  ['data that ended long ago', problem('old-data', { weeks: 55 }), 'Données trop anciennes.', 'The data are too old.'],
  ['one day missing', problem('fog', { days: 1, fog: false }), `Données manquantes${B}: 1 jour.`, 'Missing data: 1 day.'],
  ['two days missing', problem('fog', { days: 2, fog: true }), `Données manquantes${B}: 2 jours.`, 'Missing data: 2 days.'],
  [
    'a protected sheet is named',
    problem('sheet-protected', {}, { sheet: 'Suivi' }),
    `«${N}Suivi${N}» est protégée${B}: rien n’a été écrit.`,
    '“Suivi” is protected: nothing was written.',
  ],
])('%s', (_, of, fr, en) => {
  expect(problemText(of, 'fr').title).toBe(fr);
  expect(problemText(of, 'en').title).toBe(en);
});

test('names stay as their owner wrote them, whatever the typography of the sentence', () => {
  const name = "Appels d'été 2 026 ; suite";
  expect(problemText(problem('sheet-not-found', { name }), 'fr').body).toContain(`«${N}${name}${N}»`);
  expect(problemText(problem('column-not-found', { name: '$& $1' }), 'en').body).toContain('“$& $1”');
});

test('the cells are part of the sentence when they are known', () => {
  const days: ProblemParams['fog'] = { days: 2, fog: true };
  expect(problemText(problem('fog', days, { cell: 'A12:A13' }), 'en').body).toBe(
    'The météo is Fog while data is missing. Fill in A12:A13.',
  );
  expect(problemText(problem('fog', days), 'fr').body).toBe(
    'La météo est Brouillard tant que les données manquent. Complétez ces jours.',
  );
  expect(problemText(problem('fog', { days: 2, fog: false }), 'fr').body).toBe(
    'La météo est établie sans eux. Complétez ces jours.',
  );
});

test('a place reads as a sheet and its cells', () => {
  expect(placeText({ sheet: 'Suivi', cell: 'B4' }, 'fr')).toBe(`feuille «${N}Suivi${N}», B4`);
  expect(placeText({ cell: 'B4' }, 'en')).toBe('B4');
  expect(placeText({}, 'fr')).toBe('');
});
