/** The few tables of a TrueType font that give the advance width of a character (OpenType 1.9: head, hhea, hmtx, cmap). */
export type AdvanceWidths = {
  unitsPerEm: number;
  /** null when the font has no glyph for it. */ of: (codePoint: number) => number | null;
};

type Table = { offset: number; length: number };

const tableOf = (font: DataView, tag: string): Table => {
  for (let i = 0; i < font.getUint16(4); i++) {
    const entry = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(entry + byte)));
    if (name === tag) return { offset: font.getUint32(entry + 8), length: font.getUint32(entry + 12) };
  }
  throw new Error(`the font has no ${tag} table`);
};

/** Where the format 4 subtable (Windows, Unicode of the basic plane) begins. */
const basicPlaneMap = (font: DataView): number => {
  const { offset } = tableOf(font, 'cmap');
  for (let i = 0; i < font.getUint16(offset + 2); i++) {
    const entry = offset + 4 + i * 8;
    const subtable = offset + font.getUint32(entry + 4);
    if (font.getUint16(entry) === 3 && font.getUint16(entry + 2) === 1 && font.getUint16(subtable) === 4) return subtable;
  }
  throw new Error('the font has no character map of the basic plane');
};

const glyphOf = (font: DataView, map: number, codePoint: number): number => {
  const doubled = font.getUint16(map + 6);
  const ends = map + 14;
  const starts = ends + doubled + 2;
  for (let at = 0; at < doubled; at += 2) {
    if (font.getUint16(ends + at) < codePoint) continue;
    const start = font.getUint16(starts + at);
    if (start > codePoint) return 0;
    const delta = font.getInt16(starts + doubled + at);
    const rangeAt = starts + 2 * doubled + at;
    const range = font.getUint16(rangeAt);
    const glyph = range === 0 ? codePoint : font.getUint16(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
};

/** Reads the widths of a TrueType file. */
export const readAdvanceWidths = (bytes: Uint8Array): AdvanceWidths => {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const map = basicPlaneMap(font);
  const metrics = font.getUint16(tableOf(font, 'hhea').offset + 34);
  const advances = tableOf(font, 'hmtx').offset;
  return {
    unitsPerEm: font.getUint16(tableOf(font, 'head').offset + 18),
    of: (codePoint) => {
      const glyph = glyphOf(font, map, codePoint);
      return glyph === 0 ? null : font.getUint16(advances + 4 * Math.min(glyph, metrics - 1));
    },
  };
};
