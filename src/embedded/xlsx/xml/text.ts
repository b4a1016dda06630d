/** Text as XML holds it, and the escapes that spreadsheets add on top. */

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an attribute or element with its entities resolved: `a &lt; b` gives `a < b`. Unknown entities stay as they are. */
export const decodeXml = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|[a-z]+);/g, (whole, entity: string) => {
        if (!entity.startsWith('#')) return named[entity] ?? whole;
        const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : raw;

/** Text made safe for element content. */
export const encodeText = (text: string): string =>
  /[&<>\r]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;') : text;

/** Text made safe for an attribute in double quotes. */
export const encodeAttribute = (text: string): string =>
  encodeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

/** Resolves the `_xHHHH_` escapes of a spreadsheet string (ECMA-376 part 1, 22.9.2.19): `a_x000D_` ends with a return. */
export const decodeSpreadsheetText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;

/** Escapes what XML cannot hold, and text that would be taken for such an escape. */
export const encodeSpreadsheetText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) =>
      character === '\n' || character === '\t' || (character >= '\u007F' && character < '\uFFFE')
        ? character
        : `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
