import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Page } from 'playwright-core';
import type { SourceOf } from './traceProfile';

/** Name of what is defined on a line of the sources; the line's number where it says none. */
const nameOn = (line: string, number: number): string =>
  /(?:const|function\*?)\s+(\w+)|^\s*(?:async\s+)?\*?(?!if|for|while|return|switch)(\w+)\s*\(/
    .exec(line)
    ?.slice(1)
    .find(Boolean) ?? `line ${String(number + 1)}`;

/** Finds the functions of a page's scripts in the sources that they were built from. */
export const scriptSources = async (page: Page, scripts: Iterable<string>): Promise<SourceOf> => {
  const maps = new Map<string, { map: SourceMap; texts: ReadonlyMap<string, readonly string[]> }>();
  for (const script of scripts) {
    const answer = await page.context().request.get(`${script}.map`);
    if (!answer.ok()) continue;
    const payload = (await answer.json()) as SourceMapPayload;
    const texts = payload.sources.map((source, index) => [source, payload.sourcesContent[index]?.split('\n') ?? []] as const);
    maps.set(script, { map: new SourceMap(payload), texts: new Map(texts) });
  }
  return ({ url = '', lineNumber = 0, columnNumber = 0, functionName }) => {
    const found = maps.get(url);
    if (!found) return url === '' ? (functionName.startsWith('(garbage') ? 'garbage' : null) : url.replace(/^.*\//, '');
    const entry = found.map.findEntry(lineNumber, columnNumber);
    // What the bundler wrote itself is in no source.
    if (!('originalSource' in entry) || !entry.originalSource) return null;
    const file = entry.originalSource.replace(/^webpack:\/\/[^/]*\//, '').replace(/^\.\//, '');
    const line = found.texts.get(entry.originalSource)?.[entry.originalLine] ?? '';
    return file.includes('node_modules/')
      ? (/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file)
      : `${file.replace(/^src\//, '')} ${nameOn(line, entry.originalLine)}`;
  };
};
