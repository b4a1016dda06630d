import { chartDrawing } from '../../src/core/meteo/chartDrawing';
import type { Box, MeteoPage, PageChart, PageFrame, PageText } from '../../src/core/meteo/page';
import { printable } from '../../src/core/meteo/printable';
import { CELL_PADDING } from '../../src/core/meteo/textMetrics';
import { RIGHT_TO_LEFT } from '../../src/core/meteo/visualOrder';
import { faultsOfLabels } from '../core/meteo/chartFaults';
import { only } from '../core/meteo/laidOut';
import { inReadingOrder, isIn, overlap, sticksOut, type PrintedPage, type Word } from './printedWords';

/** Height of a word's box over the size of its type: ascent and descent of Arial's metrics, which poppler takes. */
const BOX_OF_SIZE = 0.905 + 0.212;
const LEAST_SIZE = 8;
/** A hair less than a point: what rounding in the file makes of 8. */
const ROUNDING = 0.05;
/** Boxes of words that share less than this, in points, touch at most. */
const TOUCHING = 0.6;
const A4 = [595.28, 841.89] as const;

/** Without what a printer may put in or leave out: spaces of any width. */
const bare = (text: string): string => text.normalize('NFC').replace(/[\s\u200b-\u200f]/g, '');

/** What a text says whatever its direction: the signs of a line that runs both ways come in an order of their own. */
const comparable = (text: string): string => (RIGHT_TO_LEFT.test(text) ? [...bare(text)].sort().join('') : bare(text));

/** The sheet's fonts are the reader's: pictographs print as that machine can, and a live number has the minus of its Excel. */
const onSheet = (text: string): string =>
  comparable(text.replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '').replaceAll('−', '-'));

/** LibreOffice's files have taller boxes, 1.25 of the size; this part of them is what our own have. */
const DRAWN_PART = BOX_OF_SIZE / 1.25;

/** Only the digits of a number, whose marks follow the reader's Excel. */
const digits = (text: string): string => text.replace(/[^\d]/g, '');

const wordsIn = (words: readonly Word[], box: Box, beside = 0): Word[] =>
  inReadingOrder(words.filter((word) => isIn(word, box, beside)));

const isA4 = ({ width, height }: PrintedPage, page: MeteoPage): boolean => {
  const [wide, high] = page.content.orientation === 'portrait' ? A4 : ([A4[1], A4[0]] as const);
  return Math.abs(width - wide) <= 1 && Math.abs(height - high) <= 1;
};

/** The page's own coordinates of what was printed. */
type Placing = (word: Word) => Word;

const printedTexts = (page: MeteoPage): PageText[] => only(page, 'text').filter(({ lines }) => lines.some((line) => line !== ''));

const chartOf = (page: MeteoPage): PageChart | undefined => only(page, 'chart')[0];

/** Every text that the chart draws. */
const chartTexts = (page: MeteoPage): string[] => {
  const chart = chartOf(page);
  if (!chart) return [];
  const { ticks, categories, labels } = chartDrawing(chart, page.content.language);
  return [...ticks.map(({ text }) => text), ...categories.flatMap(({ lines }) => lines), ...labels.map(({ text }) => text)];
};

const frameOfText = (page: MeteoPage, { id }: PageText): PageFrame | undefined =>
  only(page, 'frame').find((frame) => id.startsWith(`${frame.id}.`));

/** Boxes of texts that lie over each other or out of their frame, in the page value itself. */
const faultsOfBoxes = (page: MeteoPage): string[] => {
  const texts = printedTexts(page);
  const inside = texts.flatMap((text) => {
    const frame = frameOfText(page, text);
    return frame && sticksOut(text.box, frame.box) > 0 ? [`${text.id} leaves its frame`] : [];
  });
  const over = texts.flatMap((text, i) =>
    texts.slice(i + 1).flatMap((other) => (overlap(text.box, other.box) > 0 ? [`${text.id} lies over ${other.id}`] : [])),
  );
  const chart = chartOf(page);
  return [...inside, ...over, ...(chart ? faultsOfLabels(chart, page.content.language) : [])];
};

/** Words over each other, and words smaller than 8 points. */
const faultsOfWords = (words: readonly Word[]): string[] => [
  ...words.flatMap((word, i) =>
    words.slice(i + 1).flatMap((other) => (overlap(word, other) > TOUCHING ? [`“${word.text}” over “${other.text}”`] : [])),
  ),
  ...words.flatMap(({ text, height }) =>
    height / BOX_OF_SIZE < LEAST_SIZE - ROUNDING ? [`“${text}” is ${(height / BOX_OF_SIZE).toFixed(2)} points`] : [],
  ),
];

/** Words that lie on a frame's line: those of the frame's own tab stand on its fill. */
const faultsOfLines = (page: MeteoPage, words: readonly Word[]): string[] => {
  const tabs = printedTexts(page).filter(({ fill }) => fill !== undefined);
  const lines = only(page, 'frame').flatMap(({ box, weight }): Box[] => [
    { ...box, height: weight },
    { ...box, top: box.top + box.height - weight, height: weight },
    { ...box, width: weight },
    { ...box, left: box.left + box.width - weight, width: weight },
  ]);
  return words.flatMap((word) =>
    lines.some((line) => overlap(word, line) > TOUCHING) && !tabs.some(({ box }) => isIn(word, box))
      ? [`“${word.text}” lies on a frame`]
      : [],
  );
};

/** What the words in a text's box say differently from the page, and words that stand nowhere. */
const faultsOfTexts = (
  page: MeteoPage,
  words: readonly Word[],
  rules: {
    beside: number;
    expected: (text: PageText) => string;
    same: (text: PageText, wanted: string, found: string) => boolean;
  },
): string[] => {
  const texts = printedTexts(page);
  const chart = chartOf(page);
  const wrong = texts.flatMap((text) => {
    const found = wordsIn(words, text.box, rules.beside);
    const said = found.map((word) => word.text).join('');
    const wanted = rules.expected(text);
    return rules.same(text, wanted, said) ? [] : [`${text.id}: “${said}” for “${wanted}”`];
  });
  const astray = words.filter(
    (word) => ![...texts.map(({ box }) => box), ...(chart ? [chart.box] : [])].some((box) => isIn(word, box, rules.beside)),
  );
  return [...wrong, ...astray.map(({ text }) => `“${text}” stands outside every box`)];
};

/** Texts of the chart that are not printed in its box. */
const faultsOfChart = (page: MeteoPage, words: readonly Word[], beside: number, read: (text: string) => string): string[] => {
  const chart = chartOf(page);
  if (!chart) return [];
  const said = wordsIn(words, chart.box, beside)
    .map(({ text }) => read(text))
    .join('\n');
  return chartTexts(page).flatMap((text) =>
    printable(text)
      .split(/\s+/)
      .every((word) => said.includes(read(word)))
      ? []
      : [`chart: “${text}” is not there`],
  );
};

/** What is wrong with our own PDF of a page: nothing, or sentences. */
export const faultsOfPdf = (page: MeteoPage, pages: readonly PrintedPage[]): string[] => {
  const [first, ...more] = pages;
  if (!first || more.length > 0 || !isA4(first, page)) return [`${pages.length} pages of ${first?.width} × ${first?.height}`];
  const { offsetX, offsetY } = page.paper;
  const words = first.words.map((word) => ({ ...word, left: word.left - offsetX, top: word.top - offsetY }));
  const cut = printedTexts(page).flatMap(({ id, box }) =>
    wordsIn(words, box).flatMap((word) =>
      sticksOut(word, { ...box, top: box.top - 1, height: box.height + 2 }) > 0 ? [`${id}: “${word.text}” leaves its box`] : [],
    ),
  );
  return [
    ...faultsOfBoxes(page),
    ...faultsOfWords(words),
    ...faultsOfLines(page, words),
    ...faultsOfTexts(page, words, {
      beside: 0,
      expected: ({ lines }) => printable(lines.join('')),
      same: (_text, wanted, found) => comparable(found) === comparable(wanted),
    }),
    ...faultsOfChart(page, words, 0, comparable),
    ...cut,
  ];
};

/** Half the height of the page's first line and of its last one. */
const FIRST_LINE = 9;
const LAST_LINE = 6;

/** LibreOffice's scale and offset: the first line says where the page begins, both ends of the last one how large it is. */
const placingOf = (page: MeteoPage, words: readonly Word[]): { place: Placing; scale: number } => {
  const middle = ({ top, height }: Word): number => top + height / 2;
  const ordered = inReadingOrder(words);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return { place: (word) => word, scale: 0 };
  const lastLine = ordered.filter((word) => Math.abs(middle(word) - middle(last)) < 2);
  const left = Math.min(...lastLine.map((word) => word.left));
  const right = Math.max(...lastLine.map((word) => word.left + word.width));
  const scale = (right - left) / (page.width - 2 * CELL_PADDING);
  const rows = (middle(last) - middle(first)) / (page.height - FIRST_LINE - LAST_LINE);
  const place: Placing = (word) => ({
    ...word,
    left: (word.left - left) / scale + CELL_PADDING,
    top: (middle(word) - middle(first)) / rows + FIRST_LINE - ((word.height / rows) * DRAWN_PART) / 2,
    width: word.width / scale,
    height: (word.height / rows) * DRAWN_PART,
  });
  return { place, scale: Math.min(scale, rows) };
};

/** LibreOffice does not round the width of a digit as Excel does: its columns differ by up to 2 % with Arial 11. */
const LEAST_SCALE = 0.96;
/** By so many points may a text of the sheet stand beside its box. */
const BESIDE = 3;

/** What is wrong with a page that LibreOffice printed from the sheet. */
export const faultsOfSheet = (page: MeteoPage, pages: readonly PrintedPage[]): string[] => {
  const title = bare(page.content.header.title);
  const ours = pages.filter(({ words }) => bare(words.map(({ text }) => text).join('')).includes(title));
  const [printed] = ours;
  // Beside it LibreOffice prints hidden sheets that have a print area: the journal.
  if (!printed || ours.length > 1 || !isA4(printed, page)) return [`${ours.length} pages of ${pages.length} hold the météo`];
  const { place, scale } = placingOf(page, printed.words);
  const chart = chartOf(page);
  const words = printed.words.map(place).filter(({ text }) => !/^[✔▲✖]$/.test(text));
  return [
    ...(scale < LEAST_SCALE || scale > 1.02 ? [`printed at ${(100 * scale).toFixed(1)} %`] : []),
    ...faultsOfTexts(page, words, {
      beside: BESIDE,
      expected: ({ lines }) => lines.join(''),
      same: ({ figure }, wanted, found) =>
        figure && figure.value !== null ? digits(found) === digits(wanted) : onSheet(found) === onSheet(wanted),
    }),
    ...faultsOfChart(page, words, BESIDE, onSheet),
    // The page's own points: at LibreOffice's scale the type is as much smaller as its columns are too wide.
    ...faultsOfWords(words.filter((word) => !(chart && isIn(word, chart.box, BESIDE)) && onSheet(word.text) !== '')),
  ];
};

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Lines of the page that the preview lacks, and those that it has beyond them. */
export const faultsOfPreview = (page: MeteoPage, svg: string): string[] => {
  const said = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity),
  );
  const wanted = [...printedTexts(page).flatMap(({ lines }) => lines), ...chartTexts(page)].filter((line) => line !== '');
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  const left = [...said];
  const lacking = wanted.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...lacking.map((line) => `“${line}” is not there`),
    ...left.map((line) => `“${line}” is too much`),
    ...sizes.filter((size) => size < LEAST_SIZE).map((size) => `a text of ${size} points`),
  ];
};
