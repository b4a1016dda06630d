import type { Note } from '../../book/sheet';
import type { Package } from '../package/package';
import { XmlError } from '../xml/lexer';
import { XmlEdit } from '../xml/edit';
import { attribute, child, everyElement, parseXml, textOf, type Element, type XmlTree } from '../xml/tree';
import { element } from '../xml/write';

/** The boxes that notes are drawn in: VML, which Excel goes on using for them alone. */

const BOX_TYPE = '_x0000_t202';

const boxType = element(
  'v:shapetype',
  { id: BOX_TYPE, coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' },
  element('v:stroke', { joinstyle: 'miter' }),
  element('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
);

/** A part without boxes yet. */
export const emptyBoxes = element(
  'xml',
  {
    'xmlns:v': 'urn:schemas-microsoft-com:vml',
    'xmlns:o': 'urn:schemas-microsoft-com:office:office',
    'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
  },
  element('o:shapelayout', { 'v:ext': 'edit' }, element('o:idmap', { 'v:ext': 'edit', data: 1 })),
  boxType,
);

const COLUMNS = 3;
const CHARACTERS_A_LINE = 36;
const MOST_ROWS = 20;

/** Rows that a box takes so that its text shows. */
const rowsFor = (text: string): number =>
  Math.min(
    MOST_ROWS,
    1 + text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0),
  );

/** Cells and pixels from the left, top, right and bottom, as the format lists them. */
const anchorOf = ({ row, column, text }: Note): string =>
  [column + 1, 15, Math.max(0, row - 1), 10, column + 1 + COLUMNS, 15, Math.max(0, row - 1) + rowsFor(text), 4].join(', ');

const boxXml = (note: Note, id: number): string =>
  element(
    'v:shape',
    {
      id: `_x0000_s${id}`,
      type: `#${BOX_TYPE}`,
      style: 'position:absolute;visibility:hidden',
      fillcolor: '#ffffe1',
      'o:insetmode': 'auto',
    },
    element('v:fill', { color2: '#ffffe1' }),
    element('v:shadow', { on: 't', color: 'black', obscured: 't' }),
    element('v:path', { 'o:connecttype': 'none' }),
    element('v:textbox', { style: 'mso-direction-alt:auto' }, element('div', { style: 'text-align:left' })),
    element(
      'x:ClientData',
      { ObjectType: 'Note' },
      element('x:MoveWithCells'),
      element('x:SizeWithCells'),
      element('x:Anchor', {}, anchorOf(note)),
      element('x:AutoFill', {}, 'False'),
      element('x:Row', {}, String(note.row)),
      element('x:Column', {}, String(note.column)),
    ),
  );

/** Cell whose note a shape is the box of; undefined for other shapes, such as form controls. */
const cellOf = (tree: XmlTree, shape: Element): { row: number; column: number } | undefined => {
  const data = child(shape, 'ClientData');
  if (attribute(data, 'ObjectType') !== 'Note') return undefined;
  return { row: Number(textOf(tree, child(data, 'Row'))), column: Number(textOf(tree, child(data, 'Column'))) };
};

/** Some writers leave HTML in their boxes that is no XML: such a part is made anew, for its notes alone. */
const treeOf = (parts: Package, part: string): XmlTree => {
  try {
    return parseXml(parts.text(part));
  } catch (error) {
    if (error instanceof XmlError) return parseXml(emptyBoxes);
    throw error;
  }
};

const isAt = ({ row, column }: { row: number; column: number }, notes: readonly { row: number; column: number }[]): boolean =>
  notes.some((note) => note.row === row && note.column === column);

/** Writes the boxes of the notes that came, and drops those of the notes that went or moved. */
export const writeBoxes = (
  parts: Package,
  part: string,
  { added, gone }: { added: readonly Note[]; gone: readonly { row: number; column: number }[] },
): void => {
  const tree = treeOf(parts, part);
  const edit = new XmlEdit(tree);
  let last = 1024;
  for (const shape of everyElement(tree.root)) {
    const number = /_s(\d+)$/.exec(attribute(shape, 'id') ?? '')?.[1];
    if (number !== undefined) last = Math.max(last, Number(number));
    const cell = shape.local === 'shape' ? cellOf(tree, shape) : undefined;
    if (cell && isAt(cell, gone)) edit.remove(shape);
  }
  const hasType = [...everyElement(tree.root)].some((shape) => attribute(shape, 'id') === BOX_TYPE);
  const boxes = added.map((note) => boxXml(note, ++last)).join('');
  if (boxes !== '') edit.append(tree.root, (hasType ? '' : boxType) + boxes);
  parts.set(part, edit.toString());
};
