import { decodeSpreadsheetText } from '../xml/text';
import { Lexer, localName, XmlError } from '../xml/lexer';

/** Text of an `si` or `is` element that opens here: its runs joined, phonetic guides left out. */
export const readRichText = (lexer: Lexer): string => {
  if (lexer.selfClosing) return '';
  const { name } = lexer;
  let text = '';
  for (;;) {
    const token = lexer.next();
    if (token === 'open') {
      const local = localName(lexer.name);
      if (local === 't') text += lexer.readText();
      else if (local === 'rPh' || local === 'rPr' || local === 'phoneticPr') lexer.skip();
    } else if (token === 'close' && lexer.name === name) return decodeSpreadsheetText(text);
    else if (token === 'end') throw new XmlError(`<${name}> is not closed`, lexer.start);
  }
};

/** Texts of a shared-string part in their order. */
export const readSharedStrings = (source: string): string[] => {
  const lexer = new Lexer(source);
  const texts: string[] = [];
  for (;;) {
    const token = lexer.next();
    if (token === 'open' && localName(lexer.name) === 'si') texts.push(readRichText(lexer));
    else if (token === 'end') return texts;
  }
};
