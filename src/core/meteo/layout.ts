import { done, problem, refused, type Result } from '../problem';
import type { MeteoContent } from './content';
import { addFrame, roomOf } from './layoutFrame';
import { geometryOf, type Geometry } from './layoutGeometry';
import { CHART_LEAST, CHART_USUAL, writeGreen } from './layoutGreen';
import { writeFooter, writeHeader } from './layoutHeader';
import { writeBlue, writeYellow } from './layoutLists';
import { Pen } from './layoutPen';
import { unprintableSigns } from './printable';
import type { MeteoPage } from './page';
import {
  applyShortening,
  helpsGreen,
  mostShortened,
  nothingShortened,
  type PrintedContent,
  type Shortening,
  type ShorteningStep,
  shorteningSteps,
} from './shorten';

/** A page with what it lacks, in points: `lists` for the yellow and blue frames, `green` for the chart. */
type Attempt = { page: MeteoPage; tooLong: readonly string[]; lacks: { lists: number; green: number } };

const rowEdgesOf = (pen: Pen, geometry: Geometry): number[] => {
  const edges = new Set([0, geometry.height]);
  for (const item of pen.items) {
    if (item.kind === 'text' || item.kind === 'symbol' || item.kind === 'frame')
      edges.add(item.box.top).add(item.box.top + item.box.height);
    if (item.kind === 'line') edges.add(item.from.y);
  }
  return [...edges].sort((a, b) => a - b);
};

/** A frame's height brought to the usual one as far as the points to spare go, by whole pixels. */
const grown = (text: number, usual: number, spare: number): number =>
  text + Math.max(0, 3 * Math.floor(Math.min(usual - text, spare) / 3));

/** Writes both list frames and says how many points are lacking under them. */
const writePortrait = (pen: Pen, printed: PrintedContent, geometry: Geometry): Attempt['lacks'] => {
  // The text is measured first: the yellow and the blue frame stand at the bottom, and the green one takes what they leave.
  const measure = new Pen();
  const yellowText = writeYellow(measure, printed, geometry, 0);
  const blueText = writeBlue(measure, printed, geometry, 0);
  const { framesTop, framesBottom, gap } = geometry;
  const most = framesBottom - framesTop - 2 * gap - yellowText - blueText;
  // What a chart of the usual height leaves brings the other frames to theirs; the chart has the rest.
  const spare = writeGreen(measure, printed.content, geometry, framesTop, most) - CHART_USUAL;
  const yellowHeight = grown(yellowText, geometry.yellow.usual, spare);
  const blueHeight = grown(blueText, geometry.blue.usual, spare - (yellowHeight - yellowText));
  const blueTop = framesBottom - blueHeight;
  const yellowTop = blueTop - gap - yellowHeight;
  const greenHeight = yellowTop - gap - framesTop;
  const room = writeGreen(pen, printed.content, geometry, framesTop, greenHeight);
  addFrame(pen, 'green', geometry.green.outer, framesTop, greenHeight);
  writeYellow(pen, printed, geometry, yellowTop, roomOf(yellowHeight, yellowText, 1));
  writeBlue(pen, printed, geometry, blueTop, roomOf(blueHeight, blueText, 2));
  addFrame(pen, 'blue', geometry.blue.outer, blueTop, blueHeight);
  const lacking = Math.max(0, CHART_LEAST - room);
  return { lists: lacking, green: lacking };
};

const writeLandscape = (pen: Pen, printed: PrintedContent, geometry: Geometry): Attempt['lacks'] => {
  const { framesTop, framesBottom, gap } = geometry;
  const room = writeGreen(pen, printed.content, geometry, framesTop, framesBottom - framesTop);
  addFrame(pen, 'green', geometry.green.outer, framesTop, framesBottom - framesTop);
  const measure = new Pen();
  const yellowText = writeYellow(measure, printed, geometry, 0);
  const blueText = writeBlue(measure, printed, geometry, 0);
  const both = framesBottom - framesTop - gap;
  // Two frames with little to say stand as high as on an ordinary page, not one short and one tall and empty.
  const yellowHeight = grown(yellowText, geometry.yellow.usual, both - yellowText - blueText);
  const blueTop = writeYellow(pen, printed, geometry, framesTop, roomOf(yellowHeight, yellowText, 2)) + gap;
  const blueHeight = framesBottom - blueTop;
  const end = writeBlue(pen, printed, geometry, blueTop, roomOf(blueHeight, blueText, 2));
  addFrame(pen, 'blue', geometry.blue.outer, blueTop, framesBottom - blueTop);
  return { lists: Math.max(0, end - framesBottom), green: Math.max(0, CHART_LEAST - room) };
};

const attempt = (content: MeteoContent, shortening: Shortening): Attempt => {
  const printed = applyShortening(content, shortening);
  const usual = geometryOf(content.orientation);
  const pen = new Pen();
  const geometry = { ...usual, framesTop: usual.framesTop + writeHeader(pen, content, usual) };
  const lacks = (content.orientation === 'portrait' ? writePortrait : writeLandscape)(pen, printed, geometry);
  writeFooter(pen, content, geometry);
  const { width, height, paper, columnEdges } = geometry;
  const rowEdges = rowEdgesOf(pen, geometry);
  const page = { content, width, height, paper, columnEdges, rowEdges, items: pen.items, shortened: printed.shortened };
  return { page, tooLong: pen.tooLong, lacks };
};

const fits = ({ lacks }: Attempt): boolean => lacks.lists === 0 && lacks.green === 0;

/** Takes out one thing after another until the page fits, then gives back what turned out not to be needed. */
const shorten = (content: MeteoContent): Attempt => {
  let shortening = nothingShortened;
  let best = attempt(content, shortening);
  const set = (step: ShorteningStep, amount: number): Shortening => ({ ...shortening, [step]: amount });
  for (const step of shorteningSteps) {
    const most = mostShortened(content, step);
    for (let amount = 1; amount <= most && (helpsGreen(step) ? best.lacks.green : best.lacks.lists) > 0; amount++) {
      shortening = set(step, step === 'treated' ? most : amount);
      best = attempt(content, shortening);
      if (step === 'treated') break;
    }
  }
  if (!fits(best)) return best;
  for (const step of [...shorteningSteps].reverse()) {
    while (shortening[step] > 0) {
      const fuller = set(step, step === 'treated' ? 0 : shortening[step] - 1);
      const page = attempt(content, fuller);
      if (!fits(page)) break;
      shortening = fuller;
      best = page;
    }
  }
  return best;
};

/** What a person can still shorten when nothing more may be left out: the lists and the plan that have something in them. */
const longParts = (content: MeteoContent): string[] => {
  const { yellow, blue } = content;
  const lists = [yellow.highlights, yellow.team, blue.shortTerm, blue.mediumTerm].filter(({ items }) => items.length > 0);
  return [
    ...lists.map(({ heading }) => heading),
    ...(yellow.dissatisfactions.open.length > 0 ? [yellow.dissatisfactions.heading] : []),
    ...(blue.actions.rows.length > 0 ? [blue.actions.heading.action] : []),
  ];
};

/**
 * Lays out one météo on one A4. Text is never made smaller nor cut: what may give way does so in a fixed order and is said
 * in `shortened`; otherwise the problem `does-not-fit` names what to shorten. A remark lists the signs that the PDF's face
 * lacks.
 */
export const layoutMeteo = (content: MeteoContent): Result<MeteoPage> => {
  const { page, tooLong, lacks } = shorten(content);
  const items = [...new Set(tooLong)];
  if (lacks.lists > 0 || lacks.green > 0) items.push(...longParts(content));
  const signs = unprintableSigns(page.items.flatMap((item) => (item.kind === 'text' ? item.lines : [])));
  const remarks = signs.length > 0 ? [problem('signs-not-printed', { signs: signs.join(' ') })] : [];
  return items.length === 0
    ? done(page, remarks)
    : refused(problem('does-not-fit', { items: items.map((item) => `« ${item} »`).join(', ') }));
};
