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

/** Tab, line feed, form feed, carriage return, escape: the control characters that text files do hold. */
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0c, 0x0d, 0x1b];

const holdsControls = (text: string): boolean => {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 0x20 && !TEXT_CONTROLS.includes(code)) return true;
  }
  return false;
};

/**
 * The text of a file: UTF-16 where its byte order mark says so (what Excel calls “Unicode text”), else UTF-8, else
 * Windows-1252, which is what Excel writes in Western Europe. Null for bytes that are no text.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const marked = encodingByMark(bytes);
  const text = marked ? decode(bytes, marked) : (decode(bytes, 'utf-8') ?? decodeWindows1252(bytes));
  if (text === null || holdsControls(text)) return null;
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
};
