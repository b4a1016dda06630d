import { consolidated, tenYears } from './tenYears';

/** Prints what the consolidation of ten years takes, once the source is made: first in a program that has just started, then warm. */
const main = async (): Promise<void> => {
  const source = await tenYears();
  const runs = [];
  for (let run = 0; run < 3; run++) {
    const { milliseconds, formulas, writes, largestRequest, bytes } = await consolidated(source, [
      'day',
      'week',
      'month',
      'year',
    ]);
    runs.push({ ...milliseconds, formulas, writes, largestRequest, file: bytes.length });
  }
  process.stdout.write(JSON.stringify(runs));
};

void main();
