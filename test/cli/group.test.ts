import { writeFileSync } from 'node:fs';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

type Grouped = { group: Record<string, Record<string, number | null>>; total: Record<string, number | null> };

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(folder.path(name), lines.join('\n'));
  return folder.path(name);
};

/** What `consolidate FILE OUT --group COLUMN …` prints. */
const grouped = async (input: string, column: string, ...rules: string[]): Promise<Grouped> => {
  const measures = rules.flatMap((rule) => ['--measure', rule]);
  const said = await meteo('consolidate', input, `${input}.xlsx`, '--group', column, '--json', ...measures);
  expect(said).toMatchObject({ status: 0 });
  return JSON.parse(said.out) as Grouped;
};

const SITES = [
  'Site;Contrats;Appels;Taux',
  'Lyon;12;100;0,12',
  'Paris;7;80;0,0875',
  'Lyon;4;;0,2',
  ';3;20;0,15',
  'Rabat*;5;0;0,1',
  'Rabat;1;10;0,1',
];

test('rows without dates add up by the label of a column, the nameless ones too', async () => {
  const { group, total } = await grouped(
    file('sites.csv', SITES),
    'Site',
    'contrats=sum:Contrats',
    'part=ratio:Contrats/Appels',
    'n=count',
  );
  expect(group).toEqual({
    Lyon: { contrats: 16, part: 0.16, n: 2 },
    Paris: { contrats: 7, part: 0.0875, n: 1 },
    'Rabat*': { contrats: 5, part: null, n: 1 },
    Rabat: { contrats: 1, part: 0.1, n: 1 },
    '(vide)': { contrats: 3, part: 0.15, n: 1 },
  });
  expect(total).toEqual({ contrats: 32, part: 32 / 210, n: 6 });
});

test('dates across whose year nobody wrote are labels to group by', async () => {
  const input = file('mois.csv', [
    'Indicateur;novembre;décembre;janvier;février',
    'Appels reçus;4774;4776;4933;4597',
    'Appels traités;4500;4400;4700;4300',
    'Réclamations;12;9;14;11',
  ]);
  const { group, total } = await grouped(input, 'Indicateur', 'reçus=sum:Appels reçus', 'part=ratio:Appels traités/Appels reçus');
  expect(group['novembre']).toEqual({ reçus: 4774, part: 4500 / 4774 });
  expect(Object.keys(group)).toEqual(['novembre', 'décembre', 'janvier', 'février']);
  expect(total['reçus']).toBe(4774 + 4776 + 4933 + 4597);
});

test('a column that is not there is refused', async () => {
  const said = await meteo('consolidate', file('autres.csv', SITES), folder.path('rien.xlsx'), '--group', 'Plateau');
  expect(said).toMatchObject({ status: 1, out: '' });
  expect(said.err).toContain('[column-not-found]');
});
