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
  'three months of days': ['40448254eb4521ae', '4037738b39f3330f', '4051ba4724e86783'],
  'three years of weeks': ['4091c96fb8e7c841', '40914651986574a1', '4092a7f79a2ae072'],
  'forty weeks': ['406e844f0e43af1c', '406d4709b0e02984', '40704fe6418e0127'],
  'two years of months with a gap': ['40538ac3e8423360', '405208d4eed99c8e', '40563c1d81b64d5a'],
  'five years of months': ['406d4bfdaa7440d8', '406c833764addb45', '406eac52e8eaa73f'],
  'a rate near its limit': ['3fef6a956e220a8a', '3fee50fa7c03c1e2', '3ff0000000000000'],
  'figures on both sides of 0': ['3fea43aa6e49a1ef', 'c02e535b292faedc', '403afc54ed85f17b'],
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
