import type { Book } from '../../book/book';
import type { Style } from '../../book/style';
import { contentTypes, vocabulary, type Vocabulary } from '../dialect';
import { emptyContentTypes, Package } from '../package/package';
import { defaultPalette } from '../read/color';
import { fingerprint, type WorkbookSource } from '../source';
import { parseXml, type XmlTree } from '../xml/tree';
import { declaration, element } from '../xml/write';
import { themeXml } from './theme';

const packageProperties = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** A styles part with the default cell style, Normal, and the two fills that Excel expects first. */
export const emptyStyles = (names: Vocabulary, { font }: Style): string => {
  const xf = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const fill = (patternType: string): string => element('fill', {}, element('patternFill', { patternType }));
  return (
    declaration +
    element(
      'styleSheet',
      { xmlns: names.main },
      element(
        'fonts',
        { count: 1 },
        element(
          'font',
          {},
          element('sz', { val: font.size }),
          element('color', { theme: 1 }),
          element('name', { val: font.name }),
          element('family', { val: 2 }),
          font.name === 'Calibri' ? element('scheme', { val: 'minor' }) : '',
        ),
      ),
      element('fills', { count: 2 }, fill('none'), fill('gray125')),
      element(
        'borders',
        { count: 1 },
        element('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((edge) => element(edge))),
      ),
      element('cellStyleXfs', { count: 1 }, element('xf', xf)),
      element('cellXfs', { count: 1 }, element('xf', { ...xf, xfId: 0 })),
      element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
      element('dxfs', { count: 0 }),
      element('tableStyles', { count: 0, defaultTableStyle: 'TableStyleMedium2', defaultPivotStyle: 'PivotStyleLight16' }),
    )
  );
};

/** A shared-string part without a string. */
export const emptyStrings = (names: Vocabulary): XmlTree =>
  parseXml(declaration + element('sst', { xmlns: names.main, count: 0, uniqueCount: 0 }));

/** A package without a sheet, complete but for those of the book: what a save of a new workbook starts from. */
export const blankSource = (book: Book): WorkbookSource => {
  const names = vocabulary(false);
  const parts = new Package([['[Content_Types].xml', new TextEncoder().encode(emptyContentTypes)]], book.fileName);
  const part = 'xl/workbook.xml';
  const workbook = element(
    'workbook',
    { xmlns: names.main, 'xmlns:r': names.relations },
    element('workbookPr', book.date1904 ? { date1904: true } : {}),
    element('bookViews', {}, element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 24_000, windowHeight: 12_000 })),
    element('sheets'),
  );
  parts.relate('', `${names.relations}/officeDocument`, part);
  parts.add(part, declaration + workbook, contentTypes.workbook);
  parts.add('xl/theme/theme1.xml', themeXml(names.drawing), contentTypes.theme);
  parts.relate(part, `${names.relations}/theme`, 'xl/theme/theme1.xml');
  parts.add(
    'docProps/core.xml',
    declaration +
      element('cp:coreProperties', {
        'xmlns:cp': packageProperties,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      }),
    contentTypes.core,
  );
  parts.relate('', packageRelations, 'docProps/core.xml');
  const application = { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' };
  parts.add(
    'docProps/app.xml',
    declaration + element('Properties', application, element('Application', {}, 'Microsoft Excel')),
    contentTypes.application,
  );
  parts.relate('', `${names.relations}/extended-properties`, 'docProps/app.xml');
  return {
    package: parts,
    part,
    strict: false,
    palette: defaultPalette,
    normalFont: book.styles.normalFont,
    cells: { strings: [], usedStrings: new Set(), date1904: book.date1904, quotePrefixed: new Set(), dynamicArrays: new Set() },
    sheets: new Map(),
    names: new Map(),
    activeSheet: -1,
    settings: fingerprint(new Map()),
  };
};
