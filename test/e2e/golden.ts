import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';

const run = promisify(execFile);

/** Dots an inch of the pictures kept: enough to see that a frame, a line or a curve is where it was, and small. */
const DOTS_PER_INCH = '36';

/** The first page of a PDF as a small picture. */
export const smallPicture = async (pdf: string): Promise<PNG> => {
  const stem = pdf.replace(/\.pdf$/, '-small');
  await run('pdftoppm', ['-r', DOTS_PER_INCH, '-gray', '-png', '-singlefile', pdf, stem]);
  return PNG.sync.read(await readFile(`${stem}.png`));
};

/** Squares of so many pixels are compared by their mean: letters may move, frames and texts may not disappear. */
const SQUARE = 18;

/** The largest difference, of 255, between the mean greys of two pictures' squares; 255 where their sizes differ. */
export const largestDifference = (one: PNG, other: PNG): number => {
  if (one.width !== other.width || one.height !== other.height) return 255;
  const mean = ({ data, width, height }: PNG, left: number, top: number): number => {
    let [sum, count] = [0, 0];
    for (let y = top; y < Math.min(top + SQUARE, height); y++)
      for (let x = left; x < Math.min(left + SQUARE, width); x++) {
        sum += data[4 * (y * width + x)] ?? 0;
        count++;
      }
    return sum / count;
  };
  let largest = 0;
  for (let top = 0; top < one.height; top += SQUARE)
    for (let left = 0; left < one.width; left += SQUARE)
      largest = Math.max(largest, Math.abs(mean(one, left, top) - mean(other, left, top)));
  return largest;
};
