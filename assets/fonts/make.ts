import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAdvanceWidths, type AdvanceWidths } from '../../src/pdf/trueType';

/** Scripts and signs that a page may hold, as first and last code point. */
const blocks: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0x17f], // Latin-1, Latin Extended-A
  [0x180, 0x24f], // Latin Extended-B
  [0x2b0, 0x2ff], // modifier letters
  [0x370, 0x3ff], // Greek
  [0x400, 0x52f], // Cyrillic
  [0x5d0, 0x5f4], // Hebrew
  [0x1e00, 0x1eff], // Latin Extended Additional
  [0x2000, 0x206f], // punctuation
  [0x2070, 0x209f], // superscripts and subscripts
  [0x20a0, 0x20bf], // currencies
  [0x2100, 0x214f], // letter-like signs
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x25a0, 0x25ff], // geometric shapes
  [0xfffd, 0xfffd], // replacement character
];

/** Widths one after another in a block, equal neighbours as `width*count`, `-` where the face has no glyph. */
const packed = (widths: AdvanceWidths, [first, last]: readonly [number, number]): string => {
  const runs: { width: string; count: number }[] = [];
  for (let codePoint = first; codePoint <= last; codePoint++) {
    const width = String(widths.of(codePoint) ?? '-');
    const run = runs.at(-1);
    if (run?.width === width) run.count += 1;
    else runs.push({ width, count: 1 });
  }
  return runs.map(({ width, count }) => (count === 1 ? width : `${width}*${count}`)).join(' ');
};

const hexadecimal = (codePoint: number): string => `0x${codePoint.toString(16)}`;

/** Writes the advance widths of Arial, read from Arimo, which has the same (its licence allows it, Arial's does not). */
export const makeArialWidths = (): void => {
  const folder = dirname(require.resolve('@expo-google-fonts/arimo/package.json'));
  const [regular, bold] = ['400Regular', '700Bold'].map((face) =>
    readAdvanceWidths(readFileSync(join(folder, face, `Arimo_${face}.ttf`))),
  ) as [AdvanceWidths, AdvanceWidths];
  const rows = blocks.map(
    (block) =>
      `  {\n    first: ${hexadecimal(block[0])},\n    regular: '${packed(regular, block)}',\n    bold: '${packed(bold, block)}',\n  },`,
  );
  const text = `/**
 * Advance widths of Arial, from the metric-compatible Arimo. Written by assets/fonts/make.ts; not to be edited by hand.
 * From the first code point on, the widths of each face in code point order, in units of 1/UNITS_PER_EM of the size.
 * \`w*n\` is n equal neighbours, \`-\` a character without a glyph.
 */
export const UNITS_PER_EM = ${regular.unitsPerEm};

export const arialWidths: readonly { first: number; regular: string; bold: string }[] = [
${rows.join('\n')}
];
`;
  writeFileSync(join(__dirname, '../../src/core/meteo/arialWidths.ts'), text);
};
