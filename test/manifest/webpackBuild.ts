import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

type Copied = { from: string; to?: string; transform?: (text: Buffer) => string };
type Plugin = { userOptions?: { filename: string; templateParameters?: { office: string } }; patterns?: Copied[] };

const configure =
  jest.requireActual<(env: object, options: { mode: string }) => { plugins: Plugin[] }>('../../webpack.config.js');

const pluginsOf = (env: Record<string, string>, mode: string): Plugin[] => configure(env, { mode }).plugins;

/** The pages of a build, with where each takes Microsoft's client from; '' where it takes none. */
export const pagesOf = (env: Record<string, string> = {}, mode = 'production'): ReadonlyMap<string, string> =>
  new Map(
    pluginsOf(env, mode).flatMap(({ userOptions }) =>
      userOptions ? [[userOptions.filename, userOptions.templateParameters?.office ?? ''] as const] : [],
    ),
  );

const copiesOf = (env: Record<string, string>, mode: string): Copied[] =>
  pluginsOf(env, mode).flatMap(({ patterns }) => patterns ?? []);

/** The manifest as a build writes it. */
export const builtManifest = (text: string, env: Record<string, string> = {}, mode = 'production'): string => {
  const pattern = copiesOf(env, mode).find(({ from }) => from === 'manifest.xml');
  if (!pattern?.transform) throw new Error('the build copies no manifest');
  return pattern.transform(Buffer.from(text));
};

/** Files that the build puts at addresses which the manifest may name: its pages and pictures. */
export const builtFiles = (): ReadonlySet<string> => {
  const copiesIcons = copiesOf({}, 'production').some(
    ({ from, to }) => from === 'assets/icons/*.png' && to === 'assets/[name][ext]',
  );
  const icons = copiesIcons ? readdirSync(join(root, 'assets/icons')).filter((name) => name.endsWith('.png')) : [];
  return new Set([...pagesOf().keys(), ...icons.map((name) => `assets/${name}`)]);
};
