import { decodeXml } from './text';

/** XML that is not well-formed, or that holds what a workbook must not: a document type. */
export class XmlError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(`${message} at ${offset}`);
  }
}

export type Token = 'open' | 'close' | 'text' | 'cdata' | 'other' | 'end';
export type Attribute = { name: string; value: string; /** Offsets of the whole `name="value"`. */ start: number; end: number };

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Pull parser over XML in memory that tells where each token stands in the source. A save cuts untouched elements out of
 * the source by these offsets, which event parsers do not give for attributes; and a sheet of half a million cells is
 * read in about a second, because attributes are only looked at when asked for. Document types are refused, hence no
 * entity can expand.
 */
export class Lexer {
  token: Token = 'other';
  /** Offsets of the current token in the source. */
  start = 0;
  end = 0;
  /** Qualified name of the element that opens or closes here. */
  name = '';
  /** Offset just after the name. */
  nameEnd = 0;
  selfClosing = false;

  constructor(readonly source: string) {
    if (source.charCodeAt(0) === 0xfeff) this.end = 1;
  }

  next(): Token {
    const { source } = this;
    const start = (this.start = this.end);
    if (start >= source.length) return (this.token = 'end');
    if (source.charCodeAt(start) !== LESS) {
      const next = source.indexOf('<', start);
      this.end = next < 0 ? source.length : next;
      return (this.token = 'text');
    }
    const second = source.charCodeAt(start + 1);
    if (second === SLASH) return this.close(start);
    if (second === QUESTION) return this.upTo('?>', 'other');
    if (second === EXCLAMATION) {
      if (source.startsWith('<!--', start)) return this.upTo('-->', 'other');
      if (source.startsWith('<![CDATA[', start)) return this.upTo(']]>', 'cdata');
      throw new XmlError('document type or declaration refused', start);
    }
    return this.open(start);
  }

  /** Value of an attribute of the element that opens here, entities resolved. */
  attribute(name: string): string | undefined {
    return this.attributes().find((candidate) => candidate.name === name)?.value;
  }

  attributes(): Attribute[] {
    const { source } = this;
    const limit = this.end - (this.selfClosing ? 2 : 1);
    const list: Attribute[] = [];
    let at = this.nameEnd;
    for (;;) {
      while (at < limit && isSpace(source.charCodeAt(at))) at++;
      if (at >= limit) return list;
      const equals = source.indexOf('=', at);
      let quoteAt = equals + 1;
      while (isSpace(source.charCodeAt(quoteAt))) quoteAt++;
      const quote = source.charCodeAt(quoteAt);
      const close = source.indexOf(source.charAt(quoteAt), quoteAt + 1);
      if (equals < 0 || equals >= limit || (quote !== QUOTE && quote !== APOSTROPHE) || close < 0 || close >= limit)
        throw new XmlError('attribute without a quoted value', at);
      list.push({
        name: source.slice(at, equals).trimEnd(),
        value: decodeXml(source.slice(quoteAt + 1, close)),
        start: at,
        end: close + 1,
      });
      at = close + 1;
    }
  }

  /** Characters of the current text or CDATA token. */
  text(): string {
    return this.token === 'cdata'
      ? this.source.slice(this.start + 9, this.end - 3)
      : decodeXml(this.source.slice(this.start, this.end));
  }

  /** From the element that opens here to its end: its characters, without those of the elements in it. */
  readText(): string {
    if (this.selfClosing) return '';
    const { name } = this;
    let text = '';
    for (let depth = 0; ;) {
      const token = this.next();
      if (token === 'text' || token === 'cdata') text += depth === 0 ? this.text() : '';
      else if (token === 'open') depth += this.selfClosing ? 0 : 1;
      else if (token === 'close') {
        if (depth === 0) return this.ends(name) ?? text;
        depth--;
      } else if (token === 'end') throw new XmlError(`<${name}> is not closed`, this.start);
    }
  }

  /** Moves to the end of the element that opens here. */
  skip(): void {
    if (this.selfClosing) return;
    const open = [this.name];
    while (open.length > 0) {
      const token = this.next();
      if (token === 'open' && !this.selfClosing) open.push(this.name);
      else if (token === 'close') this.ends(open.pop() ?? '');
      else if (token === 'end') throw new XmlError(`<${open[0] ?? ''}> is not closed`, this.start);
    }
  }

  /** Checks that the tag that closes here is the one expected. */
  ends(name: string): undefined {
    if (this.name !== name) throw new XmlError(`</${this.name}> closes <${name}>`, this.start);
    return undefined;
  }

  private upTo(mark: string, token: Token): Token {
    const found = this.source.indexOf(mark, this.start);
    if (found < 0) throw new XmlError(`no ${mark}`, this.start);
    this.end = found + mark.length;
    return (this.token = token);
  }

  private close(start: number): Token {
    const end = this.source.indexOf('>', start);
    if (end < 0) throw new XmlError('tag without end', start);
    this.name = this.source.slice(start + 2, end).trimEnd();
    this.end = end + 1;
    return (this.token = 'close');
  }

  private open(start: number): Token {
    const { source } = this;
    const { length } = source;
    let at = start + 1;
    for (let code = source.charCodeAt(at); at < length; code = source.charCodeAt(++at))
      if (code === GREATER || code === SLASH || isSpace(code)) break;
    if (at === start + 1) throw new XmlError('element without a name', start);
    this.name = source.slice(start + 1, at);
    this.nameEnd = at;
    let quote = 0;
    for (; at < length; at++) {
      const code = source.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
        else if (code === LESS) throw new XmlError('< in an attribute', at);
      } else if (code === GREATER) {
        this.end = at + 1;
        this.selfClosing = source.charCodeAt(at - 1) === SLASH;
        return (this.token = 'open');
      } else if (code === QUOTE || code === APOSTROPHE) quote = code;
    }
    throw new XmlError('tag without end', start);
  }
}

/** Name without its prefix: `row` for `x:row`. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};
