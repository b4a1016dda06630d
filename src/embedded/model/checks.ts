import { ApiError } from '../richapi/apiError';

/** What arrives over the wire is unchecked: each of these gives the argument in its type or refuses it as Excel does. */

export const integer = (value: unknown, fallback?: number): number => {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new ApiError('InvalidArgument');
  return value;
};

export const finite = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ApiError('InvalidArgument');
  return value;
};

/** A number within bounds, both included. */
export const bounded = (value: unknown, least: number, most: number): number => {
  const number = finite(value);
  if (number < least || number > most) throw new ApiError('InvalidArgument');
  return number;
};

export const flag = (value: unknown, fallback?: boolean): boolean => {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'boolean') throw new ApiError('InvalidArgument');
  return value;
};

export const text = (value: unknown, fallback?: string): string => {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'string') throw new ApiError('InvalidArgument');
  return value;
};

/** One of the names an enumeration has, whatever its case, as the client sends both `Down` and `down`. */
export const oneOf = <T extends string>(value: unknown, names: readonly T[], fallback?: T): T => {
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  if (typeof value !== 'string') throw new ApiError('InvalidArgument');
  const found = names.find((name) => name.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new ApiError('InvalidArgument');
  return found;
};

/** A plain object, such as options. */
export const record = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ApiError('InvalidArgument');
  return value as Readonly<Record<string, unknown>>;
};

export const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new ApiError('InvalidArgument');
  return value as readonly unknown[];
};

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  lime: '#00FF00',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  maroon: '#800000',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  aqua: '#00FFFF',
  cyan: '#00FFFF',
  fuchsia: '#FF00FF',
  magenta: '#FF00FF',
  pink: '#FFC0CB',
  brown: '#A52A2A',
  gold: '#FFD700',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
  darkgray: '#A9A9A9',
  darkgrey: '#A9A9A9',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  lightyellow: '#FFFFE0',
  darkblue: '#00008B',
  darkgreen: '#006400',
  darkred: '#8B0000',
  darkorange: '#FF8C00',
  tomato: '#FF6347',
  coral: '#FF7F50',
  salmon: '#FA8072',
  khaki: '#F0E68C',
  indigo: '#4B0082',
  violet: '#EE82EE',
  beige: '#F5F5DC',
  ivory: '#FFFFF0',
  skyblue: '#87CEEB',
  steelblue: '#4682B4',
  royalblue: '#4169E1',
};

/** `#RRGGBB` of `#RRGGBB`, `RRGGBB` or an HTML colour name. */
export const color = (value: unknown): string => {
  const given = text(value).trim();
  if (/^#?[0-9a-f]{6}$/i.test(given)) return `#${given.replace('#', '').toUpperCase()}`;
  const named = NAMED_COLORS[given.toLowerCase()];
  if (named === undefined) throw new ApiError('InvalidArgument');
  return named;
};
