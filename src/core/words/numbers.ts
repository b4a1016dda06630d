import type { Unit } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import { MINUS, NARROW_SPACE } from './typography';

/**
 * The one number formatter of the pane, the sheet's texts and the PDF. `Intl` is not used: it differs between platforms
 * (it writes `91,4 %` with U+00A0 where the page has U+202F).
 */

/** Rounds half away from zero on the decimal digits as people read them: `round(1.005, 2)` is 1.01. */
export const round = (value: number, decimals: number): number => {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  return (Math.sign(value) * Math.round(scaled * (1 + Number.EPSILON * 4))) / scale;
};

const digits = (value: number, decimals: number, language: Language): string => {
  const [whole = '0', fraction] = Math.abs(round(value, decimals)).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_SPACE : ',');
  return fraction ? `${grouped}${language === 'fr' ? ',' : '.'}${fraction}` : grouped;
};

/** What stands between a figure and its unit: a narrow space in French, nothing before % and a plain unit in English. */
export const unitSpace = (language: Language, unit: string): string =>
  language === 'fr' ? NARROW_SPACE : unit === '%' ? '' : NARROW_SPACE;

/** `12 480`, `4,3`; `12,480`, `4.3`. A value that rounds to zero has no sign. */
export const formatNumber = (value: number, language: Language, decimals = 0): string =>
  `${round(value, decimals) < 0 ? MINUS : ''}${digits(value, decimals, language)}`;

/** The same with a sign always, but for zero: `+4,5`, `−2`, `0`. */
export const formatSigned = (value: number, language: Language, decimals = 0): string =>
  `${round(value, decimals) > 0 ? '+' : ''}${formatNumber(value, language, decimals)}`;

/** A fraction as a percentage: `formatPercent(0.918, 'fr', 1)` is `91,8 %`. */
export const formatPercent = (fraction: number, language: Language, decimals = 0): string =>
  `${formatNumber(fraction * 100, language, decimals)}${unitSpace(language, '%')}%`;

/** A relative change: `formatPercentChange(0.045, 'fr', 1)` is `+4,5 %`. */
export const formatPercentChange = (fraction: number, language: Language, decimals = 0): string =>
  `${formatSigned(fraction * 100, language, decimals)}${unitSpace(language, '%')}%`;

/** A difference in points: `+0,9 pt`, `−2 pt`, `=` when it rounds to zero. A rate's difference is multiplied by 100 first. */
export const formatPoints = (difference: number, language: Language, decimals = 1): string =>
  round(difference, decimals) === 0 ? '=' : `${formatSigned(difference, language, decimals)}${unitSpace(language, 'pt')}pt`;

/** Minutes and seconds of a duration in seconds: `6:42`, `62:05`. */
export const formatDuration = (seconds: number): string => {
  const whole = Math.round(Math.abs(seconds));
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds < 0 && whole > 0 ? `${MINUS}${text}` : text;
};

const HOUR = 3600;

/** A sum of durations in seconds, by hours and minutes from one hour on: `117 h 46`, `117 h 46 min` in English, `42:05`. */
export const formatLongDuration = (seconds: number, language: Language): string => {
  if (Math.abs(seconds) < HOUR) return formatDuration(seconds);
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const hours = formatNumber(Math.floor(minutes / 60), language);
  const text = `${hours}${NARROW_SPACE}h${NARROW_SPACE}${String(minutes % 60).padStart(2, '0')}`;
  return `${seconds < 0 ? MINUS : ''}${text}${language === 'fr' ? '' : `${NARROW_SPACE}min`}`;
};

/** A change of a duration in seconds: `+0:06`, `−0:12`, `=`. */
export const formatDurationChange = (seconds: number): string =>
  Math.round(seconds) === 0 ? '=' : `${seconds > 0 ? '+' : ''}${formatDuration(seconds)}`;

/** A clock time, from a fraction of a day: `8 h 40`, `15 h`; `8:40`, `15:00`. */
export const formatTime = (fractionOfDay: number, language: Language): string => {
  const minutes = Math.round((fractionOfDay % 1) * 1440) % 1440;
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, '0');
  if (language === 'en') return `${hour}:${minute}`;
  return minute === '00' ? `${hour}${NARROW_SPACE}h` : `${hour}${NARROW_SPACE}h${NARROW_SPACE}${minute}`;
};

/** A projected value with no more digits than it deserves: three for counts and amounts, `11 512` is said `11 500`. */
export const projectedAs = (unit: Unit, value: number): number => {
  if (unit !== 'count' && unit !== 'currency') return value;
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2);
  return Math.round(value / scale) * scale;
};
