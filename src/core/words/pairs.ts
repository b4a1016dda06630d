import type { Unit } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import { round } from './numbers';
import { decimalsOf, MOST_ADDED, scaleOf, styleWith, valueStyle, type Styled, type ValueStyle } from './units';

/** Units whose change is a difference that a reader works out from the two figures. */
const SUBTRACTED: readonly Unit[] = ['percent', 'score', 'index'];

/** Two figures with some decimals, and the decimals that their change is printed with. */
type Pair = { value: number; earlier: number; decimals: number; ofChange: number };

/** Is the difference of two figures, as printed, their change as printed? Of 80 % and 76 % beside −5 pt it is not. */
const isFollowed = ({ unit }: Styled, { value, earlier, decimals, ofChange }: Pair): boolean => {
  if (!SUBTRACTED.includes(unit)) return true;
  const [now, before] = [value * scaleOf(unit), earlier * scaleOf(unit)];
  return round(round(now, decimals) - round(before, decimals), ofChange) === round(now - before, ofChange);
};

/** The decimals that keep two figures each on its side of the objective. */
const decimalsOfBoth = (kpi: Styled, value: number, earlier: number, isKeyFigure: boolean): number =>
  Math.max(decimalsOf(kpi, value, isKeyFigure), decimalsOf(kpi, earlier, isKeyFigure));

/**
 * How a value prints beside an earlier one: with the decimals that tell the two apart, keep each on its side of its objective
 * and agree with the change that the table prints, two at most. 79,53 % and 80,09 % are `79,5 %` and `80,1 %`, 79,92 % and 81 %
 * are `79,9 %` and `81,0 %`, 80,3 % and 75,8 % have the decimal that makes −5 pt of them. Two that no such decimals tell apart
 * print as the value alone does.
 */
export const pairStyle = (kpi: Styled, value: number, earlier: number, language: Language): ValueStyle => {
  const least = decimalsOfBoth(kpi, value, earlier, false);
  const most = Math.max(least, MOST_ADDED);
  const ofChange = decimalsOf(kpi, value, false);
  const styles: ValueStyle[] = [];
  for (let decimals = least; decimals <= most; decimals++) {
    // Cents go by two.
    if (kpi.unit === 'currency' && decimals === 1) continue;
    const style = styleWith(decimals, kpi, value, language, false);
    if (style.text(value) === style.text(earlier)) continue;
    if (isFollowed(kpi, { value, earlier, decimals, ofChange })) return style;
    styles.push(style);
  }
  return styles[0] ?? valueStyle(kpi, value, language);
};

/** Units whose change is printed as a difference: of two durations too, which more decimals would not tell apart. */
const DIFFERENCES: readonly Unit[] = [...SUBTRACTED, 'seconds'];

/**
 * How a value prints with an earlier one and their change beside it, all three alike: with one more decimal where the change
 * would not follow from the two, as −0,1 pt of 3,9 % and 3,7 % (3,85 and 3,74). The change of a rate, a mark or a duration is
 * the difference of the two as printed. `isKeyFigure` for the figure in the green frame's head.
 *
 * @example
 * changeStyle(answerRate, 0.9364, 0.9156, 'fr', true) // 93,64 %, 91,56 %, +2,08 pt
 */
export const changeStyle = (
  kpi: Styled,
  value: number,
  earlier: number,
  language: Language,
  isKeyFigure: boolean,
): ValueStyle => {
  const least = decimalsOfBoth(kpi, value, earlier, isKeyFigure);
  const follows = isFollowed(kpi, { value, earlier, decimals: least, ofChange: least });
  const style = styleWith(follows ? least : least + 1, kpi, value, language, isKeyFigure);
  if (!DIFFERENCES.includes(kpi.unit)) return style;
  const scale = scaleOf(kpi.unit);
  const printed = (exact: number): number => round(exact * scale, style.decimals) / scale;
  return { ...style, change: (now, before, live) => style.change(printed(now), printed(before), live) };
};
