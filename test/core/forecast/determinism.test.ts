import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forecast } from '../../../src/core/forecast/forecast';
import { seededSeries } from './goldenSeries';

const FOLDER = join(__dirname, '../../../src/core/forecast');
/** What each JavaScript engine computes in its own way. */
const OWN_WAY = /Math\.(?:exp|expm1|log|log1p|log2|log10|pow|cbrt|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|hypot)\b|\*\*/;

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

test.each(readdirSync(FOLDER))('%s computes the same bits on every platform', (file) => {
  const lines = withoutComments(readFileSync(join(FOLDER, file), 'utf8')).split('\n');
  expect(lines.filter((line) => OWN_WAY.test(line))).toEqual([]);
});

/** Bits of the last point's value, low and high95, most significant first. */
const GOLDEN: Readonly<Record<string, readonly string[]>> = {
  'three months of days': ['40446c05d28ef816', '4037900519baf697', '40519fa6b5479e24'],
  'three years of weeks': ['4091c953afe49ae8', '4091474cdb5a01db', '4092a7d74d8c3e90'],
  'forty weeks': ['406e91478732f6e0', '406d57dcef5556a4', '407055520efd020a'],
  'two years of months with a gap': ['405399e23853569c', '4052759e74a9f4ce', '4055a81ddc224da6'],
  'five years of months': ['406d4df9d0d09382', '406c897d6cffae04', '406ea99635722cc3'],
  'a rate near its limit': ['3fef6ae105700f4d', '3fee53bf6533d73a', '3ff0000000000000'],
  'figures on both sides of 0': ['3fe3f79c6654efea', 'c02e7f6babab3d90', '403ad423d2886bb0'],
  'five values': ['40126666672365c0', '0000000000000000', '403189e2d68b1e16'],
};

const bitsOf = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

test.each(Object.keys(seededSeries))('%s are projected to the same bits as ever', (name) => {
  const { series = [], ...options } = seededSeries[name] ?? { horizon: 0 };
  const last = forecast(series, options).points.at(-1);
  expect([last?.value, last?.low, last?.high95].map((value) => bitsOf(value ?? 0))).toEqual(GOLDEN[name]);
});
