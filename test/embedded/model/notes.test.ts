import { closeExcel, openExcel, refusal } from './excel';

afterEach(closeExcel);

const withNotes = async () => {
  const excel = await openExcel({ excelApi: '1.18' });
  await excel.onSheet((sheet) => {
    sheet.notes.add('B2', 'le lundi');
    sheet.notes.add(sheet.getRange('B4'), 'le mardi');
  });
  return excel;
};

const notesOf = (excel: Awaited<ReturnType<typeof withNotes>>): Promise<string[][]> =>
  excel.onSheet(async (sheet, context) => {
    sheet.notes.load('items/content');
    await context.sync();
    const places = sheet.notes.items.map((note) => ({ note, place: note.getLocation().load('address') }));
    await context.sync();
    return places.map(({ note, place }) => [place.address, note.content]);
  });

test('notes are told with their cells', async () => {
  expect(await notesOf(await withNotes())).toEqual([
    ['Sheet1!B2', 'le lundi'],
    ['Sheet1!B4', 'le mardi'],
  ]);
});

test.each<[string, (sheet: Excel.Worksheet) => void, string[][]]>([
  [
    'changed',
    (sheet) => (sheet.notes.getItem('B4').content = 'jeudi'),
    [
      ['Sheet1!B2', 'le lundi'],
      ['Sheet1!B4', 'jeudi'],
    ],
  ],
  ['deleted', (sheet) => sheet.notes.getItemAt(0).delete(), [['Sheet1!B4', 'le mardi']]],
  [
    'moved by an inserted row',
    (sheet) => sheet.getRange('3:3').insert('Down'),
    [
      ['Sheet1!B2', 'le lundi'],
      ['Sheet1!B5', 'le mardi'],
    ],
  ],
  ['deleted with its row', (sheet) => sheet.getRange('4:4').delete('Up'), [['Sheet1!B2', 'le lundi']]],
  ['cleared with everything', (sheet) => sheet.getRange('B1:B3').clear(), [['Sheet1!B4', 'le mardi']]],
  [
    'left where contents are cleared',
    (sheet) => sheet.getRange('B4').clear('Contents'),
    [
      ['Sheet1!B2', 'le lundi'],
      ['Sheet1!B4', 'le mardi'],
    ],
  ],
])('a note is %s', async (_, change, notes) => {
  const excel = await withNotes();
  await excel.onSheet(change);
  expect(await notesOf(excel)).toEqual(notes);
});

test('a cell takes one note, several cells none', async () => {
  const excel = await withNotes();
  expect(await refusal(excel.onSheet((sheet) => void sheet.notes.add('B2', 'encore')))).toBe('ItemAlreadyExists');
  expect(await refusal(excel.onSheet((sheet) => void sheet.notes.add('B2:B3', 'encore')))).toBe('InvalidArgument');
  expect(await refusal(excel.onSheet((sheet) => void sheet.notes.getItem('D9').delete()))).toBe('ItemNotFound');
});

test('an Excel before 1.18 has no notes', async () => {
  const excel = await openExcel({ excelApi: '1.17' });
  expect(await refusal(excel.onSheet((sheet) => void sheet.notes.add('B2', 'x')))).toBe('ApiNotFound');
});
