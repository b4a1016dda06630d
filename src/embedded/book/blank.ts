import { Book } from './book';
import { Sheet, type PageSetup } from './sheet';
import { defaultStyle, Styles } from './styleTable';

/** Page setup of a sheet that nobody set up: Excel's "Normal" margins in inches, portrait, no paper size. */
export const defaultPage = (): PageSetup => ({
  orientation: 'portrait',
  paperSize: null,
  margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  scale: 100,
  fitToPage: false,
  fitWidth: 1,
  fitHeight: 1,
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  headerFooter: {
    oddHeader: '',
    oddFooter: '',
    evenHeader: '',
    evenFooter: '',
    firstHeader: '',
    firstFooter: '',
    differentOddEven: false,
    differentFirst: false,
  },
});

/** Identifier of a sheet as Office.js shows it, `{00000000-0000-0000-0000-000000000000}`, unique in the workbook. */
export const newSheetId = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

/** A new, empty worksheet; the caller puts it in `Book.sheets` and sets `Book.touched`. */
export const blankSheet = (name: string): Sheet => {
  const sheet = new Sheet(newSheetId(), name);
  sheet.page = defaultPage();
  return sheet;
};

/** A new workbook with one empty sheet, its Normal style in a font: `blankBook({ sheetName: 'Feuil1' })`. */
export const blankBook = ({
  sheetName = 'Sheet1',
  fileName = 'Book1.xlsx',
  normalFont = { name: defaultStyle.font.name, size: defaultStyle.font.size },
}: { sheetName?: string; fileName?: string; normalFont?: { name: string; size: number } } = {}): Book => {
  const style = { ...defaultStyle, font: { ...defaultStyle.font, ...normalFont } };
  const book = new Book(new Styles([style], normalFont), fileName);
  book.sheets.push(blankSheet(sheetName));
  return book;
};
