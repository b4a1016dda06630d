import { EMU_PER_POINT } from '../../book/metrics';
import type { Chart, LineFormat, Shape } from '../../book/sheet';
import type { Vocabulary } from '../dialect';
import { encodeText } from '../xml/text';
import { element } from '../xml/write';

/** What writing shapes needs of their drawing. */
export type ShapeContext = {
  names: Vocabulary;
  nextId: () => number;
  /** Makes the chart's part and gives the id of the drawing's relationship to it. */
  chart: (chart: Chart, shape: Shape) => string;
  image: (image: NonNullable<Shape['image']>) => string;
};

const emu = (points: number): number => Math.round(points * EMU_PER_POINT);

/** Dash names of Office.js to the drawing's. */
const dashes: Record<string, string> = {
  Solid: 'solid',
  Dash: 'dash',
  DashDot: 'dashDot',
  DashDotDot: 'lgDashDotDot',
  LongDash: 'lgDash',
  LongDashDot: 'lgDashDot',
  LongDashDotDot: 'lgDashDotDot',
  RoundDot: 'sysDot',
  SquareDot: 'sysDash',
  SystemDash: 'sysDash',
  SystemDot: 'sysDot',
  SystemDashDot: 'sysDashDot',
  // Line styles of charts
  Continuous: 'solid',
  Dot: 'sysDot',
};

const dashName = (dash: string): string => dashes[dash] ?? (/^[a-z]/.test(dash) ? dash : 'solid');

/** A solid colour, `transparency` 0 to 1. */
export const solidFill = (color: string, transparency = 0): string =>
  element(
    'a:solidFill',
    {},
    element(
      'a:srgbClr',
      { val: color.slice(1).toUpperCase() },
      transparency > 0 ? element('a:alpha', { val: Math.round((1 - transparency) * 100_000) }) : '',
    ),
  );

/** A line; null is none. */
export const lineXml = (line: LineFormat, rounded = false): string =>
  line === null
    ? element('a:ln', {}, element('a:noFill'))
    : element(
        'a:ln',
        { w: emu(line.weight), cap: rounded ? 'rnd' : undefined },
        solidFill(line.color),
        element('a:prstDash', { val: dashName(line.dash) }),
        rounded ? element('a:round') : '',
      );

const transform = (shape: Shape, extra = '', prefix = 'a'): string =>
  element(
    `${prefix}:xfrm`,
    { rot: shape.rotation === 0 ? undefined : Math.round(shape.rotation * 60_000) },
    element('a:off', { x: emu(shape.left), y: emu(shape.top) }),
    element('a:ext', { cx: emu(shape.width), cy: emu(shape.height) }),
    extra,
  );

export const fillXml = (fill: Shape['fill']): string =>
  fill === undefined ? '' : fill === null ? element('a:noFill') : solidFill(fill.color, fill.transparency);

const identity = (shape: Shape, context: ShapeContext): string =>
  element('xdr:cNvPr', {
    id: context.nextId(),
    name: shape.name,
    descr: shape.altDescription || undefined,
    title: shape.altTitle || undefined,
    hidden: shape.visible ? undefined : true,
  });

const horizontals: Record<string, string> = { Left: 'l', Center: 'ctr', Right: 'r', Justify: 'just', Distributed: 'dist' };
const verticals: Record<string, string> = { Top: 't', Middle: 'ctr', Bottom: 'b' };

/** Text body of a shape: one paragraph a line, all in one look. */
export const textBody = (text: NonNullable<Shape['text']>): string => {
  const properties = { lang: 'fr-FR', sz: Math.round(text.size * 100), b: text.bold };
  const look = solidFill(text.color || '#000000') + (text.font ? element('a:latin', { typeface: text.font }) : '');
  const paragraph = (line: string): string =>
    element(
      'a:p',
      {},
      element('a:pPr', { algn: horizontals[text.horizontal] ?? (text.horizontal || undefined) }),
      line === ''
        ? element('a:endParaRPr', properties, look)
        : element('a:r', {}, element('a:rPr', properties, look), element('a:t', {}, encodeText(line))),
    );
  return element(
    'xdr:txBody',
    {},
    element('a:bodyPr', {
      vertOverflow: 'clip',
      wrap: 'square',
      anchor: verticals[text.vertical] ?? (text.vertical || undefined),
    }),
    element('a:lstStyle'),
    ...text.content.split('\n').map(paragraph),
  );
};

const geometry = (shape: Shape, usual: string): string =>
  element('a:prstGeom', { prst: shape.geometry ?? usual }, element('a:avLst'));

const plainShape = (shape: Shape, context: ShapeContext): string =>
  element(
    'xdr:sp',
    { macro: '', textlink: '' },
    element(
      'xdr:nvSpPr',
      {},
      identity(shape, context),
      element('xdr:cNvSpPr', { txBox: shape.kind === 'textBox' ? true : undefined }),
    ),
    element(
      'xdr:spPr',
      {},
      transform(shape),
      geometry(shape, 'rect'),
      fillXml(shape.fill),
      shape.line === undefined ? '' : lineXml(shape.line),
    ),
    shape.text ? textBody(shape.text) : '',
  );

const connector = (shape: Shape, context: ShapeContext): string =>
  element(
    'xdr:cxnSp',
    { macro: '' },
    element('xdr:nvCxnSpPr', {}, identity(shape, context), element('xdr:cNvCxnSpPr')),
    element('xdr:spPr', {}, transform(shape), geometry(shape, 'line'), shape.line === undefined ? '' : lineXml(shape.line)),
  );

const picture = (shape: Shape, context: ShapeContext): string => {
  const id = shape.image ? context.image(shape.image) : '';
  return element(
    'xdr:pic',
    {},
    element(
      'xdr:nvPicPr',
      {},
      identity(shape, context),
      element('xdr:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: true })),
    ),
    element(
      'xdr:blipFill',
      {},
      element('a:blip', { 'xmlns:r': context.names.relations, 'r:embed': id }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element('xdr:spPr', {}, transform(shape), geometry(shape, 'rect')),
  );
};

/** A group: its children keep the sheet's own lengths, so that child space and group space are the same. */
const group = (shape: Shape, context: ShapeContext): string => {
  const childSpace =
    element('a:chOff', { x: emu(shape.left), y: emu(shape.top) }) +
    element('a:chExt', { cx: emu(shape.width), cy: emu(shape.height) });
  return element(
    'xdr:grpSp',
    {},
    element('xdr:nvGrpSpPr', {}, identity(shape, context), element('xdr:cNvGrpSpPr')),
    element('xdr:grpSpPr', {}, transform(shape, childSpace)),
    ...(shape.children ?? []).map((each) => shapeXml(each, context)),
  );
};

const chartFrame = (shape: Shape, chart: Chart, context: ShapeContext): string => {
  const { names } = context;
  const reference = element('c:chart', {
    'xmlns:c': names.chart,
    'xmlns:r': names.relations,
    'r:id': context.chart(chart, shape),
  });
  return element(
    'xdr:graphicFrame',
    { macro: '' },
    element('xdr:nvGraphicFramePr', {}, identity(shape, context), element('xdr:cNvGraphicFramePr')),
    element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
    element('a:graphic', {}, element('a:graphicData', { uri: names.chart }, reference)),
  );
};

/** Source of a new shape, without its anchor. Lengths of grouped shapes are points of the sheet, like all others. */
export const shapeXml = (shape: Shape, context: ShapeContext): string => {
  if (shape.chart) return chartFrame(shape, shape.chart, context);
  switch (shape.kind) {
    case 'group':
      return group(shape, context);
    case 'image':
      return picture(shape, context);
    case 'line':
      return connector(shape, context);
    case 'geometric':
    case 'textBox':
    case 'chart':
    case 'other':
      return plainShape(shape, context);
  }
};
