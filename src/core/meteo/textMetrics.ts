import { NARROW_SPACE, NO_BREAK_SPACE } from '../words/typography';
import { arialWidths, UNITS_PER_EM } from './arialWidths';

/** Face and size of a text, in points. */
export type Type = { size: number; bold: boolean };

/** Padding that Excel keeps on either side of a cell's text, in points. */
export const CELL_PADDING = 1.5;
/** What one indent step adds to it. */
export const INDENT_STEP = 7.5;
/** Part of a box's width that a line may use: the face that a reader's machine takes for Arial may run wider. */
const USABLE = 0.96;

/** A character that the table does not know is counted as wide as a digit and a half (most ideographs and symbols are narrower than an em). */
const UNKNOWN_WIDTH = 1708;

const unpack = (packed: string): (number | null)[] =>
  packed.split(' ').flatMap((run) => {
    const [width = '-', count = '1'] = run.split('*');
    return Array<number | null>(Number(count)).fill(width === '-' ? null : Number(width));
  });

const faces = (['regular', 'bold'] as const).map((face) => {
  const widths = new Map<number, number>();
  for (const block of arialWidths)
    unpack(block[face]).forEach((width, i) => {
      if (width !== null) widths.set(block.first + i, width);
    });
  return widths;
});

/** Has the page's face a sign for the character, regular and bold? */
export const hasGlyph = (codePoint: number): boolean => faces.every((widths) => widths.has(codePoint));

/**
 * Width in points of a text in Arial, without kerning (Excel does not kern): `textWidth('91,8 %', { size: 32, bold: true })`
 * is the width of the key figure.
 */
export const textWidth = (text: string, { size, bold }: Type): number => {
  const widths = faces[bold ? 1 : 0];
  let units = 0;
  for (const character of text) units += widths?.get(character.codePointAt(0) ?? 0) ?? UNKNOWN_WIDTH;
  return (units * size) / UNITS_PER_EM;
};

/** Points of a box's width that a line of text may take. */
export const usableWidth = (boxWidth: number, indent = 0): number => boxWidth * USABLE - 2 * CELL_PADDING - indent * INDENT_STEP;

/** Does the text fit in one line of the box? */
export const fitsOneLine = (text: string, boxWidth: number, type: Type, indent = 0): boolean =>
  textWidth(text, type) <= usableWidth(boxWidth, indent);

/** Where a word too long for its line may break without a sign of its own: after the marks of an address or a hyphen. */
const BREAKABLE = /[-/._?&=#@]/;

/** A word in pieces that fit a line: after its last mark that does, otherwise where the line is full, as Excel breaks it. */
const piecesOf = (word: string, available: number, type: Type): string[] => {
  const pieces: string[] = [];
  let rest = [...word];
  while (textWidth(rest.join(''), type) > available) {
    let most = 1;
    while (most < rest.length && textWidth(rest.slice(0, most + 1).join(''), type) <= available) most++;
    const mark = rest.slice(0, most).reduce((last, character, i) => (BREAKABLE.test(character) ? i : last), -1);
    const end = mark >= most / 2 ? mark + 1 : most;
    pieces.push(rest.slice(0, end).join(''));
    rest = rest.slice(end);
    if (rest.length === 0) return pieces;
  }
  return [...pieces, rest.join('')];
};

/** Spaces at which a line breaks, the first ones before the others: at those that tie only where what they tie has no line. */
const SPACES = [' ', NO_BREAK_SPACE, NARROW_SPACE] as const;

/** Lines of a text filled one after the other; what is too wide for one is broken at the next kind of space, then anywhere. */
const filled = (text: string, available: number, type: Type, [space, ...rest]: readonly string[]): string[] => {
  if (space === undefined) return piecesOf(text, available, type);
  const broken: string[] = [];
  let line = '';
  text.split(space).forEach((word, index) => {
    const longer = index === 0 || line === '' ? word : `${line}${space}${word}`;
    if (textWidth(longer, type) <= available) {
      line = longer;
      return;
    }
    if (line !== '') broken.push(line);
    const pieces = filled(word, available, type, rest);
    broken.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  });
  return [...broken, line];
};

/** Words from which a line spares its last one. */
const SPARES = 3;

/** The same lines with company for a last word that would stand alone: `… sans dérive` / `ni retard)`. */
const withoutWidow = (lines: readonly string[], text: string, available: number, type: Type): readonly string[] => {
  const [before = '', last = ''] = lines.slice(-2);
  const words = before.split(' ');
  const company = words.at(-1) ?? '';
  const joined = `${company} ${last}`;
  // A last line that is a piece of a long word, or follows a line feed, is none.
  const isWidow = lines.length > 1 && !last.includes(' ') && words.length >= SPARES && text.endsWith(joined);
  if (!isWidow || textWidth(joined, type) > available) return lines;
  return [...lines.slice(0, -2), words.slice(0, -1).join(' '), joined];
};

/**
 * Breaks a text into lines that fit the box, at ordinary spaces: at U+00A0 or U+202F, which tie a figure to its unit or its
 * interval, and inside a word, only where that is wider than the box. Line feeds of the text are kept. `fits` is false where
 * not even one character has room.
 */
export const wrapText = (text: string, boxWidth: number, type: Type, indent = 0): { lines: string[]; fits: boolean } => {
  const available = usableWidth(boxWidth, indent);
  const lines = text
    .split('\n')
    .flatMap((paragraph) => withoutWidow(filled(paragraph, available, type, SPACES), paragraph, available, type));
  return { lines, fits: lines.every((line) => textWidth(line, type) <= available) };
};

/**
 * A text of several lines broken after marks where that takes no line more, each as late as it fits, otherwise at spaces. The
 * message breaks so after `,` or `;` (`… pour 90 % promis),` / `mais 5,6 % …`), the weather's rule after `:`, a note after a
 * sentence.
 */
export const wrapAtMark = (
  text: string,
  boxWidth: number,
  type: Type,
  marks: ',;' | ':' | '.',
): { lines: string[]; fits: boolean } => {
  const plain = wrapText(text, boxWidth, type);
  if (plain.lines.length < 2 || !plain.fits || text.includes('\n')) return plain;
  const lines: string[] = [];
  for (const part of text.split(new RegExp(`(?<=[${marks}]) `, 'u'))) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} ${part}`;
    if (last !== undefined && fitsOneLine(longer, boxWidth, type)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  const isWhole = lines.length === plain.lines.length && lines.every((line) => fitsOneLine(line, boxWidth, type));
  return isWhole ? { lines, fits: true } : plain;
};
