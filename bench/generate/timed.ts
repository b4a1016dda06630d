import { generated } from './generated';

/** Prints what three météos of ten years and forty KPIs took, the first in a program that has just started. */
const main = async (): Promise<void> => {
  process.stdout.write(JSON.stringify(await generated(3)));
};

void main();
