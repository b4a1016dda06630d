import { settingFault, type FormKey } from '../../../src/core/client/settings-form';
import { settingDraft, settingsForm } from '../../../src/core/client/settings-save';
import { settingFaultText } from '../../../src/core/words/setting-faults';
import { sheetOf, valueOf, workbookOf } from '../grid';

const settings = (...rows: readonly (string | number)[][]) => {
  const grid = [['Clé', 'Valeur', 'Signification'], ...rows];
  return workbookOf(sheetOf('Paramètres', grid, { tables: { tblParam: `A1:C${String(grid.length)}` } }));
};
const KEPT = settings(
  ['client', 'Hexalis', ''],
  ['prestataire', 'Atlantique', ''],
  ['contrat', '', ''],
  ['langue', 'fr', ''],
  ['cadence', 10, ''],
  ['orientation', 'landscape', ''],
  ['jours fermés', '24/12/2026–02/01/2027', ''],
  ['événements prévus', '15/01/2027 = +30 %', ''],
  ['durée imprimée', 'non', ''],
  ['version', 2, ''],
);

const blocksOf = (key: FormKey, typed: string, workbook = KEPT) => {
  const saved = valueOf(settingDraft(workbook, { key, typed }, null, 'fr'));
  return { cell: saved.cell, sheet: saved.sheet, blocks: saved.draft.sheets.map(({ blocks }) => blocks) };
};

test('the form shows what the cells say, choices by their code', () => {
  expect(settingsForm(KEPT, null, 'fr')).toEqual({
    sheet: 'Paramètres',
    texts: {
      client: 'Hexalis',
      provider: 'Atlantique',
      contract: '',
      cadence: '10',
      closedDays: '24/12/2026–02/01/2027',
      plannedEvents: '15/01/2027 = +30 %',
      orientation: 'landscape',
      printMinutes: 'no',
      language: 'fr',
    },
    faults: {},
    toConfirm: [],
  });
});

test('a workbook without settings: those that would be proposed, and no sheet', () => {
  const form = settingsForm(workbookOf(sheetOf('Feuil1', [])), null, 'en');
  expect([form.sheet, form.texts.language, form.texts.cadence, form.texts.client]).toEqual([null, 'en', '14', '']);
});

test('what the workbook holds and nobody can read is said under its field', () => {
  const form = settingsForm(settings(['client', 'Hexalis', ''], ['jours fermés', '24/12/2026 ; Noël', '']), null, 'fr');
  expect(form.faults).toEqual({ closedDays: { text: 'Noël', fault: 'day' } });
});

test('one date alone, of which Excel makes a number, is shown as a date', () => {
  expect(settingsForm(settings(['jours fermés', 46_337, '']), null, 'fr').texts.closedDays).toBe('11/11/2026');
});

test.each<[string, FormKey, string, string, unknown]>([
  ['a text', 'client', ' Mutuelle ', 'B2', { text: 'Mutuelle' }],
  ['an emptied text', 'provider', '', 'B3', { empty: true }],
  ['a number', 'cadence', '7', 'B6', { number: 7 }],
  ['a choice', 'orientation', 'portrait', 'B7', { text: 'portrait' }],
  ['yes, as the sheet says it', 'printMinutes', 'yes', 'B10', { text: 'oui' }],
  ['days', 'closedDays', '11/11/2026 ; 24/12/2026', 'B8', { text: '11/11/2026 ; 24/12/2026' }],
])('%s goes into its own cell, and nothing else', (_name, key, typed, cell, value) => {
  const row = Number(cell.slice(1)) - 1;
  expect(blocksOf(key, typed)).toEqual({ cell, sheet: 'Paramètres', blocks: [[{ row, column: 1, cells: [[value]] }]] });
});

test.each<[FormKey, string, string]>([
  ['cadence', '20', 'cadence'],
  ['cadence', 'deux semaines', 'cadence'],
  ['closedDays', '24/12/2026–01/12/2026', 'backwards'],
  ['plannedEvents', '15/01/2027 = 30 %', 'sign'],
  ['orientation', 'paysage', 'choice'],
])('%s: “%s” is refused (%s), and nothing is written', (key, typed, fault) => {
  const refused = settingDraft(KEPT, { key, typed }, null, 'fr');
  expect(refused).toMatchObject({
    ok: false,
    problem: { code: 'setting-fault', params: { fault }, place: { sheet: 'Paramètres' } },
  });
  expect(settingFault({ key, typed })).toEqual({ text: typed, fault });
});

test.each<[FormKey, string]>([
  ['cadence', ''],
  ['cadence', '15'],
  ['client', 'n’importe quoi'],
  ['closedDays', ' '],
])('%s: “%s” is right', (key, typed) => {
  expect(settingFault({ key, typed })).toBeNull();
});

test('a cadence that is none is said in both languages', () => {
  expect([settingFaultText('20', 'cadence', 'fr'), settingFaultText('20', 'cadence', 'en')]).toEqual([
    '«\u202f20\u202f» n’est pas une cadence. Écrivez un nombre de jours, de 7\u00a0à\u00a015.',
    '“20” is not a cadence. Write a number of days from 7\u00a0to\u00a015.',
  ]);
});

test('without a sheet of settings, the whole of it is written with the new value', () => {
  const { sheet, cell, blocks } = blocksOf('client', 'Hexalis', workbookOf(sheetOf('Feuil1', [['x']])));
  expect([sheet, cell]).toEqual(['Paramètres', 'B2']);
  expect(blocks[0]?.[0]?.cells[1]?.slice(0, 2)).toEqual([{ text: 'client' }, { text: 'Hexalis' }]);
  expect(blocks[0]?.[0]?.cells.length).toBeGreaterThan(10);
});

test('a row that a former version did not have is added with its value', () => {
  const { cell, blocks } = blocksOf(
    'plannedEvents',
    '15/01/2027 = +30 %',
    settings(['client', 'Hexalis', ''], ['version', 1, '']),
  );
  expect(cell).toBe('B4');
  expect(blocks.flat().flatMap((block) => block?.cells ?? [])).toContainEqual([
    { text: 'événements prévus' },
    { text: '15/01/2027 = +30 %' },
    expect.anything(),
  ]);
});

test('a row that somebody took out is asked back', () => {
  expect(
    settingDraft(settings(['client', 'Hexalis', ''], ['version', 2, '']), { key: 'cadence', typed: '7' }, null, 'fr'),
  ).toEqual({
    ok: false,
    problem: { code: 'setting-row-missing', params: { setting: 'cadence' } },
  });
});

test('a workbook whose structure is locked takes no new sheet, and its cells all the same', () => {
  const locked = { ...KEPT, structureProtected: true };
  expect(blocksOf('client', 'Mutuelle', locked).cell).toBe('B2');
  const bare = { ...workbookOf(sheetOf('Feuil1', [['x']])), structureProtected: true };
  expect(settingDraft(bare, { key: 'client', typed: 'x' }, null, 'fr')).toMatchObject({
    problem: { code: 'workbook-protected' },
  });
});
