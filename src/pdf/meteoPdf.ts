import { iconShapes } from '../core/meteo/icons';
import type { MeteoPage, PageIcon, PageItem, PageSymbol, PageText } from '../core/meteo/page';
import { presetPaths } from '../core/meteo/presetShapes';
import { symbolPolygon } from '../core/meteo/symbols';
import { CELL_PADDING, INDENT_STEP } from '../core/meteo/textMetrics';
import { Canvas, type PdfFonts } from './canvas';
import { drawChart } from './chart';
import { Structure } from './structure';

const drawText = (canvas: Canvas, { box, lines, leading, style }: PageText): void => {
  const left = box.left + CELL_PADDING + (style.indent ?? 0) * INDENT_STEP;
  const right = box.left + box.width - CELL_PADDING;
  const x = { left, right, center: (left + right) / 2 }[style.align];
  const room = box.height - lines.length * leading;
  const top = box.top + { top: 0, center: room / 2, bottom: room }[style.vertical];
  lines.forEach((line, i) => canvas.text(line, x, top + (i + 0.5) * leading, style, style.align));
};

/** Between a status symbol and its cell's right edge, in points. */
const SYMBOL_GAP = 3;

const drawSymbol = (canvas: Canvas, { symbol, box, size, color }: PageSymbol): void => {
  const origin = { x: box.left + box.width - SYMBOL_GAP - size, y: box.top + (box.height - size) / 2 };
  canvas.polygon(symbolPolygon(symbol, origin, size), color);
};

const drawIcon = (canvas: Canvas, { weather, box }: PageIcon): void => {
  for (const { shape, box: at, rotation, fill, outline } of iconShapes(weather, box))
    for (const path of presetPaths(shape, at, rotation)) canvas.shape(path, fill, outline);
};

const drawItem = (canvas: Canvas, structure: Structure, page: MeteoPage, item: PageItem): void => {
  switch (item.kind) {
    case 'text': {
      const { fill } = item;
      if (fill !== undefined) canvas.artifact(() => canvas.rectangle(item.box, { fill }));
      if (item.lines.some((line) => line !== '')) structure.text(item.id, item.lines, () => drawText(canvas, item));
      return;
    }
    case 'line':
      return canvas.artifact(() => canvas.line([item.from, item.to], item));
    case 'frame': {
      const inset = item.weight / 2;
      const { left, top, width, height } = item.box;
      const inner = { left: left + inset, top: top + inset, width: width - item.weight, height: height - item.weight };
      return canvas.artifact(() => canvas.rectangle(inner, { line: item }));
    }
    case 'symbol':
      return canvas.artifact(() => drawSymbol(canvas, item));
    case 'arrow':
      return canvas.artifact(() => {
        for (const path of presetPaths('RightArrow', item.box)) canvas.shape(path, item.color, null);
      });
    case 'icon':
      return structure.figure(item.altText, () => drawIcon(canvas, item));
    case 'chart':
      return structure.figure(item.altText, () => drawChart(canvas, item, page.content.language));
  }
};

const languages = { fr: 'fr-FR', en: 'en-GB' } as const;

/**
 * The page as a PDF: one A4, vector, tagged, fonts embedded and subset, its text selectable line by line. Same page, same
 * fonts and same date give the same bytes.
 */
export const meteoPdf = async (page: MeteoPage, fonts: PdfFonts, created: Date): Promise<Uint8Array> => {
  const { header, language, message, footer } = page.content;
  const canvas = new Canvas(page.paper, fonts, {
    title: `${header.client} – ${header.title}`,
    author: footer.source.split(' · ')[0] ?? '',
    subject: message,
    language: languages[language],
    created,
  });
  const structure = new Structure(canvas);
  for (const item of page.items) drawItem(canvas, structure, page, item);
  structure.close(0);
  return canvas.finish();
};
