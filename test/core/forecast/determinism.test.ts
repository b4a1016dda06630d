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
  'three months of days': ['40448254eb4521ae', '4039f32b053b08f6', '4050a9e3c602e790'],
  'three years of weeks': ['4091c96fb8e7c841', '409154860ad31681', '40928fd3460b3da7'],
  'forty weeks': ['406e844f0e43af1c', '406d4c681fb55866', '40704b49f1d7e71a'],
  'two years of months with a gap': ['40538ac3e8423360', '40525b53bfc18f81', '4055a89adc5c7183'],
  'five years of months': ['406d4bfdaa7440d8', '406c2bb8e2bd9d9a', '406f45bdb33e11f3'],
  'a rate near its limit': ['3fef6a956e220a8a', '3fee80fe82a9d159', '3ff0000000000000'],
  'figures on both sides of 0': ['3fea43aa6e49a1ef', 'c028372f0947dc16', '4035fb7979c5ce27'],
  'five values': ['40126666672365c0', '0000000000000000', '4031d0258e22a1de'],
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
