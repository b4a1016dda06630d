import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page may load before it can be used: JavaScript, gzip level 9, KB of 1000 bytes; office.js not counted. */
const FIRST_LOAD_KB = { taskpane: 140, commands: 60 };

/** Engines of heavy components that the pane does without. */
const FORBIDDEN = ['tabster', '@floating-ui'];

/** What a page of the pane may load when it is opened cold, beside what the pane has loaded by the time that it can be used. */
const COLD_PAGE_KB = 30;

const dist = join(__dirname, '../dist');

const firstLoadKilobytes = (page: string): number => {
  const html = readFileSync(join(dist, `${page}.html`), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]+src="?([^":> ]+\.js)/g)].map(([, file = '']) => file);
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1000;
};

const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
const chunkKilobytes = (id: string): number => {
  const file = files.find((name) => name.startsWith(`${id}.`));
  return file === undefined ? NaN : gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;
};

/** What the pane imports when asked for: `const{read:o}=await Promise.all([r.e(12),r.e(34)]).then(()=>r(56))`, or `….Page`. */
const IMPORTS =
  /(?:\{(\w+):[\w$]+\}=await )?(?:Promise\.all\(\[([^\]]*)\]\)|([\w$]+\.e\(\d+\)))\.then\(\(\)=>[\w$]+\(\d+\)\)\)?\.?(\w*)/g;

/** Chunks of what the pane imports, by the name that it takes from there. */
const importsOfPane = (): ReadonlyMap<string, readonly string[]> => {
  const script = files.find((name) => name.startsWith('taskpane.')) ?? '';
  return new Map(
    [...readFileSync(join(dist, script), 'utf8').matchAll(IMPORTS)].map(([, before, several, one, after = '']) => [
      before ?? after,
      [...(several ?? one ?? '').matchAll(/\.e\((\d+)\)/g)].map(([, id = '']) => id),
    ]),
  );
};

/** Packages in a chunk, as its source map names them. */
const forbiddenIn = (file: string): string[] => {
  const { sources } = JSON.parse(readFileSync(join(dist, file), 'utf8')) as { sources: string[] };
  return FORBIDDEN.filter((name) => sources.some((source) => source.includes(`node_modules/${name}`)));
};

let failed = false;
for (const [page, limit] of Object.entries(FIRST_LOAD_KB)) {
  const size = firstLoadKilobytes(page);
  const fits = size > 0 && size <= limit;
  failed ||= !fits;
  console.log(`${fits ? 'ok  ' : 'FAIL'} ${page}: first load ${size.toFixed(1)} KB of ${limit} KB`);
}
const imports = importsOfPane();
const pages = [...imports].filter(([name]) => name.endsWith('Page'));
// Home reads the workbook first: its code is there whatever page is opened.
const known = new Set(imports.get('readOverview') ?? []);
if (pages.length < 12 || known.size === 0) {
  failed = true;
  console.log(`FAIL ${String(pages.length)} pages found in the pane's script`);
}
for (const [name, chunks] of pages) {
  const size = chunks.filter((id) => !known.has(id)).reduce((sum, id) => sum + chunkKilobytes(id), 0);
  const fits = size > 0 && size <= COLD_PAGE_KB;
  failed ||= !fits;
  console.log(`${fits ? 'ok  ' : 'FAIL'} ${name}: ${size.toFixed(1)} KB of ${String(COLD_PAGE_KB)} KB when it is opened cold`);
}
for (const file of readdirSync(dist).filter((name) => name.endsWith('.js.map')))
  for (const name of forbiddenIn(file)) {
    failed = true;
    console.log(`FAIL ${file} holds ${name}`);
  }
process.exitCode = failed ? 1 : 0;
