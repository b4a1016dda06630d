import { detect } from '../../../src/core/detect/detect';
import { measureOfHeader } from '../../../src/core/detect/synonyms';
import { CATALOGUE, DEFAULT_KEYS } from '../../../src/core/kpi/catalogue';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import type { SheetDraft, ValidationDraft } from '../../../src/core/sheet/draft';
import { DOMAIN_MEASURES, TEMPLATE_DOMAINS, type TemplateDomain } from '../../../src/core/template/domains';
import { EXAMPLE_DAYS } from '../../../src/core/template/example-days';
import { headerOfMeasure } from '../../../src/core/template/measures';
import { CATALOGUE_DOMAIN } from '../../../src/core/template/domains';
import { draftTemplate, type Template } from '../../../src/core/template/template';
import { sheetOf, valueOf, workbookOf } from '../grid';
import type { Language } from '../../../src/core/meteo/content';

const TODAY = serialOf({ year: 2026, month: 11, day: 21 });
const empty = workbookOf(sheetOf('Feuil1', []));

const template = (domain: TemplateDomain, language: Language = 'fr', workbook = empty, examples = true): Template =>
  valueOf(draftTemplate(workbook, detect(workbook), { domain, language, today: TODAY, examples }));

const tablesIn = ({ draft }: Template): string[] => draft.sheets.flatMap(({ tables = [] }) => tables.map(({ name }) => name));
const sheetWith = ({ draft }: Template, table: string): SheetDraft => {
  const found = draft.sheets.find(({ tables = [] }) => tables.some(({ name }) => name === table));
  if (!found) throw new Error(`no ${table}`);
  return found;
};
const headersOf = (sheet: SheetDraft): string[] =>
  (sheet.blocks?.find(({ row }) => row === 3)?.cells[0] ?? []).map((cell) => (cell && 'text' in cell ? cell.text : ''));

test.each<[TemplateDomain, string[]]>([
  ['inbound', ['tblParam', 'tblKpi', 'tblDonnees', 'tblFlash', 'tblJournal', 'tblRetours']],
  ['outbound', ['tblParam', 'tblKpi', 'tblDonnees', 'tblFlash', 'tblJournal', 'tblRetours']],
  ['it', ['tblParam', 'tblKpi', 'tblDonnees', 'tblFlash', 'tblJournal', 'tblRetours', 'tblFactures']],
  ['project', ['tblParam', 'tblKpi', 'tblDonnees', 'tblJournal', 'tblRetours', 'tblFactures']],
  ['references', ['tblParam', 'tblKpi', 'tblDonnees', 'tblJournal', 'tblRetours', 'tblReferences']],
])('%s adds the tables that it needs and no other', (domain, tables) => {
  expect(tablesIn(template(domain))).toEqual(tables);
});

describe.each(TEMPLATE_DOMAINS)('%s', (domain) => {
  const measures = DOMAIN_MEASURES[domain];

  test.each(['fr', 'en'] as const)('each header in %s names its measure and nothing else', (language) => {
    const headers = headersOf(sheetWith(template(domain, language), 'tblDonnees'));
    expect(headers.slice(2)).toEqual(measures.map((measure) => headerOfMeasure(measure, language)));
    expect(headers.slice(2).map((header) => measureOfHeader(header))).toEqual(
      measures.map((measure) => expect.objectContaining({ measure, exact: true })),
    );
  });

  test('its measures make its default key KPIs', () => {
    const ids = template(domain).kpis.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...DEFAULT_KEYS[CATALOGUE_DOMAIN[domain]]]));
    expect(ids.length).toBeGreaterThanOrEqual(12);
  });

  test('no measure is a rate, and each makes a KPI of the domain', () => {
    const formulas = CATALOGUE.filter((kpi) => kpi.domain === CATALOGUE_DOMAIN[domain] && !kpi.internal);
    for (const measure of measures) {
      expect(measure).not.toMatch(/taux|note_|avancement/);
      expect(formulas.filter(({ numerator, denominator }) => `${numerator} ${denominator ?? ''}`.includes(measure))).not.toEqual(
        [],
      );
    }
  });

  test.each(['fr', 'en'] as const)('every cell that takes input has help within Excel’s limits, in %s', (language) => {
    const { draft } = template(domain, language);
    for (const sheet of draft.sheets.filter(({ notes = [] }) => notes.length > 0)) {
      const columns = headersOf(sheet).length;
      const validations = sheet.validations ?? [];
      expect(validations.map(({ area }) => area.column)).toEqual(Array.from({ length: columns }, (_, column) => column));
      for (const { prompt, alert } of validations) {
        expect(prompt?.title.length).toBeLessThanOrEqual(32);
        expect(prompt?.message.length).toBeLessThanOrEqual(255);
        expect(prompt?.message).toMatch(/[.?…]$/);
        expect(alert?.title.length ?? 0).toBeLessThanOrEqual(32);
        expect(alert?.message.length ?? 0).toBeLessThanOrEqual(225);
      }
      expect(sheet.notes?.map(({ row, column }) => [row, column])).toEqual(
        Array.from({ length: columns }, (_, column) => [3, column]),
      );
    }
  });

  test('the examples are the working week before today, figures that go together', () => {
    const block = sheetWith(template(domain), 'tblDonnees').blocks?.find(({ row }) => row === 3);
    const rows = block?.cells.slice(1) ?? [];
    expect(rows).toHaveLength(5);
    const dates = rows.map(([date]) => (date && 'number' in date ? date.number : 0));
    expect(dates.map(weekdayOf)).toEqual([1, 2, 3, 4, 5]);
    expect(Math.max(...dates)).toBeLessThan(TODAY);
    expect(Math.max(...dates)).toBeGreaterThan(TODAY - 14);
    expect(rows.map((row) => row[1])).toEqual(new Array(5).fill({ text: 'Exemple' }));
  });

  test('without examples, each table has a row to type in', () => {
    for (const { blocks = [], tables = [] } of template(domain, 'fr', empty, false).draft.sheets.slice(2)) {
      expect(tables[0]?.area.rows).toBeGreaterThanOrEqual(2);
      const cells =
        blocks
          .find(({ row }) => row === 3)
          ?.cells.slice(1)
          .flat() ?? [];
      expect(cells.filter((cell) => cell !== null && !('formula' in cell))).toEqual([]);
    }
  });
});

test('the examples are possible days: no part above its whole', () => {
  const data = TEMPLATE_DOMAINS.flatMap((domain) => {
    const sheet = sheetWith(template(domain), 'tblDonnees');
    return (sheet.validations ?? []).flatMap(({ rule }: ValidationDraft) =>
      'formula' in rule ? [{ sheet, formula: rule.formula }] : [],
    );
  });
  expect(data.length).toBeGreaterThan(10);
  for (const { sheet, formula } of data) {
    const [, part = '', whole = ''] = /,OR\([A-Z]+5="",([A-Z]+)5<=([A-Z]+)5\)\)$/.exec(formula) ?? [];
    const column = (letters: string): number => letters.charCodeAt(0) - 65;
    const rows = sheet.blocks?.find(({ row }) => row === 3)?.cells.slice(1) ?? [];
    for (const row of rows) {
      const at = (letters: string): number => {
        const cell = row[column(letters)];
        return cell && 'number' in cell ? cell.number : Number.NaN;
      };
      expect(at(part)).toBeLessThanOrEqual(at(whole));
    }
  }
  expect(Object.values(EXAMPLE_DAYS).every((days) => days.every((value) => value >= 0))).toBe(true);
});

test('the one empty sheet of a new workbook becomes the first', () => {
  const [first, ...others] = template('inbound').draft.sheets;
  expect(first?.existing).toBe('Feuil1');
  expect(others.every(({ existing }) => existing === undefined)).toBe(true);
});

test('sheets of the user’s with our names stay, ours stand beside', () => {
  const workbook = workbookOf(sheetOf('Journal', [['à moi']]), sheetOf('données', [['Prix', 12]]));
  const names = template('inbound', 'fr', workbook).draft.sheets.map(({ name }) => name);
  expect(names).toEqual(['Paramètres', 'Dictionnaire', 'Données (2)', 'Flash', 'Journal (2)', 'Retours']);
});

const daily = (headers: readonly string[]) =>
  workbookOf(
    sheetOf(
      'Suivi',
      [
        ['Date', ...headers],
        ...Array.from({ length: 40 }, (_, day) => [TODAY - 60 + day, ...headers.map((_header, index) => 100 + day - index * 20)]),
      ],
      { formats: { 0: 'dd/mm/yyyy' } },
    ),
  );

test('the user’s own daily table of the domain stays the source, and the dictionary holds what it gives', () => {
  const workbook = daily(['Appels reçus', 'Appels traités', 'Appels abandonnés']);
  const result = draftTemplate(workbook, detect(workbook), { domain: 'inbound', language: 'fr', today: TODAY, examples: true });
  expect(tablesIn(valueOf(result))).toEqual(['tblParam', 'tblKpi', 'tblFlash', 'tblJournal', 'tblRetours']);
  expect(valueOf(result).kpis.map(({ id }) => id)).toEqual(expect.arrayContaining(['in_qs', 'in_abandon_rate']));
  expect(result.ok && result.problems).toEqual([
    { code: 'template-source-kept', params: { name: 'Suivi' }, place: { sheet: 'Suivi' } },
  ]);
});

test('a daily table of something else is no source', () => {
  const workbook = daily(['Tickets créés', 'Tickets résolus', 'Stock de tickets']);
  expect(tablesIn(template('inbound', 'fr', workbook))).toContain('tblDonnees');
});

test('a locked structure is refused before anything is written, unless there is nothing to add', () => {
  const locked = { ...workbookOf(sheetOf('Suivi', [['x']])), structureProtected: true };
  const result = draftTemplate(locked, detect(locked), { domain: 'it', language: 'fr', today: TODAY, examples: true });
  expect(result).toMatchObject({ ok: false, problem: { code: 'workbook-protected' } });
});

test('in the 1904 date system, the examples are on the same days', () => {
  const first = (workbook: typeof empty): number => {
    const cell = sheetWith(template('it', 'fr', workbook), 'tblDonnees').blocks?.find(({ row }) => row === 3)?.cells[1]?.[0];
    return cell && 'number' in cell ? cell.number : Number.NaN;
  };
  expect(first(empty) - first({ ...empty, date1904: true })).toBe(1462);
});
