import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Box } from '../../src/core/meteo/page';

const run = promisify(execFile);

/** A word of a printed page, in points from the paper's top left, as poppler finds it. */
export type Word = Box & { text: string };

/** A printed page: its size in points, and its words. */
export type PrintedPage = { width: number; height: number; words: readonly Word[] };

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const numbersOf = (attributes: string): Record<string, number> =>
  Object.fromEntries([...attributes.matchAll(/(\w+)="([-\d.]+)"/g)].map(([, name = '', value]) => [name, Number(value)]));

/** The pages of a PDF with the box of every word. */
export const printedPages = async (pdf: string): Promise<PrintedPage[]> => {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 64_000_000 });
  return [...stdout.matchAll(/<page ([^>]*)>(.*?)<\/page>/gs)].map(([, size = '', body = '']): PrintedPage => {
    const { width = 0, height = 0 } = numbersOf(size);
    const words = [...body.matchAll(/<word ([^>]*)>(.*?)<\/word>/gs)].map(([, box = '', text = '']): Word => {
      const { xMin = 0, yMin = 0, xMax = 0, yMax = 0 } = numbersOf(box);
      return { left: xMin, top: yMin, width: xMax - xMin, height: yMax - yMin, text: unescaped(text) };
    });
    return { width, height, words };
  });
};

/** Is the middle of a word in a box, or so many points beside it? */
export const isIn = (word: Box, box: Box, beside = 0): boolean => {
  const [x, y] = [word.left + word.width / 2, word.top + word.height / 2];
  return (
    x >= box.left - beside && x <= box.left + box.width + beside && y >= box.top - beside && y <= box.top + box.height + beside
  );
};

/** By how much a word sticks out of a box, in points. */
export const sticksOut = (word: Box, box: Box): number =>
  Math.max(
    0,
    box.left - word.left,
    word.left + word.width - box.left - box.width,
    box.top - word.top,
    word.top + word.height - box.top - box.height,
  );

/** Width and height of what two boxes share, the smaller of the two; 0 when they are apart. */
export const overlap = (one: Box, other: Box): number =>
  Math.max(
    0,
    Math.min(
      Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left),
      Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top),
    ),
  );

/** Words in reading order: line after line, those of a line from the left. */
export const inReadingOrder = (words: readonly Word[]): Word[] => {
  const middle = ({ top, height }: Word): number => top + height / 2;
  return [...words].sort((a, b) => {
    const apart = middle(a) - middle(b);
    return Math.abs(apart) > Math.min(a.height, b.height) / 2 ? apart : a.left - b.left;
  });
};
