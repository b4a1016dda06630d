import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Pixel sizes the manifest names: ribbon 16, 32, 80; store and high-resolution 64. */
const SIZES = [16, 32, 64, 80];

/** Writes `icon-16.png` … `icon-80.png` beside the one source, `icon.svg`. */
export const makeIcons = (folder = __dirname): void => {
  const source = readFileSync(join(folder, 'icon.svg'), 'utf8');
  for (const size of SIZES) {
    const png = new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng();
    writeFileSync(join(folder, `icon-${size}.png`), png);
  }
};
