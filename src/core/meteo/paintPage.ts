import { atOnce, type Steps } from '../steps';
import { iconShapes } from './icons';
import type { MeteoPage, PageIcon, PageItem, PageSymbol, PageText } from './page';
import { paintChart } from './paintChart';
import { baselineOf, type Painter } from './painter';
import { presetPaths } from './presetShapes';
import { symbolPolygon } from './symbols';
import { CELL_PADDING, INDENT_STEP } from './textMetrics';

const paintText = (painter: Painter, { box, lines, leading, style }: PageText): void => {
  const left = box.left + CELL_PADDING + (style.indent ?? 0) * INDENT_STEP;
  const right = box.left + box.width - CELL_PADDING;
  const x = { left, right, center: (left + right) / 2 }[style.align];
  const room = box.height - lines.length * leading;
  const top = box.top + { top: 0, center: room / 2, bottom: room }[style.vertical];
  lines.forEach((line, i) => painter.text(line, x, baselineOf(top + (i + 0.5) * leading, style.size), style, style.align));
};

/** Between a status symbol and its cell's right edge, in points. */
const SYMBOL_GAP = 3;

const paintSymbol = (painter: Painter, { symbol, box, size, color }: PageSymbol): void => {
  const origin = { x: box.left + box.width - SYMBOL_GAP - size, y: box.top + (box.height - size) / 2 };
  painter.polygon(symbolPolygon(symbol, origin, size), color);
};

const paintIcon = (painter: Painter, { weather, box }: PageIcon): void => {
  for (const { shape, box: at, rotation, fill, outline } of iconShapes(weather, box))
    for (const path of presetPaths(shape, at, rotation)) painter.shape(path, fill, outline);
};

const paintItem = (painter: Painter, page: MeteoPage, item: PageItem): void => {
  switch (item.kind) {
    case 'text': {
      const { fill } = item;
      if (fill !== undefined) painter.decoration(() => painter.rectangle(item.box, { fill }));
      if (item.lines.some((line) => line !== '')) painter.content(item, () => paintText(painter, item));
      return;
    }
    case 'line':
      return painter.decoration(() => painter.line([item.from, item.to], item));
    case 'frame': {
      const inset = item.weight / 2;
      const { left, top, width, height } = item.box;
      const inner = { left: left + inset, top: top + inset, width: width - item.weight, height: height - item.weight };
      return painter.decoration(() => painter.rectangle(inner, { line: item }));
    }
    case 'symbol':
      return painter.decoration(() => paintSymbol(painter, item));
    case 'arrow':
      return painter.decoration(() => {
        for (const path of presetPaths('RightArrow', item.box)) painter.shape(path, item.color, null);
      });
    case 'icon':
      return painter.figure(item.altText, () => paintIcon(painter, item));
    case 'chart':
      return painter.figure(item.altText, () => paintChart(painter, item, page.content.language));
  }
};

/** Paints a whole page, in reading order, with a pause after each item: measuring its words takes a PDF some milliseconds. */
export function* paintPageSteps(painter: Painter, page: MeteoPage): Steps<null> {
  for (const item of page.items) {
    paintItem(painter, page, item);
    yield undefined;
  }
  return null;
}

/** Paints a whole page, in reading order. */
export const paintPage = (painter: Painter, page: MeteoPage): void => {
  atOnce(paintPageSteps(painter, page));
};
