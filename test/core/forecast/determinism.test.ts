import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../src/core/forecast');
/** What each JavaScript engine computes in its own way. */
const OWN_WAY = /Math\.(?:exp|expm1|log|log1p|log2|log10|pow|cbrt|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|hypot)\b|\*\*/;

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

test.each(readdirSync(FOLDER))('%s computes the same bits on every platform', (file) => {
  const lines = withoutComments(readFileSync(join(FOLDER, file), 'utf8')).split('\n');
  expect(lines.filter((line) => OWN_WAY.test(line))).toEqual([]);
});
