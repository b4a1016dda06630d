import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page may load before it can be used: JavaScript, gzip level 9, KB of 1000 bytes; office.js not counted. */
const FIRST_LOAD_KB = { taskpane: 140, commands: 60 };

/** Engines of heavy components that the pane does without. */
const FORBIDDEN = ['tabster', '@floating-ui'];

const dist = join(__dirname, '../dist');

const firstLoadKilobytes = (page: string): number => {
  const html = readFileSync(join(dist, `${page}.html`), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]+src="?([^":> ]+\.js)/g)].map(([, file = '']) => file);
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1000;
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
for (const file of readdirSync(dist).filter((name) => name.endsWith('.js.map')))
  for (const name of forbiddenIn(file)) {
    failed = true;
    console.log(`FAIL ${file} holds ${name}`);
  }
process.exitCode = failed ? 1 : 0;
