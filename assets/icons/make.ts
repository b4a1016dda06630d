import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { commandPictures } from './commands';

/** Pixel sizes the manifest names: ribbon 16, 32, 80; store and high-resolution 64. */
const ADD_IN_SIZES = [16, 32, 64, 80];
const COMMAND_SIZES = [16, 32, 80];

/** Writes `icon-16.png` … `icon-80.png` beside their source, `icon.svg`, and the ribbon's `consolidate-16.png` and the like. */
export const makeIcons = (folder = __dirname): void => {
  const draw = (source: string, name: string, size: number): void => {
    const png = new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng();
    writeFileSync(join(folder, `${name}-${String(size)}.png`), png);
  };
  const addIn = readFileSync(join(folder, 'icon.svg'), 'utf8');
  for (const size of ADD_IN_SIZES) draw(addIn, 'icon', size);
  for (const [name, source] of Object.entries(commandPictures)) for (const size of COMMAND_SIZES) draw(source, name, size);
};
