import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveWorkbook } from '../../../src/embedded/xlsx/save';
import { changeBook } from '../../corpus/change';
import { compareParts, elementLines, firstLost, partsOf } from '../../corpus/compare';
import { open } from './workbookFile';

const folder = join(__dirname, '../../../../shared/data/workbooks/reports');
const has = existsSync(folder);
if (!has) process.stdout.write(`Real workbooks are not tried: ${folder} is not there.\n`);
const whenShared = has ? test : test.skip;
/** The smaller ones; the trial of the whole folder (`npm run test:corpus`) has them all. */
const files = has ? readdirSync(folder).filter((name) => /^R(09|12|13|16|22)_/.test(name)) : ['a workbook'];

const lower = (part: string): string => part.toLowerCase();

whenShared.each(files)('%s comes through a change of one cell and a new sheet whole', (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const file = open(bytes);
  const change = changeBook(file.book);
  const edited = lower(change?.edited.part ?? '');
  const shared = /(\[content_types\]\.xml|\/workbook\.xml(\.rels)?|\/styles\.xml|\/sharedstrings\.xml)$/;
  const touched = (part: string): boolean => lower(part) === edited || shared.test(`/${lower(part)}`);
  const { row = 0, column = 0 } = change?.edited ?? {};
  const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
  expect(compareParts(partsOf(bytes), partsOf(saveWorkbook(file)), touched, `${letters}${row + 1}`)).toEqual([]);
});

whenShared.each(files)('%s, untouched, is saved with the bytes of every part', (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const before = partsOf(bytes);
  const after = partsOf(saveWorkbook(open(bytes)));
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [part, content] of before) expect(Buffer.compare(Buffer.from(content), Buffer.from(after.get(part) ?? []))).toBe(0);
});

describe('the comparison finds what was lost', () => {
  const parts = (xml: string): Map<string, Uint8Array> => new Map([['xl/a.xml', new TextEncoder().encode(xml)]]);
  const compare = (before: string, after: string, touched = true): string[] =>
    compareParts(parts(before), parts(after), () => touched, 'B2').map(({ cause }) => cause);

  test.each<[string, string, string, string[]]>([
    ['nothing, where an element was added', '<a><b x="1"/></a>', '<a><c/><b x="1"/></a>', []],
    ['nothing, where a prefix changed', '<a xmlns="u"><b/></a>', '<p:a xmlns:p="u"><p:b/></p:a>', []],
    ['nothing, where the edited cell changed', '<a><c r="B2"><v>1</v></c></a>', '<a><c r="B2"><v>2</v></c></a>', []],
    ['an attribute', '<a><b x="1"/></a>', '<a><b/></a>', ['feature lost']],
    ['a text', '<a><b>1</b></a>', '<a><b>2</b></a>', ['feature lost']],
    ['an order', '<a><b/><c/></a>', '<a><c/><b/></a>', ['feature lost']],
    ['another cell', '<a><c r="B3"><v>1</v></c></a>', '<a><c r="B3"><v>2</v></c></a>', ['feature lost']],
    ['a part that is no XML any more', '<a><b/></a>', '<a><b></a>', ['not well-formed']],
  ])('%s', (_, before, after, causes) => {
    expect(compare(before, after)).toEqual(causes);
  });

  test('an untouched part that changed by a space', () => {
    expect(compare('<a/>', '<a />', false)).toEqual(['untouched part changed']);
  });

  test('a part that is gone', () => {
    expect(compareParts(parts('<a/>'), new Map(), () => true, 'A1')).toEqual([{ cause: 'part lost', detail: 'xl/a.xml' }]);
  });

  test('lines keep the place of an element among its parents', () => {
    expect(
      firstLost(
        elementLines(new TextEncoder().encode('<a><b><c/></b></a>'), () => false),
        elementLines(new TextEncoder().encode('<a><b/><c/></a>'), () => false),
      ),
    ).toMatch(/^2 /);
  });
});
