import { parseArgs } from 'node:util';
import { benchConsolidate } from './consolidate/main';
import { benchDetect } from './detect/main';
import { benchForecast } from './forecast/main';
import { benchGenerate } from './generate/main';
import { benchMainThread } from './main-thread/main';
import { benchPaneStart } from './pane-start/main';

/** What is measured rather than tested: `npm run bench` measures all of it, `npm run bench -- detect` a part. */
const PARTS: Readonly<Record<string, (out?: string) => Promise<void>>> = {
  consolidate: benchConsolidate,
  detect: benchDetect,
  forecast: benchForecast,
  generate: benchGenerate,
  'main-thread': benchMainThread,
  'pane-start': benchPaneStart,
};

const main = async (): Promise<void> => {
  const { positionals: wanted, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`No part is called ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`);
  for (const [name, run] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await run(values.out);
};

void main();
