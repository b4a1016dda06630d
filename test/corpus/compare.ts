import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/**
 * Compares a workbook with what a save made of it, by means of its own: another XML parser, and none of the engine's code.
 */

export type Finding = { cause: string; detail: string };

/** Parts of a zip by name, `/` between folders, without directories. */
export const partsOf = (bytes: Uint8Array): Map<string, Uint8Array> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .map(([name, content]) => [name.replace(/\\/g, '/'), content] as const)
      .filter(([name]) => !name.endsWith('/')),
  );

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

/** Attributes that follow from what was added, and may differ in a part that was touched. */
const derived: Record<string, ReadonlySet<string>> = {
  row: new Set(['spans']),
  dimension: new Set(['ref']),
  sst: new Set(['count', 'uniqueCount']),
  workbookView: new Set(['activeTab']),
  calcPr: new Set(['fullCalcOnLoad']),
};
const counted = new Set([
  'fonts',
  'fills',
  'borders',
  'cellXfs',
  'dxfs',
  'numFmts',
  'tableParts',
  'dataValidations',
  'mergeCells',
]);

/**
 * A part as one line per element: path, attributes and characters, all with their namespaces, in document order.
 * @throws Error when the part is not well-formed.
 */
export const elementLines = (
  source: Uint8Array,
  isSkipped: (name: string, attributes: ReadonlyMap<string, string>) => boolean,
): string[] => {
  const lines: string[] = [];
  const open: { line: number; text: string }[] = [];
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map<string, string>();
    for (const { uri, local, value, prefix } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue;
      if (derived[tag.local]?.has(local) || (counted.has(tag.local) && local === 'count')) continue;
      attributes.set(`${uri}|${local}`, value);
    }
    if (skipping > 0 || isSkipped(tag.local, attributes)) {
      skipping++;
      return;
    }
    const list = [...attributes].map(([name, value]) => `${name}=${value}`).sort();
    lines.push(`${open.length} ${tag.uri}|${tag.local} ${list.join(' ')}`);
    open.push({ line: lines.length - 1, text: '' });
  });
  const addText = (text: string): void => {
    const top = open.at(-1);
    if (top && skipping === 0) top.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (skipping > 0) {
      skipping--;
      return;
    }
    const closed = open.pop();
    if (closed && closed.text.trim() !== '') lines[closed.line] = `${lines[closed.line] ?? ''} "${closed.text}"`;
  });
  const utf16 =
    source[0] === 0xff && source[1] === 0xfe ? 'utf-16le' : source[0] === 0xfe && source[1] === 0xff ? 'utf-16be' : 'utf-8';
  parser.write(new TextDecoder(utf16).decode(source)).close();
  return lines;
};

/** First line of `before` that `after` does not hold in the same order; undefined when it holds all. */
export const firstLost = (before: readonly string[], after: readonly string[]): string | undefined => {
  let at = 0;
  for (const line of before) {
    while (at < after.length && after[at] !== line) at++;
    if (at === after.length) return line;
    at++;
  }
  return undefined;
};

const isCalculationChain = (part: string): boolean => /calcChain\.xml$/i.test(part);

/**
 * What a save lost or changed without being asked. `touched` names the parts that may differ, `editedCell` the reference
 * of the cell that was written over.
 */
export const compareParts = (
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
  touched: (part: string) => boolean,
  editedCell: string,
): Finding[] => {
  const findings: Finding[] = [];
  for (const [part, bytes] of before) {
    const now = after.get(part);
    if (!now) {
      if (!isCalculationChain(part)) findings.push({ cause: 'part lost', detail: part });
      continue;
    }
    if (same(bytes, now)) continue;
    if (!touched(part)) {
      findings.push({ cause: 'untouched part changed', detail: part });
      continue;
    }
    const isSkipped = (name: string, attributes: ReadonlyMap<string, string>): boolean =>
      (name === 'c' && attributes.get('|r') === editedCell) ||
      ((name === 'Relationship' || name === 'Override') && [...attributes.values()].some(isCalculationChain));
    try {
      const lost = firstLost(elementLines(bytes, isSkipped), elementLines(now, isSkipped));
      if (lost !== undefined) findings.push({ cause: 'feature lost', detail: `${part}: ${lost.slice(0, 200)}` });
    } catch (error) {
      findings.push({ cause: 'not well-formed', detail: `${part}: ${String(error).slice(0, 120)}` });
    }
  }
  for (const [part, bytes] of after) {
    if (before.has(part) || !/\.(xml|rels)$/i.test(part)) continue;
    try {
      elementLines(bytes, () => false);
    } catch (error) {
      findings.push({ cause: 'not well-formed', detail: `${part}: ${String(error).slice(0, 120)}` });
    }
  }
  return findings;
};
