const BYTE_ORDER_MARK = '\ufeff';

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Windows-1252's own characters from 0x80 on; elsewhere it is Latin 1. TextDecoder takes it for Latin 1 in some versions of Node. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => FROM_0X80[character.charCodeAt(0) - 0x80] ?? character);

const encodingByMark = ([first, second]: Uint8Array): string | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

/** Control characters that no text file holds; tab, line feed, form feed and carriage return are not among them. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

/**
 * The text of a file: UTF-16 where its byte order mark says so (what Excel calls “Unicode text”), else UTF-8, else
 * Windows-1252, which is what Excel writes in Western Europe. Null for bytes that are no text.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const marked = encodingByMark(bytes);
  const text = marked ? decode(bytes, marked) : (decode(bytes, 'utf-8') ?? decodeWindows1252(bytes));
  if (text === null || CONTROL.test(text)) return null;
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
};
