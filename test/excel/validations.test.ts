import type { SheetDraft, ValidationDraft, ValidationRule } from '../../src/core/sheet/draft';
import type { Validation } from '../../src/embedded/book/sheet';
import { open } from '../embedded/xlsx/workbookFile';
import { openEmbedded, type Embedded } from './embedded';

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const area = { row: 1, column: 0, rows: 9, columns: 1 };

const write = async (validations: ValidationDraft[]): Promise<void> => {
  const draft: SheetDraft = { name: 'Paramètres', owner: 'own', validations };
  const result = await book.port.write({ sheets: [draft], names: [] });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};

/** What the saved file holds of them. */
const saved = (): Validation[] => open(book.save()).book.sheets.find(({ name }) => name === 'Paramètres')?.validations ?? [];

test.each<[what: string, rule: ValidationRule, stored: Partial<Validation>]>([
  ['one of some cells', { list: "='Feuil1'!$A$2:$A$9" }, { type: 'list', formula1: "'Feuil1'!$A$2:$A$9", showDropdown: true }],
  ['one of some texts', { list: 'Oui,Non,"Peut-être"' }, { type: 'list', formula1: '"Oui,Non,""Peut-être"""' }],
  [
    'a whole number up to',
    { whole: { minimum: 1, maximum: 31 } },
    { type: 'whole', operator: 'between', formula1: '1', formula2: '31' },
  ],
  ['a whole number from', { whole: { minimum: 0 } }, { type: 'whole', operator: 'greaterThanOrEqual', formula1: '0' }],
  [
    'a number',
    { decimal: { minimum: 0, maximum: 1.5 } },
    { type: 'decimal', operator: 'between', formula1: '0', formula2: '1.5' },
  ],
  ['a day', { date: { from: 43831, to: 45000 } }, { type: 'date', operator: 'between', formula1: '43831', formula2: '45000' }],
  ['a day from', { date: { from: 43831 } }, { type: 'date', operator: 'greaterThanOrEqual', formula1: '43831' }],
  ['what a formula accepts', { formula: '=COUNTIF($A:$A,A2)=1' }, { type: 'custom', formula1: 'COUNTIF($A:$A,A2)=1' }],
])('cells accept %s, and refuse the rest in the saved file too', async (_, rule, stored) => {
  await write([{ area, rule }]);
  expect(saved()).toMatchObject([{ ...stored, areas: [area], allowBlank: true, error: { show: true, style: 'stop' } }]);
});

test('help and alert are shown, in the lengths that Excel takes', async () => {
  await write([
    {
      area,
      rule: { list: 'Oui,Non' },
      prompt: { title: 'Titre '.repeat(8), message: 'Aide '.repeat(60) },
      alert: { style: 'warning', title: 'Valeur inconnue', message: 'Erreur '.repeat(40) },
    },
  ]);
  const [validation] = saved();
  expect(validation?.error).toMatchObject({ style: 'warning', title: 'Valeur inconnue', show: true });
  expect(validation?.error?.message).toMatch(/^Erreur Erreur .*…$/);
  expect(validation?.error?.message.length).toBeLessThanOrEqual(225);
  expect(validation?.prompt?.show).toBe(true);
  expect(validation?.prompt?.title.length).toBeLessThanOrEqual(32);
  expect(validation?.prompt?.message.length).toBeGreaterThan(240);
  expect(validation?.prompt?.message.length).toBeLessThanOrEqual(255);
});

test('cells that accept everything can have help, and are not told apart when they are written again', async () => {
  const help: ValidationDraft = { area, rule: { any: true }, prompt: { title: 'Date', message: 'Un jour par ligne' } };
  await write([help]);
  await write([help]);
  expect(saved()).toMatchObject([{ type: 'custom', formula1: '1=1', prompt: { title: 'Date', message: 'Un jour par ligne' } }]);
});

test('a rule replaces the one that the cells had', async () => {
  await write([{ area, rule: { list: 'Oui,Non' }, prompt: { title: 'Avant', message: 'avant' } }]);
  await write([{ area: { ...area, rows: 3 }, rule: { whole: { minimum: 0 } } }]);
  expect(saved()).toMatchObject([{ type: 'whole', areas: [{ ...area, rows: 3 }], prompt: { title: '', message: '' } }]);
});
