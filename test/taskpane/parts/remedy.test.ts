import { problem, type Problem } from '../../../src/core/problem';
import { remedyOf } from '../../../src/taskpane/parts/remedy';
import type { PageProps } from '../../../src/taskpane/parts/page';
import type { PageName } from '../../../src/taskpane/shell/navigation';

/** Where the remedy of a problem leads from a page, and how its button reads. */
const leads = (from: Problem, here?: PageName): [text: string, to: string] | null => {
  let to = '';
  const props = {
    actions: { show: (sheet: string, { row, column }: { row: number; column: number }) => (to = `${sheet} ${row},${column}`) },
    go: (page: PageName) => (to = page),
    language: 'fr',
  } as unknown as Pick<PageProps, 'actions' | 'go' | 'language'>;
  const remedy = remedyOf(from, props, here);
  remedy?.run();
  return remedy && [remedy.text, to];
};

const noDates = problem('no-dates', { sheets: 2 });

test.each<[string, Problem, PageName | undefined, [string, string] | null]>([
  ['an empty workbook: a template', problem('workbook-empty', {}), undefined, ['Partir d’un modèle', 'template']],
  ['no dates: the page that says which column has them', noDates, undefined, ['Vérifier les données', 'source']],
  ['no dates on that page itself: a template', noDates, 'source', ['Partir d’un modèle', 'template']],
  ['a question about a header: its answer', problem('source-lost', { name: 'Suivi' }), undefined, ['Répondre', 'source']],
  [
    'a template without rows: its first cell',
    problem('table-without-rows', { table: 'tblSuivi' }, { sheet: 'Suivi', cell: 'A5' }),
    undefined,
    ['Aller à «\u202fSuivi\u202f»', 'Suivi 4,0'],
  ],
  ['no key indicator', problem('no-key-kpi', {}), undefined, ['Choisir les indicateurs', 'kpis']],
  ['no key indicator, on the page of indicators', problem('no-key-kpi', {}), 'kpis', null],
  ['no client’s name: the settings', problem('client-missing', {}), undefined, ['Ouvrir Paramètres', 'settings']],
  ['a duration without a unit: its answer', problem('duration-without-unit', { column: 'D' }), undefined, ['Répondre', 'source']],
  ['a protected workbook: trying again', problem('workbook-protected', { sheets: 'Jour' }), undefined, null],
])('%s', (_name, from, here, expected) => {
  expect(leads(from, here)).toEqual(expected);
});
