import type { ChartAxis } from '../../book/sheet';
import { element } from '../xml/write';
import { shapeProperties, textProperties, titleXml } from './chartText';

const labelPositions: Record<string, string> = { High: 'high', Low: 'low', NextToAxis: 'nextTo', None: 'none' };
const tickMarks: Record<string, string> = { None: 'none', Cross: 'cross', Inside: 'in', Outside: 'out' };

export type AxisPlace = {
  id: number;
  crossId: number;
  /** Side of the plot: `b`, `l`, `r` or `t`. */
  side: string;
  /** Where this axis crosses the other one, which is how the file counts; the book says it at the axis that is crossed. */
  crosses: ChartAxis['position'] | 'maximum';
  deleted?: boolean;
};

const crossesXml = (crosses: AxisPlace['crosses']): string => {
  if (crosses === 'maximum') return element('c:crosses', { val: 'max' });
  switch (crosses.kind) {
    case 'Custom':
      return element('c:crossesAt', { val: crosses.at });
    case 'Maximum':
      return element('c:crosses', { val: 'max' });
    case 'Minimum':
      return element('c:crosses', { val: 'min' });
    case 'Automatic':
      return element('c:crosses', { val: 'autoZero' });
  }
};

const common = (axis: ChartAxis, place: AxisPlace, isValue: boolean): string =>
  [
    element('c:axId', { val: place.id }),
    element(
      'c:scaling',
      {},
      element('c:orientation', { val: 'minMax' }),
      isValue && axis.maximum !== null ? element('c:max', { val: axis.maximum }) : '',
      isValue && axis.minimum !== null ? element('c:min', { val: axis.minimum }) : '',
    ),
    element('c:delete', { val: place.deleted ?? !axis.visible }),
    element('c:axPos', { val: place.side }),
    axis.hasMajorGridlines && !place.deleted
      ? element('c:majorGridlines', {}, shapeProperties(undefined, axis.majorGridlines))
      : '',
    axis.title === null || place.deleted ? '' : titleXml(axis.title, axis.font),
    element('c:numFmt', { formatCode: axis.numberFormat ?? 'General', sourceLinked: axis.numberFormat === null }),
    element('c:majorTickMark', { val: tickMarks[axis.majorTickMark] ?? 'out' }),
    element('c:minorTickMark', { val: tickMarks[axis.minorTickMark] ?? 'none' }),
    element('c:tickLblPos', { val: labelPositions[axis.tickLabelPosition] ?? 'nextTo' }),
    shapeProperties(undefined, axis.line),
    textProperties(axis.font),
    element('c:crossAx', { val: place.crossId }),
    crossesXml(place.crosses),
  ].join('');

export const categoryAxisXml = (axis: ChartAxis, place: AxisPlace): string =>
  element(
    'c:catAx',
    {},
    common(axis, place, false),
    element('c:auto', { val: true }),
    element('c:lblAlgn', { val: 'ctr' }),
    element('c:lblOffset', { val: 100 }),
    axis.tickLabelSpacing === null ? '' : element('c:tickLblSkip', { val: axis.tickLabelSpacing }),
    axis.tickMarkSpacing === null ? '' : element('c:tickMarkSkip', { val: axis.tickMarkSpacing }),
    element('c:noMultiLvlLbl', { val: true }),
  );

/** Axis of values; `isBetween`: categories stand between the tick marks, not on them. */
export const valueAxisXml = (axis: ChartAxis, place: AxisPlace, isBetween: boolean): string =>
  element(
    'c:valAx',
    {},
    common(axis, place, true),
    element('c:crossBetween', { val: isBetween ? 'between' : 'midCat' }),
    axis.majorUnit === null ? '' : element('c:majorUnit', { val: axis.majorUnit }),
  );
