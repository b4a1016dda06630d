import { pathOf, removeReports, whenShared } from './reports';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => {
  folder.remove();
  removeReports();
});

type Page = {
  keyFigure: { text: string; what: string; status: string };
  values: Record<string, { label: string; text: string; status: string }>;
};

const generated = async (file: string, day: string, language: 'fr' | 'en'): Promise<{ page: Page; err: string }> => {
  const out = folder.path(`${file.slice(0, 3)}-${language}.xlsx`);
  const said = await meteo('generate', pathOf(file), out, '--json', '--date', day, '--lang', language);
  expect({ status: said.status, err: said.status === 0 ? '' : said.err }).toEqual({ status: 0, err: '' });
  return { page: JSON.parse(said.out) as Page, err: said.err };
};

const plain = (text: string | undefined): string | undefined => text?.replace(/\s/g, ' ');

describe('R09: sales by telephone, in dollars, that no usual threshold is known of', () => {
  const FILE = 'R09_Call Center Dashboard.xlsx';

  whenShared(
    'a page in French: dollars, calls under their own name, a threshold of the past that is said to be one',
    async () => {
      const { page, err } = await generated(FILE, '2025-01-01', 'fr');
      expect(plain(page.values.out_revenue?.text)).toBe('59 215 $');
      expect(page.values.out_dials?.label).toBe('Total Calls');
      expect(plain(page.keyFigure.what)).toBe('de contacts transformés en ventes, seuil proposé 35 %');
      expect(page.keyFigure.status).toBe('green');
      expect(err).toContain('[thresholds-from-past]');
      expect(err).toContain('[client-missing]');
    },
  );

  whenShared('the same in English', async () => {
    const { page } = await generated(FILE, '2025-01-01', 'en');
    expect(page.values.out_revenue?.text).toBe('$59,215');
    expect(page.values.out_basket?.text).toBe('$559');
  });
});

describe('R06: a log of calls with what they brought in and how they were liked', () => {
  const FILE = 'R06_Call Center Data.xlsx';

  whenShared('the rating makes the weather; amounts of nobody knows what have no sign', async () => {
    const { page } = await generated(FILE, '2024-01-02', 'fr');
    expect(plain(page.keyFigure.what)).toBe('Note moyenne de satisfaction, seuil proposé 4,2');
    expect(page.values.in_offered?.label).toBe('Appels');
    // Minutes, as the classes beside them (`30 to 60 mins`) tell: three hours at most, and no three minutes.
    const [minutes = ''] = page.values.in_aht?.text.split(':') ?? [];
    expect(Number(minutes)).toBeGreaterThan(60);
    expect(Number(minutes)).toBeLessThan(180);
    expect(plain(page.values.out_revenue?.text)).toMatch(/^\d( \d{3})*$/);
  });
});

describe('R12: tasks of projects, whose budgets say nothing of what is good', () => {
  whenShared('showing the thresholds says at once that nothing makes the weather', async () => {
    const said = await meteo(
      'thresholds',
      pathOf('R12_Project Management Dashboard.xlsx'),
      folder.path('R12.xlsx'),
      '--lang',
      'fr',
    );
    expect(said.status).toBe(0);
    expect(said.err).toContain('[no-key-kpi]');
    expect(plain(said.err)).toContain('« oui » dans la colonne « Clé ? »');
  });
});
