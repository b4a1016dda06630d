import { defaultPage } from '../../book/blank';
import type { PageSetup } from '../../book/sheet';
import { decodeSpreadsheetText } from '../xml/text';
import { attribute, booleanAttribute, child, descend, numberAttribute, textOf, type XmlTree } from '../xml/tree';

const pages = (value: number | undefined): number | null => (value === undefined ? 1 : value === 0 ? null : value);

/** Page setup of a sheet, Excel's defaults where the file says nothing. */
export const readPage = (tree: XmlTree): PageSetup => {
  const { root } = tree;
  const usual = defaultPage();
  const margins = child(root, 'pageMargins');
  const setup = child(root, 'pageSetup');
  const options = child(root, 'printOptions');
  const running = child(root, 'headerFooter');
  const margin = (name: keyof PageSetup['margins']): number => numberAttribute(margins, name) ?? usual.margins[name];
  const line = (name: string): string => decodeSpreadsheetText(textOf(tree, child(running, name)));
  return {
    orientation: attribute(setup, 'orientation') === 'landscape' ? 'landscape' : 'portrait',
    paperSize: numberAttribute(setup, 'paperSize') ?? null,
    margins: {
      left: margin('left'),
      right: margin('right'),
      top: margin('top'),
      bottom: margin('bottom'),
      header: margin('header'),
      footer: margin('footer'),
    },
    scale: numberAttribute(setup, 'scale') ?? 100,
    fitToPage: booleanAttribute(descend(root, 'sheetPr', 'pageSetUpPr'), 'fitToPage'),
    fitWidth: pages(numberAttribute(setup, 'fitToWidth')),
    fitHeight: pages(numberAttribute(setup, 'fitToHeight')),
    centerHorizontally: booleanAttribute(options, 'horizontalCentered'),
    centerVertically: booleanAttribute(options, 'verticalCentered'),
    printGridlines: booleanAttribute(options, 'gridLines'),
    printHeadings: booleanAttribute(options, 'headings'),
    blackAndWhite: booleanAttribute(setup, 'blackAndWhite'),
    headerFooter: {
      oddHeader: line('oddHeader'),
      oddFooter: line('oddFooter'),
      evenHeader: line('evenHeader'),
      evenFooter: line('evenFooter'),
      firstHeader: line('firstHeader'),
      firstFooter: line('firstFooter'),
      differentOddEven: booleanAttribute(running, 'differentOddEven'),
      differentFirst: booleanAttribute(running, 'differentFirst'),
    },
  };
};
