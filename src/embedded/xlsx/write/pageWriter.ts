import { defaultPage } from '../../book/blank';
import type { PageSetup, Sheet } from '../../book/sheet';
import { worksheetOrder, writerOf, type Writer } from '../dialect';
import { readPage } from '../read/page';
import { encodeSpreadsheetText, encodeText } from '../xml/text';
import type { XmlEdit } from '../xml/edit';
import { child } from '../xml/tree';
import type { Attributes } from '../xml/write';

/** Sets an element's attributes, or makes it with those that are not null. */
const setElement = (edit: XmlEdit, local: string, attributes: Attributes, write: Writer): void => {
  const existing = child(edit.root, local);
  if (existing) edit.setAttributes(existing, attributes);
  else if (Object.values(attributes).some((value) => value !== null && value !== undefined))
    edit.insertInOrder(edit.root, local, write(local, attributes), worksheetOrder);
};

/** An attribute only where it says something, or contradicts what the file says. */
const when = <T extends string | number | boolean>(value: T, usual: T): T | null => (value === usual ? null : value);

const lines = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'] as const;

const writeRunningLines = (edit: XmlEdit, page: PageSetup, was: PageSetup, write: Writer): void => {
  if (JSON.stringify(page.headerFooter) === JSON.stringify(was.headerFooter)) return;
  const { headerFooter } = page;
  const kept: Attributes = {};
  for (const { name, value } of child(edit.root, 'headerFooter')?.attributes ?? []) kept[name] = value;
  const content = lines
    .map((line) => (headerFooter[line] === '' ? '' : write(line, {}, encodeText(encodeSpreadsheetText(headerFooter[line])))))
    .join('');
  const attributes: Attributes = {
    ...kept,
    differentOddEven: headerFooter.differentOddEven || undefined,
    differentFirst: headerFooter.differentFirst || undefined,
  };
  edit.setChild(edit.root, 'headerFooter', content === '' ? '' : write('headerFooter', attributes, content), worksheetOrder);
};

/** Writes paper, margins, scaling, centring and running lines. Printer settings of the file stay. */
export const writePage = (edit: XmlEdit, sheet: Sheet): void => {
  const page = sheet.page ?? defaultPage();
  const was = readPage(edit.tree);
  const write = writerOf(edit.root);
  setElement(
    edit,
    'printOptions',
    {
      horizontalCentered: when(page.centerHorizontally, false),
      verticalCentered: when(page.centerVertically, false),
      headings: when(page.printHeadings, false),
      gridLines: when(page.printGridlines, false),
    },
    write,
  );
  setElement(edit, 'pageMargins', page.margins, write);
  setElement(
    edit,
    'pageSetup',
    {
      paperSize: page.paperSize,
      scale: when(page.scale, 100),
      fitToWidth: when(page.fitWidth ?? 0, 1),
      fitToHeight: when(page.fitHeight ?? 0, 1),
      orientation:
        child(edit.root, 'pageSetup') || page.orientation !== 'portrait' || page.paperSize !== null ? page.orientation : null,
      blackAndWhite: when(page.blackAndWhite, false),
    },
    write,
  );
  writeRunningLines(edit, page, was, write);
};
