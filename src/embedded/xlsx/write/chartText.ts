import type { LineFormat } from '../../book/sheet';
import { encodeText } from '../xml/text';
import { element } from '../xml/write';
import { lineXml, solidFill } from './shape';

export type ChartFont = { size?: number | null; color?: string | null; bold?: boolean | null; name?: string | null };

const look = ({ size, color, bold, name }: ChartFont): [Record<string, number | boolean | undefined>, string] => [
  { sz: size ? Math.round(size * 100) : undefined, b: bold ?? undefined },
  (color ? solidFill(color) : '') + (name ? element('a:latin', { typeface: name }) : ''),
];

/** Whether a font says anything. */
export const isPlain = (font: ChartFont): boolean => !font.size && !font.color && !font.name && (font.bold ?? null) === null;

/** Text properties of a chart's part; nothing where the font says nothing. */
export const textProperties = (font: ChartFont): string => {
  if (isPlain(font)) return '';
  const [attributes, content] = look(font);
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, element('a:defRPr', attributes, content)),
      element('a:endParaRPr', { lang: 'fr-FR' }),
    ),
  );
};

/**
 * A text of its own in a chart: a title, or a label that does not show the value. One paragraph a line. A label does not
 * wrap: LibreOffice would break it at a fifth of the chart's width.
 */
export const richText = (text: string, font: ChartFont, wrap = true): string => {
  const [attributes, content] = look(font);
  const paragraph = (line: string): string =>
    element(
      'a:p',
      {},
      element('a:pPr', {}, element('a:defRPr', attributes, content)),
      element('a:r', {}, element('a:rPr', { lang: 'fr-FR', ...attributes }, content), element('a:t', {}, encodeText(line))),
    );
  return element(
    'c:rich',
    {},
    element('a:bodyPr', wrap ? {} : { wrap: 'none' }),
    element('a:lstStyle'),
    ...text.split('\n').map(paragraph),
  );
};

/** Title of a chart or an axis; it does not overlap the plot. */
export const titleXml = (text: string, font: ChartFont): string =>
  element('c:title', {}, element('c:tx', {}, richText(text, font)), element('c:overlay', { val: false }));

export type ChartFill = { color: string } | null | 'automatic' | undefined;

/** Fill and line of a chart's element; nothing where both are automatic. */
export const shapeProperties = (fill: ChartFill, line: LineFormat | 'automatic' | undefined, rounded = false): string => {
  const parts = [
    fill === undefined || fill === 'automatic' ? '' : fill === null ? element('a:noFill') : solidFill(fill.color),
    line === undefined || line === 'automatic' ? '' : lineXml(line, rounded),
  ].join('');
  return parts === '' ? '' : element('c:spPr', {}, parts);
};
