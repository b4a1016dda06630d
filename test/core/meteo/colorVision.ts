/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

export const rgbOf = (color: string): Rgb => {
  const part = (at: number): number => parseInt(color.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
};

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const display = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
const within = (part: number): number => Math.min(1, Math.max(0, part));

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export const contrast = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/**
 * Dichromacy on linear RGB: Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, severity 1.0.
 */
const MATRICES: Readonly<Record<'protan' | 'deutan' | 'tritan', Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How a colour is seen: as it is, printed in grey, or without one kind of cones. */
export const visions = ['usual', 'grey', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof visions)[number];

export const seen = (color: Rgb, vision: Vision): Rgb => {
  if (vision === 'usual') return color;
  if (vision === 'grey') {
    const grey = display(luminance(color));
    return [grey, grey, grey];
  }
  const [red, green, blue] = [linear(color[0]), linear(color[1]), linear(color[2])];
  const [first, second, third] = MATRICES[vision].map(([r, g, b]) => display(within(r * red + g * green + b * blue)));
  return [first ?? 0, second ?? 0, third ?? 0];
};
